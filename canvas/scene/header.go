package scene

import (
	"strings"
	"unicode/utf8"

	"touchline.app/journey"
)

const personaWidth = 380.0

// header draws title, scenario, personas, mission and success, and returns the y below.
func (b *builder) header(y float64) float64 {
	boxes, chips := b.personas()
	textWidth := b.right() - margin
	if len(boxes) > 0 {
		textWidth -= personaWidth + 40
	}
	p := b.pen()
	title, ink := b.m.Head.Title, b.Theme.Ink
	if strings.TrimSpace(title) == "" {
		title, ink = b.Words("scene.untitled"), b.Theme.Muted
	}
	bottom := p.Field("Title", title, titleFont, margin, y-6, textWidth, ink)
	if b.m.Head.Scenario != "" {
		bottom = p.Field("Scenario", b.m.Head.Scenario, leadFont, margin, bottom+2, textWidth, b.Theme.Muted)
	}
	b.add(p, RoleHeader, journey.KindHead, b.m.Head.ID)
	if len(chips) > 0 {
		bottom = b.personaChips(chips, bottom+6, margin+textWidth)
	}
	side := y - 4
	for _, per := range boxes {
		side = b.personaBox(per, b.right()-personaWidth, side) + 8
	}
	bottom = max(bottom, side) + 4
	return b.statements(bottom) + 14
}

// personas splits those with something to say, who get a box, from the rest.
func (b *builder) personas() (boxes, chips []journey.Persona) {
	for _, p := range b.m.PersonasInOrder() {
		if !p.Employee && (p.Line != "" || p.Quote != "" || p.Goals != "") {
			boxes = append(boxes, p)
		} else {
			chips = append(chips, p)
		}
	}
	return boxes, chips
}

func (b *builder) personaBox(per journey.Persona, x, y float64) float64 {
	p := b.pen()
	const inner = 74.0
	width := personaWidth - inner - 14
	named := parts{{field: "Name", text: per.Name}, {field: "Line", text: per.Line}}
	name := named.String()
	h := p.Height(name, strongFont, width)
	quote := quoted(per.Quote)
	h += p.Height(quote, quoteFont, width) + p.Height(per.Goals, smallFont, width)
	h = max(h+24, 72)
	p.Rect(Rect{x, y, personaWidth, h}, 10, b.Theme.Band)
	b.disc(p, b.discOf(per), x+36, y+36, 24)
	ty := y + (h-(p.Height(name, strongFont, width)+p.Height(quote, quoteFont, width)+p.Height(per.Goals, smallFont, width)))/2
	ty = p.parts(named, strongFont, x+inner, ty, width, b.Theme.Ink)
	if quote != "" {
		ty = p.Field("Quote", quote, quoteFont, x+inner, ty, width, b.Theme.Muted)
	}
	if per.Goals != "" {
		p.Field("Goals", per.Goals, smallFont, x+inner, ty, width, b.Theme.Muted)
	}
	b.add(p, RolePersona, journey.KindPersona, per.ID)
	return y + h
}

// disc stands for a persona. One that there is not has no initials.
type disc struct {
	initials string
	color    Color
}

func (b *builder) discOf(per journey.Persona) disc { return disc{initials(per), b.person[per.ID]} }

// disc draws the persona's initials in a circle.
func (b *builder) disc(p *Pen, d disc, x, y, r float64) {
	p.Rect(Rect{x - r, y - r, 2 * r, 2 * r}, r, mix(b.Theme.Page, d.color, 0.2))
	f := Font{captionFont.Style, r * 0.7, r}
	if r < 16 { // as large as the smallest of the other texts, to be read on paper
		f.Size = r * 0.88
	}
	l := p.fonts.Line(d.initials, f.Style)
	if w := l.W * f.Size; w > 1.7*r {
		f.Size *= 1.7 * r / w
	}
	p.Line(l, f, x-l.W*f.Size/2, y-f.Lead/2, legible(mix(d.color, b.Theme.Ink, 0.45), mix(b.Theme.Page, d.color, 0.2), b.Theme.Ink))
}

// personaHues gives each persona her own colour, or one of the theme in turn.
func (b *builder) personaHues() {
	for i, per := range b.m.PersonasInOrder() {
		if i == 0 {
			b.lead = per.ID
		}
		b.person[per.ID] = b.Theme.Stages[i%len(b.Theme.Stages)]
		if c, ok := parseColor(per.Color); ok {
			b.person[per.ID] = c
		}
	}
}

func initials(p journey.Persona) string {
	if p.Initials != "" {
		return firstRunes(p.Initials, 3)
	}
	var out string
	for _, w := range strings.Fields(p.Name) {
		if utf8.RuneCountInString(out) < 2 {
			out += strings.ToUpper(firstRunes(w, 1))
		}
	}
	return out
}

func firstRunes(s string, n int) string {
	rs := []rune(s)
	return string(rs[:min(n, len(rs))])
}

// personaChips lists employees and the personas with little to say, in rows up to
// the given x.
func (b *builder) personaChips(chips []journey.Persona, y, right float64) float64 {
	x := margin
	limit := right - margin
	for _, per := range chips {
		p := b.pen()
		named := parts{{field: "Name", text: per.Name}, {field: "Line", text: per.Line}}
		name := named.String()
		w := min(p.Width(name, smallFont), limit-41)
		h := max(p.Height(name, smallFont, max(w, 1)+0.5), 20)
		if x+w+33 > right && x > margin {
			x, y = margin, y+30
		}
		b.disc(p, b.discOf(per), x+12.5, y+10, 12.5)
		p.parts(named, smallFont, x+31, y+3, w+0.5, b.Theme.Muted)
		b.add(p, RolePersona, journey.KindPersona, per.ID)
		x += w + 47
		if h > 26 {
			x, y = margin, y+h
		}
	}
	return y + 30
}

// statements draws mission, success and overall expectation side by side.
func (b *builder) statements(y float64) float64 {
	type statement struct{ key, field, text string }
	var list []statement
	for _, s := range []statement{{"scene.mission", "Mission", b.m.Head.Mission}, {"scene.success", "Success", b.m.Head.Success}, {"scene.expectation", "Expectation", b.m.Head.Expectation}} {
		if strings.TrimSpace(s.text) != "" {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return y
	}
	width := (b.right() - margin) / float64(len(list))
	bottom := y
	p := b.pen()
	for i, s := range list {
		x := margin + float64(i)*width
		caption := strings.ToUpper(b.Words(s.key))
		w := p.One(caption, captionFont, x, y+1.5, b.Theme.Muted)
		bottom = max(bottom, p.Field(s.field, s.text, bodyFont, x+w+12, y, width-w-36, b.Theme.Ink))
	}
	b.add(p, RoleHeader, journey.KindHead, b.m.Head.ID)
	return bottom
}

// quoted returns s in quotation marks, or nothing.
func quoted(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(firstRunes(s, 1), "“\"«„‘") {
		return s
	}
	return "“" + s + "”"
}
