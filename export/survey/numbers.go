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
	name    string // of the question with its label and column, folded
	numbers map[float64]int
	n       int       // of the numbers
	words   []Answer  // answers that are no numbers
	codes   []string  // words for "not applicable"
	levels  []Answer  // numbers explained in words ("4 - satisfied")
	far     []float64 // codes far from the rest: 99, -1
	farSure bool
	values  []float64 // of the scale: the numbers without the far codes, ascending
	beyond  int
	pool    pool
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

func profiled(q Question) *profile {
	p := &profile{
		name: folded(q.Name) + " " + folded(q.Label) + " " + folded(q.column), numbers: map[float64]int{}, beyond: q.tally.beyond.all,
	}
	for _, a := range q.Answers() {
		v, ok := number(a.Text)
		switch {
		case ok:
			p.numbers[v] += a.Count
			p.n += a.Count
			if strings.ContainsFunc(a.Text, isLetter) {
				p.levels = append(p.levels, a)
			}
		case notApplicable[folded(a.Text)]:
			p.codes = append(p.codes, a.Text)
		default:
			p.words = append(p.words, a)
		}
	}
	p.values = slices.Sorted(maps.Keys(p.numbers))
	p.setApart()
	slices.Sort(p.codes)
	return p
}

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f && r != '−' && r != '★' && r != '☆'
}

// farCodes are numbers that surveys write for "not applicable", "do not know" or
// "no answer".
var farCodes = []float64{7, 8, 9, 66, 77, 88, 95, 96, 97, 98, 99, 666, 777, 888, 995, 996, 997, 998, 999, 9999, -1, -6, -7, -8, -9, -66, -77, -88, -98, -99, -999}

// setApart takes the codes that lie far from the other answers out of the values.
// It is sure of it where there are many answers, the gap is wide and nothing but
// a code can lie behind it.
func (p *profile) setApart() {
	p.farSure = true
	for len(p.values) > 2 {
		last := len(p.values) - 1
		switch {
		case p.farAbove(p.values[last], p.values[:last]):
			p.far = append(p.far, p.values[last])
			p.values = p.values[:last]
		case p.farBelow(p.values[0], p.values[1:]):
			p.far = append(p.far, p.values[0])
			p.values = p.values[1:]
		default:
			slices.Sort(p.far)
			return
		}
	}
}

func (p *profile) farAbove(v float64, rest []float64) bool {
	top, lowest := rest[len(rest)-1], v
	for len(rest) > 1 && slices.Contains(farCodes, top) && top > 6 { // 98 below 99, 8 below 9
		lowest = top
		rest = rest[:len(rest)-1]
		top = rest[len(rest)-1]
	}
	if !slices.Contains(farCodes, v) || top > 10 || lowest <= 10 && (top > 6 || lowest-top < 2) {
		return false
	}
	p.farSure = p.farSure && p.n >= 30 && (lowest > 10 || lowest-top >= 3 && p.n >= 200)
	return true
}

func (p *profile) farBelow(v float64, rest []float64) bool {
	if !slices.Contains(farCodes, v) || v >= 0 {
		return false
	}
	bottom := rest[0]
	for len(rest) > 1 && slices.Contains(farCodes, bottom) && bottom < 0 && rest[1] >= 0 {
		rest = rest[1:]
		bottom = rest[0]
	}
	symmetric := rest[len(rest)-1] == -v // -1, 0, 1
	if bottom < 0 {
		p.farSure = false
		return bottom-v >= 2 && rest[len(rest)-1] <= 5
	}
	p.farSure = p.farSure && p.n >= 30 && !symmetric && len(rest) > 2 && (bottom-v >= 2 || rest[len(rest)-1] >= 6)
	return rest[len(rest)-1] <= 10
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
