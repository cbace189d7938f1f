package page

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand"
	"strings"
	"testing"
	"time"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/journey/sample"
	"touchline.app/resources"
)

func options() Options {
	return Options{Scene: scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")}, Lang: "en"}
}

func flight(t testing.TB) *journey.Map {
	t.Helper()
	m, err := sample.Flight(journey.NewIDs(rand.New(rand.NewSource(1))))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func arabic(t testing.TB) *journey.Map {
	m := flight(t)
	h := m.Head
	h.Title = "رحلة بالطائرة"
	m.Put(h)
	return m
}

// logo is a small picture.
func logo() *scene.Picture {
	img := image.NewRGBA(image.Rect(0, 0, 60, 20))
	var b bytes.Buffer
	_ = png.Encode(&b, img) // into memory
	return &scene.Picture{Data: b.Bytes(), Format: "png", Image: img}
}

// maps are those every way to set a map is tried with.
func maps(t testing.TB) map[string]*journey.Map {
	one := journey.New("m", "One")
	one.Put(journey.Stage{ID: "s", Name: "Stage"})
	one.Put(journey.Lane{ID: "l", Type: journey.LaneTouchpoints, Order: "a"})
	one.Put(journey.Touchpoint{ID: "t", Stage: "s", Lane: "l", Title: "Only one", Actual: journey.Feel(1)})
	none := flight(t)
	for _, p := range none.Journey() {
		p.Actual.Evidence = journey.Evidence{}
		none.Put(p)
	}
	return map[string]*journey.Map{
		"flight": flight(t), "arabic": arabic(t), "empty": journey.New("m", ""), "one": one, "no evidence": none,
		"long texts": randomMap(rand.New(rand.NewSource(5)), 3, 9, 2000), "twelve stages": randomMap(rand.New(rand.NewSource(6)), 12, 40, 60),
		"three hundred": randomMap(rand.New(rand.NewSource(7)), 10, 300, 50),
	}
}

// randomMap makes a map with all lanes, of texts up to a length.
func randomMap(r *rand.Rand, stages, touchpoints, most int) *journey.Map {
	m := journey.New("m", words(r, min(most, 200)))
	m.Head.Scenario, m.Head.Mission, m.Head.Success = words(r, min(most, 400)), words(r, min(most, 300)), words(r, min(most, 300))
	m.Head.Version, m.Head.Date = words(r, 20), time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	if r.Intn(3) == 0 {
		m.Head.Direction = journey.RightToLeft
	}
	for i, k := range journey.Spread(stages) {
		m.Put(journey.Stage{
			ID: id("s", i), Order: k, Name: words(r, min(most, 80)), Phase: journey.Phases[r.Intn(3)], Goal: words(r, min(most, 500)),
			Expectation: words(r, min(most, 200)), Status: journey.CustomerStatuses[r.Intn(8)],
		})
	}
	for i, k := range journey.Spread(len(journey.LaneTypes)) {
		m.Put(journey.Lane{ID: id("l", i), Order: k, Type: journey.LaneTypes[i], Name: words(r, 40), Subtitle: words(r, min(most, 300))})
	}
	for i := range 3 {
		m.Put(journey.Persona{ID: id("p", i), Name: words(r, 40), Quote: words(r, 200), Employee: i == 2})
		m.Put(journey.Channel{ID: id("c", i), Name: words(r, 30), Medium: journey.Media[i], Ownership: journey.Ownerships[i]})
	}
	for i, k := range journey.Spread(touchpoints) {
		fill(r, m, i, k, stages, most)
	}
	return m
}

// fill adds a touchpoint and what hangs on it.
func fill(r *rand.Rand, m *journey.Map, i int, order string, stages, most int) {
	lane := func(t journey.LaneType) journey.ID {
		l, _ := m.FirstLane(t)
		return l.ID
	}
	t := journey.Touchpoint{
		ID: id("t", i), Order: order, Stage: id("s", r.Intn(stages)), Lane: lane(journey.LaneTouchpoints), Title: words(r, most),
		Details: words(r, most), Channel: id("c", r.Intn(4)), Type: journey.Interactions[r.Intn(3)], Delivery: journey.Deliveries[r.Intn(3)],
		Matters: r.Intn(4) == 0, Reason: words(r, 100), Owner: words(r, 20), LeaveAsIs: r.Intn(5) == 0, Expectation: words(r, 200),
		Actors: []journey.ID{id("p", r.Intn(3))},
	}
	if r.Intn(4) > 0 {
		t.Expected = journey.Feel(r.Float64()*4 - 2)
	}
	if r.Intn(4) > 0 {
		t.Actual = journey.Feel(r.Float64()*4 - 2)
		t.Actual.Quote = words(r, 120)
		if r.Intn(2) == 0 {
			t.Actual.Evidence = journey.Evidence{
				Source: journey.Survey, Name: words(r, 60), N: r.Intn(1e6), Mean: r.Float64() * 5, SD: r.Float64(), ScaleMin: 1, ScaleMax: 5,
				Distribution: []int{1, 5, 9, 4, 2},
			}
		}
	}
	m.Put(t)
	switch r.Intn(5) {
	case 0:
		m.Put(journey.PainPoint{ID: id("pp", i), Order: order, Stage: t.Stage, Touchpoint: t.ID, Lane: lane(journey.LanePainPoints), Text: words(r, min(most, 300)), Severity: r.Intn(6), Owner: words(r, 20)})
	case 1:
		m.Put(journey.Opportunity{ID: id("op", i), Order: order, Stage: t.Stage, Touchpoint: t.ID, Lane: lane(journey.LaneOpportunities), Text: words(r, min(most, 300)), Impact: r.Intn(6), Effort: r.Intn(6), Owner: words(r, 20), Due: "Q1"})
	case 2:
		m.Put(journey.Note{ID: id("n", i), Order: order, Stage: t.Stage, Lane: lane(journey.LaneThoughts), Text: words(r, most)})
	case 3:
		m.Put(journey.Metric{ID: id("me", i), Order: order, Stage: t.Stage, Touchpoint: t.ID, Lane: lane(journey.LaneMetrics), Name: words(r, 60), Actual: journey.Known(r.Float64() * 1e6)})
	}
}

func id(prefix string, i int) journey.ID { return journey.ID(fmt.Sprintf("%s%03d", prefix, i)) }

// words is mostly short, sometimes empty, sometimes of the full length.
func words(r *rand.Rand, most int) string {
	n := r.Intn(min(most, 40))
	switch r.Intn(12) {
	case 0:
		return ""
	case 1:
		n = most
	}
	if r.Intn(8) == 0 {
		return strings.Repeat("W", n)
	}
	var b strings.Builder
	for b.Len() < n {
		b.WriteString("abcdefghijklmnopqrstuvwxyzäöüß"[:1+r.Intn(12)])
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// across lets rows of a map go over several stages, and ties and counts its
// touchpoints.
func across(r *rand.Rand, m *journey.Map) {
	all, stages := m.Journey(), m.StagesInOrder()
	reach := func() journey.Reach {
		if r.Intn(2) == 0 {
			return journey.Reach{EndStage: stages[r.Intn(len(stages))].ID}
		}
		t := all[r.Intn(len(all))]
		return journey.Reach{EndStage: t.Stage, EndTouchpoint: t.ID}
	}
	for _, row := range inCells(m) {
		stage, _, _ := journey.Homes(row)
		m.Put(laid(row, stage, reach()))
	}
	for i := range all {
		t := all[i]
		t.Passage = journey.Passage{Customers: 900 - i, Finished: r.Intn(500), Skipped: r.Intn(90), Repeated: r.Intn(9), Optimal: r.Intn(3) > 0}
		m.Put(t)
		if r.Intn(4) == 0 {
			m.Put(journey.Promise{ID: id("pr", i), From: t.ID, To: all[r.Intn(len(all))].ID, Text: words(r, 300)})
		}
	}
	if len(all) > 0 {
		m.Head.Events = journey.Events{Customers: 900, Finished: 800, AdHoc: 3}
	}
}
