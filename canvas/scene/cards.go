package scene

import (
	"slices"
	"strings"

	"touchline.app/journey"
	"touchline.app/resources"
)

const (
	iconSize = 15.0
	iconRoom = 16.0 // a small sign before a note and the space after it
	// tallCard is the height up to which the cards of a lane are made equal.
	tallCard = 300.0
	discSize = 25.0 // an actor's disc
)

// cardNote is a line at the foot of a card: a sign drawn as an icon, and a word.
type cardNote struct {
	icon, text string
	color      Color
}

// signs are the small drawings before the notes, on the grid of the icons.
var signs = map[string]string{
	"kind-interaction":   "M3 8h17M16 4l4 4-4 4M21 16H4M8 12l-4 4 4 4",
	"kind-engagement":    "M3 12h17M14 6l6 6-6 6",
	"kind-indirect":      "M12 5c3.900 0 7 3.100 7 7s-3.100 7-7 7-7-3.100-7-7 3.100-7 7-7z",
	"delivery-automated": "M13 3L5 14h6l-1 7 8-11h-6z",
	"delivery-AI":        "M12 3l2 7 7 2-7 2-2 7-2-7-7-2 7-2z",
	"check":              "M4 13l5 5L20 6",
}

// cardNotes says who acts, who owns and what was decided.
func (b *builder) cardNotes(t journey.Touchpoint) []cardNote {
	var out []cardNote
	if t.Type != "" {
		out = append(out, cardNote{"kind-" + string(t.Type), b.Words("kind." + string(t.Type)), b.Theme.Muted})
	}
	if t.Delivery != "" && t.Delivery != journey.Human {
		out = append(out, cardNote{"delivery-" + string(t.Delivery), b.Words("delivery." + string(t.Delivery)), b.Theme.Muted})
	}
	if o := b.m.OwnershipOf(t); o != "" && o != journey.Owned {
		out = append(out, cardNote{"", b.Words("ownership." + string(o)), b.Theme.Foreign})
	}
	if t.LeaveAsIs {
		out = append(out, cardNote{"check", b.Words("scene.leave"), b.Theme.PosText})
	}
	return out
}

// room is the place the sign takes; a note without one stands out by its weight.
func (n cardNote) room() (float64, Font) {
	if n.icon == "" {
		return 0, labelFont
	}
	return iconRoom, smallFont
}

func (b *builder) notesHeight(p *Pen, t journey.Touchpoint) float64 {
	h := 0.0
	for _, n := range b.cardNotes(t) {
		room, f := n.room()
		h += p.Height(n.text, f, b.inner(t)-room)
	}
	return h
}

// cards draws the touchpoints of a lane from y and returns the y below. Cards
// are equally tall unless one is very tall.
func (b *builder) cards(l journey.Lane, y float64) float64 {
	h := 96.0
	p := &Pen{fonts: b.Fonts}
	natural := make([]float64, len(b.journey))
	for i, t := range b.journey {
		if t.Lane != l.ID {
			continue
		}
		if natural[i] = b.cardHeight(p, t); natural[i] <= tallCard {
			h = max(h, natural[i])
		}
	}
	bottom := y + h
	for i, t := range b.journey {
		if t.Lane == l.ID {
			own := max(h, natural[i])
			b.card(t, y+lanePad, own)
			bottom = max(bottom, y+own)
		}
	}
	return bottom + 2*lanePad
}

func (b *builder) inner(t journey.Touchpoint) float64 {
	return b.s.Columns[b.column[t.ID]].cardWidth() - 2*cardPad
}

// cardWidth is the width of the card in the column: it does not follow a column
// that was stretched far beyond what cards need.
func (c Column) cardWidth() float64 { return max(c.card, min(c.W-columnGap, wideCard)) }

// middle is the x of the touchpoint in all lanes.
func (c Column) middle() float64 { return c.X + c.W/2 }

func (b *builder) cardHeight(p *Pen, t journey.Touchpoint) float64 {
	w := b.inner(t)
	h := cardPad + 3 + p.Height(t.Title, cardFont, w) + cardPad
	if name, _ := b.channel(t); name != "" {
		h += max(iconSize, p.Height(name, labelFont, w-iconSize-6)) + 5
	}
	if len(b.cardNotes(t)) > 0 {
		h += 8 + b.notesHeight(p, t)
	}
	if rows := b.actorRows(t); rows > 0 {
		h += 6 + float64(rows)*(discSize+2)
	}
	return h
}

func (b *builder) channel(t journey.Touchpoint) (name, icon string) {
	ch, ok := b.m.Channels.Get(t.Channel)
	if !ok {
		return "", ""
	}
	if ch.Icon != "" {
		return ch.Name, ch.Icon
	}
	icon, ok = b.icons[ch.ID]
	if !ok {
		icon = resources.IconFor(ch.Name)
		b.icons[ch.ID] = icon
	}
	return ch.Name, icon
}

func (b *builder) actorRows(t journey.Touchpoint) int {
	if len(t.Actors) == 0 || len(t.Actors) == 1 && t.Actors[0] == b.lead {
		return 0
	}
	per := max(1, int((b.inner(t)+2)/(discSize+2)))
	return (len(t.Actors) + per - 1) / per
}

func (b *builder) card(t journey.Touchpoint, y, h float64) {
	c := b.s.Columns[b.column[t.ID]]
	w := c.cardWidth()
	x := c.middle() - w/2
	box := Rect{x, y, w, h}
	hue := b.hue[t.Stage]
	if own, ok := parseColor(t.Color); ok {
		hue = own
	}
	p := b.pen()
	p.Rect(Rect{box.X - 0.5, box.Y + 1.5, box.W + 1, box.H + 1}, 8.5, b.Theme.Ink.Alpha(0.05))
	p.Framed(box, 8, b.Theme.Card, b.Theme.Hairline)
	p.Stroke(Path(nil).Move(x+9, y+0.5).Line(x+w-9, y+0.5), Stroke{Color: hue, Width: 3.2})
	tx, ty, inner := x+cardPad, y+cardPad+3, w-2*cardPad
	if name, icon := b.channel(t); name != "" {
		if d, ok := resources.Icon(icon); ok {
			p.icon(iconPath(d, tx, ty, iconSize), Stroke{Color: hue, Width: 1.25})
		}
		below := p.Field("Channel", name, labelFont, tx+iconSize+6, ty+0.5, inner-iconSize-6, b.Theme.Muted)
		ty = max(ty+iconSize, below) + 5
	}
	p.Field("Title", t.Title, cardFont, tx, ty, inner, b.Theme.Ink)
	if len(p.fields) == 1 { // the channel is typed where it will stand
		p.note("Channel", "", Rect{tx + iconSize + 6, ty, inner - iconSize - 6, 0}, labelFont, b.Theme.Muted)
	}
	slices.SortStableFunc(p.fields, func(a, b Field) int { return strings.Compare(b.Name, a.Name) }) // the title first
	b.cardFoot(p, t, tx, y+h-cardPad, inner)
	if t.Matters {
		p.Fill(star(x+w-13, y, 8.5), b.Theme.Matters)
	}
	b.add(p, RoleTouchpoint, journey.KindTouchpoint, t.ID)
}

// cardFoot draws the notes and actors upwards from bottom.
func (b *builder) cardFoot(p *Pen, t journey.Touchpoint, x, bottom, inner float64) {
	notes := b.cardNotes(t)
	y := bottom - b.notesHeight(p, t)
	if rows := b.actorRows(t); rows > 0 {
		per := max(1, int((inner+2)/(discSize+2)))
		top := y - float64(rows)*(discSize+2)
		for i, id := range t.Actors {
			if person, ok := b.m.Personas.Get(id); ok {
				b.disc(p, person, x+float64(i%per)*(discSize+2)+discSize/2, top+float64(i/per)*(discSize+2)+discSize/2, discSize/2)
			}
		}
	}
	for _, n := range notes {
		if d, ok := signs[n.icon]; ok {
			draw := p.icon
			if strings.HasPrefix(n.icon, "kind-") { // arrows point the way the stages run
				draw = p.Stroke
			}
			draw(iconPath(d, x, y+1.5, 11), Stroke{Color: n.color, Width: 1.1})
		}
		room, f := n.room()
		y = p.Block(n.text, f, x+room, y, inner-room, n.color)
	}
}
