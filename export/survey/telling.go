package survey

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"touchline.app/journey/evidence"
	"touchline.app/journey/phrase"
)

// asStated reads numbers on the scale that the question, the words beside the
// numbers, or the numbers themselves ("4/5") say they are on.
func (p *profile) asStated() (Finding, bool) {
	s := p.stated
	p.speak(&s)
	p.stated = s
	of := p.outOf()
	if of < 0 {
		return Finding{Why: "the answers are parts of several numbers"}, true
	}
	switch {
	case s.ends && s.fits(p):
		return p.between(s.low, s.high), true
	case of > 0:
		return p.upTo(of), true
	case s.top > 0 && p.high() <= s.top && p.low() >= 0:
		return p.upTo(s.top), true
	}
	return Finding{}, false
}

// between reads numbers on a scale whose ends are said. What lies beyond them is
// none of its steps.
func (p *profile) between(low, high float64) Finding {
	var beyond []float64
	for _, v := range p.values {
		if v < low || v > high {
			beyond = append(beyond, v)
		}
	}
	r := choice{low, high, beyond}.reading(false)
	r.NotApplicable = slices.Concat(r.NotApplicable, codesOf(p.far), p.codes)
	out := Finding{Readings: []Reading{r}, Why: fmt.Sprintf("%s, as is said", r.Scale)}
	if p.stated.way == 0 && p.stated.open != "" && p.worse().Blank() {
		out.Doubts = append(out.Doubts, phrase.Of("whether %q is the worst answer", p.stated.open))
		turned := r
		turned.Scale.Turned = true
		out.Readings = append(out.Readings, turned)
	}
	p.turn(&out)
	p.far = slices.DeleteFunc(p.far, func(v float64) bool { return v < low || v > high })
	p.doubtFar(&out)
	return out
}

// upTo reads numbers on a scale whose highest number is said.
func (p *profile) upTo(high float64) Finding {
	codes := slices.Concat(codesOf(p.far), p.codes)
	on := func(low float64, more ...string) Reading {
		return Reading{Scale: evidence.Scale{Min: low, Max: high}, NotApplicable: slices.Concat(more, codes)}
	}
	var out Finding
	zero := p.low() < 1
	switch {
	case high > 10 || high == 10 && p.says(lists().promoter):
		out.Readings = []Reading{on(0)}
	case !zero && (high < 10 || p.whole() && expectedBelow(p.numbers) >= 10):
		out.Readings = []Reading{on(1)}
	case !zero:
		out = Finding{Readings: []Reading{on(1), on(0)}, Doubts: []phrase.Phrase{phrase.Of("whether the scale begins at 0 or at 1")}}
	default:
		out = Finding{Readings: []Reading{on(0), on(1, "0")}, Doubts: []phrase.Phrase{phrase.Of("whether 0 is the lowest step or means not applicable")}}
	}
	out.Why = fmt.Sprintf("out of %g", high)
	p.turn(&out)
	p.doubtFar(&out)
	return out
}

// speak takes into what is stated what the words beside the numbers say, as in "1 -
// very satisfied".
func (p *profile) speak(s *stated) {
	var all []anchor
	for _, l := range p.levels {
		if m, ok := meant(l.said); ok {
			all = append(all, anchor{at: l.value, words: l.said, meaning: m, known: true})
		}
	}
	up, down := 0, 0
	for i, a := range all {
		for _, b := range all[i+1:] {
			switch {
			case a.at == b.at || a.score == b.score:
			case (a.at < b.at) == (a.score < b.score):
				up++
			default:
				down++
			}
		}
	}
	switch {
	case up > 0 && down == 0:
		s.way = 1
	case down > 0 && up == 0:
		s.way = -1
	default:
		return
	}
	slices.SortFunc(all, func(a, b anchor) int { return int(a.at - b.at) })
	first, last := all[0], all[len(all)-1]
	if first.score*last.score < 0 && min(first.score*first.score, last.score*last.score) >= 16 && !s.ends {
		s.low, s.high, s.ends = first.at, last.at, true
	}
}

// unspoken reports whether words beside the numbers are not known: the numbers may
// count things, not steps.
func (p *profile) unspoken() bool {
	words := map[string]bool{}
	for _, l := range p.levels {
		if known(l.said) {
			return false
		}
		words[l.said] = true
	}
	return len(words) > 1
}

// noAnswer says of a column of numbers why it is no question at all: it counts
// something, or tells who the customer is.
func (p *profile) noAnswer() (why string, ok bool) {
	if p.stated.way != 0 || p.outOf() != 0 {
		return "", false
	}
	for _, name := range p.called {
		name, _, _ = strings.Cut(name, "(")
		name, _, _ = strings.Cut(name, "[")
		if hint, ok := holds(name, lists().counts); ok && !scaleWord.MatchString(name) {
			return fmt.Sprintf("it counts something: it says %q", hint), true
		}
		if describes(name) {
			return "it tells of the customer or the response, going by its name", true
		}
	}
	return "", false
}

// describes reports whether a name tells of the customer or the response.
func describes(name string) bool {
	if hint, ok := holds(name, lists().aboutUnspaced); ok && len([]rune(name)) <= len([]rune(hint))+4 {
		return true
	}
	about := false
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	if n := len(words); n > 1 && slices.Contains(numberNames, words[n-1]) {
		return true
	}
	for _, w := range words {
		switch {
		case lists().aboutCustomer[w]:
			about = true
		case lists().besideThose[w] || strings.Trim(w, "qvsx0123456789") == "":
		default:
			return false
		}
	}
	return about
}

// numberNames are last words of names whose numbers only tell things apart.
var numberNames = []string{"id", "code", "no", "nr", "number", "nummer", "index", "key"}

// beginAlike marks questions of yes and no of which several begin alike: they are
// the choices of one question.
func beginAlike(ps []*profile) {
	groups := map[string][]*profile{}
	for _, p := range ps {
		if name := p.called[0]; p.choosing() {
			if end := strings.LastIndexAny(name, "[:-_(/"); end > 2 {
				groups[name[:end]] = append(groups[name[:end]], p)
			}
		}
	}
	for _, g := range groups {
		for _, p := range g {
			p.siblings = len(g) >= 3
		}
	}
}

// choosing reports whether the answers are as those of a box that is ticked or not.
func (p *profile) choosing() bool {
	for _, v := range p.values {
		if v != 0 && v != 1 {
			return false
		}
	}
	for _, a := range p.words {
		if !slices.ContainsFunc(lists().sections[binary], func(words []string) bool { return slices.Contains(words, folded(a.Text)) }) {
			return false
		}
	}
	return len(p.values)+len(p.words) > 0
}
