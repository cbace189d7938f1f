package scene

import (
	"strings"

	"touchline.app/journey"
)

// laneTint is how much of its colour the ground of a lane has: the texts on it stay
// legible whatever the colour.
const laneTint = 0.1

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
	h := max(bottom-y, label+2*lanePad, 34, min(l.Height, journey.MaxSize))
	band := Rect{margin, y, b.right() - margin, h}
	face := b.Theme.Page
	if index%2 == 1 {
		face = b.Theme.Band
	}
	if c, ok := parseColor(l.Color); ok {
		face = mix(b.Theme.Page, c, laneTint)
	}
	p.Rect(band, 0, face)
	p.Rect(Rect{band.X, band.Y, band.W, 1}, 0, b.Theme.Hairline)
	ty := p.Field("Name", name, laneFont, margin, y+lanePad, width, b.Theme.Ink)
	p.Field("Subtitle", subtitle, smallFont, margin, ty, width, legible(b.Theme.Muted, face, b.Theme.Ink))
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
	cols := b.stageColumns()
	depth := make([]float64, len(b.s.Columns))
	for _, st := range b.stages {
		p := b.pen()
		sp := b.span[st.ID]
		ty := p.Field("Goal", st.Goal, bodyFont, sp.X+12, y+lanePad, sp.W-24, b.Theme.Ink)
		if st.Expectation != "" {
			ty = p.Field("Expectation", b.Words("scene.expects")+" "+st.Expectation, smallFont, sp.X+12, ty+2, sp.W-24, b.Theme.Muted)
		}
		b.add(p, RoleCell, journey.KindStage, st.ID)
		for i := cols[st.ID][0]; i < cols[st.ID][1]; i++ {
			depth[i] = ty
		}
		bottom = max(bottom, ty)
	}
	return max(bottom+lanePad, b.notesBelow(l, y, depth))
}

// notes draws the notes of a lane from top down.
func (b *builder) notes(l journey.Lane, y, top float64) float64 {
	depth := make([]float64, len(b.s.Columns))
	for i := range depth {
		depth[i] = top
	}
	return b.notesBelow(l, y, depth)
}

// noteWidth is what a note of one touchpoint asks for: it goes on over the columns
// of its stage until it is this wide.
const noteWidth = 150.0

// notesBelow draws the notes of a lane, each below what its columns hold already.
func (b *builder) notesBelow(l journey.Lane, y float64, depth []float64) float64 {
	bottom := y
	cols := b.stageColumns()
	for _, n := range b.m.NotesInOrder() {
		if n.Lane != l.ID || strings.TrimSpace(n.Text) == "" {
			continue
		}
		e, ok := b.extent(cols, n.Stage, n.Touchpoint, n.Reach)
		if !ok {
			continue // its stage is not shown
		}
		for !e.reaches && b.across(e) < noteWidth && e.end < cols[n.Stage][1] {
			e.end++
		}
		top := 0.0
		for _, d := range depth[e.first:e.end] {
			top = max(top, d)
		}
		p := b.pen()
		f, s := bodyFont, n.Text
		if l.Type == journey.LaneThoughts {
			f, s = quoteFont, quoted(n.Text)
		}
		ty := p.Field("Text", s, f, b.s.Columns[e.first].X+12, top, b.across(e)-24, b.Theme.Ink)
		if e.reaches {
			b.reachRule(p, e, ty)
			ty += 4
		}
		b.add(p, RoleCell, journey.KindNote, n.ID)
		for i := e.first; i < e.end; i++ {
			depth[i] = ty + 6
		}
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
