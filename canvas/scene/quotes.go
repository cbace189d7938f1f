package scene

import (
	"strings"

	"touchline.app/canvas/text"
	"touchline.app/journey"
)

const (
	quoteWidth = 230.0 // a quote beside its point is at most this wide
	quoteLines = 2     // and has at most this many lines
)

// quotes writes what customers said, beside the point where it is free and else
// in rows under the plot, and returns the y below.
func (b *builder) quotes(feels []feel, expected, actual curve, taken places, y float64) float64 {
	var below []feel
	for _, f := range feels {
		quote := said(f.t.Actual)
		if quote == "" || f.actual != f.actual {
			continue
		}
		if r, ok := b.quoteBeside(f, quote, expected, actual, taken); ok {
			taken.take(r)
			continue
		}
		below = append(below, f)
	}
	return b.quotesBelow(below, taken, y)
}

// said is the customer's quote, or her word for the emotion.
func said(e journey.Emotion) string {
	if strings.TrimSpace(e.Quote) != "" {
		return quoted(e.Quote)
	}
	return strings.TrimSpace(e.Word)
}

// saidIn names the field that said shows.
func saidIn(e journey.Emotion) string {
	if strings.TrimSpace(e.Quote) != "" {
		return "Actual.Quote"
	}
	return "Actual.Word"
}

// quoteBeside draws the text at the first place around the point where it
// covers no point, number, quote or curve.
func (b *builder) quoteBeside(f feel, quote string, expected, actual curve, taken places) (Rect, bool) {
	p := b.pen()
	lines := p.Wrap(quote, quoteFont, quoteWidth)
	if len(lines) > quoteLines {
		return Rect{}, false
	}
	w := 0.0
	for _, l := range lines {
		w = max(w, l.W*quoteFont.Size)
	}
	h := float64(len(lines)) * quoteFont.Lead
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
		if !b.free(r, expected, actual, taken) {
			continue
		}
		b.quoteAt(p, f, lines, r)
		return r, true
	}
	return Rect{}, false
}

func (b *builder) quoteAt(p *Pen, f feel, lines []*text.Line, r Rect) {
	for i, l := range lines {
		p.Line(l, quoteFont, r.X, r.Y+float64(i)*quoteFont.Lead, b.Theme.Ink)
	}
	p.note(saidIn(f.t.Actual), said(f.t.Actual), r, quoteFont, b.Theme.Ink)
	b.add(p, RoleCell, journey.KindTouchpoint, f.t.ID)
}

// free reports whether r lies in the plot and touches nothing drawn there.
func (b *builder) free(r Rect, expected, actual curve, taken places) bool {
	plot := b.s.Emotion
	if r.X < plot.X+4 || r.Right() > plot.Right()-4 || r.Y < plot.Y-plotTop+4 || r.Bottom() > plot.Bottom()+plotBottom-4 {
		return false
	}
	if _, found := taken.at(r.Inset(-4)); found {
		return false
	}
	for _, c := range []curve{expected, actual} {
		for x := r.X - 2; x <= r.Right()+2; x += 3 {
			if y, ok := c.at(x); ok && y > r.Y-4 && y < r.Bottom()+4 {
				return false
			}
		}
	}
	return true
}

// quotesBelow draws the remaining quotes under their touchpoints, each in the
// first row where it is free of what is taken, and returns the y below.
func (b *builder) quotesBelow(feels []feel, taken places, y float64) float64 {
	bottom := y
	for _, f := range feels {
		quote := said(f.t.Actual)
		c := b.s.Columns[b.column[f.t.ID]]
		p := b.pen()
		width := max(c.W-16, min(balanced(p, quote, quoteFont), b.right()-c.X-16, 420))
		r := Rect{c.X + 8, y, width, p.Height(quote, quoteFont, width)}
		for t, found := taken.at(r.Inset(-4)); found; t, found = taken.at(r.Inset(-4)) {
			r.Y = t.Bottom() + 6
		}
		p.Field(saidIn(f.t.Actual), quote, quoteFont, r.X, r.Y, width, b.Theme.Ink)
		b.add(p, RoleCell, journey.KindTouchpoint, f.t.ID)
		taken.take(r)
		bottom = max(bottom, r.Bottom()+lanePad)
	}
	return bottom
}
