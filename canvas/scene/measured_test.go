package scene_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/resources"
)

// told returns the texts of the nodes of a role, each as one line.
func told(s *scene.Scene, role scene.Role) []string {
	var out []string
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Role != role {
			continue
		}
		var words []string
		for _, op := range n.Ops() {
			if op.Kind == scene.OpText {
				words = append(words, op.Line.Text)
			}
		}
		out = append(out, strings.TrimSpace(strings.Join(words, " ")))
	}
	return out
}

func laid(m *journey.Map) *scene.Scene {
	return scene.Build(m, scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")})
}

// way is a map of four touchpoints in two stages, with every lane.
func way() *journey.Map {
	m := journey.New("m", "Way")
	for i, t := range []journey.LaneType{journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneEvidence, journey.LaneMetrics} {
		m.Put(journey.Lane{ID: journey.ID(t), Order: journey.Spread(4)[i], Type: t})
	}
	for i, key := range journey.Spread(2) {
		m.Put(journey.Stage{ID: journey.ID(fmt.Sprint("s", i)), Order: key, Name: fmt.Sprint("Stage ", i)})
	}
	for i, key := range journey.Spread(4) {
		m.Put(journey.Touchpoint{ID: journey.ID(fmt.Sprint("t", i)), Stage: journey.ID(fmt.Sprint("s", i/2)), Lane: journey.ID(journey.LaneTouchpoints), Order: key, Title: fmt.Sprint("Touchpoint ", i), Expected: journey.Feel(1), Actual: journey.Feel(1)})
	}
	return m
}

func change(m *journey.Map, id journey.ID, f func(*journey.Touchpoint)) {
	t, _ := m.Touchpoints.Get(id)
	f(&t)
	m.Put(t)
}

func survey(year int, n int, mean, sd float64) journey.Evidence {
	return journey.Evidence{Source: journey.Survey, N: n, Mean: mean, SD: sd, ScaleMin: 1, ScaleMax: 5, Date: time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC)}
}

func TestPromisesAreDrawnAsThreads(t *testing.T) {
	m := way()
	change(m, "t2", func(t *journey.Touchpoint) { t.Actual = journey.Feel(-0.5) })
	change(m, "t3", func(t *journey.Touchpoint) { t.Actual = journey.Emotion{} })
	for i, p := range []journey.Promise{{From: "t0", To: "t1", Text: "two  seats"}, {From: "t0", To: "t2"}, {From: "t1", To: "t3"}, {From: "t0", To: "gone"}} {
		p.ID, p.Order = journey.ID(fmt.Sprint("p", i)), journey.Spread(4)[i]
		m.Put(p)
	}
	s := laid(m)
	got := told(s, scene.RolePromise)
	slices.Sort(got)
	if want := []string{"Promise broken (−1.5)", "Promise kept: two seats (0.0)", "Promise not tested"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	var threads []scene.Rect
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Role == scene.RolePromise {
			for _, r := range threads {
				if r.Overlaps(n.Bounds) {
					t.Errorf("threads lie over each other at %v and %v", r, n.Bounds)
				}
			}
			threads = append(threads, n.Bounds)
			if !strings.Contains(n.Alt, " → ") {
				t.Errorf("in words it says %q", n.Alt)
			}
		}
	}
}

func TestEvidenceNamesOtherSourcesAndTheTrend(t *testing.T) {
	m := way()
	change(m, "t0", func(t *journey.Touchpoint) { t.Actual.Evidence = survey(2026, 40, 3, 1) })
	keys := journey.Spread(5)
	for i, r := range []journey.Reading{
		{Touchpoint: "t0", Valence: -0.5, Evidence: survey(2024, 30, 2.5, 1)},
		{Touchpoint: "t0", Valence: 0.4, Evidence: survey(2025, 30, 3.4, 1)},
		{Touchpoint: "t0", Valence: 0.1, Evidence: journey.Evidence{Source: journey.Workshop, N: 5}},
		{Touchpoint: "t0", Felt: journey.FeltExpected, Valence: 2, Evidence: survey(2025, 30, 3.4, 1)},
		{Touchpoint: "t0", Valence: 0.2, Evidence: survey(2025, 31, 3.2, 1)},
	} {
		r.ID, r.Order = journey.ID(fmt.Sprint("r", i)), keys[i]
		m.Put(r)
	}
	got := told(laid(m), scene.RoleEvidence)[0]
	if want := "survey · 40 2025-06 +0.4 2025-06 +0.2 survey 2024 −0.5 and 1 more ▲ +1.5 since 2024"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestTheRibbonIsWhoIsLeft(t *testing.T) {
	m := way()
	if got := told(laid(m), scene.RoleDropOff); len(got) != 0 {
		t.Errorf("nobody counted, and it says %q", got)
	}
	for id, n := range map[journey.ID]int{"t0": 1000, "t1": 200, "t2": 600, "t3": 0} { // 200 of 600 came by t1
		change(m, id, func(t *journey.Touchpoint) {
			t.Passage = journey.Passage{Customers: n, Skipped: 1, Optimal: id != "t1"}
		})
	}
	got := strings.Join(told(laid(m), scene.RoleDropOff), "|")
	for _, want := range []string{"1 000", "600 −40 %", "0 −100 %"} {
		if !strings.Contains(strings.ReplaceAll(got, "\u202f", " "), want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	if strings.Contains(got, "200") || strings.Contains(got, "Optimal path") {
		t.Errorf("got %q", got)
	}
	m.Head.Events = journey.Events{Customers: 1000, Finished: 500, AdHoc: 3}
	got = strings.Join(told(laid(m), scene.RoleDropOff), "|")
	for _, want := range []string{"500 of", "3 met something off the map", "Optimal path", "skipped 1"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}

func TestStagesAloneMakeARibbonToo(t *testing.T) {
	m := way()
	for i, n := range []int{80, 20} {
		s, _ := m.Stages.Get(journey.ID(fmt.Sprint("s", i)))
		s.Customers = n
		m.Put(s)
	}
	if got := strings.Join(told(laid(m), scene.RoleDropOff), "|"); !strings.Contains(got, "80") || !strings.Contains(got, "20 −75 %") {
		t.Errorf("got %q", got)
	}
}

// The interval of a few answers is wide, that of many as narrow as the line, and an
// opinion has none.
func TestIntervalsAreAsWideAsTheAnswersAreFew(t *testing.T) {
	tallest := func(n int) float64 {
		m := way()
		for _, id := range []journey.ID{"t0", "t1"} {
			change(m, id, func(t *journey.Touchpoint) { t.Actual.Evidence = survey(2026, n, 4, 1.2) })
		}
		s, h := laid(m), 0.0
		for i := range s.Nodes {
			if b := s.Nodes[i].Bounds; s.Nodes[i].Role == scene.RoleCurve && b.W < 300 && b.W > 20 {
				for _, op := range s.Nodes[i].Ops() {
					if op.Kind == scene.OpFill {
						h = max(h, b.H)
					}
				}
			}
		}
		return h
	}
	few, many, none := tallest(8), tallest(100_000), tallest(0)
	if !(few > 3*many && many > 3) || none != 0 {
		t.Errorf("with 8 answers %v points, with 100,000 %v, with none %v", few, many, none)
	}
}

// legend returns what the legend explains.
func legend(m *journey.Map) string { return strings.Join(told(laid(m), scene.RoleLegend), " ") }

func TestTheLegendExplainsWhatIsThere(t *testing.T) {
	m := way()
	change(m, "t0", func(t *journey.Touchpoint) { t.Matters, t.Actual = true, journey.Feel(0) })
	for _, s := range []string{"Expected", "Actual", "Below expectation", "Moment that matters"} {
		if !strings.Contains(legend(m), s) {
			t.Errorf("%q says nothing of %q", legend(m), s)
		}
	}
	change(m, "t1", func(t *journey.Touchpoint) { t.Actual.Evidence = journey.Evidence{Source: journey.Survey, N: 9} })
	if s := legend(m); strings.Contains(s, "interval") || !strings.Contains(s, "Assumed") {
		t.Errorf("an interval without a scale is explained: %q", s)
	}
	change(m, "t1", func(t *journey.Touchpoint) { t.Actual.Evidence = survey(2026, 9, 3, 1) })
	if s := legend(m); !strings.Contains(s, "interval") {
		t.Errorf("no interval: %q", s)
	}
	hide := func(of journey.LaneType) {
		l, _ := m.FirstLane(of)
		l.Hidden = true
		m.Put(l)
	}
	hide(journey.LaneEmotion)
	if s := legend(m); s != "Moment that matters" {
		t.Errorf("without curves the legend is %q", s)
	}
	hide(journey.LaneTouchpoints)
	if s := legend(m); s != "" {
		t.Errorf("without lanes the legend is %q", s)
	}
}

func TestTheLargestGapIsSaidInOneLine(t *testing.T) {
	for title, want := range map[string]string{
		"Pays\n\nonline": "Largest gap: Pays online (−1.0).",
		"":               "Largest gap: −1.0.",
	} {
		m := way()
		change(m, "t0", func(t *journey.Touchpoint) { t.Title, t.Actual = title, journey.Feel(0) })
		if s := strings.Join(told(laid(m), scene.RoleFooter), " "); !strings.Contains(s, want) {
			t.Errorf("%q does not say %q", s, want)
		}
	}
}

// TestAnIntervalHidesNothing holds that the tint of a gap shows through the interval.
func TestAnIntervalHidesNothing(t *testing.T) {
	m := way()
	for i := range 4 {
		change(m, journey.ID(fmt.Sprint("t", i)), func(t *journey.Touchpoint) { t.Actual = journey.Feel(0); t.Actual.Evidence = survey(2026, 9, 3, 1) })
	}
	s, veils := laid(m), 0
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Role == scene.RoleCurve {
			for _, op := range n.Ops() {
				if op.Kind == scene.OpFill && op.Color.A < 255 {
					veils++
				}
			}
		}
	}
	if veils != 3 {
		t.Errorf("%d stretches of an interval let what is under them show, want 3", veils)
	}
}
