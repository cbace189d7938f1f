package survey

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordList string

// lists are the lines of the list of words by the section they stand in, and what
// the text of a question or an answer is looked up in.
var lists = sync.OnceValue(func() wordLists {
	s := readWords(wordList)
	return wordLists{
		sections: s, notApplicable: set(s["not applicable"]), withinOthers: flat(s["not applicable within"]), promoter: flat(s["promoter"]),
		worse: flat(s["worse"]), chosen: flat(s["chosen"]), percent: flat(s["percent"]), points: flat(s["points"]), counts: flat(s["counts"]),
		aboutCustomer: set(s["about the customer"]), besideThose: set(s["beside those"]), aboutUnspaced: flat(s["about the customer within"]),
	}
})

type wordLists struct {
	sections                                                                      map[string][][]string
	notApplicable, aboutCustomer, besideThose                                     map[string]bool
	withinOthers, promoter, worse, chosen, percent, points, counts, aboutUnspaced []string
}

// readWords returns the lines of each section, as words.
func readWords(text string) map[string][][]string {
	out := map[string][][]string{}
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#' && (len(line) == 1 || line[1] == ' '):
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

func flat(lines [][]string) (out []string) {
	for _, l := range lines {
		out = append(out, l...)
	}
	return out
}

func set(lines [][]string) map[string]bool {
	out := map[string]bool{}
	for _, w := range flat(lines) {
		out[w] = true
	}
	return out
}

// holds returns the first of the hints that a text holds. Words of letters count
// where they begin a word.
func holds(text string, hints []string) (string, bool) {
	for _, h := range hints {
		for at := 0; ; {
			i := strings.Index(text[at:], h)
			if i < 0 {
				break
			}
			if at += i; at == 0 || !letter(text[at-1]) || !letter(h[0]) {
				return h, true
			}
			at++
		}
	}
	return "", false
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' }

// saysNothing reports whether an answer means that there is none: that the
// question does not apply, or that the customer does not know or will not say.
func saysNothing(answer string) bool {
	if len(answer) > maxSaid {
		return false
	}
	a := folded(answer)
	if lists().notApplicable[a] {
		return true
	}
	bare := strings.Trim(a, "-()<>[]{}*_~ \"'")
	if lists().notApplicable[bare] && bare != "" {
		return true
	}
	if len(a) == 2 && a[0] == '.' && letter(a[1]) { // as Stata writes them
		return true
	}
	hint, ok := holds(bare, lists().withinOthers)
	return ok && len(bare) <= 3*len(hint)+24
}
