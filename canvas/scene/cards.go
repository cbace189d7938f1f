package scene

import (
	"math"
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

// wording is what a card says, and how it looks wherever it stands.
type wording struct {
	title         string
	channel, icon string
	kind          journey.Interaction
	delivery      journey.Delivery
	ownership     journey.Ownership
	leave         bool // the decision to leave it as it is
	matters       bool
	hue           Color
	actors        *group // nil: she acts alone
}

// group is who takes part in a touchpoint.
type group struct{ discs []disc }

// card is a wording with what follows from it.
type card struct {
	wording
	notes []cardNote
	inner float64 // width that its texts ask for
	sum   sum     // of all that can be seen of it but its size
}

// cardOf returns the card of a touchpoint.
func (b *builder) cardOf(t *journey.Touchpoint) *card {
	w := wording{
		title: t.Title, kind: t.Type, delivery: t.Delivery, ownership: t.Ownership, leave: t.LeaveAsIs, matters: t.Matters,
		hue: b.hue[t.Stage], actors: b.group(t.Actors),
	}
	if own, ok := parseColor(t.Color); ok {
		w.hue = own
	}
	if ch, ok := b.m.Channels.Get(t.Channel); ok {
		w.channel, w.icon = ch.Name, b.iconOf(&ch)
		if w.ownership == "" {
			w.ownership = ch.Ownership
		}
	}
	return b.known.cards.of(w, func() *card {
		c := &card{wording: w, notes: b.cardNotes(w)}
		c.inner, c.sum = b.innerWidth(c), b.seenOf(c)
		return c
	})
}

// group returns the people beside the first persona, nil where there are none.
func (b *builder) group(actors []journey.ID) *group {
	if len(actors) == 0 || len(actors) == 1 && actors[0] == b.lead {
		return nil
	}
	discs := make([]disc, len(actors))
	var key strings.Builder
	for i, id := range actors {
		if per, ok := b.m.Personas.Get(id); ok {
			discs[i] = disc{initials(per), b.person[id]}
		}
		d, c := discs[i].initials, discs[i].color // at most three letters
		key.Write([]byte{byte(len(d)), c.R, c.G, c.B, c.A})
		key.WriteString(d)
	}
	return b.known.groups.of(key.String(), func() *group { return &group{discs} })
}

// cardNotes says who acts, who owns and what was decided.
func (b *builder) cardNotes(w wording) []cardNote {
	var out []cardNote
	if w.kind != "" {
		out = append(out, cardNote{"kind-" + string(w.kind), b.Words("kind." + string(w.kind)), b.Theme.Muted})
	}
	if w.delivery != "" && w.delivery != journey.Human {
		out = append(out, cardNote{"delivery-" + string(w.delivery), b.Words("delivery." + string(w.delivery)), b.Theme.Muted})
	}
	if w.ownership != "" && w.ownership != journey.Owned {
		out = append(out, cardNote{"", b.Words("ownership." + string(w.ownership)), b.Theme.Foreign})
	}
	if w.leave {
		out = append(out, cardNote{"check", b.Words("scene.leave"), b.Theme.PosText})
	}
	return out
}

// innerWidth is wide enough for the longest word of the card and grows with the
// amount of text, so that long texts do not make towers.
func (b *builder) innerWidth(c *card) float64 {
	p := &Pen{fonts: b.Fonts}
	w := 0.0
	if c.channel != "" {
		w = iconSize + 6 + b.Fonts.Widest(c.channel, labelFont.Style)*labelFont.Size
	}
	for _, n := range c.notes {
		room, f := n.room()
		w = max(w, room+b.Fonts.Widest(n.text, f.Style)*f.Size, min(room+p.Width(n.text, f)+0.5, oneLine))
	}
	w = max(w, b.Fonts.Widest(c.title, cardFont.Style)*cardFont.Size, balanced(p, c.title, cardFont))
	column := min(max(math.Ceil(w)+2*cardPad+columnGap, minColumn), maxColumn)
	p.Wrap(c.title, cardFont, column-columnGap-2*cardPad) // as the card will, while the title is shaped
	return w
}

// room is the place the sign takes; a note without one stands out by its weight.
func (n cardNote) room() (float64, Font) {
	if n.icon == "" {
		return 0, labelFont
	}
	return iconRoom, smallFont
}

// cards draws the touchpoints of a lane from y and returns the y below. Cards
// are equally tall unless one is very tall.
func (b *builder) cards(l journey.Lane, y float64) float64 {
	h := 96.0
	natural := make([]extents, len(b.journey))
	for i := range b.journey {
		if b.journey[i].Lane != l.ID {
			continue
		}
		if natural[i] = b.extents(b.written[i], b.s.Columns[b.at[i]].cardWidth()); natural[i].height <= tallCard {
			h = max(h, natural[i].height)
		}
	}
	bottom := y + h
	for i := range b.journey {
		t := b.journey[i]
		if t.Lane != l.ID {
			continue
		}
		own := max(h, natural[i].height)
		c := b.s.Columns[b.at[i]]
		w := c.cardWidth()
		n := Node{Ref: Ref{journey.KindTouchpoint, t.ID}, Role: RoleTouchpoint, Stage: t.Stage}
		if t.Matters {
			n.Alt = strings.TrimSuffix(b.Words("scene.matters")+": "+t.Reason, ": ")
		}
		b.put(b.face(cardFace{b.written[i], w, own, natural[i].beyond}), Point{c.middle() - w/2, y + lanePad}, n)
		bottom = max(bottom, y+own)
	}
	return bottom + 2*lanePad
}

// cardWidth is the width of the card in the column: it does not follow a column
// that was stretched far beyond what cards need.
func (c Column) cardWidth() float64 { return max(c.card, min(c.W-columnGap, wideCard)) }

// middle is the x of the touchpoint in all lanes.
func (c Column) middle() float64 { return c.X + c.W/2 }

// cardWidth is a card in a width, points.
type cardWidth struct {
	*card
	width float64
}

// extents is what a card takes in a width, points.
type extents struct {
	height float64
	beyond float64 // how far a text that nothing breaks reaches beyond its place
}

func (b *builder) extents(c *card, width float64) extents {
	return b.known.heights.of(cardWidth{c, width}, func() extents {
		p := &Pen{fonts: b.Fonts}
		out := extents{}
		set := func(s string, f Font, room float64) float64 {
			lines := p.Wrap(s, f, room)
			for _, l := range lines {
				out.beyond = max(out.beyond, l.W*f.Size-room)
			}
			return float64(len(lines)) * f.Lead
		}
		w := width - 2*cardPad
		h := cardPad + 3 + set(c.title, cardFont, w) + cardPad
		if c.channel != "" {
			h += max(iconSize, set(c.channel, labelFont, w-iconSize-6)) + 5
		}
		for i, n := range c.notes {
			if i == 0 {
				h += 8
			}
			room, f := n.room()
			h += set(n.text, f, w-room)
		}
		if rows := c.actors.rows(w); rows > 0 {
			h += 6 + float64(rows)*(discSize+2)
		}
		out.height = h
		return out
	})
}

func (c *card) notesHeight(p *Pen, inner float64) float64 {
	h := 0.0
	for _, n := range c.notes {
		room, f := n.room()
		h += p.Height(n.text, f, inner-room)
	}
	return h
}

// iconOf names the icon of a channel: its own, or one that its name asks for.
func (b *builder) iconOf(ch *journey.Channel) string {
	if ch.Icon != "" {
		return ch.Icon
	}
	icon, ok := b.icons[ch.ID]
	if !ok {
		icon = resources.IconFor(ch.Name)
		b.icons[ch.ID] = icon
	}
	return icon
}

// perRow is the number of discs side by side in a width.
func (g *group) perRow(inner float64) int { return max(1, int((inner+2)/(discSize+2))) }

// rows is the number of rows that the discs take.
func (g *group) rows(inner float64) int {
	if g == nil {
		return 0
	}
	per := g.perRow(inner)
	return (len(g.discs) + per - 1) / per
}
