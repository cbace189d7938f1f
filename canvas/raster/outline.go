package raster

import (
	"math"

	"touchline.app/canvas/scene"
)

// box is a rectangle of device pixels with fractions.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) grown(d float64) box { return box{b.x0 - d, b.y0 - d, b.x1 + d, b.y1 + d} }

// overlaps reports whether b and c touch.
func (b box) overlaps(c box) bool {
	return b.x0 <= c.x1 && c.x0 <= b.x1 && b.y0 <= c.y1 && c.y0 <= b.y1
}

// figure is one connected line of an outline: points from..to.
type figure struct {
	from, to int
	closed   bool
}

// outline is a path in device pixels, its curves broken into straight lines.
type outline struct {
	pts     []scene.Point
	figures []figure
	box     box
	sound   bool // every point is where something can be drawn
}

func (o *outline) begin() {
	o.pts, o.figures, o.sound = o.pts[:0], o.figures[:0], true
	o.box = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
}

func (o *outline) point(x, y float64) {
	if !(math.Abs(x) <= far && math.Abs(y) <= far) {
		o.sound = false
		return
	}
	o.box = box{min(o.box.x0, x), min(o.box.y0, y), max(o.box.x1, x), max(o.box.y1, y)}
	o.pts = append(o.pts, scene.Point{X: x, Y: y})
}

func (o *outline) end(from int, closed bool) int {
	if n := len(o.pts); n > from {
		o.figures = append(o.figures, figure{from, n, closed})
	}
	return len(o.pts)
}

// add sets o to a path scaled to device pixels. It reports whether there is
// something to draw. For filling, all figures are closed.
func (o *outline) add(path scene.Path, scale float64, filled bool) bool {
	o.begin()
	from := 0
	var start, pen scene.Point
	for i := range path {
		s := &path[i]
		switch s.Op {
		case scene.MoveTo:
			from = o.end(from, filled)
			start, pen = s.P[0], s.P[0]
			o.point(pen.X*scale, pen.Y*scale)
		case scene.LineTo:
			if len(o.pts) == from {
				o.point(pen.X*scale, pen.Y*scale)
			}
			pen = s.P[0]
			o.point(pen.X*scale, pen.Y*scale)
		case scene.CubicTo:
			if len(o.pts) == from {
				o.point(pen.X*scale, pen.Y*scale)
			}
			o.cubic(pen, s.P, scale)
			pen = s.P[2]
		case scene.Close:
			from = o.end(from, true)
			pen = start
		}
		if !o.sound {
			return false
		}
	}
	o.end(from, filled)
	return len(o.figures) > 0
}

// cubic breaks a curve into lines so short that nobody sees them, by the
// measure of golang.org/x/image/vector.
func (o *outline) cubic(a scene.Point, c [3]scene.Point, scale float64) {
	dev := func(q scene.Point) float64 {
		x, y := (a.X-2*q.X+c[2].X)*scale, (a.Y-2*q.Y+c[2].Y)*scale
		return x*x + y*y
	}
	n := 1
	if d := max(dev(c[0]), dev(c[1])); d >= 0.333 {
		n = 1 + int(min(math.Sqrt(math.Sqrt(3*d)), 400))
	} else if math.IsNaN(d) {
		o.sound = false
		return
	}
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		o.point((k0*a.X+k1*c[0].X+k2*c[1].X+k3*c[2].X)*scale, (k0*a.Y+k1*c[0].Y+k2*c[1].Y+k3*c[2].Y)*scale)
	}
	o.point(c[2].X*scale, c[2].Y*scale)
}

// fill sets s to the figures, each closed.
func (o *outline) fill(s *shape, move scene.Point) {
	s.clear()
	for _, f := range o.figures {
		s.polygon(o.pts[f.from:f.to], move)
	}
}
