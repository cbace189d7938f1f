package scene

import (
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
	known   *memory
	m       *journey.Map
	s       *Scene
	stages  []journey.Stage
	journey []*journey.Touchpoint // in order; where they stand in m
	at      []int                 // of each touchpoint of journey: index in s.Columns
	written []*card               // of each touchpoint of journey
	column  map[journey.ID]int    // touchpoint -> index in s.Columns; see columnOf
	span    map[journey.ID]StageSpan
	rank    map[journey.ID]int    // stage -> place in the order, hidden ones counted
	hue     map[journey.ID]Color  // stage -> colour
	person  map[journey.ID]Color  // persona -> colour
	icons   map[journey.ID]string // channel -> icon by its name
	// boxWords is the width of a box that breaks no word, by touchpoint.
	boxWords map[journey.ID]float64
	scratch  []Op         // see pen
	stock    []marks      // see put
	lane     journey.Lane // that is drawn; none in header and footer
	mirror   float64      // see Pen
	width    float64      // of header and footer where there are no columns
	ribboned bool         // the ribbon of the drop-off is drawn

	lead journey.ID // the first persona; cards where she acts alone do not say so
}

// Build lays the map out. The same map and options give the same scene. The
// map may be changed afterwards; the scene keeps nothing of it but texts.
func Build(m *journey.Map, o Options) *Scene { return layOut(m, o, &memory{}) }

func layOut(m *journey.Map, o Options, known *memory) *Scene {
	b := newBuilder(m, o, known)
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
	b := newBuilder(m, o, &memory{})
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

func newBuilder(m *journey.Map, o Options, known *memory) *builder {
	b := &builder{
		Options: o, known: known, m: m, s: &Scene{Theme: o.Theme, Page: o.Theme.Page, RTL: m.RightToLeft()}, stages: m.StagesInOrder(), journey: slices.AppendSeq(make([]*journey.Touchpoint, 0, m.Touchpoints.Len()), m.Travel()),
		span: map[journey.ID]StageSpan{}, rank: map[journey.ID]int{}, hue: map[journey.ID]Color{}, person: map[journey.ID]Color{}, icons: map[journey.ID]string{},
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
	b.s.Nodes = make([]Node, 0, max(64+8*len(b.journey), b.known.nodes+b.known.nodes/64))
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
	b.known.nodes = len(b.s.Nodes)
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

// drawn copies the marks of a pen into a drawing, and frees its buffer.
func (b *builder) drawn(p *Pen) *drawing {
	d := p.drawing(slices.Clone(p.ops))
	if b.scratch == nil {
		b.scratch, p.ops = p.ops, nil
	}
	return d
}

// put makes a node of a drawing that stands at a place.
func (b *builder) put(d *drawing, at Point, n Node) {
	if len(b.stock) == 0 {
		b.stock = make([]marks, 512)
	}
	m := &b.stock[0]
	b.stock = b.stock[1:]
	m.drawing, m.at, m.mirror = d, at, b.mirror
	b.s.Nodes = append(b.s.Nodes, n)
	put := &b.s.Nodes[len(b.s.Nodes)-1] // a node is large to carry about
	put.Lane = b.lane.ID
	put.stand(m)
}

// add makes a node of marks that were drawn at their place.
func (b *builder) add(p *Pen, role Role, kind journey.Kind, id journey.ID) {
	if len(p.ops) > 0 {
		b.s.Nodes = append(b.s.Nodes, b.node(p, role, kind, id))
	}
}

func (b *builder) node(p *Pen, role Role, kind journey.Kind, id journey.ID) Node {
	n := Node{Ref: Ref{kind, id}, Role: role, Lane: b.lane.ID}
	n.stand(&marks{drawing: b.drawn(p), mirror: b.mirror})
	n.Stage = b.stageOf(n.Ref)
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
