//go:build window

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/evidence"
	"touchline.app/storage"
)

// mostClicks is more clicks than it may take from a table to curves with bands: the
// dialog that asks for the file takes four of them.
const mostClicks = 10 - 4

// table writes a table beside the map.
func (s *session) table(name, text string) string {
	s.t.Helper()
	path := filepath.Join(filepath.Dir(s.file), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// springResponses is a survey of n responses, in which one scale is in doubt.
func springResponses(n int) string {
	var b strings.Builder
	b.WriteString("id,How satisfied were you with the check-in?,Ease of booking online,Collecting the bags,Comment\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,%d,%s,%d,fine %d\n", i, 1+i*7%5, []string{"Agree", "Disagree", "Strongly agree"}[i%3], []int{1, 2, 3, 4, 5, 0}[i%6], i)
	}
	return b.String()
}

// banded returns the titles of the touchpoints of the file whose actual emotion has an
// interval from a table.
func banded(t *testing.T, path, table string) []string {
	t.Helper()
	m, err := storage.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, tp := range m.Journey() {
		if _, _, ok := evidence.Band(tp.Actual); ok && tp.Actual.Evidence.File == table && tp.Actual.Evidence.Source == journey.Survey {
			out = append(out, tp.Title)
		}
	}
	return out
}

// TestFromATableToCurvesWithBands goes the way of somebody who has never done it.
func TestFromATableToCurvesWithBands(t *testing.T) {
	s := begin(t)
	clicks := 0
	press := func(name string) {
		t.Helper()
		s.see(name+" can be pressed", func(v sight) bool { return v.has("button", name) })
		s.click(s.spot("button", name))
		clicks++
	}
	drop(t, s.windows[0], s.table("spring.csv", springResponses(60)))
	s.see("the table is shown", func(v sight) bool { return v.has("label", "What is in spring.csv") })
	press("Next")
	s.see("what it means is shown", func(v sight) bool { return v.has("label", "What spring.csv means") })
	press("Take the proposed scales")
	press("Import")
	s.see("the map is back", func(v sight) bool { return v.Over == 0 && strings.Contains(v.Undo, "spring.csv") && v.Saved })
	if got := banded(t, s.file, "spring.csv"); strings.Join(got, ", ") != "Books online, Checks in, Collects the bags" {
		t.Errorf("drawn with a band are %q", got)
	}
	if clicks > mostClicks {
		t.Errorf("it took %d clicks", clicks)
	}
	s.key("ctrl+z")
	s.see("it is taken back in one step", func(v sight) bool { return v.Undo == "Undo" && v.Saved })
	if got := banded(t, s.file, "spring.csv"); len(got) != 0 {
		t.Errorf("left are %q", got)
	}
}

// lengthen adds a text to a file several times.
func lengthen(t *testing.T, path, text string, times int) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o600) //nolint:gosec // of this test
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for range times {
		if _, err := f.WriteString(text); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReadingALargeTableIsStopped stops it before it has been counted.
func TestReadingALargeTableIsStopped(t *testing.T) {
	s := begin(t)
	was := s.rests().Map
	head, row, _ := strings.Cut(springResponses(1), "\n")
	large := s.table("large.csv", head+"\n")
	lengthen(t, large, strings.Repeat(row, 100_000), 150)
	drop(t, s.windows[0], large)
	s.see("the table is shown", func(v sight) bool { return v.has("label", "What is in large.csv") })
	s.click(s.spot("button", "Next"))
	s.see("it is being read", func(v sight) bool { return v.has("button", "Stop") })
	s.click(s.spot("button", "Stop"))
	s.see("it was stopped", func(v sight) bool { return v.Over == 1 && !v.has("button", "Stop") && v.has("button", "Next") })
	s.key("Escape")
	if v := s.see("the map is back", func(v sight) bool { return v.Over == 0 }); v.Map != was {
		t.Error("the map has changed")
	}
}

// TestAWrongEncodingIsCorrectedByHand chooses another one from the list.
func TestAWrongEncodingIsCorrectedByHand(t *testing.T) {
	s := begin(t)
	text := strings.ReplaceAll(springResponses(60), "fine", "gro\xdf")
	drop(t, s.windows[0], s.table("spring.csv", text))
	v := s.see("the table is shown", func(v sight) bool { return v.has("label", "What is in spring.csv") })
	var found spot
	for _, p := range v.of("choice") {
		if strings.HasPrefix(p.Name, "Windows-") {
			found = p
		}
	}
	s.click(found)
	s.see("the list is open", func(v sight) bool { return v.Over == 2 })
	s.write("UTF-16LE")
	s.key("Return")
	s.see("another encoding is chosen", func(v sight) bool { return v.Over == 1 && v.has("choice", "UTF-16LE") })
}
