package pdf

import (
	"cmp"
	"slices"

	"golang.org/x/text/unicode/bidi"

	"touchline.app/canvas/text"
)

// Readers find the order of a text again from where its shapes lie. What they
// need to know beside that is written as marks of direction, which nobody sees
// and searching passes over.
const (
	fromLeft  = "\u200E"
	fromRight = "\u200F"
)

// logical returns the runs of a line in the order in which they are read, which
// some readers take for that of the text.
func logical(runs []text.Run) []*text.Run {
	out := make([]*text.Run, len(runs))
	for i := range runs {
		out[i] = &runs[i]
	}
	slices.SortStableFunc(out, func(a, b *text.Run) int { return cmp.Compare(a.From, b.From) })
	return out
}

// turnsBack reports whether the run with the index needs a mark: it begins a
// stretch against the direction of its line, and a sign of no direction, which
// would be counted to the stretch, follows.
func turnsBack(runs []*text.Run, i int, rtl bool) bool {
	if runs[i].RTL == rtl || (i > 0 && runs[i-1].RTL != rtl) {
		return false
	}
	for _, r := range runs[i+1:] {
		if r.RTL == rtl {
			return len(r.Text) > 0 && !strong(r.Text[0])
		}
	}
	return false
}

// misread reports whether a sign of a right-to-left run, which another may
// follow, needs a mark behind it: poppler takes commas, full stops and the like
// for parts of numbers, and puts what follows before them.
func misread(r *text.Run, g text.Glyph, followed bool) bool {
	next := g.Cluster + g.Runes
	if g.Runes != 1 || g.Cluster < 0 || next > len(r.Text) {
		return false
	}
	if next == len(r.Text) && !followed || next < len(r.Text) && strong(r.Text[next]) {
		return false
	}
	switch class(r.Text[g.Cluster]) {
	case bidi.CS, bidi.ES, bidi.ET:
		return true
	default:
		return false
	}
}

// strong reports whether a character has a direction of its own.
func strong(r rune) bool {
	switch class(r) {
	case bidi.L, bidi.R, bidi.AL:
		return true
	default:
		return false
	}
}

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// mark returns a code without a shape that stands for a mark of direction.
func (t *typeface) mark(direction string) glyphCode {
	return t.complexGlyph("|"+direction, direction, nil, 0, 0)
}
