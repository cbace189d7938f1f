//go:build ci

package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// planned returns an editor that shows the plan, large enough for its plot.
func planned(t *testing.T) (*editor, *planView) {
	t.Helper()
	e, _, _ := opening(t)
	e.perform("action.view.actions")
	v := e.views.made[viewChances].(*planView)
	v.Resize(fyne.NewSize(1300, 800))
	if v.plot().W == 0 {
		t.Fatal("there is no room for the plot")
	}
	return e, v
}

func (v *planView) opportunity(t *testing.T, id journey.ID) journey.Opportunity {
	t.Helper()
	o, ok := v.e.doc.Map().Opportunities.Get(id)
	if !ok {
		t.Fatalf("there is no %s", id)
	}
	return o
}

func drag(v *planView, from, to scene.Point) {
	was := fyne.NewPos(float32(from.X), float32(from.Y))
	for i := 1; i <= 4; i++ {
		k := float32(i) / 4
		at := fyne.NewPos(was.X+(float32(to.X)-was.X)*k, was.Y+(float32(to.Y)-was.Y)*k)
		e := &fyne.DragEvent{Dragged: fyne.NewDelta((float32(to.X)-was.X)/4, (float32(to.Y)-was.Y)/4)}
		e.Position = at
		v.Dragged(e)
	}
}

func TestACardIsDraggedIntoAnotherState(t *testing.T) {
	e, v := planned(t)
	o := v.list[0][1]
	drag(v, v.card(0, 1).Center(), v.column(3).Center())
	if now := v.opportunity(t, o.ID); now.State != o.State {
		t.Error("it is in another state before it was put down")
	}
	v.DragEnd()
	if now := v.opportunity(t, o.ID); now.State != journey.Done || v.at != o.ID {
		t.Errorf("it is %s, the cursor at %s", now.State, v.at)
	}
	e.undo()
	if now := v.opportunity(t, o.ID); now != o {
		t.Errorf("taken back it is %v, was %v", now, o)
	}
	drag(v, v.card(0, 1).Center(), v.column(2).Center())
	v.TypedKey(key(fyne.KeyEscape))
	v.DragEnd()
	if now := v.opportunity(t, o.ID); now != o || e.views.now != viewChances {
		t.Error("Escape does not leave it where it was")
	}
}

func TestAPointIsDraggedToAnotherRating(t *testing.T) {
	_, v := planned(t)
	list, _ := v.spots()
	o, p := list[0].o, v.plot()
	drag(v, list[0].at, scene.Point{X: p.X + p.W*0.9, Y: p.Y + p.H*0.7})
	v.DragEnd()
	if now := v.opportunity(t, o.ID); now.Impact != 2 || now.Effort != 5 || now.State != o.State {
		t.Errorf("it is %d over %d and %s", now.Impact, now.Effort, now.State)
	}
}

func TestThePlanIsWorkedByKeys(t *testing.T) {
	e, v := planned(t)
	e.focusMap()
	if e.win.Canvas().Focused() != fyne.Focusable(v) {
		t.Fatalf("the keys are with %T", e.win.Canvas().Focused())
	}
	first := v.at
	v.TypedKey(key(fyne.KeyDown))
	o := v.list[0][1]
	if v.at != o.ID || e.selection()[0].ID != o.ID || first == o.ID {
		t.Fatalf("the cursor is at %s, selected is %v", v.at, e.selection())
	}
	typeInto(v, " ")
	v.TypedKey(key(fyne.KeyRight))
	v.TypedKey(key(fyne.KeyRight))
	if now := v.opportunity(t, o.ID); now.State != o.State {
		t.Error("it is put down before Space")
	}
	typeInto(v, " ")
	if now := v.opportunity(t, o.ID); now.State != journey.Doing {
		t.Errorf("it is %s", now.State)
	}
	v.TypedKey(key("2"))
	if now := v.opportunity(t, o.ID); now.Impact != 2 {
		t.Errorf("its impact is %d", now.Impact)
	}
	typeInto(v, "N")
	typeInto(v.entry, "ew text")
	v.entry.TypedKey(key(fyne.KeyReturn))
	if now := v.opportunity(t, o.ID); now.Text != "New text" || v.entry != nil {
		t.Errorf("it says %q", now.Text)
	}
	v.TypedKey(key(fyne.KeyReturn))
	typeInto(v.entry, "xyz")
	v.entry.TypedKey(key(fyne.KeyEscape))
	if now := v.opportunity(t, v.at); strings.Contains(now.Text, "xyz") {
		t.Errorf("Escape leaves %q", now.Text)
	}
	v.TypedKey(key(fyne.KeyEscape))
	if e.views.now != viewMap {
		t.Error("Escape does not lead back to the map")
	}
}

func TestThePlanIsMirrored(t *testing.T) {
	e, v := planned(t)
	left := v.Physical(v.column(0))
	h := e.doc.Map().Head
	h.Direction = journey.RightToLeft
	e.doc.Map().Put(h)
	right := v.Physical(v.column(0))
	if left.X > 650 || right.X+right.W < float64(v.Size().Width)-v.column(0).X-1 {
		t.Errorf("the first state is at %v, mirrored at %v", left, right)
	}
	at := v.card(0, 0).Center()
	if id, _ := v.hit(v.Logical(fyne.NewPos(v.Size().Width-float32(at.X), float32(at.Y)))); id != v.list[0][0].ID {
		t.Errorf("a click on the first card hits %q", id)
	}
}

func TestOpportunitiesOfOneRatingStandApart(t *testing.T) {
	e, v := planned(t)
	stage := e.doc.Map().StagesInOrder()[0].ID
	for i := range 12 {
		e.doc.Map().Put(journey.Opportunity{ID: journey.ID(rune('a' + i)), Order: "z" + string(rune('a'+i)), Stage: stage, Impact: 1, Effort: 1, Text: "x"})
	}
	v.refresh()
	list, loose := v.spots()
	seen, more := map[scene.Point]string{}, false
	for _, s := range list {
		more = more || strings.HasPrefix(s.label, "+")
		if other, ok := seen[s.at]; ok {
			t.Errorf("%s lies on %s", s.label, other)
		}
		seen[s.at] = s.label
	}
	if !more || loose != "" {
		t.Errorf("no point says how many more there are; not rated are %q", loose)
	}
}
