package text

import (
	"slices"
	"strings"

	"github.com/go-text/typesetting/shaping"
)

// breakable returns rs with other characters where the line breaking algorithm,
// which knows no dictionary, would not see that a line may end before them. Thai
// and Lao are written without spaces; a vowel that is written before its
// consonant begins a syllable, and most often a word where the syllable before is
// seen to be complete.
func breakable(rs []rune) []rune {
	const before = '\u02C8' // class BB: a line may end before it, and not behind
	out := rs
	for i := 1; i < len(rs); i++ {
		if isLeadingVowel(rs[i]) && (isVowel(rs[i-1]) || (i > 1 && isConsonant(rs[i-1]) && isVowel(rs[i-2]))) {
			if &out[0] == &rs[0] {
				out = slices.Clone(rs)
			}
			out[i] = before
		}
	}
	return out
}

func isLeadingVowel(r rune) bool {
	return (r >= 0x0E40 && r <= 0x0E44) || (r >= 0x0EC0 && r <= 0x0EC4)
}

// isVowel reports whether a character is a Thai or Lao vowel or tone beside,
// above or below its consonant.
func isVowel(r rune) bool {
	return (r >= 0x0E30 && r <= 0x0E3A) || (r >= 0x0E45 && r <= 0x0E4E) || (r >= 0x0EB0 && r <= 0x0EBC) || (r >= 0x0EC6 && r <= 0x0ECD)
}

func isConsonant(r rune) bool {
	return (r >= 0x0E01 && r <= 0x0E2F) || (r >= 0x0E81 && r <= 0x0EAF)
}

// clusters returns a text that may be broken before each cluster of the runs, and
// within none. It serves where marks stand on spaces or before letters, so that
// the places the algorithm finds lie within clusters and go unused.
func clusters(rs []rune, runs []shaping.Output) []rune {
	const letter, mark = 'x', '\u0301'
	out := make([]rune, len(rs))
	for i := range out {
		out[i] = mark
	}
	for _, r := range runs {
		for _, g := range r.Glyphs {
			i := g.TextIndex()
			out[i] = letter
			if rs[i] == ' ' && g.RunesCount() == 1 {
				out[i] = ' '
			}
		}
	}
	return out
}

// divisible reports whether a line has more than one cluster.
func (l *Line) divisible() bool {
	for i, r := range l.Runs {
		for _, g := range r.Glyphs {
			if i > 0 || g.Cluster != r.Glyphs[0].Cluster {
				return true
			}
		}
	}
	return false
}

// unspacedRanges are the letters of Thai and Lao, Burmese, Khmer and of East Asia
// but for Korean.
var unspacedRanges = [][2]rune{
	{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x2E80, 0xA4CF}, {0xF900, 0xFAFF}, {0xFF00, 0xFFEF}, {0x20000, 0x3FFFF},
}

// unspaced reports whether a word is of a script that is written without spaces.
func unspaced(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return r >= unspacedRanges[0][0] && slices.ContainsFunc(unspacedRanges, func(e [2]rune) bool { return r >= e[0] && r <= e[1] })
	})
}
