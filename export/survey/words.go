package survey

import (
	_ "embed"
	"strings"
)

// family is a scale whose answers are words.
type family struct {
	name   string
	levels [][]string // folded, the worst first
}

// binary is the family whose answers count as 0 and 1, not from 1 on.
const binary = "yes or no"

// span returns the numbers that the worst and best answers stand for.
func (f family) span() (least, most float64) {
	if f.name == binary {
		return 0, 1
	}
	return 1, float64(len(f.levels))
}

//go:embed words.txt
var wordList string

// families are the scales in words that are known, and notApplicable the words
// for answers that count for nothing.
var families, notApplicable = readWords(wordList)

// noScale is the heading of the words for answers that count for nothing.
const noScale = "not applicable"

func readWords(text string) ([]family, map[string]bool) {
	var out []family
	none := map[string]bool{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			out = append(out, family{name: strings.Trim(line, "[]")})
		default:
			last := &out[len(out)-1]
			var words []string
			for w := range strings.SplitSeq(line, "|") {
				words = append(words, folded(w))
				if last.name == noScale {
					none[folded(w)] = true
				}
			}
			last.levels = append(last.levels, words)
		}
	}
	return out[:len(out)-1], none
}
