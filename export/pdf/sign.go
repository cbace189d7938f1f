package pdf

import (
	"fmt"
	"image/color"
	"slices"
	"strconv"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// sign is a coloured glyph. It is drawn once, as a form (PDF 32000-1, 8.10) of
// one em, however often it occurs; the text under it is an invisible shape, so
// that it is found and copied as any other.
type sign struct {
	id     font.GID
	of     *typeface
	name   string // in the content
	layers []text.Layer
}

// coloured reports whether a run is of coloured glyphs.
func (t *typeface) coloured(r *text.Run) bool {
	return slices.ContainsFunc(r.Glyphs, func(g text.Glyph) bool { return t.source.Layers(g.ID) != nil })
}

// cells shows the characters of an emoji in a right-to-left text, each in a part
// of its place and the first at the right: readers turn them around, and pass over
// a joiner that lies where another did.
func (t *typeface) cells(chars []rune, pen, advance float64, show func(x float64, c glyphCode)) {
	w := advance / float64(len(chars))
	for k, char := range slices.Backward(chars) {
		key := fmt.Sprintf("cell %c %.4f", char, w)
		c, ok := t.complex[key]
		if !ok {
			width := float32(w) * float32(t.metrics.upem)
			c = t.add(string(char), false, shape{advance: int(width), segments: t.frame(width).Segments})
			t.complex[key] = c
		}
		show(pen+w*float64(len(chars)-1-k), c)
	}
}

// frame returns the place a coloured glyph of a width takes: readers pass over
// the text of a shape without an outline.
func (t *typeface) frame(w float32) font.GlyphOutline {
	h := float32(t.metrics.ascent)
	var out font.GlyphOutline
	for i, q := range []font.SegmentPoint{{}, {Y: h}, {X: w, Y: h}, {X: w}} {
		op := opentype.SegmentOpLineTo
		if i == 0 {
			op = opentype.SegmentOpMoveTo
		}
		out.Segments = append(out.Segments, font.Segment{Op: op, Args: [3]font.SegmentPoint{q}})
	}
	return out
}

// signs draws the coloured glyphs of a run.
func (p *painter) signs(r *text.Run, at scene.Point, size float64) {
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		layers := r.Font.Layers(g.ID)
		q := scene.Point{X: at.X + g.X*size, Y: at.Y + g.Y*size}
		if layers == nil || !p.check(q.X, q.Y) {
			continue
		}
		p.body = number(append(p.body, "q "...), size, 2)
		p.body = number(append(p.body, " 0 0 "...), size, 2)
		p.body = append(p.body, ' ')
		p.point(q)
		p.operator("cm /" + p.fonts.sign(r.Font, g.ID, layers).name + " Do Q")
	}
}

func (fs *fontSet) sign(f *text.Font, id font.GID, layers []text.Layer) *sign {
	t := fs.typeface(f)
	s, ok := t.signs[id]
	if !ok {
		s = &sign{id: id, of: t, name: "E" + strconv.Itoa(len(fs.signs)), layers: layers}
		t.signs[id] = s
		fs.signs = append(fs.signs, s)
	}
	return s
}

// forms adds the coloured glyphs to the file and returns the entries that name
// them.
func (d *objects) forms(fs *fontSet) []byte {
	var b []byte
	for _, s := range fs.signs {
		b = fmt.Appendf(b, "/%s %d 0 R ", s.name, d.add(s.form()))
	}
	return b
}

// form returns the glyph as a stream. It is a group: a text that shines through
// does so as a whole, not layer by layer.
func (s *sign) form() []byte {
	var body, alphas []byte
	var used [256]bool
	var now color.NRGBA
	var bounds contours
	for i, l := range s.layers {
		o, ok := s.of.face.GlyphDataOutline(l.Glyph)
		if !ok || len(o.Segments) == 0 || l.Color.A == 0 && !l.Foreground {
			continue
		}
		if !l.Foreground && (i == 0 || l.Color != now) {
			body = signColor(body, l.Color)
			used[l.Color.A], now = true, l.Color
		}
		body = append(outline(body, o.Segments), "f\n"...)
		for _, seg := range o.Segments {
			for _, a := range seg.ArgsSlice() {
				bounds.points = append(bounds.points, spot{x: unit(a.X), y: unit(a.Y)})
			}
		}
	}
	bounds.measure()
	for a, yes := range used {
		if yes {
			alphas = fmt.Appendf(alphas, "/A%d <</ca %s>> ", a, number(nil, float64(a)/255, 3))
		}
	}
	em := 1 / float64(s.of.metrics.upem)
	return streamOf(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [%d %d %d %d] /Matrix [%.8f 0 0 %.8f 0 0]"+
		" /Group <</Type /Group /S /Transparency>> /Resources <</ExtGState <<%s>>>>",
		bounds.x0, bounds.y0, bounds.x1, bounds.y1, em, em, alphas), body)
}

func signColor(b []byte, c color.NRGBA) []byte {
	b = fmt.Appendf(b, "/A%d gs ", c.A)
	for _, v := range []uint8{c.R, c.G, c.B} {
		b = append(number(b, float64(v)/255, 3), ' ')
	}
	return append(b, "rg\n"...)
}

// outline appends the segments of a glyph as a path.
func outline(b []byte, segments []font.Segment) []byte {
	put := func(points ...font.SegmentPoint) {
		for _, q := range points {
			b = append(number(b, float64(q.X), 0), ' ')
			b = append(number(b, float64(q.Y), 0), ' ')
		}
	}
	var pen font.SegmentPoint
	for i := range segments {
		a := segments[i].ArgsSlice()
		switch segments[i].Op {
		case opentype.SegmentOpMoveTo:
			put(a...)
			b = append(b, "m "...)
		case opentype.SegmentOpLineTo:
			put(a...)
			b = append(b, "l "...)
		case opentype.SegmentOpQuadTo:
			put(third(a[0], pen), third(a[0], a[1]), a[1])
			b = append(b, "c "...)
		case opentype.SegmentOpCubeTo:
			put(a...)
			b = append(b, "c "...)
		}
		pen = a[len(a)-1]
	}
	return b
}

// third returns the point a third of the way from the control of a quadratic
// curve to one of its ends: there lies the control of the cubic one.
func third(control, end font.SegmentPoint) font.SegmentPoint {
	return font.SegmentPoint{X: control.X + (end.X-control.X)/3, Y: control.Y + (end.Y-control.Y)/3}
}
