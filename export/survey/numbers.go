package survey

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// profile is what the answers to a question look like, before they are compared
// with those to the other questions.
type profile struct {
	name     string   // of the question with its label and column, folded
	called   []string // the name, and the label, folded
	stated   stated
	numbers  map[float64]int
	n        int       // of the numbers
	words    []Answer  // answers that are no numbers
	codes    []string  // words for "not applicable"
	levels   []level   // numbers explained in words ("4 - satisfied")
	far      []float64 // codes far from the rest: 99, -1
	farSure  bool
	values   []float64 // of the scale: the numbers without the far codes, ascending
	of       map[float64]int
	shares   int  // numbers with a percent sign
	siblings bool // several questions of yes and no begin alike
	beyond   int
	pool     pool
}

// level is a number with what is said beside it.
type level struct {
	value float64
	said  string
}

// pool is what the answers to all questions of a long table have in common; in a
// wide one it is that of the question alone.
type pool struct {
	n         int
	low, high float64
}

func (p *profile) asPool() pool {
	if p.n == 0 {
		return pool{}
	}
	return pool{p.n, p.low(), p.high()}
}

// rated reports whether many answers fill 1 to 5 and none lies outside.
func (a pool) rated() bool { return a.n >= few && a.low >= 1 && a.high <= 5 && a.high > 4 }

// with is the pool of both.
func (a pool) with(b pool) pool {
	switch {
	case a.n == 0:
		return b
	case b.n == 0:
		return a
	}
	return pool{a.n + b.n, min(a.low, b.low), max(a.high, b.high)}
}

// maxQuestion is how many letters of the text of a question are looked at.
const maxQuestion = 900

func profiled(q Question) *profile {
	p := &profile{called: []string{foldedText(q.Name, maxQuestion), foldedText(q.Label, maxQuestion)}, numbers: map[float64]int{}, of: map[float64]int{}, beyond: q.tally.beyond.all}
	p.name = strings.Join(append(p.called, foldedText(q.column, maxQuestion)), " ")
	p.stated = statedIn(strings.Join(p.called, " ; "))
	for _, a := range q.Answers() {
		p.see(a)
	}
	for v := range p.numbers {
		if slices.Contains(p.stated.codes, v) {
			p.codes = append(p.codes, code(v))
			p.n -= p.numbers[v]
			delete(p.numbers, v)
		}
	}
	p.values = slices.Sorted(maps.Keys(p.numbers))
	p.setApart()
	slices.Sort(p.codes)
	return p
}

// see takes an answer into the profile.
func (p *profile) see(a Answer) {
	r, ok := rated(a.Text)
	switch {
	case ok && r.said != "" && saysNothing(r.said), !ok && saysNothing(a.Text):
		p.codes = append(p.codes, a.Text)
	case ok:
		p.numbers[r.value] += a.Count
		p.n += a.Count
		p.shares += a.Count * bit(r.share)
		p.of[r.of] += a.Count
		if r.said != "" {
			p.levels = append(p.levels, level{r.value, r.said})
		}
	default:
		p.words = append(p.words, a)
	}
}

// outOf returns the number out of which the answers are given, 0 where they do not
// say, and -1 where they say several.
func (p *profile) outOf() float64 {
	said := 0.0
	for of := range p.of {
		switch {
		case of == 0:
		case said != 0:
			return -1
		default:
			said = of
		}
	}
	return said
}

// farCodes are numbers that surveys write for "not applicable", "do not know" or
// "no answer".
var farCodes = []float64{7, 8, 9, 66, 77, 88, 95, 96, 97, 98, 99, 666, 777, 888, 995, 996, 997, 998, 999, 9999, -1, -6, -7, -8, -9, -66, -77, -88, -98, -99, -999}

// setApart takes the codes that lie far from the other answers out of the values.
// It is sure of it where there are many answers, the gap is wide and nothing but
// a code can lie behind it.
func (p *profile) setApart() {
	p.farSure = true
	for i := 2; i < len(p.values); i++ {
		if p.farAbove(p.values[:i], p.values[i:]) {
			p.far = append(p.far, p.values[i:]...)
			p.values = p.values[:i]
			break
		}
	}
	for i := len(p.values) - 2; i > 0; i-- {
		if p.farBelow(p.values[:i], p.values[i:]) {
			p.far = append(p.far, p.values[:i]...)
			p.values = p.values[i:]
			break
		}
	}
	slices.Sort(p.far)
}

func areCodes(values []float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return !slices.Contains(farCodes, v) })
}

// farAbove reports whether the numbers above a scale are codes.
func (p *profile) farAbove(scale, codes []float64) bool {
	top, lowest := scale[len(scale)-1], codes[0]
	if !areCodes(codes) || top > 10 && (top > 100 || lowest < 666) {
		return false
	}
	beyond, gap := lowest > 10, lowest-top
	hole := p.hole(scale, lowest)
	if !beyond && !hole && (top > 6 || gap < 2) {
		return false
	}
	p.farSure = p.farSure && p.n >= 30 && (beyond || hole || gap >= 3 && p.n >= 200)
	return true
}

// hole reports whether nobody chose the steps between a scale and a number above
// it, though many chose those on both sides: then there are none.
func (p *profile) hole(scale []float64, above float64) bool {
	top := scale[len(scale)-1]
	return above-top >= 2 && p.numbers[top] >= 10 && p.numbers[above] >= 10 && len(scale) > 2 && top-scale[0] == float64(len(scale)-1)
}

// farBelow reports whether the numbers below a scale are codes.
func (p *profile) farBelow(codes, scale []float64) bool {
	bottom, top, nearest := scale[0], scale[len(scale)-1], codes[len(codes)-1]
	if !areCodes(codes) || nearest >= 0 || top > 100 {
		return false
	}
	if bottom < 0 {
		wide := nearest <= -66 && top <= 10
		p.farSure = p.farSure && wide && p.n >= 30
		return wide || bottom-nearest >= 2 && top <= 5
	}
	symmetric := top == -nearest // -1, 0, 1
	p.farSure = p.farSure && p.n >= 30 && !symmetric && len(scale) > 2 && (bottom-nearest >= 2 || top >= 6)
	return true
}

func (p *profile) low() float64  { return p.values[0] }
func (p *profile) high() float64 { return p.values[len(p.values)-1] }

// whole reports whether every value is a whole number.
func (p *profile) whole() bool {
	return !slices.ContainsFunc(p.values, func(v float64) bool { return v != math.Trunc(v) })
}

// numeric reports whether the answers are numbers, apart from a few.
func (p *profile) numeric() bool {
	words := 0
	for _, a := range p.words {
		words += a.Count
	}
	return p.n > 0 && p.n >= 2*(words+p.beyond)
}

func code(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func codesOf(values []float64) []string {
	var out []string
	for _, v := range values {
		out = append(out, code(v))
	}
	return out
}
