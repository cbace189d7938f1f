package text

import (
	"slices"

	"github.com/go-text/typesetting/shaping"
)

// last is the paragraph shaped last. A text is often asked for at several widths
// in a row, and shaping is most of the work.
type last struct {
	text   []rune
	style  Style
	shaped []shaping.Output
}

// runs returns the shaped runs of a paragraph, which the caller may change.
func (l *last) runs(text []rune, style Style, shape func() []shaping.Output) []shaping.Output {
	if l.style != style || !slices.Equal(l.text, text) {
		*l = last{text, style, shape()}
	}
	out := slices.Clone(l.shaped)
	for i := range out {
		out[i].Glyphs = slices.Clone(out[i].Glyphs)
	}
	return out
}
