//go:build window

package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

var (
	seenTimes = flag.Int("seen.times", 5, "changes of another program a window is to show")
	seenOf    = flag.Int("seen.touchpoints", 300, "touchpoints of the map they are made in")
)

// wide is a map of n touchpoints in ten stages.
func wide(n int) *journey.Map {
	m := journey.New("wide", "A wide map")
	keys := journey.Spread(n + 10)
	m.Put(journey.Lane{ID: "lane", Order: keys[0], Type: journey.LaneTouchpoints, Name: "What she does"})
	for i := range 10 {
		m.Put(journey.Stage{ID: journey.ID(fmt.Sprintf("s%d", i)), Order: keys[i], Name: fmt.Sprintf("Stage %d", i)})
	}
	for i := range n {
		m.Put(journey.Touchpoint{
			ID: journey.ID(fmt.Sprintf("t%d", i)), Stage: journey.ID(fmt.Sprintf("s%d", i%10)), Lane: "lane", Order: keys[i],
			Title: fmt.Sprintf("Touchpoint %d", i), Actual: journey.Feel(float64(i%5) - 2),
		})
	}
	return m
}

// outside returns when the window last took in what another program wrote.
func (s *session) outside() (at time.Time) {
	for _, l := range s.lines() {
		var us int64
		if raw, ok := l["outside"]; ok && json.Unmarshal(raw, &us) == nil {
			at = time.UnixMicro(us)
		}
	}
	return at
}

// What another program commits is in the window soon after: from the end of the commit
// to the map that is drawn. How soon is told, not judged: the machine may be busy.
func TestWhatAnotherProgramWritesIsSeenInTheWindow(t *testing.T) {
	s := begin(t)
	s.kill()
	s.file = filepath.Join(t.TempDir(), "wide.journey")
	m := wide(*seenOf)
	f, err := storage.Create(s.file, m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	s.open()
	s.still()
	var took []time.Duration
	for i := range *seenTimes {
		tp, _ := m.Touchpoints.Get("t7")
		tp.Title = fmt.Sprintf("Asks for the %dth time", i)
		p, err := edit.Put{Rows: []journey.Row{tp}}.Plan(m)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Commit(context.Background(), p); err != nil {
			t.Fatal(err)
		}
		p.Apply(m)
		done := time.Now()
		s.until("the change is in the window", func() bool { return s.outside().After(done) })
		took = append(took, s.outside().Sub(done))
		time.Sleep(time.Duration(150+i%7*20) * time.Millisecond) // people pause, and not in step with anything
	}
	slices.Sort(took)
	t.Logf("%d changes in a map of %d touchpoints are in the window after: median %v, p95 %v, at most %v",
		len(took), *seenOf, took[len(took)/2].Round(time.Millisecond), took[len(took)*95/100].Round(time.Millisecond), took[len(took)-1].Round(time.Millisecond))
}
