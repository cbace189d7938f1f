package page

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"

	"touchline.app/export/report"
	"touchline.app/journey"
)

// TestNoMapIsTooStrange sets maps no program would write on purpose, in every
// way: rows that refer to nothing, numbers that are none, texts without end.
func TestNoMapIsTooStrange(t *testing.T) {
	endless := strings.Repeat("endless", 400)
	for name, m := range map[string]*journey.Map{
		"no numbers": numberless(), "one endless word": named(endless), "many lines": named(strings.Repeat("line\n", 400)),
		"controls": named("a\x00b\x1b\u202e\ufeff\xff"), "emoji": named("👩‍👩‍👧‍👦🏳️‍🌈 e\u0301\u0301\u0301\u0301"),
	} {
		for _, mode := range Modes {
			o := options()
			o.Mode, o.Paper, o.Reports, o.Logo = mode, A3, report.Kinds, logo()
			d, err := Set(context.Background(), m, o)
			if err != nil {
				if strings.HasPrefix(err.Error(), "the map would take") || strings.HasPrefix(err.Error(), "the report") {
					continue
				}
				t.Fatalf("%s, %s: %v", name, mode, err)
			}
			hold(t, d, mode == Split)
		}
	}
}

// named is a small map with one text everywhere.
func named(s string) *journey.Map {
	m := journey.New("m", s)
	m.Head.Version, m.Head.Scenario, m.Head.Mission = s, s, s
	for i, l := range journey.LaneTypes {
		m.Put(journey.Lane{ID: id("l", i), Type: l, Order: string(rune('a' + i)), Name: s, Subtitle: s})
	}
	m.Put(journey.Persona{ID: "p", Name: s, Quote: s, Initials: s})
	m.Put(journey.Channel{ID: "c", Name: s, Icon: s})
	for i, k := range journey.Spread(3) {
		m.Put(journey.Stage{ID: id("s", i), Order: k, Name: s, Goal: s, Color: s})
		m.Put(journey.Touchpoint{ID: id("t", i), Stage: id("s", i), Lane: "l000", Order: k, Title: s, Details: s, Channel: "c", Owner: s, Reason: s, Matters: true, Actors: []journey.ID{"p", "gone"}})
		m.Put(journey.PainPoint{ID: id("x", i), Stage: id("s", i), Lane: "l006", Order: k, Text: s, Owner: s, Severity: math.MaxInt})
		m.Put(journey.Opportunity{ID: id("o", i), Stage: id("s", i), Touchpoint: "gone", Lane: "l007", Order: k, Text: s, Owner: s, Due: s, State: "lost", Impact: -3, Effort: math.MaxInt})
	}
	return m
}

// numberless is a map whose emotions and evidence are no numbers.
func numberless() *journey.Map {
	m := named("x")
	for i, v := range []float64{math.NaN(), math.Inf(1), -1e300} {
		p, _ := m.Touchpoints.Get(id("t", i))
		p.Expected, p.Actual = journey.Emotion{Known: true, Valence: v}, journey.Emotion{Known: true, Valence: v}
		p.Actual.Evidence = journey.Evidence{
			Source: "rumour", N: math.MinInt, Mean: v, SD: v, ScaleMin: v, ScaleMax: 1, Distribution: []int{math.MaxInt, -5},
			Date: time.Date(99999, 1, 1, 0, 0, 0, 0, time.UTC),
		}
		m.Put(p)
	}
	return m
}
