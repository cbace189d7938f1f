package scene

import "math"

// Theme is the set of colours a map is drawn in.
type Theme struct {
	Name     string
	Page     Color   // paper
	Desk     Color   // around the paper, on screen
	Band     Color   // tint of every second lane
	Ink      Color   // text
	Muted    Color   // lesser text
	Hairline Color   // rules and borders
	Card     Color   // face of a card
	Negative Color   // below expectation
	Positive Color   // above expectation
	NegText  Color   // Negative, dark enough for small text
	PosText  Color   // Positive, dark enough for small text
	Matters  Color   // moment that matters
	Foreign  Color   // text: not owned by us
	Neutral  Color   // points with little gap
	Accent   Color   // selection
	Stages   []Color // hues of the stages, in turn
	OnStrong Color   // text on Negative or Positive at full strength
}

func rgb(v uint32) Color { return Color{uint8(v >> 16), uint8(v >> 8), uint8(v), 255} }

// Light is the theme of paper.
func Light() Theme {
	return Theme{
		Name: "light", Page: rgb(0xFFFFFF), Desk: rgb(0xEDEFF3), Band: rgb(0xF6F7F9), Ink: rgb(0x1A1F2B), Muted: rgb(0x5B6472),
		Hairline: rgb(0xDDE1E7), Card: rgb(0xFFFFFF), Negative: rgb(0xD1495B), Positive: rgb(0x1F8A70),
		NegText: rgb(0xA61E36), PosText: rgb(0x11644F), Matters: rgb(0xE0A100), Foreign: rgb(0x8A5C00),
		Neutral: rgb(0x7F8896), Accent: rgb(0x3F51D9), OnStrong: rgb(0xFFFFFF),
		Stages: []Color{rgb(0x4C6FFF), rgb(0x7A5AF0), rgb(0xB5489B), rgb(0xD9662B), rgb(0xC79A1B), rgb(0x2A9D8F)},
	}
}

// Dark is the theme for a dark room.
func Dark() Theme {
	return Theme{
		Name: "dark", Page: rgb(0x161A22), Desk: rgb(0x0E1117), Band: rgb(0x1C212B), Ink: rgb(0xECEFF4), Muted: rgb(0xA3ACBA),
		Hairline: rgb(0x323947), Card: rgb(0x212733), Negative: rgb(0xE8687A), Positive: rgb(0x45B798),
		NegText: rgb(0xFF9AA8), PosText: rgb(0x7FDDC2), Matters: rgb(0xF2BC33), Foreign: rgb(0xE3B04B),
		Neutral: rgb(0x8D97A6), Accent: rgb(0x8C9BFF), OnStrong: rgb(0x10131A),
		Stages: []Color{rgb(0x7E97FF), rgb(0xA28BFF), rgb(0xDB7BC4), rgb(0xF08E58), rgb(0xE3BC4A), rgb(0x55C4B6)},
	}
}

// Contrasting is the theme for who sees little, or a poor projector: black on white,
// every text at least 7:1 and every border black.
func Contrasting() Theme {
	return Theme{
		Name: "contrast", Page: rgb(0xFFFFFF), Desk: rgb(0xD5D8DE), Band: rgb(0xF4F4F4), Ink: rgb(0x000000), Muted: rgb(0x262A31),
		Hairline: rgb(0x3A3F47), Card: rgb(0xFFFFFF), Negative: rgb(0xA3001F), Positive: rgb(0x00523F),
		NegText: rgb(0x8A001A), PosText: rgb(0x004535), Matters: rgb(0x8A5C00), Foreign: rgb(0x5C3B00),
		Neutral: rgb(0x4A505B), Accent: rgb(0x0A1FB8), OnStrong: rgb(0xFFFFFF),
		Stages: []Color{rgb(0x0B2FC0), rgb(0x4A22C4), rgb(0x8C1273), rgb(0x9A3600), rgb(0x6E5200), rgb(0x00594E)},
	}
}

// Themes lists every theme, the one of paper first.
func Themes() []Theme { return []Theme{Light(), Dark(), Contrasting()} }

// Named returns the theme of a name; one that there is not is that of paper.
func Named(name string) Theme {
	for _, t := range Themes() {
		if t.Name == name {
			return t
		}
	}
	return Light()
}

// Contrast returns the contrast ratio of two opaque colours, 1..21 (WCAG 2.2).
func Contrast(c, d Color) float64 {
	a, b := luminance(c), luminance(d)
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func luminance(c Color) float64 {
	f := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

// Over returns the colour c has where it lies over an opaque colour.
func Over(c, ground Color) Color {
	t := float64(c.A) / 255
	c.A = 255
	return mix(ground, c, t)
}

// legible returns c, nearer to the ink where it would be hard to read as small
// text on the ground.
func legible(c, ground, ink Color) Color {
	for k := 0.0; k < 1; k += 0.1 {
		if d := mix(c, ink, k); Contrast(d, ground) >= 4.5 {
			return d
		}
	}
	return ink
}

// on returns the ink that is easiest to read on a ground of any strength.
func (t Theme) on(ground Color) Color {
	best := t.Ink
	for _, c := range []Color{t.OnStrong, rgb(0xFFFFFF), rgb(0x000000)} {
		if Contrast(best, ground) < 4.5 && Contrast(c, ground) > Contrast(best, ground) {
			best = c
		}
	}
	return best
}

// mix returns a colour between c and d: t of d.
func mix(c, d Color, t float64) Color {
	f := func(a, b uint8) uint8 { return uint8(float64(a)*(1-t) + float64(b)*t + 0.5) }
	return Color{f(c.R, d.R), f(c.G, d.G), f(c.B, d.B), f(c.A, d.A)}
}

// parseColor reads #RRGGBB.
func parseColor(s string) (Color, bool) {
	if len(s) != 7 || s[0] != '#' {
		return Color{}, false
	}
	var v uint32
	for i := 1; i < 7; i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return Color{}, false
		}
		v = v<<4 | uint32(c)
	}
	return rgb(v), true
}
