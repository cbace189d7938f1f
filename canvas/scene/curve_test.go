package scene

import (
	"math/rand"
	"testing"
)

// TestCurveStaysBetweenItsKnots: no value on a stretch leaves the values at its ends.
func TestCurveStaysBetweenItsKnots(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for trial := range 500 {
		var knots []Point
		x := 0.0
		for range 2 + r.Intn(12) {
			x += 1 + r.Float64()*200
			knots = append(knots, Point{x, float64(r.Intn(9)) * 27})
		}
		c := newCurve(knots)
		for i := range len(knots) - 1 {
			lo, hi := min(knots[i].Y, knots[i+1].Y), max(knots[i].Y, knots[i+1].Y)
			for k := range 101 {
				width := knots[i+1].X - knots[i].X
				if y, _ := c.bend(i).at(width*float64(k)/100, width); y < lo-1e-6 || y > hi+1e-6 {
					t.Fatalf("trial %d: %.3f at %d %% leaves %.1f..%.1f", trial, y, k, lo, hi)
				}
			}
		}
	}
}

// TestSegmentIsTheCurve: the drawn Bézier is the curve that hit tests and areas ask for.
func TestSegmentIsTheCurve(t *testing.T) {
	c := newCurve([]Point{{0, 0}, {100, 50}, {220, 20}, {300, 80}})
	for i := range 3 {
		s := c.segment(nil, i)[0]
		a := c.knots[i]
		for k := range 11 {
			u := float64(k) / 10
			v := 1 - u
			x := v*v*v*a.X + 3*v*v*u*s.P[0].X + 3*v*u*u*s.P[1].X + u*u*u*s.P[2].X
			y := v*v*v*a.Y + 3*v*v*u*s.P[0].Y + 3*v*u*u*s.P[1].Y + u*u*u*s.P[2].Y
			if want, _ := c.bend(i).at(x-a.X, c.knots[i+1].X-a.X); want-y > 1e-6 || y-want > 1e-6 {
				t.Errorf("segment %d: %.4f at %.1f, curve says %.4f", i, y, x, want)
			}
		}
	}
}

func TestSigned(t *testing.T) {
	for _, tc := range []struct {
		v    float64
		want string
	}{{-0.04, "0.0"}, {0.04, "0.0"}, {-1.26, "−1.3"}, {0.6, "+0.6"}, {2, "+2.0"}} {
		if got := Signed(tc.v); got != tc.want {
			t.Errorf("Signed(%v) = %q, want %q", tc.v, got, tc.want)
		}
	}
}

func TestIconPaths(t *testing.T) {
	for name, d := range signs {
		if b := parsePath(d).Bounds(); b.W <= 0 || b.X < 0 || b.Right() > iconGrid || b.Y < 0 || b.Bottom() > iconGrid {
			t.Errorf("sign %s: %+v leaves the grid", name, b)
		}
	}
}
