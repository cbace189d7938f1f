package report

import (
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// The sizes a report is set in.
var (
	titleFont   = scene.Font{Style: text.Bold, Size: 20, Lead: 25}
	sectionFont = scene.Font{Style: text.Bold, Size: 11.5, Lead: 15}
	leadFont    = scene.Font{Style: text.Regular, Size: 9.5, Lead: 13}
	bodyFont    = scene.Font{Style: text.Regular, Size: 8, Lead: 10.5}
	strongFont  = scene.Font{Style: text.Semibold, Size: 8, Lead: 10.5}
	quoteFont   = scene.Font{Style: text.Italic, Size: 8, Lead: 10.5}
	smallFont   = scene.Font{Style: text.Regular, Size: 7, Lead: 9.2}
	headFont    = scene.Font{Style: text.Bold, Size: 6.8, Lead: 9}
)

// flow puts text and tables one under the other and begins a new page where
// one is full.
type flow struct {
	Options
	m     *journey.Map
	theme scene.Theme
	rtl   bool
	ink   scene.Color // of headings
	pages []*scene.Scene
	nodes []scene.Node
	y     float64
	row   int    // of the next row of a table
	again func() // draws what is repeated at the head of a page
	under heading

	stages  []journey.Stage     // in order, hidden ones too: a hue goes by the place among all
	oneLane bool                // all touchpoints are in one lane
	hurts   []journey.PainPoint // in order
}

func newFlow(m *journey.Map, o Options) *flow {
	all := m.StagesInOrder()
	m = shown(m, all)
	f := &flow{Options: o, m: m, stages: all, theme: o.Scene.Theme, rtl: m.RightToLeft(), hurts: m.PainPointsInOrder()}
	_, f.oneLane = onlyLane(m)
	f.ink = f.theme.Ink
	if o.Accent.A > 0 {
		f.ink = legible(o.Accent, f.theme)
	}
	return f
}

// shown returns the map without the stages that are hidden, and what they hold.
func shown(m *journey.Map, stages []journey.Stage) *journey.Map {
	ids := []journey.ID{""} // where all are hidden none is left
	for _, s := range stages {
		if !s.Hidden {
			ids = append(ids, s.ID)
		}
	}
	if len(ids) == len(stages)+1 {
		return m
	}
	return m.Excerpt(ids, nil)
}

func (f *flow) words(key string) string { return f.Scene.Words(key) }

func (f *flow) pen() *scene.Pen { return scene.NewPen(f.Scene.Fonts) }

func (f *flow) head() scene.Ref { return scene.Ref{Kind: journey.KindHead, ID: f.m.Head.ID} }

// full reports whether more pages were made than are wanted, or nobody wants
// them any more.
func (f *flow) full() bool {
	return f.Most > 0 && len(f.pages) > f.Most || f.Scene.Stop != nil && f.Scene.Stop()
}

// left is the height that is free on the page.
func (f *flow) left() float64 { return f.Size.Y - f.y }

// add appends the marks of a pen as a node.
func (f *flow) add(p *scene.Pen, role scene.Role, ref scene.Ref, row int) {
	n := p.Node(role, ref)
	if len(n.Ops()) > 0 {
		n.Row = row
		f.nodes = append(f.nodes, n)
	}
}

// turn ends the page and begins the next.
func (f *flow) turn() {
	s := scene.New(f.Size, f.theme, f.nodes)
	s.RTL = f.rtl
	f.pages = append(f.pages, s)
	f.nodes, f.y = nil, 0
	if f.again != nil {
		f.again()
	}
}

func (f *flow) done() []*scene.Scene {
	f.again = nil
	if f.Short {
		f.Size.Y = min(f.Size.Y, f.y)
	}
	if len(f.nodes) > 0 || len(f.pages) == 0 {
		f.turn()
	}
	return f.pages
}

// title begins a report: its name, and the map it is of.
func (f *flow) title(key string) {
	f.block(f.words(key), titleFont, f.ink, scene.RoleHeading)
	name := strings.TrimSpace(f.m.Head.Title)
	if name == "" {
		name = f.words("scene.untitled")
	}
	f.block(name, leadFont, f.theme.Muted, scene.RoleParagraph)
	f.y += 8
	f.again = func() { f.running(f.words(key) + " " + f.words("page.continued")) }
}

// running heads a further page.
func (f *flow) running(s string) {
	p := f.pen()
	f.line(p, p.Wrap(s, strongFont, f.Size.X), strongFont, scene.Rect{W: f.Size.X}, f.theme.Muted)
	f.add(p, scene.RoleParagraph, f.head(), 0)
	f.y = strongFont.Lead + 6
}

// paragraph is running text.
func (f *flow) paragraph(s string) {
	f.block(s, leadFont, f.theme.Ink, scene.RoleParagraph)
	f.y += 6
}

// block sets a text over the width, on further pages where it is long.
func (f *flow) block(s string, font scene.Font, c scene.Color, role scene.Role) {
	p := f.pen()
	for lines := p.Wrap(s, font, f.Size.X); len(lines) > 0 && !f.full(); {
		n := min(int(f.left()/font.Lead), len(lines))
		if n < 1 && f.y > 0 && len(f.nodes) > 0 {
			f.turn()
			continue
		}
		n = max(n, 1)
		f.line(p, lines[:n], font, scene.Rect{Y: f.y, W: f.Size.X}, c)
		f.add(p, role, f.head(), 0)
		p = f.pen()
		f.y += float64(n) * font.Lead
		if lines = lines[n:]; len(lines) > 0 {
			f.turn()
		}
	}
}

// line draws lines one under the other from the top of r, at its left end or,
// of what is written from the right, at its right end.
func (f *flow) line(p *scene.Pen, lines []*text.Line, font scene.Font, r scene.Rect, c scene.Color) {
	for _, l := range lines {
		x := r.X
		if f.rtl || l.RTL {
			x = r.Right() - l.W*font.Size
		}
		p.Line(l, font, x, r.Y, c)
		r.Y += font.Lead
	}
}

// place mirrors a rectangle where the map runs from the right.
func (f *flow) place(r scene.Rect) scene.Rect {
	if f.rtl {
		r.X = f.Size.X - r.Right()
	}
	return r
}
