package scene_test

import (
	"strconv"

	"touchline.app/journey"
)

func itoa(n int) string { return strconv.Itoa(n) }

// many is a map of n touchpoints in ten stages and six lanes, each with a title
// of its own.
func many(n int) *journey.Map {
	m := journey.New("m", "Many touchpoints")
	for i, k := range journey.Spread(10) {
		m.Put(journey.Stage{ID: id("s", i), Order: k, Name: "Stage " + itoa(i+1), Phase: journey.During, Goal: "Get on without waiting"})
	}
	for i, t := range []journey.LaneType{journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap, journey.LaneEvidence, journey.LanePainPoints, journey.LaneOpportunities} {
		m.Put(journey.Lane{ID: id("l", i), Order: journey.Spread(6)[i], Type: t})
	}
	for i := range 8 {
		m.Put(journey.Channel{ID: id("c", i), Name: []string{"Website", "App", "E-mail", "Counter", "Phone", "Shop", "Chat", "Letter"}[i]})
	}
	for i, k := range journey.Spread(n) {
		t := journey.Touchpoint{
			ID: id("t", i), Order: k, Stage: id("s", i*10/n), Lane: id("l", 0), Channel: id("c", i%8), Title: "Compares offer " + itoa(i) + " with the others",
			Type: journey.Interactions[i%3], Expected: journey.Feel(float64(i%9)/4 - 1), Actual: journey.Feel(float64(i%13)/4 - 1.5), Matters: i%11 == 0,
		}
		m.Put(t)
		if i%7 == 0 {
			m.Put(journey.PainPoint{ID: id("p", i), Order: k, Stage: t.Stage, Touchpoint: t.ID, Lane: id("l", 4), Text: "Nobody says what happens next, case " + itoa(i), Severity: 1 + i%5, Owner: "Service"})
		}
	}
	return m
}
