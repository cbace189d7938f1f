package pdf

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// shape is what a synthetic font shows under one code: one glyph of a real
// font, or several that belong together.
type shape struct {
	code     int
	advance  int // font units
	segments []font.Segment
}

// glyphData are the tables that hold the shapes, and what others say of them.
type glyphData struct {
	glyf, loca, hmtx       table
	count                  int
	maxPoints, maxContours int
	x0, y0, x1, y1         int
}

// encodeShapes writes the shapes as simple glyphs.
func encodeShapes(shapes []shape) glyphData {
	g := glyphData{count: len(shapes)}
	for _, s := range shapes {
		g.loca = g.loca.u32(len(g.glyf))
		o := contoursOf(s.segments)
		g.hmtx = g.hmtx.u16(s.advance, o.x0)
		if len(o.ends) == 0 {
			continue
		}
		g.glyf = o.encode(g.glyf)
		g.glyf = g.glyf.zeros(-len(g.glyf) & 3)
		g.maxPoints, g.maxContours = max(g.maxPoints, len(o.points)), max(g.maxContours, len(o.ends))
		g.x0, g.y0, g.x1, g.y1 = min(g.x0, o.x0), min(g.y0, o.y0), max(g.x1, o.x1), max(g.y1, o.y1)
	}
	g.loca = g.loca.u32(len(g.glyf))
	return g
}

// spot is a point of a contour; one that is off is the control of a quadratic
// curve.
type spot struct {
	x, y int
	on   bool
}

// contours are closed outlines in font units, y upwards.
type contours struct {
	points         []spot
	ends           []int // index of the last point of each contour
	x0, y0, x1, y1 int
	begin          int
}

func contoursOf(segments []font.Segment) *contours {
	c := &contours{}
	var pen font.SegmentPoint
	for i := range segments {
		s := &segments[i]
		a := s.Args
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			c.close()
			c.add(a[0], true)
			pen = a[0]
		case opentype.SegmentOpLineTo:
			c.add(a[0], true)
			pen = a[0]
		case opentype.SegmentOpQuadTo:
			c.add(a[0], false)
			c.add(a[1], true)
			pen = a[1]
		case opentype.SegmentOpCubeTo:
			c.cubic(pen, a[0], a[1], a[2])
			pen = a[2]
		}
	}
	c.close()
	c.measure()
	return c
}

func (c *contours) add(p font.SegmentPoint, on bool) {
	c.points = append(c.points, spot{unit(p.X), unit(p.Y), on})
}

// unit rounds to what a glyph can hold.
func unit(v float32) int { return int(math.Round(float64(min(max(v, -16000), 16000)))) }

// cubic stands four quadratic curves in for a cubic one.
func (c *contours) cubic(p0, p1, p2, p3 font.SegmentPoint) {
	const n = 4
	at := func(t float32) (p, d font.SegmentPoint) {
		u := 1 - t
		mix := func(a, b, c, d float32) float32 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
		slope := func(a, b, c, d float32) float32 { return 3*u*u*(b-a) + 6*u*t*(c-b) + 3*t*t*(d-c) }
		return font.SegmentPoint{X: mix(p0.X, p1.X, p2.X, p3.X), Y: mix(p0.Y, p1.Y, p2.Y, p3.Y)},
			font.SegmentPoint{X: slope(p0.X, p1.X, p2.X, p3.X), Y: slope(p0.Y, p1.Y, p2.Y, p3.Y)}
	}
	a, da := at(0)
	for i := range n {
		b, db := at(float32(i+1) / n)
		// The control of the best quadratic curve for a piece of length 1/n.
		const k = 1.0 / (4 * n)
		c.add(font.SegmentPoint{X: (a.X+b.X)/2 + k*(da.X-db.X), Y: (a.Y+b.Y)/2 + k*(da.Y-db.Y)}, false)
		c.add(b, true)
		a, da = b, db
	}
}

// close ends a contour. One of fewer than three points shows nothing.
func (c *contours) close() {
	n := len(c.points)
	if n-c.begin > 1 && c.points[n-1] == c.points[c.begin] {
		n--
	}
	if n-c.begin < 3 {
		n = c.begin
	} else {
		c.ends = append(c.ends, n-1)
	}
	c.points = c.points[:n]
	c.begin = n
}

func (c *contours) measure() {
	for i, p := range c.points {
		if i == 0 {
			c.x0, c.y0, c.x1, c.y1 = p.x, p.y, p.x, p.y
		}
		c.x0, c.y0, c.x1, c.y1 = min(c.x0, p.x), min(c.y0, p.y), max(c.x1, p.x), max(c.y1, p.y)
	}
}

// Flags of a point in glyf.
const (
	flagOn        = 1
	flagShortX    = 2
	flagShortY    = 4
	flagSameX     = 16 // or positive, when short
	flagSameY     = 32
	maxShortDelta = 255
)

// encode appends the outlines as a simple glyph.
func (c *contours) encode(out table) table {
	out = out.u16(len(c.ends), c.x0, c.y0, c.x1, c.y1).u16(c.ends...).u16(0)
	var xs, ys table
	x, y := 0, 0
	for _, p := range c.points {
		flags := byte(0)
		if p.on {
			flags = flagOn
		}
		xs, flags = delta(xs, p.x-x, flags, flagShortX, flagSameX)
		ys, flags = delta(ys, p.y-y, flags, flagShortY, flagSameY)
		out = append(out, flags)
		x, y = p.x, p.y
	}
	return append(append(out, xs...), ys...)
}

// delta appends a step and says in the flags how it is written.
func delta(t table, d int, flags, short, same byte) (table, byte) {
	switch {
	case d == 0:
		return t, flags | same
	case d > 0 && d <= maxShortDelta:
		return append(t, byte(d)), flags | short | same
	case d < 0 && d >= -maxShortDelta:
		return append(t, byte(-d)), flags | short
	}
	return t.u16(d), flags
}
