// Package exporttest makes maps and scenes for the tests and benchmarks of the exports.
package exporttest

import (
	"fmt"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// Scene lays a map out in the light theme; the words of the program stay keys.
func Scene(m *journey.Map) *scene.Scene {
	return scene.Build(m, scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: func(key string) string { return key }})
}

// Large lays out a map of the given number of touchpoints in ten stages and six lanes.
func Large(touchpoints int) *scene.Scene { return Scene(LargeMap(touchpoints)) }

// LargeMap is a map of the given number of touchpoints in ten stages and six lanes.
func LargeMap(touchpoints int) *journey.Map {
	m := journey.New("m", "A large map")
	for i, k := range journey.Spread(10) {
		m.Put(journey.Stage{
			ID: id("s", i), Order: k, Name: fmt.Sprint("Stage ", i+1), Phase: journey.Phases[i%3],
			Goal: "Be there on time, rested and with all bags",
		})
	}
	types := []journey.LaneType{
		journey.LaneGoals, journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap,
		journey.LanePainPoints, journey.LaneOpportunities,
	}
	for i, k := range journey.Spread(len(types)) {
		m.Put(journey.Lane{ID: id("l", i), Order: k, Type: types[i], Name: string(types[i])})
	}
	m.Put(journey.Channel{ID: "c", Name: "Website", Ownership: journey.Ownerships[1]})
	for i, k := range journey.Spread(touchpoints) {
		put(m, i, k, touchpoints)
	}
	return m
}

// put adds a touchpoint, and to every second one a pain point or an opportunity.
func put(m *journey.Map, i int, order string, of int) {
	t := journey.Touchpoint{
		ID: id("t", i), Order: order, Stage: id("s", i*10/of), Lane: "l1",
		Title: fmt.Sprintf("Compares times and fares %d", i), Channel: "c", Matters: i%7 == 0,
	}
	t.Expected, t.Actual = journey.Feel(float64(i%5)/2-1), journey.Feel(float64(i*7%9)/3-1.5)
	m.Put(t)
	switch i % 4 {
	case 0:
		m.Put(journey.PainPoint{
			ID: id("p", i), Order: order, Touchpoint: t.ID, Stage: t.Stage, Lane: "l4",
			Text: "No sign whether the payment went through", Severity: 4, Owner: "Payments",
		})
	case 2:
		m.Put(journey.Opportunity{
			ID: id("o", i), Order: order, Touchpoint: t.ID, Stage: t.Stage, Lane: "l5",
			Text: "Show booked within 2 s, mail within 60 s", Impact: 5, Effort: 2, Owner: "Web team",
		})
	}
}

func id(prefix string, i int) journey.ID { return journey.ID(fmt.Sprint(prefix, i)) }
