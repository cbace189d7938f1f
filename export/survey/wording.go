package survey

import (
	"fmt"
	"slices"
	"strings"

	"touchline.app/journey/evidence"
	"touchline.app/journey/phrase"
)

// Finding is what was found out about the answers to a question.
type Finding struct {
	Readings []Reading       // the likeliest first; empty: these are no answers on a scale
	Doubts   []phrase.Phrase // what a person has to settle; empty: the first reading is sure
	Why      string          // in words, for the person who looks
}

// Sure reports whether the first reading needs no asking.
func (f Finding) Sure() bool { return len(f.Readings) > 0 && len(f.Doubts) == 0 }

// fit is how well a family explains answers in words.
type fit struct {
	family  family
	words   map[string]float64
	levels  int      // told apart by the answers
	covered int      // answers explained
	unknown []string // answers that are not, the most frequent first
}

func fitting(f family, said []Answer) fit {
	out := fit{family: f, words: map[string]float64{}}
	hit := map[float64]bool{}
	for _, a := range said {
		word := folded(a.Text)
		v, ok := f.values[word]
		if !ok {
			out.unknown = append(out.unknown, a.Text)
			continue
		}
		out.words[word] = v
		hit[v] = true
		out.covered += a.Count
	}
	out.levels = len(hit)
	return out
}

// inWords reads answers that are words.
func inWords(said []Answer, codes []string) Finding {
	all := 0
	for _, a := range said {
		all += a.Count
	}
	var fits []fit
	for _, f := range families {
		if x := fitting(f, said); x.levels >= 2 && x.covered*2 >= all {
			fits = append(fits, x)
		}
	}
	if len(fits) == 0 {
		return Finding{Why: "the answers are words of no scale that is known"}
	}
	slices.SortStableFunc(fits, func(a, b fit) int {
		if a.covered != b.covered {
			return b.covered - a.covered
		}
		return b.levels*len(a.family.levels) - a.levels*len(b.family.levels) // fuller first
	})
	best := fits[0]
	out := Finding{Why: "words of " + best.family.name.String()}
	for _, f := range fits {
		least, most := f.family.span()
		out.Readings = append(out.Readings, Reading{Scale: evidence.Scale{Min: least, Max: most}, NotApplicable: codes, Words: f.words})
	}
	if len(best.unknown) > 0 {
		out.Doubts = append(out.Doubts, phrase.Of("what %s stands for", quoted(best.unknown)))
	}
	if best.levels < 3 && len(best.family.levels) > 3 {
		out.Doubts = append(out.Doubts, phrase.Of("whether a scale of %d steps is meant, of which two were used", len(best.family.levels)))
	}
	if len(fits) > 1 && fits[1].covered == best.covered && fits[1].levels == best.levels && differ(best, fits[1]) {
		out.Doubts = append(out.Doubts, phrase.Of("whether the words are of %s or of %s", best.family.name, fits[1].family.name))
	}
	return out
}

// differ reports whether two families map the answers to other emotions.
func differ(a, b fit) bool {
	la, ma := a.family.span()
	lb, mb := b.family.span()
	for w, v := range a.words {
		u, ok := b.words[w]
		if !ok || (evidence.Scale{Min: la, Max: ma}).Valence(v) != (evidence.Scale{Min: lb, Max: mb}).Valence(u) {
			return true
		}
	}
	return false
}

// quoted names the first of some texts.
func quoted(texts []string) phrase.Phrase {
	var out []string
	for _, t := range texts[:min(len(texts), 4)] {
		out = append(out, fmt.Sprintf("%.40q", t))
	}
	list := strings.Join(out, ", ")
	if len(texts) > 4 {
		return phrase.Of("%s, and %d more", list, len(texts)-4)
	}
	return phrase.Of("%s", list)
}
