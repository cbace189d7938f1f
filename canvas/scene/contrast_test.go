package scene_test

import (
	"fmt"
	"image"
	"image/color"
	"math/rand"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/resources"
)

// What WCAG 2.2 asks of text at least (1.4.3, level AA): large text, from 18 pt
// on, may have less.
const (
	leastSmall = 4.5
	leastLarge = 3
)

// paints collects which colours of text lie over which ground.
type paints map[string]float64

// ground draws the scene without its texts, pixel by point.
func ground(s *scene.Scene) *image.RGBA {
	nodes := make([]scene.Node, len(s.Nodes))
	for i, n := range s.Nodes {
		var ops []scene.Op
		for _, o := range n.Ops() {
			if o.Kind != scene.OpText {
				ops = append(ops, o)
			}
		}
		nodes[i] = n.With(ops)
	}
	img := image.NewRGBA(image.Rect(0, 0, int(s.Size.X), int(s.Size.Y)))
	bare := scene.New(s.Size, s.Theme, nodes)
	raster.Tile(raster.New(), bare, img, 0, 0, 1)
	return img
}

// under returns the colours that lie under at least a fifth of a text.
func under(img *image.RGBA, o *scene.Op) []scene.Color {
	n := map[scene.Color]int{}
	all := 0
	r := o.TextRect()
	for y := int(o.At.Y - o.Size*0.7); y <= int(o.At.Y); y++ {
		for x := int(r.X); x <= int(r.X+r.W); x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			n[scene.Color{R: c.R, G: c.G, B: c.B, A: 255}]++
			all++
		}
	}
	var out []scene.Color
	for c, k := range n {
		if 5*k >= all {
			out = append(out, c)
		}
	}
	return out
}

func (p paints) add(s *scene.Scene) {
	img := ground(s)
	for i := range s.Nodes {
		for k := range s.Nodes[i].Ops() {
			o := &s.Nodes[i].Ops()[k]
			if o.Kind != scene.OpText {
				continue
			}
			least := float64(leastSmall)
			if o.Size >= 18 {
				least = leastLarge
			}
			for _, c := range under(img, o) {
				if got := scene.Contrast(scene.Over(o.Color, c), c); got < least {
					p[fmt.Sprintf("role %d: %v on %v, such as %q", s.Nodes[i].Role, o.Color, c, o.Line.Text)] = got
				}
			}
		}
	}
}

// shades is a map that shows every colour a text can lie on: each gap from the
// largest below to the largest above, each evidence, each ownership.
func shades(t *testing.T) *journey.Map {
	t.Helper()
	m := named(t, "flight")
	for i, hex := range []string{"#FFFF00", "#FFFFFF", "#000000", "#00FF00", "#808080"} {
		m.Put(journey.Persona{ID: id("shade", i), Name: "Someone Else", Color: hex, Order: string(rune('a' + i))})
		m.Put(journey.Stage{ID: id("tint", i), Name: "Another", Goal: "None", Phase: journey.After, Color: hex, Order: "x" + string(rune('a'+i))})
	}
	at := 0
	for _, tp := range m.Journey() {
		tp.Expected, tp.Actual.Known = journey.Feel(0), true
		tp.Actual.Valence = journey.RoundValence(float64(at%41)/10 - 2)
		tp.Ownership = journey.Ownerships[at%len(journey.Ownerships)]
		tp.LeaveAsIs = at%2 == 0
		m.Put(tp)
		at++
	}
	return m
}

func TestEveryTextOfAMapCanBeRead(t *testing.T) {
	for _, theme := range scene.Themes() {
		t.Run(theme.Name, func(t *testing.T) {
			bad := paints{}
			o := scene.Options{Theme: theme, Fonts: text.Embedded(), Words: resources.Words("en")}
			for _, m := range []*journey.Map{shades(t), named(t, "flight"), named(t, "five-stages"), randomMap(rand.New(rand.NewSource(7)))} {
				bad.add(scene.Build(m, o))
			}
			for what, got := range bad {
				t.Errorf("contrast %.2f: %s", got, what)
			}
		})
	}
}
