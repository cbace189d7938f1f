package raster_test

import (
	"fmt"
	"image"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// largeMap has the given number of touchpoints in ten stages and six lanes.
func largeMap(touchpoints int) *journey.Map {
	m := journey.New("m", "A large map")
	id := func(prefix string, i int) journey.ID { return journey.ID(fmt.Sprint(prefix, i)) }
	for i, k := range journey.Spread(10) {
		m.Put(journey.Stage{ID: id("s", i), Order: k, Name: fmt.Sprint("Stage ", i+1), Phase: journey.Phases[i%3], Goal: "Be there on time, rested and with all bags"})
	}
	types := []journey.LaneType{journey.LaneGoals, journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap, journey.LanePainPoints, journey.LaneOpportunities}
	for i, k := range journey.Spread(len(types)) {
		m.Put(journey.Lane{ID: id("l", i), Order: k, Type: types[i], Name: string(types[i])})
	}
	m.Put(journey.Channel{ID: "c", Name: "Website", Ownership: journey.Ownerships[1]})
	for i, k := range journey.Spread(touchpoints) {
		t := journey.Touchpoint{ID: id("t", i), Order: k, Stage: id("s", i*10/touchpoints), Lane: "l1", Title: fmt.Sprintf("Compares times and fares %d", i), Channel: "c", Matters: i%7 == 0}
		t.Expected, t.Actual = journey.Feel(float64(i%5)/2-1), journey.Feel(float64(i*7%9)/3-1.5)
		m.Put(t)
		switch i % 4 {
		case 0:
			m.Put(journey.PainPoint{ID: id("p", i), Order: k, Touchpoint: t.ID, Stage: t.Stage, Lane: "l4", Text: "No sign whether the payment went through", Severity: 4, Owner: "Payments"})
		case 2:
			m.Put(journey.Opportunity{ID: id("o", i), Order: k, Touchpoint: t.ID, Stage: t.Stage, Lane: "l5", Text: "Show booked within 2 s, mail within 60 s", Impact: 5, Effort: 2, Owner: "Web team"})
		}
	}
	return m
}

func largeScene(touchpoints int) *scene.Scene {
	return scene.Build(largeMap(touchpoints), scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: func(key string) string { return key }})
}

// cards paints 300 cards in a view, as a map seen from above would show them.
func cards(p scene.Painter, w, h float64) {
	fonts := text.Embedded()
	title, note := fonts.Line("Compares times", text.Semibold), fonts.Line("two-way · owned", text.Regular)
	const cols, rows = 20, 15
	cw, ch := w/cols, h/rows
	for i := range cols * rows {
		x, y := float64(i%cols)*cw+3, float64(i/cols)*ch+3
		p.Rect(scene.Rect{X: x, Y: y, W: cw - 6, H: ch - 6}, 6, scene.Color{R: 0xcb, G: 0xd5, B: 0xe1, A: 255})
		p.Rect(scene.Rect{X: x + 0.75, Y: y + 0.75, W: cw - 7.5, H: ch - 7.5}, 5.25, paper)
		p.Fill(scene.Circle(x+14, y+14, 6), tint)
		p.Text(title, scene.Point{X: x + 8, Y: y + 36}, 10.5, ink)
		p.Text(note, scene.Point{X: x + 8, Y: y + 50}, 9, ink)
	}
}

func BenchmarkView1920(b *testing.B) {
	dst := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	p := raster.New()
	b.Run("300-cards", func(b *testing.B) {
		for b.Loop() {
			p.Reset(dst, scene.Point{}, 1)
			p.Rect(scene.Rect{W: 1920, H: 1080}, 0, paper)
			cards(p, 1920, 1080)
		}
	})
	s := largeScene(300)
	for _, scale := range []float64{2, 1, 0.3, 0.1} {
		b.Run(fmt.Sprint("map-at-", scale), func(b *testing.B) {
			for b.Loop() {
				raster.Tile(p, s, dst, int(3000*scale), 0, scale)
			}
		})
	}
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			raster.Tile(raster.New(), s, dst, 3000, 0, 1)
		}
	})
}

func BenchmarkTile512(b *testing.B) {
	s := largeScene(300)
	dst := image.NewRGBA(image.Rect(0, 0, 512, 512))
	p := raster.New()
	i := 0
	for b.Loop() {
		raster.Tile(p, s, dst, i%40*512, i/40%2*512, 1)
		i++
	}
}
