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
)

// feel is a touchpoint on the plot. Heights are from the top of the plot.
type feel struct {
	t        *journey.Touchpoint
	column   *Column
	x        float64
	expected float64 // y, NaN when unknown
	actual   float64
}

// inPlot returns the height of a valence from the top of the plot.
func (b *builder) inPlot(v float64) float64 {
	return (journey.MaxValence - v) / (journey.MaxValence - journey.MinValence) * b.s.Emotion.H
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
	b.areas(feels, expected, actual)
	b.intervals(feels, actual)
	b.lines(feels, expected, actual)
	b.points(feels)
	return b.promises(b.quotes(feels, expected, actual))
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

// ruling is a piece of the rules of the plot.
type ruling struct{ length, height float64 }

func (b *builder) rules(x0, x1 float64) {
	r := ruling{x1 - x0, b.s.Emotion.H}
	d := b.known.rulings.of(r, func() *drawing {
		p := b.pen()
		for f := journey.Angry; f <= journey.Delighted; f++ {
			y := b.inPlot(float64(f))
			rule := Path(nil).Move(0, y).Line(r.length, y)
			if f == journey.Neutral {
				p.Stroke(rule, Stroke{Color: mix(b.Theme.Page, b.Theme.Muted, 0.4), Width: 1})
			} else {
				p.Stroke(rule, Stroke{Color: b.Theme.Hairline, Width: 0.8, Dash: []float64{ruleDash, ruleGap}})
			}
		}
		return b.drawn(p)
	})
	b.put(d, b.onPlot(x0, 0), b.curveNode())
}

func (b *builder) feels() []feel {
	out := make([]feel, len(b.journey))
	for i, t := range b.journey {
		c := &b.s.Columns[b.at[i]]
		f := &out[i]
		*f = feel{t: t, column: c, x: c.middle(), expected: math.NaN(), actual: math.NaN()}
		if t.Expected.Known {
			f.expected = b.inPlot(t.Expected.Valence)
		}
		if t.Actual.Known {
			f.actual = b.inPlot(t.Actual.Valence)
		}
	}
	return out
}

func (b *builder) curves(feels []feel) (expected, actual curve) {
	e, a := make([]Point, 0, len(feels)), make([]Point, 0, len(feels))
	for i := range feels {
		f := &feels[i]
		if !math.IsNaN(f.expected) {
			e = append(e, Point{f.x, f.expected})
		}
		if !math.IsNaN(f.actual) {
			a = append(a, Point{f.x, f.actual})
		}
	}
	return newCurve(e), newCurve(a)
}

// arc is a curve from one of its points to the next.
type arc struct {
	width float64
	bend  bend
	role  Role // of its points
	faint bool // an end of it is assumed
}

// lines draws both curves, a node for each pair of neighbouring points. The
// actual curve is lighter where an end of it is assumed.
func (b *builder) lines(feels []feel, expected, actual curve) {
	for i := range max(0, len(expected.knots)-1) {
		b.line(expected, i, RoleExpected, false)
	}
	measured, any := make([]bool, 0, len(feels)), false
	for i := range feels {
		if f := &feels[i]; !math.IsNaN(f.actual) {
			counted := f.t.Actual.Evidence.Measured()
			measured = append(measured, counted)
			any = any || counted
		}
	}
	for i := range max(0, len(actual.knots)-1) {
		b.line(actual, i, RoleActual, any && !(measured[i] && measured[i+1]))
	}
}

func (b *builder) line(c curve, i int, role Role, faint bool) {
	s := arc{c.knots[i+1].X - c.knots[i].X, c.bend(i), role, faint}
	d := b.known.arcs.of(s, func() *drawing {
		look := Stroke{Color: b.Theme.Muted, Width: 1.7, Dash: []float64{6, 4.5}}
		if role == RoleActual {
			look = Stroke{Color: b.Theme.Ink, Width: 2.6}
		}
		if faint {
			look.Color = mix(b.Theme.Page, look.Color, 0.55)
		}
		p := b.pen()
		p.Stroke(s.bend.along(Path(nil).Move(0, s.bend.y0), 0, s.width), look)
		return b.drawn(p)
	})
	b.put(d, Point{c.knots[i].X, b.s.Emotion.Y}, b.curveNode())
}

// curveNode is a node of the plot that stands for no row.
func (b *builder) curveNode() Node {
	return Node{Ref: Ref{journey.KindHead, b.m.Head.ID}, Role: RoleCurve}
}

// point is a point of a curve. Expected ones are all alike.
type point struct {
	role   Role
	color  Color
	radius float64
}

func (b *builder) point(q point) *drawing {
	return b.known.points.of(q, func() *drawing {
		p := b.pen()
		if q.role == RoleExpected {
			p.Fill(Circle(0, 0, 4), b.Theme.Page)
			p.Stroke(Circle(0, 0, 4), Stroke{Color: b.Theme.Muted, Width: 1.6})
		} else {
			p.Fill(Circle(0, 0, q.radius+1.5), b.Theme.Page)
			p.Fill(Circle(0, 0, q.radius), q.color)
		}
		return b.drawn(p)
	})
}

// points draws the points of both curves and the numbers of the gaps.
func (b *builder) points(feels []feel) {
	expected := b.point(point{role: RoleExpected})
	for i := range feels {
		f := &feels[i]
		if math.IsNaN(f.expected) {
			continue
		}
		n := b.pointNode(f, RoleExpected)
		if !f.t.Actual.Known {
			n.Alt = b.feelings(f.t)
		}
		b.put(expected, b.onPlot(f.x, f.expected), n)
	}
	for i := range feels {
		if f := &feels[i]; !math.IsNaN(f.actual) {
			b.actualPoint(f)
		}
	}
}

func (b *builder) pointNode(f *feel, role Role) Node {
	return Node{Ref: Ref{journey.KindTouchpoint, f.t.ID}, Role: role, Stage: f.t.Stage}
}

// onPlot is a place of the plot on the map.
func (b *builder) onPlot(x, y float64) Point { return Point{x, b.s.Emotion.Y + y} }

// actualRadius is the size of a touchpoint's actual point.
func actualRadius(t *journey.Touchpoint) float64 {
	if t.Matters {
		return 7.5
	}
	return 5.5
}

func (b *builder) actualPoint(f *feel) {
	gap, known := journey.GapBetween(&f.t.Expected, &f.t.Actual)
	c := b.Theme.Neutral
	if known && gap <= -0.2 {
		c = b.Theme.Negative
	} else if known && gap >= 0.2 {
		c = b.Theme.Positive
	}
	n := b.pointNode(f, RoleActual)
	n.Alt = b.feelings(f.t)
	b.put(b.point(point{RoleActual, c, actualRadius(f.t)}), b.onPlot(f.x, f.actual), n)
	if q, ok := pillOf(f.t); ok {
		b.put(b.pill(q), b.onPlot(f.x, f.actual), b.pointNode(f, RoleCurve))
	}
}

// pill is the number of a gap beside a point.
type pill struct {
	tenths float64
	above  bool
	radius float64 // of the point
}

// pillOf returns the number that is shown beside the point of a touchpoint, and
// whether there is one.
func pillOf(t *journey.Touchpoint) (pill, bool) {
	gap, known := journey.GapBetween(&t.Expected, &t.Actual)
	if !known || math.Abs(gap) < ShownGap-1e-9 {
		return pill{}, false
	}
	return pill{math.Round(gap * 10), gap > 0, actualRadius(t)}, true
}

// pill draws the number on the far side of the expected curve.
func (b *builder) pill(q pill) *drawing {
	return b.known.pills.of(q, func() *drawing {
		p := b.pen()
		l := p.fonts.Line(b.signed(q.tenths/10), strongFont.Style)
		size := Font{strongFont.Style, 11.5, 14}
		w := l.W*size.Size + 16
		box := Rect{-w / 2, q.radius + 7, w, 19}
		c, ink := b.Theme.Negative, b.Theme.NegText
		if q.above {
			box.Y = -q.radius - 7 - 19
			c, ink = b.Theme.Positive, b.Theme.PosText
		}
		p.Framed(box, 9.5, b.Theme.Page, c)
		p.Line(l, size, box.X+8, box.Y+2.5, ink)
		return b.drawn(p)
	})
}
