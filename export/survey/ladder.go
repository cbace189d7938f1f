package survey

import (
	"math"
	"slices"
	"strings"

	"touchline.app/journey/phrase"
)

// ladder says at which steps of a scale those stand that answers told apart.
type ladder struct {
	size   int
	places []int // from 1 on, as the steps of the fit
}

// ladders returns the scales the steps of a fit may be on, the likeliest first, and
// whether there is no doubt. Steps are as far from each other wherever they stand.
//
// A scale has as many good steps as bad ones, so that a step nobody chose shows in
// the other half. Scales that run from nothing to much have no such halves.
func (f fit) ladders() (out []ladder, sure bool) {
	bad, good, neither := f.halves()
	many := f.covered >= few
	ranked := ladder{len(f.steps), ranks(f.steps)}
	even := len(bad) == len(good) && len(bad) >= 2
	switch {
	case f.whole, even && neither:
		return []ladder{ranked}, true
	case f.listed:
		return []ladder{f.onRungs(), ranked}, false
	case even:
		return both(many, ranked, widened(ranked, len(bad)))
	case f.fromNothing():
		return []ladder{ranked}, many && len(f.steps) >= 4
	}
	return f.completed(bad, good, neither)
}

// completed returns the scale that has as many bad steps as good ones, and the one
// of the steps that were chosen alone.
func (f fit) completed(bad, good []step, neither bool) ([]ladder, bool) {
	many, ranked := f.covered >= few, ladder{len(f.steps), ranks(f.steps)}
	filled, clear := completed(bad, good, neither, !many || len(f.steps) < 3)
	if len(bad) == 1 && len(good) == 1 {
		if many && neither && bad[0].score == -good[0].score {
			return []ladder{ranked, filled}, false
		}
		clear = false
	}
	if len(f.steps) < 3 || !clear {
		return []ladder{filled, ranked}, false
	}
	return []ladder{filled}, true
}

// onRungs are the steps where they stand on a scale of the list.
func (f fit) onRungs() ladder {
	out := ladder{size: f.rungs}
	for _, s := range f.steps {
		out.places = append(out.places, int(s.score))
	}
	return out
}

// halves parts the steps into bad ones and good ones, and says whether there is one
// of neither.
func (f fit) halves() (bad, good []step, neither bool) {
	for _, s := range f.steps {
		switch {
		case s.score < 0:
			bad = append(bad, s)
		case s.score > 0:
			good = append(good, s)
		default:
			neither = true
		}
	}
	return bad, good, neither
}

// both returns a scale without the step in the middle, and one with it. Where many
// answered, somebody would have chosen it.
func both(many bool, without, with ladder) ([]ladder, bool) {
	if many {
		return []ladder{without}, true
	}
	return []ladder{with, without}, false
}

func ranks(steps []step) []int {
	out := make([]int, len(steps))
	for i := range steps {
		out[i] = i + 1
	}
	return out
}

// widened puts a step between the bad ones and the good ones.
func widened(l ladder, bad int) ladder {
	out := ladder{l.size + 1, slices.Clone(l.places)}
	for i := bad; i < len(out.places); i++ {
		out.places[i]++
	}
	return out
}

// fromNothing reports whether the steps run from nothing to much of one thing.
func (f fit) fromNothing() bool {
	turned := false
	for _, s := range f.steps {
		if s.badWord || s.score == 0 {
			return false
		}
		turned = turned || s.turned
	}
	return turned
}

// completed puts bad and good steps on the scale that has as many of both, with a
// middle if asked for. Clear is whether each step is opposite to one of its degree,
// or would be were it chosen.
func completed(bad, good []step, neither, middle bool) (out ladder, clear bool) {
	degrees := halfOf(bad, good)
	half, shift := len(degrees), bit(neither || middle)
	out.size, clear = 2*half+shift, true
	used := map[int]bool{}
	put := func(place int) {
		clear = clear && !used[place]
		used[place] = true
		out.places = append(out.places, place)
	}
	for _, s := range bad {
		i, exact := nearest(degrees, -s.score)
		clear = clear && exact
		put(half - i)
	}
	if neither {
		put(half + 1)
	}
	for _, s := range good {
		i, exact := nearest(degrees, s.score)
		clear = clear && exact
		put(half + shift + i + 1)
	}
	return out, clear
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// halfOf returns the degrees of one half of a scale: those of the half of which
// more was chosen. Of a single degree there is always more, or less.
func halfOf(bad, good []step) []float64 {
	bigger := good
	switch {
	case len(bad) > len(good):
		bigger = bad
	case len(bad) == len(good):
		bigger = slices.Concat(bad, good)
	}
	out := distances(bigger)
	switch {
	case len(out) > 1:
		return out
	case out[0] > plainly+0.3:
		return []float64{plainly, out[0]}
	}
	return []float64{out[0], math.Inf(1)}
}

// distances are those of steps from the middle, without doubles, the nearest first.
func distances(steps []step) []float64 {
	var out []float64
	for _, s := range steps {
		out = append(out, math.Abs(s.score))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// nearest returns which of the degrees is nearest, and whether it is the same one
// or no other one comes near.
func nearest(degrees []float64, d float64) (at int, exact bool) {
	for i, x := range degrees {
		if math.Abs(x-d) < math.Abs(degrees[at]-d) {
			at = i
		}
	}
	return at, math.Abs(degrees[at]-d) <= 0.3
}

// laddersOf finds the scales of the list that have all the answers.
func laddersOf(said []Answer) []fit {
	var out []fit
	for _, name := range []string{"whole ladders", "ladders"} {
		for _, line := range lists().sections[name] {
			if f, ok := climbed(line[1:], said); ok {
				f.kind = kindNames[slices.IndexFunc(kindNames, func(k phrase.Phrase) bool { return k.String() == line[0] })]
				f.listed = true
				f.whole = name != "ladders" && len(f.steps) == f.rungs
				out = append(out, f)
			}
		}
	}
	return out
}

// climbed fits answers to the rungs of a ladder; behind each rung the same word may
// stand: "not at all satisfied", "very satisfied".
func climbed(rungs []string, said []Answer) (fit, bool) {
	f := fit{steps: make([]step, len(rungs))}
	behind, begun := "", false
	for _, a := range said {
		word := folded(a.Text)
		rung, rest := rungOf(rungs, word)
		if rung < 0 || begun && rest != behind {
			return fit{}, false
		}
		behind, begun = rest, true
		s := &f.steps[rung]
		s.score, s.count = float64(rung+1), s.count+a.Count
		if !slices.Contains(s.phrases, word) {
			s.phrases = append(s.phrases, word)
		}
		f.covered += a.Count
	}
	f.all = f.covered
	f.steps = slices.DeleteFunc(f.steps, func(s step) bool { return s.count == 0 })
	if f.rungs = len(rungs); len(f.steps) < 3 {
		return fit{}, false
	}
	if m, ok := meant(behind); behind != "" && (!ok || m.score < 0) {
		return fit{}, false
	}
	return f, true
}

func rungOf(rungs []string, word string) (at int, rest string) {
	at = -1
	for i, r := range rungs {
		switch {
		case r == word:
			return i, ""
		case strings.HasPrefix(word, r+" ") && (at < 0 || len(r) > len(rungs[at])):
			at, rest = i, word[len(r)+1:]
		}
	}
	return at, rest
}
