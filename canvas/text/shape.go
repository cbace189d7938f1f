package text

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// shapeSize is the size text is shaped at: the units of Inter's em, so that
// go-text, which rounds sizes, has nothing to round.
const shapeSize = 2048

// maxWidth keeps a width inside the fixed-point range go-text computes in, em.
const maxWidth = 8000

// cacheLimit is the number of texts kept shaped: all of the largest maps, for one
// that is drawn in the order in which it was measured would find nothing of a
// cache that holds less. A map that is shown keeps most of them alive anyway.
const cacheLimit = 400_000

type cacheKey struct {
	text  string
	style Style
	width float64
}

// Wrap breaks s into lines of at most width em, at the places Unicode's line
// breaking algorithm (UAX 14) allows, inside a word where it is wider than that,
// and at each newline. An empty text has no lines. The lines must not be changed.
func (f *Fonts) Wrap(s string, style Style, width float64) []*Line {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	key := cacheKey{s, style, width}
	f.mu.Lock()
	defer f.mu.Unlock()
	if lines, ok := f.cache[key]; ok {
		return lines
	}
	var lines []*Line
	for _, para := range strings.Split(strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")), "\n") {
		lines = append(lines, f.paragraph(clean(para), style, min(width, maxWidth), shaping.WhenNecessary)...)
	}
	f.keep(key, lines)
	return lines
}

// Line shapes s as one line; newlines count as spaces. A blank text gives a line
// of no width.
func (f *Fonts) Line(s string, style Style) *Line {
	lines := f.Wrap(strings.Join(strings.Fields(s), " "), style, maxWidth)
	if len(lines) == 0 {
		return &Line{}
	}
	return lines[0]
}

// keep remembers the lines of a text.
func (f *Fonts) keep(key cacheKey, lines []*Line) {
	if len(f.cache) >= cacheLimit {
		clear(f.cache)
	}
	f.cache[key] = lines
}

// clean turns control characters that part words into spaces and leaves out what
// no text holds: other control characters and those that are none.
func clean(s string) []rune {
	rs := make([]rune, 0, len(s))
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) && unicode.IsControl(r), r == '\u2028', r == '\u2029':
			rs = append(rs, ' ')
		case unicode.IsControl(r), r >= 0xFFF9 && r <= 0xFFFB, r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		default:
			rs = append(rs, r)
		}
	}
	return rs
}

// paragraph sets one paragraph; a blank one gives an empty line. Fonts of the
// system and texts may be as strange as they like: where the shaper panics, the
// text is set in the embedded font alone.
func (f *Fonts) paragraph(rs []rune, style Style, width float64, within shaping.LineBreakPolicy) (lines []*Line) {
	if len(rs) == 0 {
		return []*Line{{}}
	}
	base := f.inter(style)
	defer func() {
		if recover() != nil {
			f.reset()
			lines = f.set(plain(rs, base), style, base, nil, width, within)
		}
	}()
	return f.set(rs, style, base, f.choose(rs, style, base), width, within)
}

// plain returns a text with nothing but what a font has a shape for.
func plain(rs []rune, base *Font) []rune {
	out := slices.Clone(rs)
	for i := range out {
		if !everyday(out[i:i+1], base) {
			out[i] = unicode.ReplacementChar
		}
	}
	return out
}

// set shapes and breaks one paragraph, within words as the policy says, with a
// font for each character, or base for all.
func (f *Fonts) set(rs []rune, style Style, base *Font, fonts []*Font, width float64, policy shaping.LineBreakPolicy) []*Line {
	dir := direction(rs)
	var number []byte
	if dir == di.DirectionLTR {
		number = within(rs)
	}
	shape := func() []shaping.Output {
		return f.last.runs(rs, style, func() []shaping.Output { return f.shapeAll(rs, dir, base, fonts, number) })
	}
	cfg := shaping.WrapConfig{Direction: dir, BreakPolicy: policy}
	lines := f.breakLines(rs, breakable(rs), shape(), cfg, width, number)
	if policy == shaping.WhenNecessary && slices.ContainsFunc(lines, func(l *Line) bool { return l.W > width+0.01 && l.divisible() }) {
		runs := shape() // anew: breaking takes the spaces away that end lines
		lines = f.breakLines(rs, clusters(rs, runs), runs, cfg, width, number)
	}
	return lines
}

// shapeAll shapes a paragraph in runs of one direction, script and font.
func (f *Fonts) shapeAll(rs []rune, dir di.Direction, base *Font, fonts []*Font, number []byte) []shaping.Output {
	in := shaping.Input{Text: rs, RunEnd: len(rs), Direction: dir, Size: fixed.I(shapeSize), Language: "en"}
	var runs []shaping.Output
	for _, part := range f.split.Split(in, oneFace{base.face}) {
		for _, piece := range levels(part, number) {
			runs = f.shape(runs, piece, fonts)
		}
	}
	return runs
}

// breakLines breaks shaped runs into lines where the line breaking algorithm
// would break the text as, which has as many characters as rs.
func (f *Fonts) breakLines(rs, as []rune, runs []shaping.Output, cfg shaping.WrapConfig, width float64, number []byte) []*Line {
	wrapped, _ := f.wrap.WrapParagraphF(cfg, fixed.Int26_6(width*shapeSize*64), as, shaping.NewSliceIterator(runs))
	var lines []*Line
	for _, w := range wrapped {
		lines = append(lines, f.line(rs, visual(w, cfg.Direction == di.DirectionRTL, number), cfg.Direction == di.DirectionRTL))
	}
	return lines
}

// oneFace gives every character the same face; the choice is made elsewhere.
type oneFace struct{ face *font.Face }

// ResolveFace implements shaping.Fontmap.
func (o oneFace) ResolveFace(rune) *font.Face { return o.face }

// shape shapes a part of one script and direction, in as many runs as it has
// fonts; fonts may be nil for the one the part has.
func (f *Fonts) shape(runs []shaping.Output, part shaping.Input, fonts []*Font) []shaping.Output {
	if fonts == nil {
		return append(runs, f.shaper.Shape(part))
	}
	end := part.RunEnd
	for from := part.RunStart; from < end; {
		to := from + 1
		for to < end && fonts[to] == fonts[from] {
			to++
		}
		run := part
		run.RunStart, run.RunEnd, run.Face = from, to, fonts[from].face
		if fonts[from].layers != nil {
			run.Script = language.Common // joined by rules of no script
		}
		out := f.shaper.Shape(run)
		if len(out.Glyphs) == 0 { // nothing but characters without a shape, and no space to stand for them
			run.Face = part.Face
			out = f.shaper.Shape(run)
		}
		hideMarks(&out, fonts[from])
		if fonts[from].layers != nil {
			giveWidth(out.Glyphs)
		}
		runs = append(runs, out)
		from = to
	}
	return runs
}

// giveWidth says that coloured glyphs, which have no outline of their own, are
// seen: at the end of a line they would pass for spaces, and take no room.
func giveWidth(glyphs []shaping.Glyph) {
	for i := range glyphs {
		if g := &glyphs[i]; g.Width == 0 {
			g.Width = g.Advance
		}
	}
}

// hideMarks takes the empty boxes away that stand for marks the font lacks, where
// their letter has a shape.
func hideMarks(out *shaping.Output, ft *Font) {
	space, ok := ft.face.NominalGlyph(' ')
	if !ok {
		return
	}
	hidden := false
	for from := 0; from < len(out.Glyphs); {
		to, seen := from, false
		for to < len(out.Glyphs) && out.Glyphs[to].TextIndex() == out.Glyphs[from].TextIndex() {
			seen = seen || out.Glyphs[to].GlyphID != 0
			to++
		}
		for i := range out.Glyphs[from:to] {
			if g := &out.Glyphs[from+i]; seen && g.GlyphID == 0 {
				g.GlyphID, g.Advance, g.XOffset, g.YOffset, hidden = space, 0, 0, 0, true
			}
		}
		from = to
	}
	if hidden {
		out.RecomputeAdvance()
	}
}

// line turns wrapped runs, in visual order, into a line of our own.
func (f *Fonts) line(rs []rune, runs []shaping.Output, rtl bool) *Line {
	l := &Line{RTL: rtl}
	lo, hi := len(rs), 0
	for _, o := range runs {
		from, to := o.Runes.Offset, o.Runes.Offset+o.Runes.Count
		lo, hi = min(lo, from), max(hi, to)
		run := Run{Font: f.byFace[o.Face], RTL: o.Direction == di.DirectionRTL, X: l.W, From: from, Text: rs[from:to]}
		x := l.W
		for _, g := range o.Glyphs {
			run.Glyphs = append(run.Glyphs, Glyph{
				ID: g.GlyphID, X: x + em(g.XOffset), Y: -em(g.YOffset), Advance: em(g.Advance),
				Cluster: g.TextIndex() - from, Runes: g.RunesCount(), Glyphs: g.GlyphsCount(),
			})
			x += em(g.Advance)
		}
		run.W = x - l.W
		l.W = x
		l.Runs = append(l.Runs, run)
	}
	if hi > lo {
		l.Text = string(rs[lo:hi])
	}
	return l
}

func em(v fixed.Int26_6) float64 { return float64(v) / 64 / shapeSize }

// direction returns the direction of the first letter that has one, as in the
// Unicode bidirectional algorithm (UAX 9, P2 and P3).
func direction(rs []rune) di.Direction {
	for _, r := range rs {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return di.DirectionLTR
		case bidi.R, bidi.AL:
			return di.DirectionRTL
		default:
		}
	}
	return di.DirectionLTR
}
