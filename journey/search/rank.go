package search

import (
	"strings"
	"unicode"
)

// The worth of a letter of a name that was typed.
const (
	anywhere = 1
	together = 6 // it follows the one before
	begins   = 5 // it begins a word
	first    = 4 // it begins the name
)

// Rank says how well a few typed letters name something: the letters stand in it
// in their order, blanks aside, and count for more at the beginning of words and
// next to each other. It returns false where they do not. The best of equal
// ranks is the shorter name.
func Rank(typed, name string) (int, bool) {
	want := []rune(strings.ReplaceAll(Fold(typed), " ", ""))
	if len(want) == 0 {
		return 0, true
	}
	have := []rune(Fold(name))
	const most = 300 // characters of a name that are looked at
	have = have[:min(len(have), most)]
	if !inOrder(want, have) {
		return 0, false
	}
	return ranks(want, have), true
}

// inOrder reports whether the letters stand in the name one after the other.
func inOrder(want, have []rune) bool {
	i := 0
	for _, h := range have {
		if i < len(want) && want[i] == h {
			i++
		}
	}
	return i == len(want)
}

// ranks returns the worth of the best way to place want in have.
func ranks(want, have []rune) int {
	// at[k] is the best worth of the letters so far with the last of them at k
	at := make([]int, len(have))
	for i, w := range want {
		next := make([]int, len(have))
		before := 0 // the best of the letters before, left of k but not next to it
		for k, h := range have {
			if k > 1 {
				before = max(before, at[k-2])
			}
			if h != w || i > 0 && before == 0 && (k == 0 || at[k-1] == 0) {
				continue
			}
			own := worth(have, k)
			next[k] = before + own
			if i > 0 && k > 0 && at[k-1] > 0 {
				next[k] = max(next[k], at[k-1]+own+together)
			}
		}
		at = next
	}
	best := 0
	for _, v := range at {
		best = max(best, v)
	}
	return best
}

func worth(name []rune, k int) int {
	switch {
	case k == 0:
		return anywhere + begins + first
	case !unicode.IsLetter(name[k-1]) && !unicode.IsDigit(name[k-1]):
		return anywhere + begins
	}
	return anywhere
}
