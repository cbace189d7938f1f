package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"touchline.app/canvas/scene"
)

// apart reports whether the text of an op ends a word, as far as can be seen from
// the text of the next: where a line is broken at a space it ends with that, and
// else it is broken within a word only in scripts without spaces, after a hyphen
// or slash, or in an address.
func apart(ops []scene.Op, i int) bool {
	o := &ops[i]
	if o.Kind != scene.OpText || o.Line == nil {
		return false
	}
	k := i + 1
	for k < len(ops) && ops[k].Kind != scene.OpText {
		k++
	}
	if k == len(ops) || ops[k].Line == nil {
		return false
	}
	n := &ops[k]
	last, _ := utf8.DecodeLastRuneInString(o.Line.Text)
	first, _ := utf8.DecodeRuneInString(n.Line.Text)
	switch {
	case unicode.IsSpace(last), unicode.IsSpace(first):
		return false
	case k > i+1, n.Size != o.Size, n.Color != o.Color, n.At.Y == o.At.Y:
		return true
	case strings.ContainsRune("-/\u00AD\u2010\u2013\u200B", last), unspaced(last) && unspaced(first):
		return false
	}
	return len(o.Links) == 0 || len(n.Links) == 0 || o.Links[len(o.Links)-1].URL != n.Links[0].URL
}

// unspaced reports whether words of a character's script are not set apart.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan) ||
		r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF // their punctuation
}

// space ends a text with a space, which parts it from the next for readers that
// do not look where a text stands.
func (p *painter) space(o *scene.Op) {
	if len(o.Line.Runs) == 0 || !p.check(o.At.X, o.At.Y, o.Size) || o.Size <= 0 {
		return
	}
	r, x := &o.Line.Runs[len(o.Line.Runs)-1], o.Line.W
	if o.Line.RTL {
		r = &o.Line.Runs[0]
	}
	if r.Font == nil {
		return
	}
	t := p.fonts.typeface(r.Font)
	id, ok := t.face.NominalGlyph(' ')
	if !ok {
		return
	}
	c := t.simpleGlyph(id, ' ')
	if o.Line.RTL {
		x = -float64(c.width) / 1000
	}
	w := shower{p: p, at: o.At, size: math.Round(o.Size*100) / 100}
	w.show(x, c)
	w.end()
}
