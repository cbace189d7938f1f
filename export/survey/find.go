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
	beginAlike(all)
	for i, p := range all {
		p.pool = p.asPool()
		if r.Long != nil {
			p.pool = shared
		}
		f, found := p.alone()
		switch {
		case found:
			out[i] = f
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

// alone finds out what the question tells by itself, without the others.
func (p *profile) alone() (Finding, bool) {
	switch {
	case p.n == 0 && len(p.words) == 0:
		return Finding{Why: "there are no answers"}, true
	case !p.numeric():
		f := p.inWords()
		if len(f.Readings) > 0 && p.n > 0 {
			f.Doubts = append(f.Doubts, phrase.Of("what the numbers among the words mean"))
		}
		return f, true
	}
	if why, ok := p.noAnswer(); ok {
		return Finding{Why: why}, true
	}
	return p.asStated()
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
	for _, c := range v.choices {
		r := c.reading(false)
		r.NotApplicable = slices.Concat(r.NotApplicable, codesOf(p.far), p.codes)
		out.Readings = append(out.Readings, r)
	}
	if !v.doubt.Blank() {
		out.Doubts = append(out.Doubts, v.doubt)
	}
	p.turn(&out)
	p.doubtFar(&out)
	if len(p.values) == 2 && p.low() == 0 && p.high() == 1 {
		p.mayBeChosen(&out)
	}
	return out
}

// turn turns the readings where a high answer is a bad one, and asks where it may
// be.
func (p *profile) turn(f *Finding) {
	worse := p.worse()
	if p.stated.way > 0 || p.stated.way == 0 && worse.Blank() {
		return
	}
	straight := f.Readings[0]
	for i := range f.Readings {
		f.Readings[i].Scale.Turned = true
	}
	if p.stated.way == 0 {
		f.Doubts = append(f.Doubts, phrase.Of("whether a high answer is a bad one: %s", worse))
		f.Readings = append(f.Readings, straight)
	}
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
	if p.unspoken() {
		out.Doubts = append(out.Doubts, phrase.Of("what the words beside the numbers say: %q", p.levels[0].said))
	}
}

// worse says why a high answer may be a bad one, or nothing.
func (p *profile) worse() phrase.Phrase {
	if hint, ok := holds(p.name, lists().worse); ok {
		return phrase.Of("the question says %q", hint)
	}
	return phrase.Phrase{}
}

// inNumbers reads numbers that are no steps: percentages, means, sliders.
func (p *profile) inNumbers() Finding {
	out := p.betweenSteps()
	if low, high := p.low(), p.high(); low >= 0 && high <= 100 && high > 10 {
		out = p.ofHundred()
	}
	if len(out.Readings) == 0 {
		return Finding{Why: fmt.Sprintf("numbers from %g to %g are no answers on a scale that is known", p.low(), p.high())}
	}
	p.turn(&out)
	p.doubtFar(&out)
	return out
}

// on is a reading on a scale, with the codes of the question.
func (p *profile) on(low, high float64) Reading {
	return Reading{Scale: evidence.Scale{Min: low, Max: high}, NotApplicable: slices.Concat(codesOf(p.far), p.codes)}
}

// ofHundred reads numbers up to 100.
func (p *profile) ofHundred() Finding {
	points := []phrase.Phrase{phrase.Of("of how many points the answers are")}
	switch {
	case p.says(lists().percent):
		return Finding{Readings: []Reading{p.on(0, 100)}, Why: "percentages"}
	case p.shares*10 >= p.n*9 || p.low() <= 10 && p.high() >= 90 && len(p.values) > 20:
		return Finding{Readings: []Reading{p.on(0, 100), p.on(1, 100)}, Doubts: points}
	case p.says(lists().points):
		return Finding{Readings: []Reading{p.on(0, 100), p.on(0, 20)}, Doubts: points}
	}
	return Finding{}
}

// betweenSteps reads numbers that are not whole: of means, of sliders, of half
// stars, and shares.
func (p *profile) betweenSteps() Finding {
	if p.whole() || p.low() < 0 || p.high() > 10 || p.beyond > 0 {
		return Finding{}
	}
	doubt := phrase.Of("on which scale there are steps between whole numbers")
	switch high := p.high(); {
	case high <= 1 && p.says(lists().percent):
		return Finding{Readings: []Reading{p.on(0, 1)}, Doubts: []phrase.Phrase{doubt}}
	case p.pool.rated():
		return Finding{Readings: []Reading{p.on(1, 5), p.on(1, 7), p.on(0, 10)}, Why: "1 to 5, with steps between: means already, or a slider"}
	case high <= 1.5:
		return Finding{}
	case high <= 5:
		return Finding{Readings: []Reading{p.on(0, 5), p.on(1, 5), p.on(1, 7), p.on(0, 10)}, Doubts: []phrase.Phrase{doubt}}
	}
	return Finding{Readings: []Reading{p.on(0, 10), p.on(1, 10), p.on(1, 7)}, Doubts: []phrase.Phrase{doubt}}
}

// says reports whether the text of the question holds one of the hints.
func (p *profile) says(hints []string) bool {
	_, ok := holds(p.name, hints)
	return ok
}
