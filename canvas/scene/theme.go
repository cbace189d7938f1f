package scene

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
