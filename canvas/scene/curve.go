package scene

import "math"

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

// segment appends the curve from knot i to knot i+1.
func (c curve) segment(p Path, i int) Path {
	a, b := c.knots[i], c.knots[i+1]
	h := (b.X - a.X) / 3
	return p.Cubic(a.X+h, a.Y+c.slopes[i]*h, b.X-h, b.Y-c.slopes[i+1]*h, b.X, b.Y)
}

// at returns the curve's y at x, and whether x lies between its ends.
func (c curve) at(x float64) (float64, bool) {
	n := len(c.knots)
	if n == 0 || x < c.knots[0].X || x > c.knots[n-1].X {
		return 0, false
	}
	lo, hi := 0, n-1
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; c.knots[mid].X <= x {
			lo = mid
		} else {
			hi = mid
		}
	}
	if lo == hi {
		return c.knots[lo].Y, true
	}
	a, b := c.knots[lo], c.knots[hi]
	h := b.X - a.X
	t := (x - a.X) / h
	t2, t3 := t*t, t*t*t
	return (2*t3-3*t2+1)*a.Y + (t3-2*t2+t)*h*c.slopes[lo] + (-2*t3+3*t2)*b.Y + (t3-t2)*h*c.slopes[hi], true
}
