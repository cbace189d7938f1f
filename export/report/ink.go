package report

import (
	"math"

	"touchline.app/canvas/scene"
)

// leastContrast is what small text asks for against its ground (WCAG 2.2, 1.4.3).
const leastContrast = 4.5

// legible returns c, nearer to the ink of the theme where it would be hard to
// read on its paper.
func legible(c scene.Color, t scene.Theme) scene.Color {
	c.A = 255
	for k := 0.0; k < 1; k += 0.1 {
		if d := mix(c, t.Ink, k); contrast(d, t.Page) >= leastContrast {
			return d
		}
	}
	return t.Ink
}

// mix returns a colour between c and d: t of d.
func mix(c, d scene.Color, t float64) scene.Color {
	f := func(a, b uint8) uint8 { return uint8(float64(a)*(1-t) + float64(b)*t + 0.5) }
	return scene.Color{R: f(c.R, d.R), G: f(c.G, d.G), B: f(c.B, d.B), A: f(c.A, d.A)}
}

// contrast returns the contrast ratio of two colours, 1..21 (WCAG 2.2).
func contrast(c, d scene.Color) float64 {
	a, b := luminance(c), luminance(d)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(c scene.Color) float64 {
	f := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

// hue returns the colour a stage has on the map.
func hue(i int, own string, t scene.Theme) scene.Color {
	if c, ok := parse(own); ok {
		return c
	}
	return t.Stages[i%len(t.Stages)]
}

// parse reads #RRGGBB.
func parse(s string) (scene.Color, bool) {
	if len(s) != 7 || s[0] != '#' {
		return scene.Color{}, false
	}
	var v [6]uint8
	for i := range v {
		switch c := s[i+1]; {
		case c >= '0' && c <= '9':
			v[i] = c - '0'
		case c >= 'a' && c <= 'f':
			v[i] = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			v[i] = c - 'A' + 10
		default:
			return scene.Color{}, false
		}
	}
	return scene.Color{R: v[0]<<4 | v[1], G: v[2]<<4 | v[3], B: v[4]<<4 | v[5], A: 255}, true
}
