package svg

import (
	"math"
	"strconv"
	"strings"

	"touchline.app/canvas/scene"
)

// escape returns s as it may stand in a text or an attribute. What XML 1.0 has no
// place for is dropped, and what steers the order of letters: that is settled.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\t', r == '\n', r == '\r', r == '\u2028', r == '\u2029':
			b.WriteByte(' ')
		case r < ' ', r >= 0x7F && r <= 0x9F, r == 0xFFFE, r == 0xFFFF, steers(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// steers reports whether a character only changes the order of others.
func steers(r rune) bool {
	return r == 0x061C || r == 0x200E || r == 0x200F || (r >= 0x202A && r <= 0x202E) || (r >= 0x2066 && r <= 0x2069)
}

// number writes a length with two decimals at most.
func number(v float64) string {
	var buf [32]byte
	return string(appendNumber(buf[:0], v))
}

func appendNumber(b []byte, v float64) []byte {
	v = math.Round(v*100)/100 + 0 // + 0 turns -0 into 0
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

// finite reports whether all are numbers a viewer can place.
func finite(vs ...float64) bool {
	for _, v := range vs {
		if !(math.Abs(v) < 1e9) {
			return false
		}
	}
	return true
}

// attr returns an attribute with a number.
func attr(name string, v float64) string { return " " + name + `="` + number(v) + `"` }

// paint returns a colour as the attributes of a fill or stroke.
func paint(kind string, c scene.Color) string {
	const digits = "0123456789abcdef"
	hex := []byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]}
	out := " " + kind + `="` + string(hex) + `"`
	if c.A < 255 {
		out += " " + kind + `-opacity="` + strconv.FormatFloat(math.Round(float64(c.A)/255*1000)/1000, 'f', -1, 64) + `"`
	}
	return out
}
