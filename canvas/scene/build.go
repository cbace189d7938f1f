package scene

import (
	"math"
	"slices"

	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// Options say how a map is laid out.
type Options struct {
	Theme Theme
	Fonts *text.Fonts
	Words func(key string) string // the texts the program adds, by key of resources
	// Width is how wide the map shall be at least, in points with its margins:
	// wider columns fill a page that is wider than the map. 0 is as the texts ask.
	Width float64
	// Imprint stands at the end of the footer; empty is the name of the program.
	Imprint string
	// Stop is asked between the lanes: where it says so the rest is left out, for
	// nobody waits for it any more. nil never stops.
	Stop func() bool
}

// Distances of the page in points.
const (
	margin     = 48.0
	labelWidth = 142.0 // from the margin to the first column
	labelText  = 126.0 // width of the text in it
	columnGap  = 10.0
	cardPad    = 9.5 // from the edge of a card to its text
	minColumn  = 98.0
	maxColumn  = 420.0
	oneLine    = 86.0   // a note at the foot of a card stays on one line up to this
	wideCard   = 222.0  // a stretched column widens its card up to this
	minBody    = 1000.0 // the columns together are at least this wide
	minStage   = 152.0
	lanePad    = 12.0
)

// builder carries what the parts of the layout share.
type builder struct {
	Options
	m       *journey.Map
	s       *Scene
	stages  []journey.Stage
	journey []journey.Touchpoint // in order
	column  map[journey.ID]int   // touchpoint -> index in s.Columns
	span    map[journey.ID]StageSpan
	rank    map[journey.ID]int    // stage -> place in the order, hidden ones counted
	hue     map[journey.ID]Color  // stage -> colour
	person  map[journey.ID]Color  // persona -> colour
	icons   map[journey.ID]string // channel -> icon by its name
	// boxWords is the width of a box that breaks no word, by touchpoint.
	boxWords map[journey.ID]float64
	scratch  []Op         // see pen
	lane     journey.Lane // that is drawn; none in header and footer
	mirror   float64      // see Pen
	width    float64      // of header and footer where there are no columns

	lead journey.ID // the first persona; cards where she acts alone do not say so
}

// Build lays the map out. The same map and options give the same scene. The
// map may be changed afterwards; the scene keeps nothing of it but texts.
func Build(m *journey.Map, o Options) *Scene {
	b := newBuilder(m, o)
	b.columns()
	if b.s.RTL {
		b.mirror = b.right() + margin
	}
	y := b.header(margin)
	top := y
	y = b.chevrons(y)
	for i, l := range visible(m.LanesInOrder()) {
		if b.stopped() {
			break
		}
		b.lane = l
		y = b.band(l, i, y)
	}
	b.lane = journey.Lane{}
	b.s.Body = Rect{margin, top, b.right() - margin, y - top}
	b.s.Left = b.left()
	y = b.footer(y)
	b.finish(Point{b.right() + margin, y + margin*0.6})
	if b.s.RTL {
		b.turn()
	}
	return b.s
}

func (b *builder) stopped() bool { return b.Stop != nil && b.Stop() }

// Heading lays out what stands above the stages (title, personas, mission and
// success) at a width of its own in points; Body says where they lie.
func Heading(m *journey.Map, o Options, width float64) *Scene {
	return alone(m, o, width, func(b *builder) float64 { return b.header(0) })
}

// Legend lays out what stands below the lanes (signs, version, key figures) at a
// width of its own in points; Body says where they lie.
func Legend(m *journey.Map, o Options, width float64) *Scene {
	return alone(m, o, width, func(b *builder) float64 { return b.footer(0) })
}

// alone draws a part of the map. It keeps the margin it has there; Body says
// where it lies.
func alone(m *journey.Map, o Options, width float64, draw func(*builder) float64) *Scene {
	b := newBuilder(m, o)
	b.width = margin + width
	if b.s.RTL {
		b.mirror = b.width
	}
	b.finish(Point{b.width, draw(b)})
	b.s.Body = Rect{margin, 0, width, b.s.Size.Y}
	if b.s.RTL {
		b.turn()
	}
	return b.s
}

func newBuilder(m *journey.Map, o Options) *builder {
	b := &builder{
		Options: o, m: m, s: &Scene{Theme: o.Theme, Page: o.Theme.Page, RTL: m.RightToLeft()}, stages: m.StagesInOrder(), journey: m.Journey(),
		column: map[journey.ID]int{}, span: map[journey.ID]StageSpan{}, rank: map[journey.ID]int{}, hue: map[journey.ID]Color{}, person: map[journey.ID]Color{}, icons: map[journey.ID]string{},
	}
	for i, st := range b.stages {
		b.rank[st.ID] = i
		b.hue[st.ID] = o.Theme.Stages[i%len(o.Theme.Stages)]
		if c, ok := parseColor(st.Color); ok {
			b.hue[st.ID] = c
		}
	}
	b.leaveOut()
	b.personaHues()
	b.s.Nodes = make([]Node, 0, 64+8*len(b.journey))
	b.s.Nodes = append(b.s.Nodes, Node{Role: RolePage}) // filled in when the height is known
	return b
}

// finish gives the scene its size and paper.
func (b *builder) finish(size Point) {
	b.s.Size = size
	p := b.pen()
	p.Rect(Rect{0, 0, size.X, size.Y}, 0, b.Theme.Page)
	b.s.Nodes[0] = b.node(p, RolePage, journey.KindHead, b.m.Head.ID)
	b.s.grid = newGrid(size, b.s.Nodes)
}

func visible(lanes []journey.Lane) []journey.Lane {
	var out []journey.Lane
	for _, l := range lanes {
		if !l.Hidden {
			out = append(out, l)
		}
	}
	return out
}

// pen returns a pen that draws into the builder's one buffer where it is free;
// add copies the marks out and frees it.
func (b *builder) pen() *Pen {
	p := &Pen{fonts: b.Fonts, ops: b.scratch[:0], mirror: b.mirror}
	b.scratch = nil
	return p
}

// add makes a node of the marks.
func (b *builder) add(p *Pen, role Role, kind journey.Kind, id journey.ID) {
	if len(p.ops) == 0 {
		return
	}
	b.s.Nodes = append(b.s.Nodes, b.node(p, role, kind, id))
}

func (b *builder) node(p *Pen, role Role, kind journey.Kind, id journey.ID) Node {
	ops := slices.Clone(p.ops)
	if b.scratch == nil {
		b.scratch, p.ops = p.ops, nil
	}
	n := Node{Ref: Ref{kind, id}, Role: role, Lane: b.lane.ID}
	n.stand(&marks{drawing: p.drawing(ops), mirror: b.mirror})
	n.Stage = b.stageOf(n.Ref)
	n.Alt = b.alt(n)
	return n
}

func (b *builder) left() float64 { return margin + labelWidth }

func (b *builder) right() float64 {
	if n := len(b.s.Columns); n > 0 {
		c := b.s.Columns[n-1]
		return c.X + c.W
	}
	if b.width > 0 {
		return b.width
	}
	return b.left() + minBody
}

// columns gives each touchpoint a column as wide as its texts ask for, and each
// stage without touchpoints an empty one. Narrow maps are stretched to minBody.
func (b *builder) columns() {
	b.measureBoxes()
	byStage := map[journey.ID][]journey.Touchpoint{}
	for _, t := range b.journey {
		byStage[t.Stage] = append(byStage[t.Stage], t)
	}
	total := 0.0
	for _, st := range b.stages {
		first := len(b.s.Columns)
		width := 0.0
		for _, t := range byStage[st.ID] {
			b.column[t.ID] = len(b.s.Columns)
			w := b.columnWidth(t)
			b.s.Columns = append(b.s.Columns, Column{Stage: st.ID, Touchpoint: t.ID, W: w, card: w - columnGap})
			width += w
		}
		if len(byStage[st.ID]) == 0 {
			b.s.Columns = append(b.s.Columns, Column{Stage: st.ID})
		}
		if need := b.stageWidth(st); width < need {
			n := float64(len(b.s.Columns) - first)
			for i := first; i < len(b.s.Columns); i++ {
				b.s.Columns[i].W += (need - width) / n
			}
			width = need
		}
		total += width
	}
	b.stretch(max(0, max(minBody, b.Width-b.left()-margin)-total))
	x := b.left()
	for i := range b.s.Columns {
		c := &b.s.Columns[i]
		c.X = x
		x += c.W
		sp, ok := b.span[c.Stage]
		if !ok {
			sp = StageSpan{Stage: c.Stage, X: c.X}
		}
		sp.W = x - sp.X
		b.span[c.Stage] = sp
	}
	for _, st := range b.stages {
		b.s.Stages = append(b.s.Stages, b.span[st.ID])
	}
}

// columnWidth is wide enough for the longest word of the card and grows with
// the amount of text, so that long texts do not make towers.
func (b *builder) columnWidth(t journey.Touchpoint) float64 {
	p := &Pen{fonts: b.Fonts}
	inner := 0.0
	if ch, ok := b.m.Channels.Get(t.Channel); ok {
		inner = max(inner, iconSize+6+b.Fonts.Widest(ch.Name, labelFont.Style)*labelFont.Size)
	}
	for _, l := range b.cardNotes(t) {
		room, f := l.room()
		inner = max(inner, room+b.Fonts.Widest(l.text, f.Style)*f.Size, min(room+p.Width(l.text, f)+0.5, oneLine))
	}
	inner = max(inner, b.Fonts.Widest(t.Title, cardFont.Style)*cardFont.Size, balanced(p, t.Title, cardFont))
	inner = max(inner, b.boxWords[t.ID]-2*cardPad)
	width := min(max(math.Ceil(inner)+2*cardPad+columnGap, minColumn), maxColumn)
	p.Wrap(t.Title, cardFont, width-columnGap-2*cardPad) // as the card will, while the title is shaped
	return width
}

// balanced returns the width at which s fills a block about two thirds as tall
// as it is wide.
func balanced(p *Pen, s string, f Font) float64 {
	return math.Sqrt(1.5 * p.fonts.About(s, f.Style) * f.Size * f.Lead)
}

// stageWidth is what the name of the stage and its texts ask for.
func (b *builder) stageWidth(st journey.Stage) float64 {
	p := &Pen{fonts: b.Fonts}
	w := b.Fonts.Widest(st.Name, stageFont.Style)*stageFont.Size + 2*chevronPad
	w = max(w, balanced(p, st.Goal, bodyFont)+20, balanced(p, st.Expectation, bodyFont)+20)
	return max(min(max(w, minStage), 420), min(st.Width, journey.MaxSize))
}
