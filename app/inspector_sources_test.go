//go:build ci

package app

import (
	"strings"
	"testing"
	"time"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// pressButton acts on the button of a text in the inspector.
func pressButton(t *testing.T, e *editor, text string) {
	t.Helper()
	b, ok := find(e.inspector.object, func(p *kit.Press) bool { return p.Text == text })
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
	rs := readingsOf(e.doc.Map(), id)
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
	if rs = readingsOf(e.doc.Map(), id); len(rs) != 1 || rs[0].Valence != was.Valence {
		t.Errorf("beside it stand %+v", rs)
	}
	if label := undoLabel(e); !strings.Contains(label, got.Evidence.Name) && !strings.Contains(label, e.doc.Map().Journey()[2].Title) {
		t.Errorf("the step is called %q", label)
	}
	pressButton(t, e, say.Text("remove.reading"))
	if rs = readingsOf(e.doc.Map(), id); len(rs) != 0 {
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

func TestProvenanceSaysHowTheValenceCameAbout(t *testing.T) {
	e := journey.Emotion{Known: true, Valence: 0.5, Evidence: journey.Evidence{
		Source: journey.Survey, N: 40, Mean: 3.5, SD: 1, ScaleMin: 1, ScaleMax: 5, Median: 4, File: "q.csv", Question: "Gate", Filter: "Class = Eco",
		Blank: 3, NotApplicable: 2, Junk: 1, Inverted: true,
	}}
	text := strings.Join(provenance(e), "\n")
	for _, want := range []string{"(3.50 − 1) / (5 − 1) = +0.50", "3 blank", "2 not applicable", "1 not on the scale", "q.csv", "Gate", "Class = Eco", say.Text("evidence.inverted")} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in\n%s", want, text)
		}
	}
	if strings.Contains(text, "figures say") {
		t.Error("line and figures are said to be apart")
	}
	e.Valence = -1
	if text := strings.Join(provenance(e), "\n"); !strings.Contains(text, "−1.00") {
		t.Errorf("line and figures are apart, and it says\n%s", text)
	}
	if got := intervalText(e); !strings.Contains(got, "+0.18") || !strings.Contains(got, "+0.82") || !strings.Contains(got, "4") {
		t.Errorf("the interval is %q", got)
	}
}

func TestTrendInWords(t *testing.T) {
	day := func(year int) time.Time { return time.Date(year, 5, 1, 0, 0, 0, 0, time.UTC) }
	source := func(v float64, year, n int) journey.Emotion {
		return journey.Emotion{Known: true, Valence: v, Evidence: journey.Evidence{
			Source: journey.Survey, N: n, Mean: v + 3, SD: 1, ScaleMin: 1, ScaleMax: 5, Date: day(year),
		}}
	}
	reading := func(e journey.Emotion) journey.Reading {
		return journey.Reading{Valence: e.Valence, Evidence: e.Evidence}
	}
	old := reading(source(-0.4, 2024, 400))
	for name, c := range map[string]struct {
		now  journey.Emotion
		want string
	}{
		"up":      {source(0.5, 2026, 400), "Up by 0.90 since survey 2024. " + say.Text("evidence.trend.apart")},
		"down":    {source(-0.5, 2026, 10), "Down by 0.10 since survey 2024. " + say.Text("evidence.trend.within")},
		"same":    {source(-0.4, 2026, 0), "As in survey 2024."},
		"earlier": {source(0.5, 2023, 400), ""},
	} {
		got := trendText(c.now, []journey.Reading{reading(source(1, 2025, 40)), old})
		if name == "earlier" && got != "" || !strings.Contains(strings.ToLower(got), strings.ToLower(c.want)) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
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

func TestOutcomeOfAPromiseInWords(t *testing.T) {
	m := journey.New("m", "M")
	m.Put(journey.Stage{ID: "s"})
	felt := func(v float64) journey.Emotion { return journey.Emotion{Known: true, Valence: v} }
	m.Put(journey.Touchpoint{ID: "a", Stage: "s"})
	m.Put(journey.Touchpoint{ID: "b", Stage: "s", Expected: felt(1), Actual: felt(0.5)})
	m.Put(journey.Touchpoint{ID: "c", Stage: "s", Expected: felt(1), Actual: felt(1.5)})
	for to, want := range map[journey.ID]string{"a": say.Text("promise.open"), "b": "Broken: the gap where it is tested is −0.5.", "c": "Kept: the gap where it is tested is +0.5."} {
		if got, _ := outcomeText(m, journey.Promise{From: "x", To: to}); got != want {
			t.Errorf("tested at %s: %q", to, got)
		}
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
	for _, want := range []string{"300", "4 came more than once"} {
		if !strings.Contains(passageText(tp.Passage), want) {
			t.Errorf("%q is not in %q", want, passageText(tp.Passage))
		}
	}
	if got := eventsText(h.Events); !strings.Contains(got, "e.csv") || !strings.Contains(got, "7 came") {
		t.Errorf("events: %q", got)
	}
	e.selected([]scene.Ref{{Kind: journey.KindStage, ID: st.ID}})
	fieldWith(t, e, "900").SetText("800")
	if got := e.doc.Map().StagesInOrder()[1].Customers; got != 800 {
		t.Errorf("the stage has %d customers", got)
	}
	e.perform("action.forget_counts")
	if counted(e.doc.Map()) {
		t.Error("counts are left")
	}
	if err := e.doc.Undo(); err != nil || e.doc.Map().Head.Events.Customers != 1000 || e.doc.Map().Journey()[3].Passage.Customers != 500 {
		t.Error("undo does not bring them back")
	}
}
