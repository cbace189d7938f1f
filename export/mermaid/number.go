package mermaid

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

var decimalPattern = regexp.MustCompile(`^[+-]?(?:Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)$`)

// number is JavaScript's Number(string): nothing is 0, 0x10 is 16, and what is
// no number is NaN.
func number(s string) float64 {
	s = trim(s)
	if s == "" {
		return 0
	}
	if len(s) > 2 && s[0] == '0' {
		switch s[1] {
		case 'x', 'X':
			return digits(s[2:], 16)
		case 'o', 'O':
			return digits(s[2:], 8)
		case 'b', 'B':
			return digits(s[2:], 2)
		}
	}
	if !decimalPattern.MatchString(s) {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil && !math.IsInf(v, 0) { // out of range is infinite, as in JavaScript
		return math.NaN()
	}
	return v + 0
}

func digits(s string, base float64) float64 {
	v := 0.0
	for _, c := range strings.ToLower(s) {
		d := strings.IndexRune("0123456789abcdef", c)
		if d < 0 || float64(d) >= base {
			return math.NaN()
		}
		v = v*base + float64(d)
	}
	return v
}
