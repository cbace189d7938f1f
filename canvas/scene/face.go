package scene

import (
	"slices"
	"strings"

	"touchline.app/resources"
)

// cardFace is a card in its size, points.
type cardFace struct {
	*card
	w, h   float64
	beyond float64 // see extents
}

// face returns the drawing of a card. What it looks like is known by what it says;
// the marks are made when they are asked for.
func (b *builder) face(f cardFace) *drawing {
	return b.known.faces.of(f, func() *drawing {
		alone := &builder{Options: b.Options, mirror: b.mirror}
		h := f.sum
		h.num(f.w, f.h)
		return &drawing{late: &late{draw: func() *Pen { return alone.drawCard(f) }}, bounds: f.bounds(), hash: uint64(h)}
	})
}

// bounds holds every mark of the card.
func (f cardFace) bounds() Rect {
	over := max(f.beyond-cardPad, 0)
	r := Rect{-0.5 - over, -1.1, f.w + 1 + 2*over, f.h + 3.6}
	if f.matters {
		r = r.Union(f.star().Bounds())
	}
	return r
}

func (f cardFace) star() Path { return star(f.w-13, 0, 8.5) }

// seenOf sums up what can be seen of a card but its size.
func (b *builder) seenOf(c *card) sum {
	s := sumBegin
	s.texts(b.Theme.Name, c.title, c.channel, c.icon)
	s.truth(c.matters)
	s.color(c.hue)
	for _, n := range c.notes {
		s.texts(n.icon, n.text)
		s.color(n.color)
	}
	if c.actors != nil {
		for _, d := range c.actors.discs {
			s.texts(d.initials)
			s.color(d.color)
		}
	}
	return s
}

func (b *builder) drawCard(f cardFace) *Pen {
	p := b.pen()
	p.Rect(Rect{-0.5, 1.5, f.w + 1, f.h + 1}, 8.5, b.Theme.Ink.Alpha(0.05))
	p.Framed(Rect{0, 0, f.w, f.h}, 8, b.Theme.Card, b.Theme.Hairline)
	p.Stroke(Path(nil).Move(9, 0.5).Line(f.w-9, 0.5), Stroke{Color: f.hue, Width: 3.2})
	y, inner := cardPad+3, f.w-2*cardPad
	const beside = cardPad + iconSize + 6 // x of what stands beside the icon
	if f.channel != "" {
		if d, ok := resources.Icon(f.icon); ok {
			p.icon(iconPath(d, cardPad, y, iconSize), Stroke{Color: f.hue, Width: 1.25})
		}
		below := p.Field("Channel", f.channel, labelFont, beside, y+0.5, inner-iconSize-6, b.Theme.Muted)
		y = max(y+iconSize, below) + 5
	}
	p.Field("Title", f.title, cardFont, cardPad, y, inner, b.Theme.Ink)
	if len(p.fields) == 1 { // the channel is typed where it will stand
		p.note("Channel", "", Rect{beside, y, inner - iconSize - 6, 0}, labelFont, b.Theme.Muted)
	}
	slices.SortStableFunc(p.fields, func(a, b Field) int { return strings.Compare(b.Name, a.Name) }) // the title first
	b.cardFoot(p, f.card, f.h-cardPad, inner)
	if f.matters {
		p.Fill(f.star(), b.Theme.Matters)
	}
	return p
}

// cardFoot draws the notes and actors upwards from bottom.
func (b *builder) cardFoot(p *Pen, c *card, bottom, inner float64) {
	y := bottom - c.notesHeight(p, inner)
	if rows := c.actors.rows(inner); rows > 0 {
		per, top := c.actors.perRow(inner), y-float64(rows)*(discSize+2)
		for i, d := range c.actors.discs {
			if d == (disc{}) {
				continue
			}
			b.disc(p, d, cardPad+float64(i%per)*(discSize+2)+discSize/2, top+float64(i/per)*(discSize+2)+discSize/2, discSize/2)
		}
	}
	for _, n := range c.notes {
		if d, ok := signs[n.icon]; ok {
			draw := p.icon
			if strings.HasPrefix(n.icon, "kind-") { // arrows point the way the stages run
				draw = p.Stroke
			}
			draw(iconPath(d, cardPad, y+1.5, 11), Stroke{Color: n.color, Width: 1.1})
		}
		room, f := n.room()
		y = p.Block(n.text, f, cardPad+room, y, inner-room, n.color)
	}
}
