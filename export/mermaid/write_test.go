package mermaid

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/journey"
)

func write(t testing.TB, m *journey.Map) (string, []Warning) {
	t.Helper()
	var out bytes.Buffer
	warnings, err := Write(&out, m)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), warnings
}

// said is what a diagram can say of a map, as text.
func said(m *journey.Map) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%q %q\n", clean(m.Head.Title), clean(m.Head.Scenario))
	for _, s := range m.StagesInOrder() {
		fmt.Fprintf(&out, "%q\n", clean(s.Name))
		for _, tp := range m.InStage(s.ID) {
			fmt.Fprintf(&out, "  %q %s", clean(tp.Title), score(tp.Actual))
			for _, a := range tp.Actors {
				p, _ := m.Personas.Get(a)
				fmt.Fprintf(&out, " %q", clean(p.Name))
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

// roundTrip writes the map, reads it as Mermaid does, and compares.
func roundTrip(t *testing.T, m *journey.Map) {
	t.Helper()
	text, _ := write(t, m)
	if _, err := parseStrict(newSource(text)); err != nil {
		t.Fatalf("Mermaid refuses what was written: %v\n%s", err, text)
	}
	back, warnings, err := Read("x.mmd", []byte(text))
	if err != nil || len(warnings) > 0 {
		t.Fatalf("%v, %v\n%s", err, warnings, text)
	}
	if got, want := said(back), said(m); got != want {
		t.Errorf("got\n%swant\n%sfrom\n%s", got, want, text)
	}
	if again, _ := write(t, back); again != text {
		t.Errorf("written again:\n%sbefore:\n%s", again, text)
	}
}

func TestRoundTripOfRealDiagrams(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.name, func(t *testing.T) {
			m, _, err := Read(s.name, []byte(s.text))
			if err != nil {
				t.Fatal(err)
			}
			roundTrip(t, m)
		})
	}
}

// texts are what breaks a careless writer.
var texts = []string{
	"", "plain", "Phase 1: Discovery", "a;b", "#3", "#35;", "a #quot; b", "R&D", "R&amp;D: x", "100%", "%done", "%%", "a%%b",
	"x%% y", "%%{init: {}}%%", "}%%", "title page", "Title", "section review", "Journey", "journey planning", "journeys",
	"accTitle: x", "accDescr {x}", "a, b", "<b>bold</b>", `<a href="x:y">`, "Roadmap < 2025", "2 > 1", "喝茶：5：我", "---", "```",
	"style a:b#c;d", "classDef x:#y;", "ﬂ°°35¶ß", "ﬂ°x", "¶ß", "😀%%", "👨‍👩‍👧 family", "مرحبا", "n/a", "5", ":", ";", "#", "&",
	"a\nb", "tab\there", "\u2028", "\u00a0", "x\x00y", "it's \"quoted\"", "<br>", "<br/>x", "Infinity", "0x10",
}

func TestRoundTripOfAwkwardTexts(t *testing.T) {
	for i, text := range append(naughty(t), texts...) {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			roundTrip(t, mapOf(text, text, text, text, text))
		})
	}
	rng := rand.New(rand.NewPCG(5, 6))
	pick := func() string { return texts[rng.IntN(len(texts))] + texts[rng.IntN(len(texts))] }
	for range 3000 {
		roundTrip(t, mapOf(pick(), pick(), pick(), pick(), pick()))
	}
}

// naughty returns the Big List of Naughty Strings where it lies beside the checkout.
func naughty(t *testing.T) []string {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", "hostile", "blns.json"))
	if err != nil {
		return nil
	}
	var out []string
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// mapOf returns a map of two stages that holds the texts.
func mapOf(title, scenario, stage, touchpoint, person string) *journey.Map {
	m := journey.New("m", title)
	m.Head.Scenario = scenario
	m.Put(journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints})
	m.Put(journey.Stage{ID: "s1", Order: "a", Name: "first"})
	m.Put(journey.Stage{ID: "s2", Order: "b", Name: stage})
	actors := []journey.ID{"p1"}
	m.Put(journey.Persona{ID: "p1", Order: "a", Name: "Me"})
	if p := clean(person); p != "" && p != "Me" {
		m.Put(journey.Persona{ID: "p2", Order: "b", Name: person})
		actors = append(actors, "p2")
	}
	m.Put(journey.Touchpoint{ID: "t1", Stage: "s1", Lane: "l", Order: "a", Title: "A", Actual: journey.Feel(-1.3)})
	m.Put(journey.Touchpoint{ID: "t2", Stage: "s2", Lane: "l", Order: "a", Title: touchpoint, Actors: actors})
	return m
}

func TestWrite(t *testing.T) {
	m := mapOf("A day", "at home", "Home", "Make tea", "Cat: the 2nd")
	m.Put(journey.Stage{ID: "s0", Order: "A"})
	m.Put(journey.Touchpoint{ID: "t0", Stage: "s0", Lane: "l", Order: "a", Title: "Wake up", Actual: journey.Feel(0)})
	want := `journey
    title A day
    accDescr: at home
      Wake up: 3
    section first
      A: 1.7
    section Home
      Make tea: n/a: Me, Cat#colon; the 2nd
`
	if got, _ := write(t, m); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWriteSaysWhatItLeavesOut(t *testing.T) {
	m := mapOf("", "", "first", "x", "")
	tp := m.Journey()[0]
	tp.Expected, tp.Passage.Customers = journey.Feel(1), 9
	m.Put(tp)
	m.Put(journey.Persona{ID: "p", Name: "Ann", Goals: "Tea"})
	m.Put(journey.Waiver{ID: "w", Check: "no-evidence", Row: tp.ID})
	m.Put(journey.Note{ID: "n1", Text: "x"})
	m.Put(journey.Note{ID: "n2", Text: "y"})
	_, warnings := write(t, m)
	var all strings.Builder
	for _, w := range warnings {
		fmt.Fprintln(&all, w)
	}
	want := `left out, for Mermaid has no place for it: 1 expected emotion
left out, for Mermaid has no place for it: 1 persona's details
left out, for Mermaid has no place for them: 2 notes
left out, for Mermaid has no place for it: 1 count of customers at a touchpoint
left out, for Mermaid has no place for it: 1 waiver of a finding
without an actual emotion, so written with the score n/a: 1 of 2 touchpoints
two stages called "first" follow each other: Mermaid draws them as one
`
	if all.String() != want {
		t.Errorf("got\n%swant\n%s", &all, want)
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteReturnsTheErrorOfTheWriter(t *testing.T) {
	if _, err := Write(full{}, mapOf("", "", "", "", "")); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
