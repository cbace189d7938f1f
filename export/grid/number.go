package grid

import (
	"math"
	"strconv"
	"strings"
)

// Number reads a number as people write it: with a point or a comma, a true
// minus, a percent sign, or commas between thousands. Infinities and the rest of
// what programs call numbers are none.
func Number(s string) (float64, bool) {
	if len(s) == 1 && s[0] >= '0' && s[0] <= '9' {
		return float64(s[0] - '0'), true
	}
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 40 || strings.Trim(s, "0123456789.,+-−%eE \u00a0\u202f'") != "" || !strings.ContainsAny(s, "0123456789") {
		return 0, false
	}
	s = plainNumber.Replace(s)
	s = strings.TrimSpace(strings.TrimSuffix(s, "%"))
	s = points(s)
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, false
	}
	return v + 0, true
}

var plainNumber = strings.NewReplacer("−", "-", "\u00a0", "", "\u202f", "", "'", "")

// points turns commas into what they mean: a point, or nothing between thousands.
func points(s string) string {
	first := strings.IndexByte(s, ',')
	switch {
	case first < 0:
		return s
	case thousands(s):
		return strings.ReplaceAll(s, ",", "")
	case strings.Count(s, ",") == 1 && !strings.Contains(s, "."):
		return s[:first] + "." + s[first+1:]
	}
	return s // no number
}

// thousands reports whether every comma has three figures behind it, and one to
// three before the first.
func thousands(s string) bool {
	whole, _, _ := strings.Cut(strings.TrimLeft(s, "+-"), ".")
	groups := strings.Split(whole, ",")
	if len(groups[0]) == 0 || len(groups[0]) > 3 || groups[0] == "0" {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}
