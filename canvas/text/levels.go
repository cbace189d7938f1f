package text

import (
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/text/unicode/bidi"
)

// The kinds of numbers the Unicode bidirectional algorithm (UAX 9) tells apart.
const (
	european byte = 1 + iota
	arabic
)

// within returns which characters of a paragraph from the left are numbers within
// text from the right, and of which kind, or nil for none. They run from the left
// themselves, but stand where that text has them: to the left of the words they
// follow. In the terms of UAX 9 they are of level 2, which their direction alone
// does not say. Explicit embeddings are not looked at.
func within(rs []rune) []byte {
	var out []byte
	rtl := byte(0) // the kind numbers are of here: none behind a letter from the left
	for i, r := range rs {
		switch class(r) {
		case bidi.L:
			rtl = 0
		case bidi.R:
			rtl = european
		case bidi.AL:
			rtl = arabic
		case bidi.EN, bidi.AN:
			if rtl == 0 {
				continue
			}
			if out == nil {
				out = make([]byte, len(rs))
			}
			out[i] = rtl
			if class(r) == bidi.AN {
				out[i] = arabic
			}
		default:
		}
	}
	if out != nil {
		attach(rs, out)
	}
	return out
}

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// attach counts to numbers what belongs to them (UAX 9, W1 to W5): marks on
// digits, a separator between two, signs of money and percent beside them.
func attach(rs []rune, number []byte) {
	for i := 1; i < len(rs); i++ {
		before, after := number[i-1], byte(0)
		if i+1 < len(rs) {
			after = number[i+1]
		}
		switch class(rs[i]) {
		case bidi.NSM, bidi.BN:
			number[i] = before
		case bidi.ET:
			number[i] = before & european
		case bidi.CS:
			if before == after {
				number[i] = before
			}
		case bidi.ES:
			number[i] = before & after & european
		default:
		}
	}
	for i := len(rs) - 2; i >= 0; i-- {
		if class(rs[i]) == bidi.ET {
			number[i] |= number[i+1] & european
		}
	}
}

// levels splits a part where numbers within text from the right begin and end.
func levels(part shaping.Input, number []byte) []shaping.Input {
	if number == nil || part.Direction != di.DirectionLTR {
		return []shaping.Input{part}
	}
	var out []shaping.Input
	for from := part.RunStart; from < part.RunEnd; {
		piece := part
		to := from + 1
		for to < part.RunEnd && (number[to] != 0) == (number[from] != 0) {
			to++
		}
		piece.RunStart, piece.RunEnd = from, to
		out = append(out, piece)
		from = to
	}
	return out
}

// visual returns the runs of a line, which come as they are read, in the order in
// which they stand (UAX 9, L2).
func visual(line shaping.Line, rtl bool, number []byte) []shaping.Output {
	out := make([]shaping.Output, len(line))
	for _, r := range line {
		out[r.VisualIndex] = r
	}
	if rtl || number == nil {
		return out
	}
	copy(out, line)
	slices.SortFunc(out, func(a, b shaping.Output) int { return a.Runes.Offset - b.Runes.Offset })
	turn(out, func(o shaping.Output) bool { return o.Direction != di.DirectionRTL && number[o.Runes.Offset] != 0 })
	turn(out, func(o shaping.Output) bool { return o.Direction == di.DirectionRTL || number[o.Runes.Offset] != 0 })
	return out
}

// turn reverses each stretch of runs that are in.
func turn(runs []shaping.Output, in func(shaping.Output) bool) {
	for from := 0; from < len(runs); {
		to := from
		for to < len(runs) && in(runs[to]) {
			to++
		}
		slices.Reverse(runs[from:to])
		from = max(to, from+1)
	}
}
