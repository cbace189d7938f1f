package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/plane"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// planView shows the opportunities: as points of impact over effort, and as cards
// on a board with a column for each state. A card is dragged into another state, a
// point to another rating; keys do the same.
type planView struct {
	plane.Plane
	e    *editor
	list [][]journey.Opportunity // by state, in the order they are shown
	at   journey.ID              // the cursor
	off  float64                 // how far the board is scrolled down

	focused bool
	held    hold // what the pointer or the keys carry
	pull    kit.Pull
	entry   *plane.Entry // what is typed into a card; nil: nothing is
	hover   journey.ID   // under the pointer
}

// hold is an opportunity on its way into another state or to another rating.
type hold struct {
	id             journey.ID // empty: nothing is carried
	keys           bool       // by the keys, not by the pointer
	point          bool       // it is the point of the plot
	state          int        // where it is now
	impact, effort int
	at             scene.Point // of the pointer
}

func newPlanView(e *editor) *planView {
	v := &planView{e: e}
	v.On(e, v.paint)
	v.ExtendBaseWidget(v)
	return v
}

func (v *planView) canvas() fyne.CanvasObject { return v }
func (v *planView) focus() fyne.Focusable     { return v }
func (v *planView) empty() bool               { return v.e.doc.Map().Opportunities.Len() == 0 }

// refresh shows the map as it is, and of it what a filter and a stage leave.
func (v *planView) refresh() {
	m, f := v.e.doc.Map(), v.e.filtering
	has := func(journey.Opportunity) bool { return true }
	if f.narrow() {
		found := f.filter.Apply(m)
		has = func(o journey.Opportunity) bool {
			return (f.filter.Empty() || found.Others[o.ID]) && (f.stage == "" || o.Stage == f.stage)
		}
	}
	v.list = make([][]journey.Opportunity, len(journey.OpportunityStates))
	for _, o := range journey.Plan(m) {
		if has(o) {
			v.list[o.State.Rank()] = append(v.list[o.State.Rank()], o)
		}
	}
	if _, _, ok := v.place(v.at); !ok {
		v.at = ""
		if all := slices.Concat(v.list...); len(all) > 0 {
			v.at = all[0].ID
		}
	}
	if v.held.id != "" {
		if _, _, ok := v.place(v.held.id); !ok {
			v.held = hold{}
		}
	}
	v.Refresh()
}

// place returns the column and the row of an opportunity.
func (v *planView) place(id journey.ID) (column, row int, ok bool) {
	for column, list := range v.list {
		for row, o := range list {
			if o.ID == id {
				return column, row, true
			}
		}
	}
	return 0, 0, false
}

// number is what an opportunity is called on the board and in the plot.
func (v *planView) number(column, row int) int {
	n := row + 1
	for _, list := range v.list[:column] {
		n += len(list)
	}
	return n
}

func (v *planView) choose(r scene.Ref) bool {
	column, row, ok := v.place(r.ID)
	if ok {
		v.to(column, row)
	}
	return ok
}

func (v *planView) has(r scene.Ref) bool {
	_, _, ok := v.place(r.ID)
	return ok
}

// to puts the cursor onto a card and selects it.
func (v *planView) to(column, row int) {
	o := v.list[column][row]
	v.at = o.ID
	v.reveal(column, row)
	v.Refresh()
	if !slices.Contains(v.e.selection(), ref(o)) {
		v.e.pick(ref(o))
	}
}

// reveal scrolls so that a card is in sight.
func (v *planView) reveal(column, row int) {
	r := v.card(column, row)
	if over := v.board().Y - r.Y; over > 0 {
		v.off -= over
	}
	if under := r.Bottom() - float64(v.Size().Height) + planAir; under > 0 {
		v.off += under
	}
	v.bound()
}

// bound keeps the scrolling within the cards there are.
func (v *planView) bound() {
	most := 0
	for _, list := range v.list {
		most = max(most, len(list))
	}
	full := v.board().Y + float64(most)*(cardHigh+cardGap) + planAir
	v.off = max(0, min(v.off, full-float64(v.Size().Height)))
}

// now returns an opportunity as it is shown: what is carried is where it would be
// put down.
func (v *planView) now(o journey.Opportunity) journey.Opportunity {
	if h := v.held; h.id == o.ID {
		o.State, o.Impact, o.Effort = journey.OpportunityStates[h.state], h.impact, h.effort
	}
	return o
}

// take begins to carry an opportunity.
func (v *planView) take(id journey.ID, keys, point bool, at scene.Point) {
	column, row, ok := v.place(id)
	if !ok {
		return
	}
	o := v.list[column][row]
	v.held = hold{id: id, keys: keys, point: point, state: column, impact: o.Impact, effort: o.Effort, at: at}
	v.Refresh()
}

// put puts down what is carried: one step that can be taken back.
func (v *planView) put() {
	h := v.held
	v.held = hold{}
	column, row, ok := v.place(h.id)
	if !ok {
		return
	}
	o := v.list[column][row]
	if h.state == column && h.impact == o.Impact && h.effort == o.Effort {
		v.Refresh()
		return
	}
	v.change(o.ID, func(o *journey.Opportunity) {
		if h.state != column {
			o.State = journey.OpportunityStates[h.state]
		}
		o.Impact, o.Effort = h.impact, h.effort
	})
}

// change alters an opportunity and keeps the cursor at it.
func (v *planView) change(id journey.ID, how func(*journey.Opportunity)) {
	v.e.do(edit.Alter[journey.Opportunity]{IDs: []journey.ID{id}, Change: how})
	if column, row, ok := v.place(id); ok {
		v.to(column, row)
	}
}

// write opens a field over the text of a card.
func (v *planView) write(text string, over bool) {
	column, row, ok := v.place(v.at)
	if !ok || v.entry != nil {
		return
	}
	o := v.list[column][row]
	if !over {
		text = o.Text
	}
	v.reveal(column, row)
	v.entry = plane.NewEntry(plane.Nowhere, text, func(_ string, by step, keep bool) { v.written(by, keep) })
	r := v.card(column, row)
	v.Lay(v.entry, v.Physical(scene.Rect{X: r.X, Y: r.Y, W: r.W, H: 36}))
	v.e.win.Canvas().Focus(v.entry)
	v.e.writeIn(v.entry, edit.Ref(ref(o)), "Text", over)
}

// written ends the typing.
func (v *planView) written(by step, keep bool) {
	v.entry = nil
	v.Lift()
	v.e.written(keep)
	if by == (step{}) && keep {
		return // the keys are elsewhere
	}
	v.e.focusMap()
	v.walk(by.Col, by.Row)
}
