package scene

import (
	"strings"

	"touchline.app/journey"
)

// band draws one lane from y and returns the y below it.
func (b *builder) band(l journey.Lane, index int, y float64) float64 {
	at := len(b.s.Nodes)
	b.s.Nodes = append(b.s.Nodes, Node{}) // the band, drawn under its content
	bottom := b.content(l, y)
	p := b.pen()
	width := labelText
	if l.Type == journey.LaneEmotion {
		width = labelText - b.axisWidth()
	}
	name := l.Name
	if strings.TrimSpace(name) == "" {
		name = b.Words("lane." + string(l.Type))
	}
	subtitle := l.Subtitle
	if subtitle == "" && name == b.Words("lane."+string(l.Type)) {
		subtitle = b.optional("lane." + string(l.Type) + ".subtitle")
	}
	label := p.Height(name, laneFont, width) + p.Height(subtitle, smallFont, width)
	h := max(bottom-y, label+2*lanePad, 34)
	band := Rect{margin, y, b.right() - margin, h}
	face := b.Theme.Page
	if index%2 == 1 {
		face = b.Theme.Band
	}
	p.Rect(band, 0, face)
	p.Rect(Rect{band.X, band.Y, band.W, 1}, 0, b.Theme.Hairline)
	ty := p.Field("Name", name, laneFont, margin, y+lanePad, width, b.Theme.Ink)
	p.Field("Subtitle", subtitle, smallFont, margin, ty, width, b.Theme.Muted)
	b.s.Nodes[at] = b.node(p, RoleLane, journey.KindLane, l.ID)
	b.s.Bands = append(b.s.Bands, Band{Lane: l.ID, Name: name, Type: l.Type, Rect: band})
	return y + h
}

// optional returns the text of a key, or nothing where there is none.
func (b *builder) optional(key string) string {
	if s := b.Words(key); s != key {
		return s
	}
	return ""
}

// content draws what the lane holds and returns the y below it.
func (b *builder) content(l journey.Lane, y float64) float64 {
	switch l.Type {
	case journey.LaneTouchpoints:
		return b.cards(l, y)
	case journey.LaneEmotion:
		return b.emotion(y)
	case journey.LaneGap:
		return b.gaps(y)
	case journey.LaneEvidence:
		return b.evidence(y)
	case journey.LaneGoals:
		return b.goals(l, y)
	case journey.LanePainPoints:
		return b.painPoints(l, y)
	case journey.LaneOpportunities:
		return b.opportunities(l, y)
	case journey.LaneMetrics:
		return b.metrics(l, y)
	case journey.LaneStatus:
		return b.statuses(y)
	case journey.LaneThoughts, journey.LaneBackstage, journey.LaneText:
		return b.notes(l, y, y+lanePad)
	}
	return y
}

// goals draws each stage's goal and expectation and the notes of the lane.
func (b *builder) goals(l journey.Lane, y float64) float64 {
	bottom := y
	below := map[journey.ID]float64{}
	for _, st := range b.stages {
		p := b.pen()
		sp := b.span[st.ID]
		ty := p.Field("Goal", st.Goal, bodyFont, sp.X+12, y+lanePad, sp.W-24, b.Theme.Ink)
		if st.Expectation != "" {
			ty = p.Field("Expectation", b.Words("scene.expects")+" "+st.Expectation, smallFont, sp.X+12, ty+2, sp.W-24, b.Theme.Muted)
		}
		b.add(p, RoleCell, journey.KindStage, st.ID)
		below[st.ID] = ty
		bottom = max(bottom, ty)
	}
	return max(bottom+lanePad, b.notesBelow(l, y, below))
}

// notes draws the notes of a lane, stage by stage, from top down.
func (b *builder) notes(l journey.Lane, y, top float64) float64 {
	below := map[journey.ID]float64{}
	for _, st := range b.stages {
		below[st.ID] = top
	}
	return b.notesBelow(l, y, below)
}

func (b *builder) notesBelow(l journey.Lane, y float64, below map[journey.ID]float64) float64 {
	bottom := y
	for _, n := range b.m.NotesInOrder() {
		sp, ok := b.span[n.Stage]
		if n.Lane != l.ID || !ok || strings.TrimSpace(n.Text) == "" {
			continue
		}
		p := b.pen()
		f, s := bodyFont, n.Text
		if l.Type == journey.LaneThoughts {
			f, s = quoteFont, quoted(n.Text)
		}
		ty := p.Field("Text", s, f, sp.X+12, below[n.Stage], sp.W-24, b.Theme.Ink)
		b.add(p, RoleCell, journey.KindNote, n.ID)
		below[n.Stage] = ty + 6
		bottom = max(bottom, ty+lanePad)
	}
	return bottom
}

// statuses draws who the customer is to the brand, an arrow over the stages in
// which she stays the same.
func (b *builder) statuses(y float64) float64 {
	bottom := y
	for i := 0; i < len(b.stages); {
		text := b.statusText(b.stages[i])
		j := i + 1
		for j < len(b.stages) && text != "" && b.statusText(b.stages[j]) == text {
			j++
		}
		if text != "" {
			first, last := b.span[b.stages[i].ID], b.span[b.stages[j-1].ID]
			p := b.pen()
			x, end := first.X+8, last.X+last.W-8
			ty := p.Block(text, labelFont, x, y+lanePad-2, end-x, b.Theme.Ink) + 5
			arrow := Path(nil).Move(x, ty).Line(end, ty).Move(end-5, ty-3.5).Line(end, ty).Line(end-5, ty+3.5)
			p.Stroke(arrow, Stroke{Color: mix(b.Theme.Page, b.Theme.Muted, 0.55), Width: 1.2})
			b.add(p, RoleCell, journey.KindStage, b.stages[i].ID)
			bottom = max(bottom, ty+lanePad-2)
		}
		i = j
	}
	return bottom
}

// statusText names the status of a stage and where its touchpoints lead.
func (b *builder) statusText(st journey.Stage) string {
	word := func(s journey.CustomerStatus) string { return b.Words("status." + string(s)) }
	var parts []string
	if st.Status != "" {
		parts = append(parts, word(st.Status))
	}
	for _, t := range b.journey {
		if t.Stage == st.ID && t.Status != "" && (len(parts) == 0 || parts[len(parts)-1] != word(t.Status)) {
			parts = append(parts, word(t.Status))
		}
	}
	return strings.Join(parts, " → ")
}
