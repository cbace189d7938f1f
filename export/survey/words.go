package survey

import (
	_ "embed"
	"slices"
	"strings"

	"touchline.app/journey/phrase"
)

// family is a scale whose answers are words.
type family struct {
	name   phrase.Phrase
	levels [][]string         // folded, the worst first
	values map[string]float64 // what each word stands for
}

// binary is the family whose answers count as 0 and 1, not from 1 on.
var binary = phrase.Of("yes or no")

// span returns the numbers that the worst and best answers stand for.
func (f family) span() (least, most float64) {
	if f.name.String() == binary.String() {
		return 0, 1
	}
	return 1, float64(len(f.levels))
}

//go:embed words.txt
var wordList string

// families are the scales in words that are known.
var families = scalesOf(readWords(wordList))

// Words that are no scale: answers that count for nothing, and what the text of a
// question tells of its scale.
var (
	notApplicable = set(readWords(wordList)["not applicable"])
	promoterHints = flat(readWords(wordList)["promoter"])
	worseHints    = flat(readWords(wordList)["worse"])
	percentHints  = flat(readWords(wordList)["percent"])
	pointsHints   = flat(readWords(wordList)["points"])
)

// scaleNames are the sections that are scales, in the order they are tried.
var scaleNames = []phrase.Phrase{
	phrase.Of("satisfaction"), phrase.Of("agreement"), phrase.Of("quality"), phrase.Of("excellence"), phrase.Of("ease"),
	phrase.Of("likelihood"), phrase.Of("frequency"), phrase.Of("feeling"), binary,
}

func scalesOf(sections map[string][][]string) []family {
	var out []family
	for _, name := range scaleNames {
		f := family{name: name, levels: sections[name.String()], values: map[string]float64{}}
		least, _ := f.span()
		for level, words := range f.levels {
			for _, w := range words {
				f.values[w] = least + float64(level)
			}
		}
		out = append(out, f)
	}
	return out
}

// readWords returns the lines of each section, as words.
func readWords(text string) map[string][][]string {
	out := map[string][][]string{}
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			var words []string
			for w := range strings.SplitSeq(line, "|") {
				words = append(words, folded(w))
			}
			out[section] = append(out[section], words)
		}
	}
	return out
}

func flat(lines [][]string) []string { return slices.Concat(lines...) }

func set(lines [][]string) map[string]bool {
	out := map[string]bool{}
	for _, w := range flat(lines) {
		out[w] = true
	}
	return out
}

// holds returns the first of the hints that a text holds.
func holds(text string, hints []string) (string, bool) {
	for _, h := range hints {
		if strings.Contains(text, h) {
			return h, true
		}
	}
	return "", false
}
