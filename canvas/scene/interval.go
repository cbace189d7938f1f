package scene

import (
	"math"
	"slices"

	"touchline.app/journey/evidence"
)

// veil is the interval of the actual curve from one of its points to the next.
type veil struct {
	width     float64
	high, low bend
}

// leastVeil is how far from the line an interval goes at least, points: one that is
// narrower than the line still shows that the emotion is measured.
const leastVeil = 3.2

// intervals tints the 95 % interval of the mean around the actual curve, between
// neighbouring points that both rest on answers.
func (b *builder) intervals(feels []feel, actual curve) {
	if !slices.ContainsFunc(feels, func(f feel) bool { return f.t.Actual.Evidence.Measured() }) {
		return
	}
	var high, low []Point
	var known []bool
	for i := range feels {
		f := &feels[i]
		if math.IsNaN(f.actual) {
			continue
		}
		up, down, ok := f.actual, f.actual, false
		if l, h, measured := evidence.Band(f.t.Actual); measured {
			up, down, ok = b.inPlot(h), b.inPlot(l), true
		}
		high = append(high, Point{f.x, min(up, f.actual-leastVeil)})
		low = append(low, Point{f.x, max(down, f.actual+leastVeil)})
		known = append(known, ok)
	}
	over, under := newCurve(high), newCurve(low)
	for i := range max(0, len(high)-1) {
		if known[i] && known[i+1] {
			b.veil(actual.knots[i].X, veil{actual.knots[i+1].X - actual.knots[i].X, over.bend(i), under.bend(i)})
		}
	}
	for i := range known { // one between two opinions has no stretch to tint
		if known[i] && (i == 0 || !known[i-1]) && (i+1 == len(known) || !known[i+1]) {
			b.bar(actual.knots[i].X, high[i].Y, low[i].Y)
		}
	}
}

func (b *builder) veil(x float64, v veil) {
	d := b.known.veils.of(v, func() *drawing {
		p := b.pen()
		path := v.high.along(Path(nil).Move(0, v.high.y0), 0, v.width)
		path = v.low.turned().along(path.Line(v.width, v.low.y1), v.width, 0)
		p.Fill(path.Close(), b.veilColor())
		return b.drawn(p)
	})
	b.put(d, b.onPlot(x, 0), b.curveNode())
}

// bar is the interval of one point.
func (b *builder) bar(x, high, low float64) {
	const half = 5.0
	v := veil{width: 2 * half, high: bend{y0: high, y1: high}, low: bend{y0: low, y1: low}}
	d := b.known.veils.of(v, func() *drawing {
		p := b.pen()
		p.Rect(Rect{0, high, v.width, low - high}, 2, b.veilColor())
		return b.drawn(p)
	})
	b.put(d, b.onPlot(x-half, 0), b.curveNode())
}

// veilColor lets what lies between the curves show through. Where two veils meet no
// seam shows, as one would with a full colour.
func (b *builder) veilColor() Color { return b.Theme.Ink.Alpha(0.2) }
