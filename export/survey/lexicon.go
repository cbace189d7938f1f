package survey

import (
	"strconv"
	"strings"
	"sync"

	"touchline.app/journey/phrase"
)

// meaning is what a phrase says on a kind of scale. Only the order of scores
// matters.
type meaning struct {
	score     float64 // below 0 the bad ones; 0 neither
	intensity float64 // how much of it, where a scale runs from nothing to much
	turned    bool    // the good word with "not" beside it
	badWord   bool    // a bad word stands in it ("very dissatisfied")
	languages map[string]bool
}

// kind is a kind of scale whose answers are words.
type kind struct {
	name     phrase.Phrase
	meanings map[string]meaning // by folded phrase
}

// kindNames are the sections that are kinds of scales, in the order they are tried.
var kindNames = []phrase.Phrase{
	phrase.Of("satisfaction"), phrase.Of("agreement"), phrase.Of("quality"), phrase.Of("ease"), phrase.Of("likelihood"), phrase.Of("frequency"),
	phrase.Of("expectation"), phrase.Of("feeling"),
}

// Scores of words without a degree, and of those that "not" stands beside.
const (
	plainly   = 3.5
	notAtAll  = -5
	notMuch   = -1.2
	noneOfIt  = 0.0
	littleOf  = 1.2
	simplyNot = -plainly
)

// kinds are the kinds of scales, with every phrase that words and degrees make.
var kinds = sync.OnceValue(func() []kind {
	ds := degrees()
	var out []kind
	for _, name := range kindNames {
		k := kind{name: name, meanings: map[string]meaning{}}
		for _, line := range lists().sections["neutral"] {
			for _, w := range line[1:] {
				k.add(line[0], w, meaning{intensity: 2.5})
			}
		}
		for _, line := range lists().sections[name.String()] {
			language, how, _ := strings.Cut(line[0], " ")
			for _, w := range line[1:] {
				k.learn(language, how, w, ds[language])
			}
		}
		out = append(out, k)
	}
	return out
})

// degree is a word that says how much.
type degree struct {
	word   string
	behind bool // it stands behind what it belongs to
	of     func(good bool) meaning
}

// degrees are those of each language.
var degrees = sync.OnceValue(func() map[string][]degree {
	out := map[string][]degree{}
	add := func(line []string, of func(bool) meaning) {
		language, _, _ := strings.Cut(line[0], " ")
		for _, w := range line[1:] {
			word := strings.TrimPrefix(w, "-")
			out[language] = append(out[language], degree{word, word != w, of})
		}
	}
	for _, line := range lists().sections["degrees"] {
		_, how, _ := strings.Cut(line[0], " ")
		much, err := strconv.ParseFloat(how, 64)
		if err != nil {
			panic("survey: " + line[0] + " is no degree")
		}
		add(line, func(good bool) meaning {
			m := meaning{score: much, intensity: much, badWord: !good}
			if !good {
				m.score = -much
			}
			return m
		})
	}
	for _, line := range lists().sections["negations"] {
		_, how, _ := strings.Cut(line[0], " ")
		m := map[string]meaning{
			"none": {score: notAtAll, intensity: noneOfIt, turned: true}, "little": {score: notMuch, intensity: littleOf, turned: true},
			"no": {score: simplyNot, intensity: noneOfIt, turned: true},
		}[how]
		add(line, func(good bool) meaning {
			if !good {
				return meaning{} // "not dissatisfied" says nothing for sure
			}
			return m
		})
	}
	return out
})

// learn adds a word of a line: with + or - before it also with every degree.
func (k kind) learn(language, how, word string, ds []degree) {
	switch how {
	case "+", "-":
		good := how == "+"
		m := meaning{score: plainly, intensity: plainly, badWord: !good}
		if !good {
			m.score = -plainly
		}
		k.add(language, word, m)
		for _, d := range ds {
			if m := d.of(good); m.score != 0 {
				k.add(language, d.beside(word), m)
			}
		}
	default:
		score, err := strconv.ParseFloat(how, 64)
		if err != nil {
			panic("survey: " + how + " is no score")
		}
		k.add(language, word, meaning{score: score, intensity: score, badWord: score < 0})
	}
}

func (d degree) beside(word string) string {
	between := " "
	if d.word[0] >= 0xe3 && d.word[0] < 0xea { // Japanese and Chinese write no spaces
		between = ""
	}
	if d.behind {
		return word + between + d.word
	}
	return d.word + between + word
}

// add keeps what was said of a phrase first.
func (k kind) add(language, phrase string, m meaning) {
	old, ok := k.meanings[phrase]
	if !ok {
		old = m
		old.languages = map[string]bool{}
	}
	old.languages[language] = true
	k.meanings[phrase] = old
}

// of returns what a folded phrase says on the kind of scale.
func (k kind) of(phrase string) (meaning, bool) {
	m, ok := k.meanings[phrase]
	if !ok && betweenBoth(phrase) {
		return meaning{intensity: 2.5, languages: map[string]bool{}}, true
	}
	return m, ok
}

// between are the words of "neither satisfied nor dissatisfied".
var between = [][2]string{
	{"neither ", " nor "},
	{"weder ", " noch "},
	{"ni ", " ni "},
	{"nem ", " nem "},
	{"nao ", " nem "},
	{"ne ", " ne "},
	{"noch ", " noch "},
	{"niet ", " niet "},
	{"varken ", " eller "},
	{"hverken ", " eller "},
	{"ani ", " ani "},
	{"ни ", " ни "},
	{"ne ", " ni "},
	{"לא ", " ולא "},
	{"既不", "也不"},
	{"既不", "又不"},
	{"لا ", " ولا "},
	{"ne ", " ne de "},
}

func betweenBoth(phrase string) bool {
	for _, b := range between {
		if rest, ok := strings.CutPrefix(phrase, b[0]); ok && strings.Contains(rest, b[1]) {
			return true
		}
	}
	return false
}

// meant returns what a folded phrase says on the first kind of scale that knows
// it.
func meant(phrase string) (meaning, bool) {
	for _, k := range kinds() {
		if m, ok := k.of(phrase); ok {
			return m, true
		}
	}
	return meaning{}, false
}

func known(phrase string) bool { _, ok := meant(phrase); return ok }
