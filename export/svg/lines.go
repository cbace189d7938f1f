package svg

import (
	"slices"
	"unicode"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// line writes a line of text. Each run of it stands where it was laid out, and is
// as wide even where a viewer has to take another font.
func (d *drawing) line(o *scene.Op) {
	if o.Color.A == 0 {
		return
	}
	runs, turned := logical(o.Line), false
	for _, r := range runs {
		if r.Font == nil || !finite(r.X, r.W) {
			return
		}
		turned = turned || r.RTL
		if f := d.faces.of(r.Font); f.outlined() {
			d.outlines(f, r, o)
		}
	}
	if turned || len(runs) == 1 {
		// Viewers differ in where they put runs of both directions of one text.
		for _, r := range runs {
			d.alone(o, trimmed(r))
		}
		return
	}
	d.raw("<text" + attr("x", o.At.X) + attr("y", o.At.Y) + attr("font-size", o.Size) + paint("fill", o.Color) + ">")
	for _, run := range runs {
		r := trimmed(run)
		words := escape(string(r.Text))
		if words != "" {
			d.raw("<tspan" + attr("x", o.At.X+r.X*o.Size) + d.length(r, o.Size) + d.style(r) + ">" + words + "</tspan>")
		}
		if len(r.Text) < len(run.Text) {
			d.raw(" ") // between two runs that both have their places: for who copies the text
		}
	}
	d.raw("</text>\n")
}

// alone writes a run as a text of its own.
func (d *drawing) alone(o *scene.Op, r *text.Run) {
	words := escape(string(r.Text))
	if words == "" {
		return
	}
	x, width, ink := r.X, d.length(r, o.Size), paint("fill", o.Color)
	if d.faces.of(r.Font).outlined() {
		ink = ""
	}
	if r.RTL {
		// Such a text begins at its right end. Inkscape loses one that has a length.
		x, width = r.X+r.W, ` direction="rtl" unicode-bidi="bidi-override"`
	}
	d.raw("<text" + attr("x", o.At.X+x*o.Size) + attr("y", o.At.Y) + attr("font-size", o.Size) + width + ink + d.style(r) + ">" + words + "</text>\n")
}

// length says how wide a run is, so that a viewer sets it no wider.
func (d *drawing) length(r *text.Run, size float64) string {
	if w := r.W * size; w >= 0.01 {
		return attr("textLength", w) + ` lengthAdjust="spacingAndGlyphs"`
	}
	return ""
}

// style returns the font of a run, as far as it is not that of the root element.
func (d *drawing) style(r *text.Run) string {
	f := d.faces.of(r.Font)
	if f.outlined() {
		return ` font-family="sans-serif" fill-opacity="0"`
	}
	return f.attrs
}

// trimmed returns a run without the white space at its ends, which viewers leave
// out, some of them whatever a file says.
func trimmed(r *text.Run) *text.Run {
	from, to := 0, len(r.Text)
	for to > from && unicode.IsSpace(r.Text[to-1]) {
		to--
	}
	for from < to && unicode.IsSpace(r.Text[from]) {
		from++
	}
	if to-from == len(r.Text) {
		return r
	}
	short := *r
	short.Text = r.Text[from:to]
	for _, g := range r.Glyphs {
		if g.Cluster >= from && g.Cluster < to {
			continue
		}
		short.W -= g.Advance
		if r.RTL == (g.Cluster >= to) { // it stood at the left end
			short.X += g.Advance
		}
	}
	return &short
}

// logical returns the runs of a line in the order they are read.
func logical(l *text.Line) []*text.Run {
	left := make([]*text.Run, len(l.Runs))
	for i := range l.Runs {
		left[i] = &l.Runs[i]
	}
	if l.RTL {
		slices.Reverse(left)
	}
	rest := []rune(l.Text)
	out := make([]*text.Run, 0, len(left))
	for len(left) > 0 {
		next := slices.IndexFunc(left, func(r *text.Run) bool {
			return len(r.Text) > 0 && len(r.Text) <= len(rest) && slices.Equal(r.Text, rest[:len(r.Text)])
		})
		if next < 0 {
			return append(out, left...) // a text that was cleaned
		}
		rest = rest[len(left[next].Text):]
		out = append(out, left[next])
		left = slices.Delete(left, next, next+1)
	}
	return out
}
