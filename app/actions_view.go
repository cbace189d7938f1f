package app

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// chancesView shows the opportunities: as points of impact over effort, and as a
// list by state.
type chancesView struct {
	grid   *gridView[journey.Opportunity]
	plot   *quadrant
	object fyne.CanvasObject
}

func newActionsView(e *editor) *chancesView {
	type chance = journey.Opportunity
	v := &chancesView{plot: newQuadrant()}
	all := func() []chance { return e.chances() }
	at := map[journey.ID]int{} // number in the list
	v.grid = newGridView(e, func() []chance {
		list := all()
		clear(at)
		for i, o := range list {
			at[o.ID] = i + 1
		}
		return list
	}, []gridColumn[chance]{
		{key: "chance.number", width: 46, text: func(o chance) string { return strconv.Itoa(at[o.ID]) }, number: func(o chance) (float64, bool) { return float64(at[o.ID]), true }},
		{key: "chance.text", width: 300, text: func(o chance) string { return o.Text }, set: setText[chance](e, "Text")},
		enumColumn(e, "chance.state", "state", journey.OpportunityStates, func(o *chance) *journey.OpportunityState { return &o.State }),
		ratingColumn(e, "chance.impact", func(o *chance) *int { return &o.Impact }),
		ratingColumn(e, "chance.effort", func(o *chance) *int { return &o.Effort }),
		{key: "chance.owner", width: 130, text: func(o chance) string { return o.Owner }, set: setText[chance](e, "Owner")},
		{key: "chance.due", width: 90, text: func(o chance) string { return o.Due }, set: setText[chance](e, "Due")},
		{key: "kind.touchpoint", width: 190, text: func(o chance) string { t, _ := e.doc.Map().Touchpoints.Get(o.Touchpoint); return t.Title }},
	})
	v.grid.sheet.StickyColumnCount = 2
	v.grid.sheet.at.Col = 1
	v.plot.pick = func(i int) {
		if i < len(v.plot.spots) {
			v.grid.choose(v.plot.spots[i].ref)
			e.focusMap()
		}
	}
	moved := v.grid.sheet.moved
	v.grid.sheet.moved = func(id widget.TableCellID) {
		moved(id)
		v.mark()
	}
	v.object = framed(nil, nil, container.New(fixed{430}, inset(0, 12, 12, 16, v.plot)), nil, v.grid.canvas())
	return v
}

func (v *chancesView) canvas() fyne.CanvasObject { return v.object }
func (v *chancesView) focus() fyne.Focusable     { return v.grid.sheet }

func (v *chancesView) refresh() {
	v.grid.refresh()
	v.mark()
}

func (v *chancesView) choose(r scene.Ref) bool { return v.grid.choose(r) }
func (v *chancesView) has(r scene.Ref) bool    { return v.grid.has(r) }
func (v *chancesView) empty() bool             { return v.grid.empty() }

// mark draws the points, the one of the row the cursor is at filled.
func (v *chancesView) mark() {
	v.plot.spots = nil
	for i, o := range v.grid.rows {
		v.plot.spots = append(v.plot.spots, spot{
			ref: ref(o), label: v.grid.columns[0].text(o), impact: o.Impact, effort: o.Effort,
			chosen: i == v.grid.sheet.at.Row, over: o.State == journey.Done || o.State == journey.Dismissed,
		})
	}
	v.plot.Refresh()
}

// chances lists the opportunities by state, those of the greatest impact first.
func (e *editor) chances() []journey.Opportunity {
	list := e.doc.Map().OpportunitiesInOrder()
	slices.SortStableFunc(list, func(a, b journey.Opportunity) int {
		return cmp.Or(cmp.Compare(stateRank(a.State), stateRank(b.State)), cmp.Compare(b.Impact, a.Impact), cmp.Compare(a.Effort, b.Effort))
	})
	return list
}

// stateRank orders the states; none counts as open.
func stateRank(s journey.OpportunityState) int {
	return max(slices.Index(journey.OpportunityStates, s), 0)
}
