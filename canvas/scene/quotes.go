package scene

import (
	"math"
	"strings"

	"touchline.app/journey"
)

const (
	quoteWidth = 230.0 // a quote beside its point is at most this wide
	quoteLines = 2     // and has at most this many lines
)

// quotes writes what customers said, beside the point where it is free and else
// in rows under the plot, and returns the y below.
func (b *builder) quotes(feels []feel, expected, actual curve) float64 {
	top := b.s.Emotion.H + plotBottom
	var saying, below []*feel
	for i := range feels {
		if f := &feels[i]; said(&f.t.Actual) != "" {
			saying = append(saying, f)
		}
	}
	if len(saying) == 0 {
		return b.s.Emotion.Y + top
	}
	taken := b.taken(feels)
	for _, f := range saying {
		if math.IsNaN(f.actual) || !b.quoteBeside(f, expected, actual, taken) {
			below = append(below, f)
		}
	}
	return b.s.Emotion.Y + b.quotesBelow(below, taken, top)
}

// taken returns the places that the points and the numbers of the gaps take. All
// places are from the top of the plot down.
func (b *builder) taken(feels []feel) places {
	taken := places{}
	take := func(d *drawing, x, y float64) { taken.take(d.bounds.moved(Point{x, y})) }
	for i := range feels {
		f := &feels[i]
		if !math.IsNaN(f.expected) {
			take(b.point(point{role: RoleExpected}), f.x, f.expected)
		}
		if math.IsNaN(f.actual) {
			continue
		}
		take(b.point(point{role: RoleActual, radius: actualRadius(f.t)}), f.x, f.actual)
		if q, ok := pillOf(f.t); ok {
			take(b.pill(q), f.x, f.actual)
		}
	}
	return taken
}

// said is the customer's quote, or her word for the emotion.
func said(e *journey.Emotion) string {
	if strings.TrimSpace(e.Quote) != "" {
		return quoted(e.Quote)
	}
	return strings.TrimSpace(e.Word)
}

// saidIn names the field that said shows.
func saidIn(e *journey.Emotion) string {
	if strings.TrimSpace(e.Quote) != "" {
		return "Actual.Quote"
	}
	return "Actual.Word"
}

// quoteFace is a quote in a width, points.
type quoteFace struct {
	text, field string
	width       float64
}

// quote draws what a customer said within a width; it is as tall as the text is.
func (b *builder) quote(f *feel, width float64) *drawing {
	q := quoteFace{said(&f.t.Actual), saidIn(&f.t.Actual), width}
	return b.known.quotes.of(q, func() *drawing {
		p := b.pen()
		below := p.Field(q.field, q.text, quoteFont, 0, 0, width, b.Theme.Ink)
		d := b.drawn(p)
		d.below = below
		return d
	})
}

// beside is the width of a quote beside its point, and whether it is short enough
// for that place.
func (b *builder) beside(quote string) (float64, bool) {
	lines := b.Fonts.Wrap(quote, quoteFont.Style, quoteWidth/quoteFont.Size)
	w := 0.0
	for _, l := range lines {
		w = max(w, l.W*quoteFont.Size)
	}
	return w + 0.01, len(lines) <= quoteLines // it breaks the same way in that width
}

// quoteBeside draws the text at the first place around the point where it covers
// no point, number, quote or curve, and reports whether there is one.
func (b *builder) quoteBeside(f *feel, expected, actual curve, taken places) bool {
	w, short := b.beside(said(&f.t.Actual))
	if !short {
		return false
	}
	d := b.quote(f, w)
	h := d.below
	for _, at := range []Point{
		{f.x + 32, f.actual + 14},
		{f.x + 32, f.actual + 20},
		{f.x - 32 - w, f.actual + 16},
		{f.x - w/2, f.actual + 38},
		{f.x - w/2, f.actual - 22 - h},
		{f.x + 14, f.actual - 16 - h},
		{f.x - 14 - w, f.actual - 16 - h},
		{f.x - w/2, f.actual + 52},
	} {
		r := Rect{at.X, at.Y, w, h}
		if b.free(r, expected, actual, taken) {
			taken.take(r)
			b.put(d, b.onPlot(r.X, r.Y), b.pointNode(f, RoleCell))
			return true
		}
	}
	return false
}

// free reports whether r lies in the plot and touches nothing drawn there.
func (b *builder) free(r Rect, expected, actual curve, taken places) bool {
	plot := b.s.Emotion
	if r.X < plot.X+4 || r.Right() > plot.Right()-4 || r.Y < 4-plotTop || r.Bottom() > plot.H+plotBottom-4 {
		return false
	}
	if _, found := taken.at(r.Inset(-4)); found {
		return false
	}
	around := Rect{r.X - 2, r.Y - 4, r.W + 4, r.H + 8}
	return !expected.crosses(around) && !actual.crosses(around)
}

// quotesBelow draws the remaining quotes under their touchpoints, each in the
// first row where it is free of what is taken, and returns the y below.
func (b *builder) quotesBelow(feels []*feel, taken places, y float64) float64 {
	bottom := y
	p := &Pen{fonts: b.Fonts}
	for _, f := range feels {
		c := f.column
		width := max(c.W-16, min(balanced(p, said(&f.t.Actual), quoteFont), b.right()-c.X-16, 420))
		d := b.quote(f, width)
		r := Rect{c.X + 8, y, width, d.below}
		for t, found := taken.at(r.Inset(-4)); found; t, found = taken.at(r.Inset(-4)) {
			r.Y = t.Bottom() + 6
		}
		b.put(d, b.onPlot(r.X, r.Y), b.pointNode(f, RoleCell))
		taken.take(r)
		bottom = max(bottom, r.Bottom()+lanePad)
	}
	return bottom
}
