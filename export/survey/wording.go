package survey

import (
	"fmt"
	"maps"
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

// binary is the kind of scale whose answers count as 0 and 1, not from 1 on.
const binary = "yes or no"

// fit is how well a kind of scale explains answers in words.
type fit struct {
	kind    phrase.Phrase
	steps   []step // told apart by the answers, the worst first
	covered int    // answers explained
	all     int
	unknown []string // answers that are not, the most frequent first
	twice   []string // two answers that are the same step
	listed  bool     // it is a scale of the list
	rungs   int      // and has so many steps
	whole   bool     // each of them was chosen, and nobody adds one
}

// step is one of a scale, with the phrases that mean it.
type step struct {
	meaning
	phrases []string
	count   int
}

func fitting(k kind, said []Answer) fit {
	out := fit{kind: k.name}
	at := map[float64]*step{}
	for _, a := range said {
		word := folded(a.Text)
		m, ok := k.of(word)
		out.all += a.Count
		if !ok {
			out.unknown = append(out.unknown, a.Text)
			continue
		}
		s := at[m.score]
		if s == nil {
			s = &step{meaning: m}
			at[m.score] = s
		}
		if other, ok := s.apart(k, word, m); ok {
			out.twice = []string{other, word}
		}
		if !slices.Contains(s.phrases, word) {
			s.phrases = append(s.phrases, word)
		}
		s.count += a.Count
		out.covered += a.Count
	}
	for _, score := range slices.Sorted(maps.Keys(at)) {
		out.steps = append(out.steps, *at[score])
	}
	return out
}

// apart returns a phrase of the step that is another one of the same language and
// no other spelling: two steps, or a customer who chose between two words for one.
func (s *step) apart(k kind, word string, m meaning) (string, bool) {
	for _, other := range s.phrases {
		o, ok := k.of(other)
		shared := ok && len(m.languages) > 0 && len(o.languages) > 0
		for l := range m.languages {
			shared = shared && o.languages[l]
		}
		if shared && other != word && !spelledAlike(other, word) {
			return other, true
		}
	}
	return "", false
}

// spelledAlike reports whether two phrases differ in an ending or a sign only.
func spelledAlike(a, b string) bool {
	bare := strings.NewReplacer(" ", "", "/", "", ",", "", "-", "")
	x, y := []rune(bare.Replace(a)), []rune(bare.Replace(b))
	same := 0
	for same < len(x) && same < len(y) && x[same] == y[same] {
		same++
	}
	return same*5 >= max(len(x), len(y))*3 && max(len(x), len(y))-same <= 3
}

// inWords reads answers that are words.
func (p *profile) inWords() Finding {
	if p.beyond > 0 || len(p.words) > 60 {
		return Finding{Why: "the answers are in the customers' own words"}
	}
	if f, ok := p.yesOrNo(); ok {
		return f
	}
	var fits []fit
	for _, k := range kinds() {
		if x := fitting(k, p.words); len(x.steps) >= 2 && x.covered*2 >= x.all {
			fits = append(fits, x)
		}
	}
	listed := laddersOf(p.words)
	if !slices.ContainsFunc(fits, func(f fit) bool { return len(f.unknown) == 0 }) {
		fits = append(listed, fits...)
	} else {
		fits = append(fits, slices.DeleteFunc(listed, func(f fit) bool { return len(f.steps) < f.rungs })...)
	}
	if len(fits) == 0 {
		if f, ok := p.lettered(); ok {
			return f
		}
		return Finding{Why: "the answers are words of no scale that is known"}
	}
	if i := slices.IndexFunc(fits, func(f fit) bool { return f.whole }); i >= 0 {
		return p.spread(fits[i])
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return b.covered - a.covered })
	out := p.spread(fits[0])
	for _, f := range fits[1:] {
		if f.covered == fits[0].covered && len(f.unknown) == 0 {
			out.rival(p.spread(f), fits[0], f)
		}
	}
	return out
}

// rival adds what another kind of scale makes of the same answers, and the doubt
// between them where it is something else.
func (f *Finding) rival(other Finding, was, is fit) {
	if sameEmotions(f.Readings[0], other.Readings[0]) {
		return
	}
	f.Readings = append(f.Readings, other.Readings...)
	if was.kind.String() == is.kind.String() {
		f.Doubts = append(f.Doubts, phrase.Of("how many steps the scale has: %d were used", len(is.steps)))
		return
	}
	f.Doubts = append(f.Doubts, phrase.Of("whether the words are of %s or of %s", was.kind, is.kind))
}

// sameEmotions reports whether two readings make the same of every word.
func sameEmotions(a, b Reading) bool {
	for w, v := range a.Words {
		u, ok := b.Words[w]
		if !ok || a.Scale.Valence(v) != b.Scale.Valence(u) {
			return false
		}
	}
	return len(a.Words) == len(b.Words)
}

// spread puts the steps of a fit on scales, the likeliest first, and says what is
// in doubt.
func (p *profile) spread(f fit) Finding {
	out := Finding{Why: "words of " + f.kind.String()}
	ladders, sure := f.ladders()
	for _, l := range ladders {
		r := Reading{Scale: evidence.Scale{Min: 1, Max: float64(max(l.size, 2))}, NotApplicable: p.codes, Words: map[string]float64{}}
		for i, s := range f.steps {
			for _, w := range s.phrases {
				r.Words[w] = float64(l.places[i])
			}
		}
		out.Readings = append(out.Readings, r)
	}
	if !sure {
		out.Doubts = append(out.Doubts, phrase.Of("how many steps the scale has: %d were used", len(f.steps)))
	}
	if len(f.unknown) > 0 {
		out.Doubts = append(out.Doubts, phrase.Of("what %s stands for", quoted(f.unknown)))
	}
	if len(f.twice) > 0 {
		out.Doubts = append(out.Doubts, phrase.Of("whether %.40q and %.40q are the same step", f.twice[0], f.twice[1]))
	}
	p.mayTurn(&out, f.kind.String())
	return out
}

// mayTurn asks about words that say nothing of good or bad by themselves where the
// question is about something bad, and about how often something was done.
func (p *profile) mayTurn(f *Finding, kind string) {
	switch kind {
	case "agreement", "likelihood", "frequency", binary:
	default:
		return
	}
	if worse := p.worse(); !worse.Blank() {
		turned := f.Readings[0]
		turned.Scale.Turned = true
		f.Readings = slices.Insert(f.Readings, 0, turned)
		f.Doubts = append(f.Doubts, phrase.Of("whether the answers count the other way round: %s", worse))
		return
	}
	if hint, ok := holds(p.name, lists().counts); ok && kind == "frequency" {
		f.Doubts = append(f.Doubts, phrase.Of("whether a frequent answer is a good one: the question says %q", hint))
	}
}

// yesOrNo reads answers of yes and no.
func (p *profile) yesOrNo() (Finding, bool) {
	r := Reading{Scale: evidence.Scale{Min: 0, Max: 1}, NotApplicable: p.codes, Words: map[string]float64{}}
	var unknown []string
	covered, all, hit := 0, 0, map[float64]bool{}
	for _, a := range p.words {
		word := folded(a.Text)
		all += a.Count
		for v, words := range lists().sections[binary] {
			if slices.Contains(words, word) {
				r.Words[word] = float64(v)
				hit[float64(v)] = true
			}
		}
		if _, ok := r.Words[word]; !ok {
			unknown = append(unknown, a.Text)
			continue
		}
		covered += a.Count
	}
	if len(hit) < 2 || covered*2 < all {
		return Finding{}, false
	}
	out := Finding{Readings: []Reading{r}, Why: "words of " + binary}
	if len(unknown) > 0 {
		out.Doubts = append(out.Doubts, phrase.Of("what %s stands for", quoted(unknown)))
	}
	p.mayTurn(&out, binary)
	p.mayBeChosen(&out)
	return out, true
}

// mayBeChosen asks whether yes is a good answer where the question is which of
// several things were used.
func (p *profile) mayBeChosen(f *Finding) {
	if hint, ok := holds(p.name, lists().chosen); ok {
		f.Doubts = append(f.Doubts, phrase.Of("whether it says how it was, or only what was used: the question says %q", hint))
	} else if p.siblings {
		f.Doubts = append(f.Doubts, phrase.Of("whether it says how it was, or only what was used: several such columns begin alike"))
	}
}

// lettered reads codes of a letter and a number, as A1 to A5, which some programs
// export in the place of words. Nobody can tell which of them is the best.
func (p *profile) lettered() (Finding, bool) {
	words, letters, high := map[string]float64{}, "", 0
	for _, a := range p.words {
		word := folded(a.Text)
		at := strings.IndexAny(word, "0123456789")
		var n int
		if at < 1 || at > 3 || letters != "" && word[:at] != letters || len(word) > at+2 {
			return Finding{}, false
		}
		if _, err := fmt.Sscanf(word[at:], "%d", &n); err != nil || n < 0 || n > 10 || fmt.Sprint(n) != strings.TrimLeft(word[at:], "0") {
			return Finding{}, false
		}
		letters, high = word[:at], max(high, n)
		words[word] = float64(n)
	}
	if len(words) < 3 {
		return Finding{}, false
	}
	r := Reading{Scale: evidence.Scale{Min: 1, Max: float64(high)}, NotApplicable: p.codes, Words: words}
	back := r
	back.Scale.Turned = true
	return Finding{
		Readings: []Reading{r, back}, Doubts: []phrase.Phrase{phrase.Of("whether %s1 or %s%d is the best answer", strings.ToUpper(letters), strings.ToUpper(letters), high)},
		Why: fmt.Sprintf("codes from %s1 to %s%d", strings.ToUpper(letters), strings.ToUpper(letters), high),
	}, true
}

// quoted names the first of some texts.
func quoted(texts []string) phrase.Phrase {
	var out []string
	seen := map[string]bool{}
	for _, t := range texts {
		if f := folded(t); !seen[f] {
			seen[f] = true
			out = append(out, fmt.Sprintf("%.40q", t))
		}
	}
	if len(out) > 4 {
		return phrase.Of("%s, and %d more", strings.Join(out[:4], ", "), len(out)-4)
	}
	return phrase.Of("%s", strings.Join(out, ", "))
}
