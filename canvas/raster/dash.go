package raster

import (
	"math"

	"touchline.app/canvas/scene"
)

// dash is a pattern of marks and gaps in pixels, repeated along a line.
type dash struct {
	marks  [][2]float64 // from and to, within the period
	period float64      // 0 is a solid line
}

// dashes returns a pattern scaled to pixels. One that is no pattern, or too
// fine to be seen, gives a solid line.
func dashes(lengths []float64, scale float64) dash {
	var d dash
	for i := range lengths {
		if !(lengths[i] >= 0) {
			return dash{}
		}
	}
	// As in PDF, an odd pattern is taken twice.
	n := len(lengths) * (1 + len(lengths)%2)
	for i := range n {
		l := lengths[i%len(lengths)] * scale
		if i%2 == 0 {
			d.marks = append(d.marks, [2]float64{d.period, d.period + l})
		}
		d.period += l
	}
	if !(d.period >= 0.5) || d.period > far {
		return dash{}
	}
	return d
}

// dashed covers the marks of a pattern along a polyline. Each mark is placed by
// its number and not by adding up, so that leaving out those that do not show
// moves none.
func (s *stroker) dashed(pts []scene.Point, d dash) {
	along := make([]float64, len(pts))
	for i := 1; i < len(pts); i++ {
		along[i] = along[i-1] + math.Hypot(pts[i].X-pts[i-1].X, pts[i].Y-pts[i-1].Y)
	}
	var mark []scene.Point
	done := -1 // the last period that was drawn
	for i := 1; i < len(pts); i++ {
		a, b, ok := s.visible(pts[i-1], pts[i])
		if !ok {
			continue
		}
		length := along[i] - along[i-1]
		from := int(math.Floor((along[i-1] + a*length) / d.period))
		to := int(math.Floor((along[i-1] + b*length) / d.period))
		for k := max(from, done+1); k <= to; k++ {
			for _, m := range d.marks {
				start := float64(k)*d.period + m[0]
				mark = stretch(mark[:0], pts, along, start, float64(k)*d.period+m[1])
				s.mark(mark)
			}
			done = k
		}
	}
}

// mark covers one dash.
func (s *stroker) mark(pts []scene.Point) {
	if len(pts) == 0 {
		return
	}
	pts = distinct(pts, false)
	if len(pts) == 1 {
		s.disc(pts[0])
		return
	}
	s.line(pts, false)
}

// visible returns which part of a line, 0..1, may show; a whole period of the
// pattern that only begins there is drawn with it.
func (s *stroker) visible(a, b scene.Point) (from, to float64, ok bool) {
	r := s.reach.grown(s.r + 1)
	from, to = 0, 1
	cut := func(p, d, lo, hi float64) bool {
		if d == 0 {
			return p >= lo && p <= hi
		}
		t, u := (lo-p)/d, (hi-p)/d
		if t > u {
			t, u = u, t
		}
		from, to = max(from, t), min(to, u)
		return from <= to
	}
	ok = cut(a.X, b.X-a.X, r.x0, r.x1) && cut(a.Y, b.Y-a.Y, r.y0, r.y1)
	return from, to, ok
}

// stretch appends the part of a polyline between two distances along it.
func stretch(out, pts []scene.Point, along []float64, from, to float64) []scene.Point {
	if from > along[len(along)-1] {
		return out
	}
	lo, hi := 0, len(along)-1 // the last point not after from
	for lo < hi {
		if m := (lo + hi + 1) / 2; along[m] <= from {
			lo = m
		} else {
			hi = m - 1
		}
	}
	out = append(out, between(pts, along, lo, from))
	for i := lo + 1; i < len(pts); i++ {
		if along[i] >= to {
			return append(out, between(pts, along, i-1, to))
		}
		out = append(out, pts[i])
	}
	return out
}

// between returns the place at a distance on the piece after pts[i].
func between(pts []scene.Point, along []float64, i int, at float64) scene.Point {
	if i+1 >= len(pts) {
		return pts[i]
	}
	t := (at - along[i]) / (along[i+1] - along[i])
	return scene.Point{X: pts[i].X + t*(pts[i+1].X-pts[i].X), Y: pts[i].Y + t*(pts[i+1].Y-pts[i].Y)}
}
