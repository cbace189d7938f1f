//go:build ci

package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"touchline.app/app/document/documenttest"
	"touchline.app/app/say"
	"touchline.app/journey"
)

// takenIn writes a table and opens its intake.
func takenIn(t *testing.T, e *editor, name, text string) *intake {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	e.takeIn(path)
	if e.intake == nil {
		t.Fatal("no table is taken in")
	}
	return e.intake
}

// forward goes to the second step.
func forward(ui *documenttest.Loop, in *intake) {
	ui.T.Helper()
	in.next.Act()
	ui.Until("what the table means is shown", func() bool { return in.second != nil && in.stop == nil })
}

// ratings is a table of answers from 1 to 5 with some that do not apply.
func ratings(question string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "id,Class,%s,Collects the bags,How likely\n", question)
	for i := range n {
		fmt.Fprintf(&b, "%d,%s,%d,%d,%d\n", 1000+i, []string{"Eco", "First"}[i%2], answerTo(i), []int{1, 2, 3, 4, 5, 5}[i%6], i%3)
	}
	return b.String()
}

// answerTo is an answer that does not apply once in sixty.
func answerTo(i int) int {
	if i%60 == 0 {
		return 0
	}
	return []int{5, 4, 1, 2, 3, 3}[i%6]
}

func touchpointTitled(m *journey.Map, title string) journey.Touchpoint {
	for _, t := range m.Journey() {
		if t.Title == title {
			return t
		}
	}
	return journey.Touchpoint{}
}

func TestResponsesDrawTheActualEmotions(t *testing.T) {
	e, ui, _ := opening(t)
	in := takenIn(t, e, "q3.csv", ratings("Gives feedback", 600))
	if in.kind != tellsSurvey {
		t.Errorf("it tells of %s", in.kind)
	}
	forward(ui, in)
	s := in.second.(*surveyStep)
	if first := s.rows[0]; first.question.Name != "Gives feedback" || first.settled {
		t.Fatalf("the first question is %+v", first)
	}
	s.scales(0)[0].run(e)
	in.next.Act()
	if e.intake != nil {
		t.Fatal("the dialog stays open")
	}
	got := touchpointTitled(e.doc.Map(), "Gives feedback").Actual
	if got.Evidence.N != 590 || got.Evidence.NotApplicable != 10 || got.Evidence.Filter != "" || got.Evidence.File != "q3.csv" {
		t.Errorf("evidence is %+v", got.Evidence)
	}
	if err := e.doc.Undo(); err != nil || touchpointTitled(e.doc.Map(), "Gives feedback").Actual.Evidence.N != 0 {
		t.Error("undo leaves it")
	}
}

func TestWhatIsInDoubtWaitsForAPerson(t *testing.T) {
	e, ui, _ := opening(t)
	in := takenIn(t, e, "q3.csv", ratings("Gives feedback", 600))
	forward(ui, in)
	s := in.second.(*surveyStep)
	if k := s.mapping(); len(k.Items) != 0 || !in.next.Off {
		t.Errorf("what nobody settled is mapped: %+v", k.Items)
	}
	s.scales(0)[0].run(e)
	if len(s.mapping().Items) != 1 || in.next.Off {
		t.Errorf("settled is %+v", s.mapping().Items)
	}
	s.codes(0, " 0 , 3")
	if r := s.rows[0]; r.result.N != 390 || strings.Join(r.reading.NotApplicable, "|") != "0|3" {
		t.Errorf("with two codes %+v", r.result)
	}
	last := len(s.rows) - 1
	s.rows[0].settled = false
	s.tell()
	if !in.settle.Visible() {
		t.Error("what is proposed cannot be taken")
	}
	in.settle.Act()
	if len(s.mapping().Items) != 2 || in.settle.Visible() || in.next.Off {
		t.Errorf("with what is proposed %+v", s.mapping().Items)
	}
	s.touchpoints(last)[1].run(e) // another question takes the first touchpoint of the map
	s.touchpoints(0)[1].run(e)
	if s.rows[last].touchpoint != "" {
		t.Error("two questions are about one touchpoint")
	}
}

func TestADoubtIsTold(t *testing.T) {
	e, ui, _ := opening(t)
	in := takenIn(t, e, "q3.csv", ratings("Gives feedback", 600))
	forward(ui, in)
	s := in.second.(*surveyStep)
	if why := s.doubts(0); !strings.HasPrefix(why, "In doubt: ") || !strings.HasSuffix(why, ".") || len(why) < 20 {
		t.Errorf("the doubt is told as %q", why)
	}
	s.scales(0)[0].run(e)
	if why := s.doubts(0); why != "" {
		t.Errorf("what is settled is in doubt: %q", why)
	}
}

func TestAFilterCountsSomeResponses(t *testing.T) {
	e, ui, _ := opening(t)
	in := takenIn(t, e, "q3.csv", ratings("Gives feedback", 600))
	forward(ui, in)
	s := in.second.(*surveyStep)
	s.scales(0)[0].run(e)
	s.filter.Column, s.filter.Value = "Class", "First"
	s.count()
	ui.Until("counted anew", func() bool { return in.stop == nil && s.responses.Kept == 300 })
	in.next.Act()
	if got := touchpointTitled(e.doc.Map(), "Gives feedback").Actual.Evidence.Filter; got != "Class = First" {
		t.Errorf("the filter is %q", got)
	}
}

func TestAMappingIsKeptAndUsedAgain(t *testing.T) {
	e, ui, _ := opening(t)
	in := takenIn(t, e, "q3.csv", ratings("Gives feedback", 600))
	forward(ui, in)
	s := in.second.(*surveyStep)
	s.codes(0, "0,5")
	path := filepath.Join(t.TempDir(), "m.json")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.mapping().Save(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	k, err := loadMapping(path)
	if err != nil {
		t.Fatal(err)
	}
	s.saved, s.rows = k, nil
	s.count()
	ui.Until("counted anew", func() bool { return in.stop == nil && len(s.rows) > 0 })
	if r := s.rows[0]; r.result.N != 500 || !r.settled {
		t.Errorf("with the mapping %+v", r)
	}
	if _, err := loadMapping(in.path); err == nil {
		t.Error("a table is a mapping")
	}
}

func TestFiguresAreTakenIn(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		kind  tells
		look  func(m *journey.Map) bool
	}{
		"events": {"customer,event,time\n1,Books online,2026-03-01\n1,Checks in,2026-03-02\n2,Books online,2026-03-01\n", tellsEvents, func(m *journey.Map) bool {
			return m.Head.Events.Customers == 2 && touchpointTitled(m, "Books online").Passage.Customers == 2
		}},
		"customers": {"stage,users\nPlan,1000\nBook,400\n", tellsCustomers, func(m *journey.Map) bool { return m.StagesInOrder()[1].Customers == 400 }},
		"metrics": {"touchpoint,kpi,actual,target\nChecks in,Minutes,12,8\n", tellsMetrics, func(m *journey.Map) bool {
			ks := m.MetricsInOrder()
			return len(ks) == 7 && ks[6].Name == "Minutes" && ks[6].ID != ""
		}},
	} {
		t.Run(name, func(t *testing.T) {
			e, ui, _ := opening(t)
			in := takenIn(t, e, name+".csv", c.table)
			forward(ui, in)
			if in.kind != c.kind {
				t.Errorf("it tells of %s", in.kind)
			}
			in.next.Act()
			ui.Until("taken in", func() bool { return e.intake == nil })
			if !c.look(e.doc.Map()) {
				t.Errorf("the map holds %+v, %+v", e.doc.Map().Head.Events, e.doc.Map().MetricsInOrder())
			}
		})
	}
}

func TestANameCanMeanAnotherTouchpoint(t *testing.T) {
	e, ui, _ := opening(t)
	in := takenIn(t, e, "e.csv", "customer,event\n1,/pay\n1,Checks in\n")
	forward(ui, in)
	p := in.second.(*placesStep)
	row := 0
	if p.found.Names[1].Text == "/pay" {
		row = 1
	}
	for _, c := range p.places(row) {
		if c.text == "Books online" {
			c.run(e)
		}
	}
	ui.Until("looked again", func() bool { return in.stop == nil })
	if n := p.found.Names[row]; n.Place != touchpointTitled(e.doc.Map(), "Books online").ID {
		t.Errorf("it means %+v", n)
	}
}

func TestATableOfTouchpointsBecomesAMap(t *testing.T) {
	e, ui, _ := opening(t)
	in := takenIn(t, e, "steps.csv", "Stage,Touchpoint,Emotion\nFind,Sees the sign,happy\nPay,Pays at the till,angry\n")
	if in.kind != tellsTouchpoints {
		t.Errorf("it tells of %s", in.kind)
	}
	in.next.Act()
	ui.Until("a new map", func() bool { return e.doc.Map().Touchpoints.Len() == 2 })
}

func TestTroubleWithATableIsSaid(t *testing.T) {
	e, ui, _ := opening(t)
	in := takenIn(t, e, "e.csv", "customer,event,time\n1,Books online,03/04/2026\n2,Checks in,05/06/2026\n")
	forward(ui, in)
	if !in.next.Off || !strings.Contains(in.note.Said, "03/04/2026") {
		t.Errorf("it says %q", in.note.Said)
	}
	in.typedKey("Escape")
	if e.intake != nil {
		t.Error("Escape leaves it open")
	}
	e.takeIn(filepath.Join(t.TempDir(), "gone.csv"))
	if e.intake != nil || e.asked == nil {
		t.Error("a file that is not there opens")
	}
}

func TestDroppedTables(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		taken      bool
	}{
		"answers":     {"q3.csv", ratings("Gives feedback", 60), true},
		"figures":     {"f.CSV", "stage,users\nPlan,1000\n", true},
		"touchpoints": {"steps.csv", "Stage,Touchpoint,Emotion\nFind,Sees the sign,happy\n", false},
		"no table":    {"m.mmd", "journey\n title A\n section B\n C: 3: D\n", false},
		"empty":       {"e.csv", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			e, _, _ := opening(t)
			path := filepath.Join(t.TempDir(), c.file)
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			e.dropped([]fyne.URI{storage.NewFileURI(path)})
			if (e.intake != nil) != c.taken {
				t.Errorf("taken in: %v", e.intake != nil)
			}
			if !c.taken && e.asked == nil {
				t.Error("nobody is asked in which window it opens")
			}
		})
	}
}

func TestATableWithoutScalesOrTouchpointsSaysSo(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no scale":      {"Name,Remark\nAnn,fine\nBob,so so\nCay,good grief\n", "intake.no_scale"},
		"no touchpoint": {ratings("Quux", 60), "intake.no_touchpoint"},
	} {
		t.Run(name, func(t *testing.T) {
			e, ui, _ := opening(t)
			in := takenIn(t, e, "q.csv", strings.ReplaceAll(c.text, "Collects the bags", "Quuux"))
			forward(ui, in)
			if !strings.Contains(in.note.Said, say.Text(c.want)) || !in.next.Off {
				t.Errorf("it says %q", in.note.Said)
			}
		})
	}
}

func TestWorkThatIsStoppedLeavesNoSentenceBehind(t *testing.T) {
	e, _, _ := opening(t)
	in := takenIn(t, e, "q3.csv", ratings("Gives feedback", 60))
	before := in.note.Said
	in.next.Act()
	in.abandon()
	if in.stop != nil || in.note.Said != before || in.work.Visible() || in.next.Off {
		t.Errorf("it says %q", in.note.Said)
	}
}
