package survey

import (
	"math"
	"slices"
)

// Feels returns the valence, -2..2, that words of a scale stand for by themselves:
// "very good", "unzufrieden". What is no such word stands for none.
func Feels(words string) (valence float64, ok bool) {
	m, ok := meant(folded(words))
	if !ok {
		return 0, false
	}
	size := 2.0
	for _, s := range []struct{ below, is float64 }{{0.5, 0}, {3.2, 0.5}, {3.9, 1}, {4.6, 1.5}} {
		if math.Abs(m.score) < s.below {
			size = s.is
			break
		}
	}
	return math.Copysign(size, m.score) + 0, true
}

// Yes reports whether words say yes, and whether they say yes or no at all.
func Yes(words string) (yes, said bool) {
	word := folded(words)
	if word == "x" || word == "1" {
		return true, true
	}
	for v, all := range lists().sections[binary] {
		if slices.Contains(all, word) {
			return v == 1, true
		}
	}
	return false, false
}
