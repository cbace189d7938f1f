package scene

import (
	"math"

	"touchline.app/journey"
)

// gaps draws the gap of each touchpoint as a box from y and returns the y below.
func (b *builder) gaps(y float64) float64 {
	const h = 26.0
	for _, t := range b.journey {
		gap, ok := journey.Gap(t)
		if !ok {
			continue
		}
		c := b.s.Columns[b.column[t.ID]]
		w := c.cardWidth()
		ground, ink := b.Theme.GapTint(gap)
		p := b.pen()
		p.Rect(Rect{c.middle() - w/2, y + 7, w, h}, 5, ground)
		l := p.fonts.Line(Signed(gap), strongFont.Style)
		p.Line(l, strongFont, c.middle()-l.W*strongFont.Size/2, y+7+(h-strongFont.Lead)/2, ink)
		b.add(p, RoleGap, journey.KindTouchpoint, t.ID)
	}
	return y + h + 14
}

// evidence draws where each actual emotion comes from: the distribution of the
// answers as bars with their number, or the word for an opinion.
func (b *builder) evidence(y float64) float64 {
	bottom := y
	for _, t := range b.journey {
		if !t.Actual.Known {
			continue
		}
		c := b.s.Columns[b.column[t.ID]]
		x := c.middle() - c.cardWidth()/2 + 4
		p := b.pen()
		e := t.Actual.Evidence
		if !e.Measured() {
			bottom = max(bottom, p.Block(b.Words("source.assumed"), noteFont, x, y+18, c.cardWidth()-6, b.Theme.Muted)+8)
		} else {
			w := b.bars(p, e.Distribution, x, y+10)
			label := count(e.N)
			if w == 0 {
				label = b.Words("source."+string(e.Source)) + " · " + label
			}
			bottom = max(bottom, p.Block(label, smallFont, x+w, y+20, c.cardWidth()-6-w, b.Theme.Muted)+8, y+44)
		}
		b.add(p, RoleEvidence, journey.KindTouchpoint, t.ID)
	}
	return bottom
}

const (
	barWidth  = 7.0
	barHeight = 24.0
)

// bars draws a distribution, lowest answer first, and returns its width. More
// than seven steps are too many for the place and are not drawn.
func (b *builder) bars(p *Pen, dist []int, x, y float64) float64 {
	most := 0
	for _, n := range dist {
		most = max(most, n)
	}
	if most == 0 || len(dist) > 7 {
		return 0
	}
	for i, n := range dist {
		at := 2*float64(i)/math.Max(1, float64(len(dist)-1)) - 1 // -1 worst .. +1 best
		c := mix(b.Theme.Neutral, b.Theme.Negative, max(0, -at))
		if at > 0 {
			c = mix(b.Theme.Neutral, b.Theme.Positive, at)
		}
		h := max(1, barHeight*float64(max(n, 0))/float64(most))
		p.Rect(Rect{x + float64(i)*(barWidth+1), y + barHeight - h, barWidth, h}, 0, c)
	}
	return float64(len(dist))*(barWidth+1) + 6
}
