//go:build ci

package app

import (
	"strings"
	"testing"

	"touchline.app/app/inspector"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// pressButton acts on the button of a text in the inspector.
func pressButton(t *testing.T, e *editor, text string) {
	t.Helper()
	b, ok := find(e.inspector.Object, func(p *kit.Press) bool { return p.Text == text })
	if !ok {
		t.Fatalf("there is no button %q", text)
	}
	b.Act()
}

func TestAnotherSourceIsTypedDrawnAndDeleted(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2))
	id := e.doc.Map().Journey()[2].ID
	was := e.doc.Map().Journey()[2].Actual
	pressButton(t, e, "+ "+say.Text("add.reading"))
	rs := inspector.ReadingsOf(e.doc.Map(), id)
	if len(rs) != 1 || rs[0].Evidence.Source != journey.Workshop {
		t.Fatalf("readings are %+v", rs)
	}
	r := rs[0]
	r.Valence, r.Evidence.Name = 1.5, "Workshop in May"
	e.do(edit.Put{Rows: []journey.Row{r}})
	pressButton(t, e, say.Text("evidence.draw"))
	got := e.doc.Map().Journey()[2].Actual
	if got.Valence != 1.5 || got.Evidence.Name != "Workshop in May" || got.Quote != was.Quote {
		t.Errorf("it draws %+v", got)
	}
	if rs = inspector.ReadingsOf(e.doc.Map(), id); len(rs) != 1 || rs[0].Valence != was.Valence {
		t.Errorf("beside it stand %+v", rs)
	}
	if label := undoLabel(e); !strings.Contains(label, got.Evidence.Name) && !strings.Contains(label, e.doc.Map().Journey()[2].Title) {
		t.Errorf("the step is called %q", label)
	}
	pressButton(t, e, say.Text("remove.reading"))
	if rs = inspector.ReadingsOf(e.doc.Map(), id); len(rs) != 0 {
		t.Errorf("left are %+v", rs)
	}
}

func TestTheValenceOfAReadingFollowsItsFigures(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2))
	pressButton(t, e, "+ "+say.Text("add.reading"))
	r := e.doc.Map().ReadingsInOrder()[0]
	r.Evidence.N, r.Evidence.ScaleMin, r.Evidence.ScaleMax, r.Evidence.Mean = 12, 1, 5, 4.25
	e.do(edit.Put{Rows: []journey.Row{r}})
	f := fieldWith(t, e, "4.25")
	f.SetText("4.5")
	if got := e.doc.Map().ReadingsInOrder()[0]; got.Evidence.Mean != 4.5 || got.Valence != 1.5 {
		t.Errorf("the reading is %+v", got)
	}
}

func TestTwoSelectedTouchpointsAreTiedByAPromise(t *testing.T) {
	e, _, _ := opening(t)
	j := e.doc.Map().Journey()
	ref := func(i int) scene.Ref { return scene.Ref{Kind: journey.KindTouchpoint, ID: j[i].ID} }
	for name, refs := range map[string][]scene.Ref{
		"none": nil, "one": {ref(1)}, "three": {ref(1), ref(2), ref(3)},
		"another kind": {ref(1), {Kind: journey.KindStage, ID: j[1].Stage}},
	} {
		e.selected(refs)
		if hasTwoTouchpoints(e) {
			t.Errorf("%s can be tied", name)
		}
	}
	e.board.Select(ref(7), ref(2)) // the later one sets the expectation
	e.selected([]scene.Ref{ref(7), ref(2)})
	e.perform("action.promise")
	ps := e.doc.Map().PromisesInOrder()
	if len(ps) != 1 || ps[0].From != j[7].ID || ps[0].To != j[2].ID {
		t.Fatalf("promises are %+v", ps)
	}
	if got := e.selection(); len(got) != 1 || got[0].Kind != journey.KindPromise {
		t.Errorf("selected is %v", got)
	}
	if !strings.Contains(undoLabel(e), j[7].Title) {
		t.Errorf("the step is called %q", undoLabel(e))
	}
	pressButton(t, e, say.Text("promise.turn"))
	if p := e.doc.Map().PromisesInOrder()[0]; p.From != j[2].ID || p.To != j[7].ID {
		t.Errorf("turned around it is %+v", p)
	}
	e.perform("action.delete")
	if e.doc.Map().Promises.Len() != 0 {
		t.Error("the promise stays")
	}
}

func TestCountsAreTypedAndForgotten(t *testing.T) {
	e, _, _ := opening(t)
	e.perform("action.forget_counts") // nothing to forget
	if _, ok := e.doc.NextUndo(); ok {
		t.Error("forgetting nothing is a step")
	}
	tp, st := e.doc.Map().Journey()[3], e.doc.Map().StagesInOrder()[1]
	tp.Passage = journey.Passage{Customers: 500, Finished: 300, Repeated: 4}
	st.Customers = 900
	h := e.doc.Map().Head
	h.Events = journey.Events{Customers: 1000, Finished: 300, AdHoc: 7, File: "e.csv"}
	e.do(edit.Put{Rows: []journey.Row{h, st, tp}})
	e.selected([]scene.Ref{{Kind: journey.KindStage, ID: st.ID}})
	fieldWith(t, e, "900").SetText("800")
	if got := e.doc.Map().StagesInOrder()[1].Customers; got != 800 {
		t.Errorf("the stage has %d customers", got)
	}
	e.perform("action.forget_counts")
	if inspector.Counted(e.doc.Map()) {
		t.Error("counts are left")
	}
	if err := e.doc.Undo(); err != nil || e.doc.Map().Head.Events.Customers != 1000 || e.doc.Map().Journey()[3].Passage.Customers != 500 {
		t.Error("undo does not bring them back")
	}
}
