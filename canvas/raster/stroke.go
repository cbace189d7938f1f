package raster

import (
	"math"

	"touchline.app/canvas/scene"
)

// stroker turns lines into the edges of polygons that cover them: a bar for
// each piece, a wedge at the outside of each bend, half a disc at each end.
// They abut without overlapping and all run the same way round, so that their
// coverage adds up.
type stroker struct {
	r     float64 // half the width, pixels
	reach box     // pieces outside draw nothing and are left out
	shape *shape
	step  float64 // angle of a chord of an arc
	buf   []scene.Point
}

// stroke adds all figures of o.
func (s *stroker) stroke(o *outline, d dash) {
	// A chord is nowhere further than a tenth of a pixel from its arc.
	s.step = 2 * math.Acos(max(1-0.1/s.r, 0))
	for _, f := range o.figures {
		pts := distinct(o.pts[f.from:f.to], f.closed)
		switch {
		case len(pts) == 1:
			s.disc(pts[0])
		case d.period > 0:
			if f.closed {
				pts = append(pts[:len(pts):len(pts)], pts[0])
			}
			s.dashed(pts, d)
		default:
			s.line(pts, f.closed)
		}
	}
}

// distinct drops points that repeat the one before. It may overwrite pts.
func distinct(pts []scene.Point, closed bool) []scene.Point {
	out := pts[:1]
	for _, q := range pts[1:] {
		if q != out[len(out)-1] {
			out = append(out, q)
		}
	}
	for closed && len(out) > 1 && out[0] == out[len(out)-1] {
		out = out[:len(out)-1]
	}
	return out
}

// line covers a polyline of at least two distinct points.
func (s *stroker) line(pts []scene.Point, closed bool) {
	n := len(pts) - 1
	if closed {
		n = len(pts)
	}
	at := func(i int) scene.Point { return pts[i%len(pts)] }
	var first, before scene.Point
	for i := range n {
		a, b := at(i), at(i+1)
		d := direction(a, b)
		if i == 0 {
			first = d
			if !closed {
				s.arc(a, scene.Point{X: -d.Y, Y: d.X}, math.Pi)
			}
		} else {
			s.bend(a, before, d)
		}
		s.bar(a, b, d)
		before = d
	}
	if closed {
		s.bend(pts[0], before, first)
		return
	}
	s.arc(pts[n], scene.Point{X: before.Y, Y: -before.X}, math.Pi)
}

func direction(a, b scene.Point) scene.Point {
	x, y := b.X-a.X, b.Y-a.Y
	l := math.Hypot(x, y)
	return scene.Point{X: x / l, Y: y / l}
}

// bar covers the piece from a to b, without its ends.
func (s *stroker) bar(a, b, d scene.Point) {
	if !s.near(a, b) {
		return
	}
	n := scene.Point{X: -d.Y * s.r, Y: d.X * s.r}
	s.buf = append(s.buf[:0], a.Add(n), scene.Point{X: a.X - n.X, Y: a.Y - n.Y},
		scene.Point{X: b.X - n.X, Y: b.Y - n.Y}, b.Add(n))
	s.shape.polygon(s.buf, scene.Point{})
}

// bend covers the wedge outside a change of direction at q.
func (s *stroker) bend(q, d, e scene.Point) {
	cross, dot := d.X*e.Y-d.Y*e.X, d.X*e.X+d.Y*e.Y
	if dot > 0 && math.Abs(cross)*s.r < 0.02 {
		return
	}
	angle := math.Atan2(cross, dot)
	switch {
	case angle > 0:
		s.arc(q, scene.Point{X: d.Y, Y: -d.X}, angle)
	default:
		s.arc(q, scene.Point{X: -e.Y, Y: e.X}, -angle)
	}
}

func (s *stroker) disc(q scene.Point) { s.arc(q, scene.Point{X: 1}, 2*math.Pi) }

// arc covers the slice of a disc around q that begins in the direction d and
// turns by the angle.
func (s *stroker) arc(q, d scene.Point, angle float64) {
	if !s.near(q, q) {
		return
	}
	n := max(int(math.Ceil(angle/s.step)), 1)
	s.buf = append(s.buf[:0], q)
	for i := range n + 1 {
		sin, cos := math.Sincos(angle * float64(i) / float64(n))
		s.buf = append(s.buf, scene.Point{X: q.X + s.r*(d.X*cos-d.Y*sin), Y: q.Y + s.r*(d.X*sin+d.Y*cos)})
	}
	s.shape.polygon(s.buf, scene.Point{})
}

// near reports whether a piece from a to b may show.
func (s *stroker) near(a, b scene.Point) bool {
	return box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X), max(a.Y, b.Y)}.grown(s.r + 1).overlaps(s.reach)
}
