package scene

import (
	"math"

	"touchline.app/journey"
)

// gapFace is a gap in a box.
type gapFace struct{ gap, width float64 }

// gaps draws the gap of each touchpoint as a box from y and returns the y below.
func (b *builder) gaps(y float64) float64 {
	const h = 26.0
	for i := range b.journey {
		t := b.journey[i]
		gap, ok := journey.GapBetween(&t.Expected, &t.Actual)
		if !ok {
			continue
		}
		c := b.s.Columns[b.at[i]]
		f := gapFace{gap, c.cardWidth()}
		d := b.known.gaps.of(f, func() *drawing {
			ground, ink := b.Theme.GapTint(gap)
			p := b.pen()
			p.Rect(Rect{-f.width / 2, 0, f.width, h}, 5, ground)
			l := p.fonts.Line(b.signed(gap), strongFont.Style)
			p.Line(l, strongFont, -l.W*strongFont.Size/2, (h-strongFont.Lead)/2, ink)
			return b.drawn(p)
		})
		b.put(d, Point{c.middle(), y + 7}, Node{Ref: Ref{journey.KindTouchpoint, t.ID}, Role: RoleGap, Stage: t.Stage})
	}
	return y + h + 14
}

// mostBars is the number of steps of a distribution that there is room for.
const mostBars = 7

// proof is what is shown of evidence.
type proof struct {
	source journey.Source // none: nobody was asked
	n      int
	bars   [mostBars]int // lowest answer first
	steps  int           // bars in use; more are not drawn
	width  float64
	others string // what other sources say, a line each
	trend  string
}

// evidence draws where each actual emotion comes from: the distribution of the
// answers as bars with their number, or the word for an opinion.
func (b *builder) evidence(y float64) float64 {
	bottom := y
	others := b.otherSources()
	for i := range b.journey {
		t := b.journey[i]
		if !t.Actual.Known {
			continue
		}
		c := b.s.Columns[b.at[i]]
		q := proof{width: c.cardWidth()}
		q.others, q.trend = b.told(t, others[t.ID])
		n := Node{Ref: Ref{journey.KindTouchpoint, t.ID}, Role: RoleEvidence, Stage: t.Stage}
		if e := &t.Actual.Evidence; e.Measured() {
			q.source, q.n = e.Source, e.N
			if len(e.Distribution) <= mostBars {
				q.steps = copy(q.bars[:], e.Distribution)
			}
			n.Alt = b.counted(t)
		}
		d := b.known.proofs.of(q, func() *drawing { return b.drawProof(q) })
		if len(d.ops) > 0 {
			b.put(d, Point{c.middle() - c.cardWidth()/2 + 4, y}, n)
		}
		bottom = max(bottom, y+d.below)
	}
	return bottom
}

func (b *builder) drawProof(q proof) *drawing {
	p := b.pen()
	below := 0.0
	if q.source == "" {
		below = p.Block(b.Words("source.assumed"), noteFont, 0, 18, q.width-6, b.Theme.Muted) + 8
	} else {
		w := b.bars(p, q.bars[:q.steps], 0, 10)
		label := Pointed(count(q.n), b.Words)
		if w == 0 {
			label = b.Words("source."+string(q.source)) + " · " + label
		}
		below = max(p.Block(label, smallFont, w, 20, q.width-6-w, b.Theme.Muted)+8, 44)
	}
	if q.others != "" {
		below = p.Block(q.others, smallFont, 0, below, q.width-6, b.Theme.Muted) + 6
	}
	if q.trend != "" {
		below = p.Block(q.trend, labelFont, 0, below-4, q.width-6, b.Theme.Ink) + 8
	}
	d := b.drawn(p)
	d.below = below
	return d
}

const (
	barWidth  = 7.0
	barHeight = 24.0
)

// bars draws a distribution, lowest answer first, and returns its width.
func (b *builder) bars(p *Pen, dist []int, x, y float64) float64 {
	most := 0
	for _, n := range dist {
		most = max(most, n)
	}
	if most == 0 {
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
