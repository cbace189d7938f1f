package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas"
	"touchline.app/canvas/scene"
)

// twins are two maps side by side. What is seen of one is seen of the other.
type twins struct {
	boards [2]*canvas.Board
	scenes [2]*scene.Scene
	fields [2]*scenery
	busy   bool // one follows the other
	object fyne.CanvasObject
}

// both shows the two maps of a comparison side by side.
func (m *memory) both(c *comparing) {
	if m.twins == nil {
		m.twins = newTwins(m)
		m.mid.Objects = []fyne.CanvasObject{m.mid.Objects[0], m.twins.object, m.float}
		m.mid.Refresh()
	}
	m.twins.show(m, c)
}

// alone shows the board again.
func (m *memory) alone() {
	if m.twins == nil {
		return
	}
	m.mid.Objects = []fyne.CanvasObject{m.mid.Objects[0], m.float}
	m.twins = nil
	m.mid.Refresh()
}

func newTwins(m *memory) *twins {
	p := &twins{}
	halves := make([]fyne.CanvasObject, 2)
	for i := range p.boards {
		b := canvas.New(canvas.Options{ReadOnly: true, OnUI: m.e.onUI})
		b.OnKey = m.e.typedKey
		b.OnView = func(float64) { p.follow(i) }
		p.boards[i] = b
		title := kit.NewInk(say.Text([]string{"compare.before", "compare.after"}[i]), 13, kit.Bold, "foreground")
		halves[i] = kit.Framed(kit.NewPlate(look.Panel, "", 0, kit.Inset(5, 12, 5, 12, title)), nil, nil, nil, b)
	}
	p.object = kit.NewPlate("background", "", 0, container.New(layout.NewGridLayoutWithColumns(2), halves...))
	return p
}

// show lays both maps out, with their marks.
func (p *twins) show(m *memory, c *comparing) {
	for i, of := range []int{0, 1} {
		which := c.of.Before
		if of == 1 {
			which = c.of.After
		}
		p.fields[i] = newScenery(m.e.onUI, m.e.MapTheme(), func(s *scene.Scene) {
			if m.compare == c {
				p.scenes[i] = s
				p.boards[i].SetScene(s.Marked(c.marks(i == 1)))
			}
		})
		p.fields[i].draw(which)
	}
}

// follow shows on the other board what one shows.
func (p *twins) follow(i int) {
	other := p.boards[1-i]
	if p.busy || other == nil || other.Scene() == nil || p.boards[i].Size().Width <= 0 {
		return
	}
	p.busy = true
	other.Return(p.boards[i].Seen(), false)
	p.busy = false
}

// goTo shows a row on both boards, where it is there; the one it is on leads.
func (p *twins) goTo(r scene.Ref) {
	for i, b := range p.boards {
		b.Select(r)
		p.busy = i == 0 && hasNode(p.scenes[1], r)
		revealOn(b, p.scenes[i], r)
		p.busy = false
	}
}

func hasNode(s *scene.Scene, r scene.Ref) bool {
	if s == nil {
		return false
	}
	_, ok := s.NodeOf(r, standsAs[r.Kind])
	return ok
}

// revealOn brings a row into view, large enough to be read.
func revealOn(b *canvas.Board, s *scene.Scene, r scene.Ref) {
	if s == nil {
		return
	}
	n, ok := s.NodeOf(r, standsAs[r.Kind])
	if !ok {
		return
	}
	const readable = 0.35
	if b.Zoom() < readable {
		b.ZoomTo(2 * readable)
	}
	b.Reveal(n.Bounds)
}
