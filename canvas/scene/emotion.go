package scene

import (
	"math"

	"touchline.app/journey"
)

const (
	plotHeight = 216.0
	plotTop    = 32.0 // room above +2 for the number of a gap
	plotBottom = 32.0
	// ShownGap is the size of gap from which the curves carry its number.
	ShownGap = 0.5
	// areaStep is the distance of the samples the tinted area is made of, points.
	areaStep = 6.0
)

// feel is a touchpoint on the plot.
type feel struct {
	t        journey.Touchpoint
	x        float64
	expected float64 // y, NaN when unknown
	actual   float64
}

func (b *builder) axisWidth() float64 {
	p := &Pen{fonts: b.Fonts}
	w := 0.0
	for f := journey.Angry; f <= journey.Delighted; f++ {
		w = max(w, p.Width(b.feeling(f), smallFont))
	}
	return w + 18
}

func (b *builder) feeling(f journey.Feeling) string {
	return b.Words("feeling." + [...]string{"-2", "-1", "0", "1", "2"}[f+2])
}

// emotion draws the plot from y and returns the y below.
func (b *builder) emotion(y float64) float64 {
	if b.s.Emotion.H > 0 {
		return y // a second emotion lane would show the same curves again
	}
	height := max(plotHeight, min(b.lane.Height, journey.MaxSize)-plotTop-plotBottom)
	b.s.Emotion = Rect{b.left(), y + plotTop, b.right() - b.left(), height}
	b.axis()
	feels := b.feels()
	expected, actual := b.curves(feels)
	b.areas(expected, actual)
	b.lines(feels, expected, actual)
	taken := b.points(feels)
	return b.quotes(feels, expected, actual, taken, y+plotTop+height+plotBottom)
}

func (b *builder) axis() {
	p := b.pen()
	for f := journey.Angry; f <= journey.Delighted; f++ {
		y := b.s.ValenceY(float64(f))
		l := p.fonts.Line(b.feeling(f), smallFont.Style)
		p.Line(l, smallFont, b.left()-10-l.W*smallFont.Size, y-smallFont.Lead/2, b.Theme.Muted)
	}
	b.add(p, RoleCurve, journey.KindHead, b.m.Head.ID)
	for x := b.left(); x < b.right(); x += ruleLength {
		b.rules(x, min(x+ruleLength, b.right()))
	}
}

// ruleLength is the length of the pieces the rules of the plot are drawn in, so
// that a part of a wide map does not cost the dashes of the whole; a multiple of
// a dash and its gap.
const ruleLength = 100 * (ruleDash + ruleGap)

const (
	ruleDash = 3.0
	ruleGap  = 4.0
)

func (b *builder) rules(x0, x1 float64) {
	p := b.pen()
	for f := journey.Angry; f <= journey.Delighted; f++ {
		y := b.s.ValenceY(float64(f))
		rule := Path(nil).Move(x0, y).Line(x1, y)
		if f == journey.Neutral {
			p.Stroke(rule, Stroke{Color: mix(b.Theme.Page, b.Theme.Muted, 0.4), Width: 1})
		} else {
			p.Stroke(rule, Stroke{Color: b.Theme.Hairline, Width: 0.8, Dash: []float64{ruleDash, ruleGap}})
		}
	}
	b.add(p, RoleCurve, journey.KindHead, b.m.Head.ID)
}

func (b *builder) feels() []feel {
	var out []feel
	for _, t := range b.journey {
		f := feel{t: t, x: b.s.Columns[b.column[t.ID]].middle(), expected: math.NaN(), actual: math.NaN()}
		if t.Expected.Known {
			f.expected = b.s.ValenceY(t.Expected.Valence)
		}
		if t.Actual.Known {
			f.actual = b.s.ValenceY(t.Actual.Valence)
		}
		out = append(out, f)
	}
	return out
}

func (b *builder) curves(feels []feel) (expected, actual curve) {
	var e, a []Point
	for _, f := range feels {
		if !math.IsNaN(f.expected) {
			e = append(e, Point{f.x, f.expected})
		}
		if !math.IsNaN(f.actual) {
			a = append(a, Point{f.x, f.actual})
		}
	}
	return newCurve(e), newCurve(a)
}

// areas tints what lies between the curves: one node for each stretch of the
// same sign and at most a few columns, so that an edit redraws little.
func (b *builder) areas(expected, actual curve) {
	if len(expected.knots) < 2 || len(actual.knots) < 2 {
		return
	}
	x0 := max(expected.knots[0].X, actual.knots[0].X)
	x1 := min(expected.knots[len(expected.knots)-1].X, actual.knots[len(actual.knots)-1].X)
	const most = 48 // samples in one node
	var top, bottom []Point
	sign := 0
	flush := func() {
		if len(top) > 1 {
			b.area(top, bottom, sign)
		}
		top, bottom = nil, nil
	}
	for x := x0; ; x += areaStep {
		x = min(x, x1)
		ye, _ := expected.at(x)
		ya, _ := actual.at(x)
		now := sgn(ye - ya) // y grows downwards: above expectation is positive
		if now != sign || len(top) > most {
			var before [2]Point
			if n := len(top); n > 0 {
				before = [2]Point{top[n-1], bottom[n-1]}
				top, bottom = append(top, Point{x, ye}), append(bottom, Point{x, ya})
			}
			long := len(top) > most
			flush()
			if long && now == sign { // overlap, or a seam shows between the pieces
				top, bottom = append(top, before[0]), append(bottom, before[1])
			}
			sign = now
		}
		top, bottom = append(top, Point{x, ye}), append(bottom, Point{x, ya})
		if x >= x1 {
			break
		}
	}
	flush()
}

func sgn(v float64) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

func (b *builder) area(top, bottom []Point, sign int) {
	if sign == 0 {
		return
	}
	path := Path(nil).Move(top[0].X, top[0].Y)
	for _, q := range top[1:] {
		path = path.Line(q.X, q.Y)
	}
	for i := len(bottom) - 1; i >= 0; i-- {
		path = path.Line(bottom[i].X, bottom[i].Y)
	}
	c := b.Theme.Negative
	if sign > 0 {
		c = b.Theme.Positive
	}
	p := b.pen()
	p.Fill(path.Close(), mix(b.Theme.Page, c, 0.17))
	b.add(p, RoleCurve, journey.KindHead, b.m.Head.ID)
}

// lines draws both curves, a node for each pair of neighbouring points. The
// actual curve is lighter where an end of it is assumed.
func (b *builder) lines(feels []feel, expected, actual curve) {
	for i := range max(0, len(expected.knots)-1) {
		p := b.pen()
		p.Stroke(expected.segment(Path(nil).Move(expected.knots[i].X, expected.knots[i].Y), i),
			Stroke{Color: b.Theme.Muted, Width: 1.7, Dash: []float64{6, 4.5}})
		b.add(p, RoleCurve, journey.KindHead, b.m.Head.ID)
	}
	var measured []bool
	any := false
	for _, f := range feels {
		if f.t.Actual.Known {
			measured = append(measured, f.t.Actual.Evidence.Measured())
			any = any || f.t.Actual.Evidence.Measured()
		}
	}
	for i := range max(0, len(actual.knots)-1) {
		c := b.Theme.Ink
		if any && !(measured[i] && measured[i+1]) {
			c = mix(b.Theme.Page, c, 0.55)
		}
		p := b.pen()
		p.Stroke(actual.segment(Path(nil).Move(actual.knots[i].X, actual.knots[i].Y), i), Stroke{Color: c, Width: 2.6})
		b.add(p, RoleCurve, journey.KindHead, b.m.Head.ID)
	}
}

// points draws the points of both curves and the numbers of the gaps, and
// returns the places they take.
func (b *builder) points(feels []feel) places {
	taken := places{}
	for _, f := range feels {
		if !math.IsNaN(f.expected) {
			p := b.pen()
			p.Fill(Circle(f.x, f.expected, 4), b.Theme.Page)
			p.Stroke(Circle(f.x, f.expected, 4), Stroke{Color: b.Theme.Muted, Width: 1.6})
			b.add(p, RoleExpected, journey.KindTouchpoint, f.t.ID)
			taken.take(p.bounds)
		}
	}
	for _, f := range feels {
		if !math.IsNaN(f.actual) {
			for _, r := range b.actualPoint(f) {
				taken.take(r)
			}
		}
	}
	return taken
}

func (b *builder) actualPoint(f feel) []Rect {
	gap, known := journey.Gap(f.t)
	c := b.Theme.Neutral
	if known && gap <= -0.2 {
		c = b.Theme.Negative
	} else if known && gap >= 0.2 {
		c = b.Theme.Positive
	}
	r := 5.5
	if f.t.Matters {
		r = 7.5
	}
	p := b.pen()
	p.Fill(Circle(f.x, f.actual, r+1.5), b.Theme.Page)
	p.Fill(Circle(f.x, f.actual, r), c)
	b.add(p, RoleActual, journey.KindTouchpoint, f.t.ID)
	taken := []Rect{p.bounds}
	if known && math.Abs(gap) >= ShownGap-1e-9 {
		taken = append(taken, b.gapNumber(f, gap, r))
	}
	return taken
}

// gapNumber puts the gap in a pill on the far side of the expected curve.
func (b *builder) gapNumber(f feel, gap, r float64) Rect {
	p := b.pen()
	l := p.fonts.Line(Signed(gap), strongFont.Style)
	size := Font{strongFont.Style, 11.5, 14}
	w := l.W*size.Size + 16
	box := Rect{f.x - w/2, f.actual + r + 7, w, 19}
	c, ink := b.Theme.Negative, b.Theme.NegText
	if gap > 0 {
		box.Y = f.actual - r - 7 - 19
		c, ink = b.Theme.Positive, b.Theme.PosText
	}
	p.Framed(box, 9.5, b.Theme.Page, c)
	p.Line(l, size, box.X+8, box.Y+2.5, ink)
	b.add(p, RoleCurve, journey.KindTouchpoint, f.t.ID)
	return box
}
