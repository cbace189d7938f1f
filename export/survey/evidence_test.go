package survey

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"touchline.app/export/grid"
	"touchline.app/journey"
	"touchline.app/journey/evidence"
)

// trip is a map with the touchpoints named.
func trip(titles ...string) *journey.Map {
	m := journey.New("m", "Trip")
	m.Put(journey.Stage{ID: "s", Order: "V"})
	m.Put(journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints})
	for i, key := range journey.Spread(len(titles)) {
		m.Put(journey.Touchpoint{ID: journey.ID(fmt.Sprint("t", i)), Order: key, Stage: "s", Lane: "l", Title: titles[i]})
	}
	return m
}

func TestEvidence(t *testing.T) {
	m := trip("Eats and drinks", "Checks in", "Finds the gate")
	tp, _ := m.Touchpoints.Get("t0")
	tp.Actual = journey.Feel(-1)
	tp.Actual.Word, tp.Actual.Quote = "hungry", "No meal left."
	m.Put(tp)
	src := repeated("Class,Food and drink,Check-in service,Gate,Doubt about the gate", 60, "Eco,1,5,1,0", "Eco,2,4,2,6", "Eco,3,3,5,3", "Business,5,1,4,2", "Business,4,2,3,1")
	r := counted(t, src, Options{Filter: []Condition{{"Class", "Eco"}}})
	proposals := Propose(m, r)
	k := Settled(r, proposals)
	if len(k.Items) != 3 {
		t.Fatalf("settled %+v of %+v", k.Items, proposals)
	}
	day := time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)
	command, applied, err := Evidence(m, r, k, day, numbered())
	if err != nil || len(applied) != 3 {
		t.Fatal(applied, err)
	}
	patch, err := command.Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	patch.Apply(m)
	if problems := m.Validate(); len(problems) > 0 {
		t.Error(problems)
	}
	ate(t, m, day)
	patch.Invert().Apply(m)
	if old, _ := m.Touchpoints.Get("t0"); old.Actual.Valence != -1 || old.Actual.Evidence.N != 0 {
		t.Errorf("undone: %+v", old.Actual)
	}
}

// ate looks at what the evidence made of a touchpoint.
func ate(t *testing.T, m *journey.Map, day time.Time) {
	t.Helper()
	got, _ := m.Touchpoints.Get("t0")
	e := got.Actual
	if e.Valence != -1 || e.Word != "hungry" || e.Quote == "" || e.Evidence.N != 180 || e.Evidence.Name != "x.csv, question “Food and drink” (Class = Eco)" || !e.Evidence.Date.Equal(day) {
		t.Errorf("%+v", e)
	}
	if math.Abs(e.Evidence.SD-math.Sqrt(120.0/179)) > 1e-12 || fmt.Sprint(e.Evidence.Distribution) != "[60 60 60 0 0]" {
		t.Errorf("%+v", e.Evidence)
	}
}

// numbered gives ids that are the same each time.
func numbered() func() journey.ID {
	n := 0
	return func() journey.ID { n++; return journey.ID(fmt.Sprint("id", n)) }
}

func TestEvidenceKeepsWhatWasMeasuredBefore(t *testing.T) {
	m, ids := trip("Checks in"), numbered()
	scale := Reading{Scale: evidence.Scale{Min: 1, Max: 5}, NotApplicable: []string{"0"}}
	k := Mapping{Items: []Item{{Question: "Check-in", Touchpoint: "t0", Reading: scale}}}
	src := repeated("Class,Check-in", 30, "Eco,1", "Eco,2", "Eco,0", "Eco,", "Eco,77", "Business,5")
	take := func(class string) journey.Emotion {
		r := counted(t, src, Options{Filter: []Condition{{"Class", class}}})
		command, _, err := Evidence(m, r, k, time.Time{}, ids)
		if err != nil {
			t.Fatal(err)
		}
		patch, err := command.Plan(m)
		if err != nil {
			t.Fatal(err)
		}
		patch.Apply(m)
		tp, _ := m.Touchpoints.Get("t0")
		return tp.Actual
	}
	keeps(t, m, take)
}

// keeps counts the answers of one class twice, then those of another.
func keeps(t *testing.T, m *journey.Map, take func(class string) journey.Emotion) {
	t.Helper()
	for range 2 { // the second count of the same answers replaces the first
		ev := take("Eco").Evidence
		got := fmt.Sprint(ev.N, ev.Median, ev.NotApplicable, ev.Blank, ev.Junk, ev.Filter, ev.File, len(ev.FileDigest))
		if want := fmt.Sprint(60, 1.5, 30, 30, 30, "Class = Eco", "x.csv", 64); got != want {
			t.Errorf("evidence is %+v", ev)
		}
	}
	if m.Readings.Len() != 0 {
		t.Errorf("readings are %+v", m.ReadingsInOrder())
	}
	take("Business")
	got := m.ReadingsInOrder()
	if len(got) != 1 || got[0].Touchpoint != "t0" || got[0].Evidence.N != 60 || got[0].Valence != -1.5 {
		t.Errorf("readings are %+v", got)
	}
	if problems := m.Validate(); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestEvidenceSaysWhatIsLeftOut(t *testing.T) {
	m := trip("A", "B")
	r := counted(t, repeated("A,B,C", 60, "1,2,x", "5,4,y"), Options{})
	scale := Reading{Scale: evidence.Scale{Min: 1, Max: 5}}
	k := Mapping{Items: []Item{
		{Question: "A", Title: " a ", Reading: scale},
		{Question: "B", Touchpoint: "t0", Reading: scale},
		{Question: "C", Touchpoint: "t1", Reading: scale},
		{Question: "D", Touchpoint: "t1", Reading: scale},
		{Question: "B", Title: "Z", Reading: scale},
		{Question: "B", Touchpoint: "t1"},
	}}
	_, applied, err := Evidence(m, r, k, time.Time{}, numbered())
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, a := range applied {
		said = append(said, a.Problem.String())
	}
	want := "|the touchpoint has the answers to \"A\" already|there is no answer on the scale|the responses have no such question|the map has no touchpoint \"Z\"|the scale has no two ends"
	if got := strings.Join(said, "|"); got != want {
		t.Errorf("got %s", got)
	}
	if _, _, err := Evidence(m, r, Mapping{}, time.Time{}, numbered()); err == nil {
		t.Error("nothing to do is no error")
	}
}

func TestMapping(t *testing.T) {
	k := Mapping{
		Source: "Survey of May", Filter: []Condition{{"Class", "Eco"}}, Long: &Long{"q", "a"}, Table: grid.Wish{Delimiter: ";"},
		Items: []Item{{Question: "Food", Touchpoint: "t0", Title: "Eats", Reading: Reading{Scale: evidence.Scale{Min: 1, Max: 5, Turned: true}, NotApplicable: []string{"99"}, Words: map[string]float64{"good": 4}}}},
	}
	var out bytes.Buffer
	if err := k.Save(&out); err != nil {
		t.Fatal(err)
	}
	again, err := Load(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	k.Format = format
	if fmt.Sprintf("%+v", again.Items) != fmt.Sprintf("%+v", k.Items) || again.Source != k.Source || *again.Long != *k.Long || again.Table.Delimiter != ";" {
		t.Errorf("got %+v", again)
	}
	for _, bad := range []string{"", "{}", "[", `{"format":9}`, `{"format":1,"questions":[{"question":"x"}]}`} {
		if _, err := Load(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was loaded", bad)
		}
	}
}

func TestAspect(t *testing.T) {
	for name, want := range map[string]string{
		"How satisfied are you with · Check-in": "Check-in", "Satisfied with: [Food and drinks]": "Food and drinks", "Rate: - Boarding": "Boarding",
		"Food": "", "Q1 [1]": "", "On-board service": "", "Seat (1 = best - 5 = worst)": "5 = worst)",
	} {
		if got := Aspect(name); got != want {
			t.Errorf("%q is about %q, want %q", name, got, want)
		}
	}
}

// TestQuestionsThatBeginAlike are paired by what tells them apart.
func TestQuestionsThatBeginAlike(t *testing.T) {
	m := trip("Checks in", "Eats and drinks", "Boards by phone")
	head := "How satisfied are you with the following things that we offered you on your trip? · Check-in,How satisfied are you with the following things that we offered you on your trip? · Food and drinks,Boarding (1 = sehr gut; 5 = mangelhaft),end"
	r := counted(t, repeated(head, 60, "1,2,3,x", "5,4,5,x", "3,3,1,x", "2,5,2,x", "4,1,4,x"), Options{})
	var got []string
	for _, p := range Propose(m, r) {
		got = append(got, string(p.Touchpoint))
	}
	if text := strings.Join(got, " "); text != "t0 t1 t2 " {
		t.Errorf("paired with %q", text)
	}
}
