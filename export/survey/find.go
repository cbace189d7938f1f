package survey

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"touchline.app/journey/evidence"
	"touchline.app/journey/phrase"
)

// Find finds out how the answers to each question are to be understood, in the
// order of the questions.
func Find(r *Responses) []Finding {
	out := make([]Finding, len(r.Questions))
	var small []*profile
	at := map[*profile]int{}
	all := make([]*profile, len(r.Questions))
	shared := pool{}
	for i, q := range r.Questions {
		all[i] = profiled(q)
		shared = shared.with(all[i].asPool())
	}
	for i, p := range all {
		p.pool = p.asPool()
		if r.Long != nil {
			p.pool = shared
		}
		switch {
		case p.n == 0 && len(p.words) == 0:
			out[i] = Finding{Why: "there are no answers"}
		case !p.numeric():
			out[i] = p.inWords()
		case p.whole() && p.low() >= -10 && p.high() <= 10:
			at[p] = i
			small = append(small, p)
		default:
			out[i] = p.inNumbers()
		}
	}
	for _, b := range blocks(small, r.Long != nil) {
		v := b.verdict()
		for _, p := range b.members {
			out[at[p]] = p.finding(v)
		}
	}
	return out
}

// blocks sorts questions by their highest answer; those of a long table, whose
// answers stand in one column, are one block.
func blocks(ps []*profile, long bool) []*block {
	groups := map[float64][]*profile{}
	for _, p := range ps {
		key := p.high()
		switch {
		case long:
			key = 0
		case len(p.values) == 2 && p.low() == 0 && key == 1:
			key = yesNo
		case key == 10 && p.recommends():
			key = promoters
		}
		groups[key] = append(groups[key], p)
	}
	var out []*block
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		b := newBlock(groups[key])
		for other := range groups {
			b.taller = b.taller || b.mayReach(other)
		}
		out = append(out, b)
	}
	return out
}

// Keys of blocks that no highest answer is: questions answered with 1 or 0, and
// those of the net promoter score.
const (
	yesNo     = -100
	promoters = 100
)

// mayReach reports whether the scale may go on to a higher answer that other
// questions have. One up to 5 is usual enough to stand beside others.
func (b *block) mayReach(other float64) bool {
	return b.low >= 0 && b.high >= 2 && (b.high != 5 || b.n < 5*few) && b.high < other && other <= 10
}

// finding is the verdict on the block, with what is special to the question.
func (p *profile) finding(v verdict) Finding {
	out := Finding{Why: v.why}
	worse := p.worse()
	for _, c := range v.choices {
		r := c.reading(!worse.Blank())
		r.NotApplicable = slices.Concat(r.NotApplicable, codesOf(p.far), p.codes)
		out.Readings = append(out.Readings, r)
	}
	if !v.doubt.Blank() {
		out.Doubts = append(out.Doubts, v.doubt)
	}
	if !worse.Blank() {
		out.Doubts = append(out.Doubts, phrase.Of("whether a high answer is a bad one: %s", worse))
		straight := out.Readings[0]
		straight.Scale.Turned = false
		out.Readings = append(out.Readings, straight)
	}
	p.doubtFar(&out)
	return out
}

// doubtFar asks about numbers far from the others, and about words among them.
func (p *profile) doubtFar(out *Finding) {
	within := slices.ContainsFunc(p.far, func(v float64) bool {
		return len(out.Readings) > 0 && v >= out.Readings[0].Scale.Min && v <= out.Readings[0].Scale.Max
	})
	if len(p.far) > 0 && (!p.farSure || within) {
		out.Doubts = append(out.Doubts, phrase.Of("whether %s means not applicable", strings.Join(codesOf(p.far), ", ")))
	}
	words := 0
	var texts []string
	for _, a := range p.words {
		words += a.Count
		texts = append(texts, a.Text)
	}
	if words*50 > p.n {
		out.Doubts = append(out.Doubts, phrase.Of("what %s means", quoted(texts)))
	}
	if p.beyond > 0 {
		out.Doubts = append(out.Doubts, phrase.Of("what %d long answers mean", p.beyond))
	}
}

// worse says why a high answer may be a bad one, or nothing.
func (p *profile) worse() phrase.Phrase {
	if p.falling() {
		return phrase.Of("the words beside the numbers say so")
	}
	if hint, ok := holds(p.name, worseHints); ok {
		return phrase.Of("the question says %q", hint)
	}
	return phrase.Phrase{}
}

// falling reports whether numbers with words beside them ("1 - Very satisfied")
// get worse as they grow.
func (p *profile) falling() bool {
	up, down := 0, 0
	level := func(a Answer) (int, bool) {
		said := strings.TrimLeft(folded(a.Text), "0123456789 -=:.()+")
		for _, f := range families {
			for i, words := range f.levels {
				if slices.Contains(words, strings.TrimRight(said, " )")) {
					return i, true
				}
			}
		}
		return 0, false
	}
	for i, a := range p.levels {
		for _, b := range p.levels[i+1:] {
			x, _ := number(a.Text)
			y, _ := number(b.Text)
			l, ok := level(a)
			m, also := level(b)
			switch {
			case !ok || !also || l == m || x == y:
			case (x < y) == (l < m):
				up++
			default:
				down++
			}
		}
	}
	return down > up
}

func (p *profile) inWords() Finding {
	if p.beyond > 0 || len(p.words) > 60 {
		return Finding{Why: "the answers are in the customers' own words"}
	}
	out := inWords(p.words, p.codes)
	if len(out.Readings) > 0 && p.n > 0 {
		out.Doubts = append(out.Doubts, phrase.Of("what the numbers among the words mean"))
	}
	if worse := p.worse(); !worse.Blank() && len(out.Readings) > 0 {
		turned := out.Readings[0]
		turned.Scale.Turned = true
		out.Readings = append([]Reading{turned}, out.Readings...)
		out.Doubts = append(out.Doubts, phrase.Of("whether the answers count the other way round: %s", worse))
	}
	return out
}

// inNumbers reads numbers that are no steps: percentages, means, sliders.
func (p *profile) inNumbers() Finding {
	codes := slices.Concat(codesOf(p.far), p.codes)
	on := func(low, high float64) Reading {
		return Reading{Scale: evidence.Scale{Min: low, Max: high}, NotApplicable: codes}
	}
	low, high := p.low(), p.high()
	hundred := low >= 0 && high <= 100 && high > 10
	between := !p.whole() && low >= 0 && high <= 10 && p.beyond == 0
	var out Finding
	switch {
	case hundred && p.says(percentHints):
		out = Finding{Readings: []Reading{on(0, 100)}, Why: "percentages"}
	case hundred && p.says(pointsHints):
		out = Finding{Readings: []Reading{on(0, 100), on(0, 20)}, Doubts: []phrase.Phrase{phrase.Of("of how many points the answers are")}}
	case between && p.pool.rated():
		out = Finding{Readings: []Reading{on(1, 5), on(1, 7), on(0, 10)}, Why: "1 to 5, with steps between: means already, or a slider"}
	case between && high > 1.5:
		out = Finding{Readings: []Reading{on(0, 10), on(1, 10), on(1, 7), on(0, 5)}, Doubts: []phrase.Phrase{phrase.Of("on which scale there are steps between whole numbers")}}
	default:
		return Finding{Why: fmt.Sprintf("numbers from %g to %g are no answers on a scale that is known", low, high)}
	}
	p.doubtFar(&out)
	return out
}

// says reports whether the text of the question holds one of the hints.
func (p *profile) says(hints []string) bool {
	_, ok := holds(p.name, hints)
	return ok
}
