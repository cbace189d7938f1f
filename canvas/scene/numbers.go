package scene

import (
	"math"
	"strconv"
	"strings"
)

// Signed writes v to one place with a real sign: "+0.6", "−1.3", and "0.0"
// where it rounds to nothing.
func Signed(v float64) string {
	r := math.Round(v*10) / 10
	switch {
	case r > 0:
		return "+" + strconv.FormatFloat(r, 'f', 1, 64)
	case r < 0:
		return "−" + strconv.FormatFloat(-r, 'f', 1, 64)
	}
	return "0.0"
}

// Pointed writes the decimal point of a figure as the language of the words does.
func Pointed(figure string, words func(key string) string) string {
	point := words("number.point")
	if point == "" || point == "number.point" {
		return figure
	}
	return strings.Replace(figure, ".", point, 1)
}

// Within is a figure as a sentence of the language holds it: in one from the right
// its sign stays before the digits.
func Within(figure string, words func(key string) string) string {
	lead := words("number.lead")
	if lead == "number.lead" {
		lead = ""
	}
	return lead + Pointed(figure, words)
}

// signed is Signed with the point of the language.
func (b *builder) signed(v float64) string { return Pointed(Signed(v), b.Words) }

// said is signed within a sentence.
func (b *builder) said(v float64) string { return Within(Signed(v), b.Words) }

// count writes a number of answers shortly: 940, 2.5k, 26k, 1.2M.
func count(n int) string {
	switch {
	case n < 1000:
		return strconv.Itoa(n)
	case n < 9950:
		return trimZero(float64(n)/1000) + "k"
	case n < 999_500:
		return strconv.Itoa(int(math.Round(float64(n)/1000))) + "k"
	}
	return trimZero(float64(n)/1e6) + "M"
}

func trimZero(v float64) string { return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0") }

// thousands writes n with thin spaces between groups of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}
