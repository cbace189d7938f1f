package scene

import (
	"cmp"
	"math"
	"slices"
)

// curve is a monotone cubic interpolation: between two knots it never leaves
// their values, so a line shows no emotion that nobody had. Slopes after
// F. N. Fritsch and J. Butland, "A method for constructing local monotone
// piecewise cubic interpolants" (1984): the weighted harmonic mean of the slopes
// beside a knot, zero where they differ in sign, zero-free one-sided at the ends.
type curve struct {
	knots  []Point
	slopes []float64 // dy/dx at each knot
}

// newCurve makes a curve through knots of strictly ascending X.
func newCurve(knots []Point) curve {
	c := curve{knots: knots, slopes: make([]float64, len(knots))}
	n := len(knots)
	if n < 2 {
		return c
	}
	secant := func(i int) float64 { return (knots[i+1].Y - knots[i].Y) / (knots[i+1].X - knots[i].X) }
	for i := 1; i < n-1; i++ {
		a, b := secant(i-1), secant(i)
		if a*b <= 0 {
			continue
		}
		h0, h1 := knots[i].X-knots[i-1].X, knots[i+1].X-knots[i].X
		w0, w1 := 2*h1+h0, h1+2*h0
		c.slopes[i] = (w0 + w1) / (w0/a + w1/b)
	}
	c.slopes[0] = secant(0)
	c.slopes[n-1] = secant(n - 2)
	if n > 2 {
		// an end no steeper than its neighbour allows keeps the segment monotone
		c.slopes[0] = endSlope(secant(0), c.slopes[1])
		c.slopes[n-1] = endSlope(secant(n-2), c.slopes[n-2])
	}
	return c
}

func endSlope(secant, inner float64) float64 {
	s := (3*secant - inner) / 2
	if s*secant <= 0 {
		return 0
	}
	if math.Abs(s) > 3*math.Abs(secant) {
		return 3 * secant
	}
	return s
}

// bend is the curve over a stretch: its height and slope at both ends.
type bend struct{ y0, m0, y1, m1 float64 }

// bend returns the curve from knot i to knot i+1.
func (c curve) bend(i int) bend {
	return bend{c.knots[i].Y, c.slopes[i], c.knots[i+1].Y, c.slopes[i+1]}
}

// segment appends the curve from knot i to knot i+1.
func (c curve) segment(p Path, i int) Path {
	a, b := c.knots[i], c.knots[i+1]
	return c.bend(i).along(p, a.X, b.X)
}

// along appends a bend that lies over x0..x1; going back from x1 to x0 it is the
// bend turned round.
func (v bend) along(p Path, x0, x1 float64) Path {
	h := (x1 - x0) / 3
	return p.Cubic(x0+h, v.y0+v.m0*h, x1-h, v.y1-v.m1*h, x1, v.y1)
}

// turned is the bend from its end to its beginning.
func (v bend) turned() bend { return bend{v.y1, v.m1, v.y0, v.m0} }

// at returns the height of a bend of a width at x, and its slope there.
func (v bend) at(x, width float64) (y, slope float64) {
	t := x / width
	t2, t3 := t*t, t*t*t
	y = (2*t3-3*t2+1)*v.y0 + (t3-2*t2+t)*width*v.m0 + (-2*t3+3*t2)*v.y1 + (t3-t2)*width*v.m1
	slope = ((6*t2-6*t)*v.y0+(-6*t2+6*t)*v.y1)/width + (3*t2-4*t+1)*v.m0 + (3*t2-2*t)*v.m1
	return y, slope
}

// part is what of a bend of a width lies over x0..x1.
func (v bend) part(x0, x1, width float64) bend {
	var out bend
	out.y0, out.m0 = v.at(x0, width)
	out.y1, out.m1 = v.at(x1, width)
	return out
}

// over returns the curve over x0..x1, which lie between two neighbouring knots,
// and whether it is there. Later calls must not lie further left.
func (c *walk) over(x0, x1 float64) (bend, bool) {
	for c.i+2 < len(c.knots) && c.knots[c.i+1].X <= x0 {
		c.i++
	}
	if c.i+1 >= len(c.knots) || x0 < c.knots[c.i].X || x1 > c.knots[c.i+1].X {
		return bend{}, false
	}
	from, to := c.knots[c.i].X, c.knots[c.i+1].X
	if x0 == from && x1 == to {
		return c.bend(c.i), true
	}
	return c.bend(c.i).part(x0-from, x1-from, to-from), true
}

// walk goes along a curve from the left.
type walk struct {
	curve
	i int // knot before the stretch asked for last
}

// before returns the last knot at or left of x, 0 where there is none.
func (c curve) before(x float64) int {
	i, found := slices.BinarySearchFunc(c.knots, x, func(k Point, x float64) int { return cmp.Compare(k.X, x) })
	if !found {
		i--
	}
	return max(i, 0)
}

// crosses reports whether the curve goes through r. Between two knots it only
// rises or only falls, so it is enough to know where it enters and leaves.
func (c curve) crosses(r Rect) bool {
	for i := c.before(r.X); i+1 < len(c.knots) && c.knots[i].X < r.Right(); i++ {
		from, to := c.knots[i].X, c.knots[i+1].X
		x0, x1 := max(r.X, from), min(r.Right(), to)
		if x0 > x1 {
			continue
		}
		y0, _ := c.bend(i).at(x0-from, to-from)
		y1, _ := c.bend(i).at(x1-from, to-from)
		if min(y0, y1) < r.Bottom() && max(y0, y1) > r.Y {
			return true
		}
	}
	return false
}
