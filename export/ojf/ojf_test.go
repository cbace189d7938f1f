package ojf_test

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"touchline.app/export/exporttest"
	"touchline.app/export/ojf"
	"touchline.app/journey"
	"touchline.app/journey/sample"
)

const spec = `{
  "version": "1.0", "persona": "Frequent traveller", "pointOfView": "Booking by phone",
  "stages": [{"id": "s1", "name": "Discovery"}, {"id": "s2", "name": "Purchase"}],
  "swimlanes": [{"id": "a", "name": "User Action"}, {"id": "b", "name": "Emotional State"}, {"id": "c", "name": "Pain Points"}],
  "nodes": [
    {"stageId": "s1", "swimlaneId": "a", "title": "Search", "description": "By name.", "score": 5, "isMomentOfTruth": true,
     "sentiment": "delighted", "icon": "search", "iconColor": "#4f46e5", "tags": ["Search", "Desktop"],
     "blueprint": {"onstage": [{"actor": "Doorman", "action": "Greets"}], "support": [{"system": "Shop", "description": "Counts"}]}},
    {"stageId": "s2", "swimlaneId": "a", "title": "Pay", "score": -7},
    {"stageId": "s2", "swimlaneId": "b", "title": "Anxiety", "description": "Is it safe?", "severity": "medium", "sentiment": "anxious"},
    {"stageId": "s2", "swimlaneId": "c", "title": "Fee", "severity": "high"},
    {"stageId": "s9", "swimlaneId": "c", "title": "Nowhere"}
  ]
}`

func TestRead(t *testing.T) {
	m, _, err := ojf.Read("x.ojf", []byte(spec))
	if err != nil || !ojf.Is([]byte(spec)) {
		t.Fatal(err)
	}
	if problems := m.Validate(); len(problems) > 0 {
		t.Error(problems)
	}
	first, second := m.Journey()[0], m.Journey()[1]
	want := journey.Touchpoint{
		ID: first.ID, Stage: first.Stage, Lane: first.Lane, Order: first.Order, Title: "Search", Details: "By name.",
		Actors: []journey.ID{m.PersonasInOrder()[0].ID}, Actual: journey.Emotion{Known: true, Valence: 2, Word: "delighted"}, Matters: true, Color: "#4f46e5",
	}
	if !reflect.DeepEqual(first, want) || second.Title != "Pay" || second.Actual.Valence != -2 {
		t.Errorf("%+v\n%+v", first, second)
	}
}

func TestWhatElseANodeBecomes(t *testing.T) {
	m, warnings, err := ojf.Read("x.ojf", []byte(spec))
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	for _, n := range m.NotesInOrder() {
		notes = append(notes, n.Text)
	}
	if want := []string{"Search\nOnstage: Doorman: Greets\nSupport: Shop: Counts", "Anxiety: Is it safe?"}; !reflect.DeepEqual(notes, want) {
		t.Errorf("%q", notes)
	}
	if p := m.PainPointsInOrder(); len(p) != 1 || p[0].Text != "Fee" || p[0].Severity != 5 {
		t.Errorf("%+v", p)
	}
	if m.Head.Scenario != "Booking by phone" || m.PersonasInOrder()[0].Name != "Frequent traveller" {
		t.Errorf("%+v", m.Head)
	}
	var said []string
	for _, w := range warnings {
		said = append(said, w.String())
	}
	want := []string{
		`the score -7 of "Pay" is outside -5..5: taken as -5`,
		"left out, for a map has no place for them: 1 nodes in a stage or swimlane that is not there",
		"left out, for a map has no place for them: 1 scores and moments of nodes that become notes, pain points or opportunities",
		"left out, for a map has no place for them: 2 tags",
		"left out, for a map has no place for them: 1 icons",
	}
	if !reflect.DeepEqual(said, want) {
		t.Errorf("%q", said)
	}
}

func TestNewerFilesSayItInTheirMetadata(t *testing.T) {
	m, _, err := ojf.Read("x.ojf", []byte(`{"metadata": {"title": "Arrival", "persona": "Guest", "pov": "Late", "version": "1.1.0"}, "stages": [], "swimlanes": [], "nodes": []}`))
	if err != nil || m.Head.Title != "Arrival" || m.Head.Scenario != "Late" || m.Personas.Len() != 1 {
		t.Error(m, err)
	}
}

func TestWhatIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "other JSON": `{"a": 1}`, "no JSON": spec[:99], "score of words": strings.Replace(spec, "-7", `"bad"`, 1), "Latin-1": "\xff{}",
	} {
		if m, _, err := ojf.Read("x.ojf", []byte(text)); m != nil || err == nil || !strings.HasPrefix(err.Error(), "x.ojf is ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func written(t testing.TB, m *journey.Map) ([]byte, string) {
	t.Helper()
	var out bytes.Buffer
	warnings, err := ojf.Write(&out, m)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, w := range warnings {
		said = append(said, w.String())
	}
	return out.Bytes(), strings.Join(said, "\n")
}

// What the format can carry comes back: stages, touchpoints in their order with
// their texts, marks and scores.
func TestWhatIsWrittenComesBack(t *testing.T) {
	for seed := range uint64(300) {
		m := exporttest.Random(seed)
		for l := range m.Clone().Lanes.All() {
			l.Name = string(l.Type)
			m.Put(l)
		}
		data, _ := written(t, m)
		got, _, err := ojf.Read("x.ojf", data)
		if err != nil {
			t.Fatal(err)
		}
		if problems := got.Validate(); len(problems) > 0 {
			t.Fatalf("seed %d: %v", seed, problems)
		}
		if got.Head.Title != m.Head.Title || got.Head.Scenario != m.Head.Scenario || got.Stages.Len() != m.Stages.Len() {
			t.Fatalf("seed %d: %+v became %+v", seed, m.Head, got.Head)
		}
		byTitle := map[string]int{}
		for _, tp := range got.Journey() {
			byTitle[tp.Title+tp.Details]++
		}
		for _, tp := range m.Journey() {
			if byTitle[tp.Title+tp.Details]--; byTitle[tp.Title+tp.Details] < 0 {
				t.Fatalf("seed %d: %q is lost", seed, tp.Title)
			}
		}
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	m, err := sample.Flight(journey.NewIDs(rand.NewChaCha8([32]byte{})))
	if err != nil {
		t.Fatal(err)
	}
	data, said := written(t, m)
	if !ojf.Is(data) {
		t.Error("not taken for OpenJourney")
	}
	for _, word := range []string{"expected emotions", "evidences", "quotes", "owners", "phases"} {
		if !strings.Contains(said, word) {
			t.Errorf("no word about %s in %q", word, said)
		}
	}
	got, _, err := ojf.Read("x", data)
	if err != nil || got.Touchpoints.Len() != m.Touchpoints.Len() || got.PainPoints.Len() != m.PainPoints.Len() || got.Notes.Len() != m.Notes.Len() {
		t.Errorf("%d touchpoints, %v", got.Touchpoints.Len(), err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(spec))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, _, err := ojf.Read("x", data)
		if err == nil {
			if problems := m.Validate(); len(problems) > 0 {
				t.Fatal(problems)
			}
		}
	})
}

func TestCountsAndWaiversAreSaidToBeLeftOut(t *testing.T) {
	m := journey.New("m", "Map")
	m.Put(journey.Stage{ID: "s"})
	m.Put(journey.Lane{ID: "l", Type: journey.LaneTouchpoints})
	m.Put(journey.Touchpoint{ID: "t", Stage: "s", Lane: "l", Title: "Pays", Expected: journey.Feel(1), Passage: journey.Passage{Customers: 9}})
	m.Put(journey.Waiver{ID: "w", Check: "no-evidence", Row: "t"})
	_, said := written(t, m)
	for _, what := range []string{"1 expected emotions", "1 counts of customers at touchpoints", "1 waivers of findings"} {
		if !strings.Contains(said, what) {
			t.Errorf("%q does not say %q", said, what)
		}
	}
}
