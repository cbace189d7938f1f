package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"touchline.app/app/inspector"
	"touchline.app/app/kit"
	"touchline.app/app/look"
)

// memory is what a window shows besides the map as it is now: how it was, how
// others have it, and what is left to settle.
type memory struct {
	e       *editor
	now     func() time.Time
	pane    pane // in place of the inspector; nil: the inspector
	looking *looking
	compare *comparing // nil: nothing is compared
	settle  *settling
	wanted  int // counts what was asked for: what comes late is dropped
	copies  *copies
	cover   *coverageBadge
	box     *fyne.Container // the pane, over the place of the inspector
	float   *fyne.Container // lines over the top of the map
	sign    *lookingSign
	mid     *fyne.Container // the middle of the window
	twins   *twins          // two maps side by side; nil: one board
	field   *scenery        // lays out what is looked at; nil before the first
	news    int             // counts what came from elsewhere
}

// pane is a list beside the map.
type pane interface {
	object() fyne.CanvasObject
	focus() fyne.Focusable // nil: it takes no keys
	changed()              // the map, or its file, is another
	left()                 // another pane, or none, takes its place
}

func newMemory(e *editor) *memory {
	m := &memory{e: e, now: time.Now, box: container.NewStack()}
	m.sign = newLookingSign(m)
	m.float = container.New(&floating{edge: 10, gap: 6}, m.sign.object, e.banner.Object)
	m.settle = newSettling(m)
	m.copies = newCopies(m)
	m.box.Hide()
	m.cover = newCoverageBadge(e)
	e.status.extra.Add(m.settle.badge)
	e.status.extra.Add(m.cover.button)
	return m
}

// beside returns the right side of the window: the inspector, or a pane.
func (m *memory) beside(inspector fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&instead{m.shares}, inspector, m.box)
}

// shares reports whether the pane that is open leaves the inspector half the place.
func (m *memory) shares() bool {
	s, ok := m.pane.(interface{ shares() bool })
	return ok && s.shares()
}

// over returns the middle of the window with what lies over its top, so that
// nothing moves when a line comes or goes.
func (m *memory) over(middle fyne.CanvasObject) fyne.CanvasObject {
	m.mid = container.NewStack(middle, m.float)
	return m.mid
}

// open shows a pane and gives it the keys.
func (m *memory) open(p pane) {
	if m.pane != nil && m.pane != p {
		m.pane.left()
	}
	m.pane = p
	m.box.Objects = []fyne.CanvasObject{p.object()}
	m.box.Show()
	m.e.board.Steady(m.e.sides.Refresh)
	if f := p.focus(); f != nil {
		m.e.win.Canvas().Focus(f)
	}
	m.e.refreshActions()
}

// close shows the inspector again.
func (m *memory) close() {
	p := m.pane
	if p == nil {
		return
	}
	m.pane = nil
	p.left()
	m.box.Hide()
	m.box.Objects = nil
	m.e.board.Steady(m.e.sides.Refresh)
	m.e.focusMap()
	m.e.refreshActions()
}

// closes reports whether it closed the pane that was open.
func (m *memory) closes() bool {
	if m == nil || m.pane == nil {
		return false
	}
	m.close()
	return true
}

// changed hears that the map is another.
func (m *memory) changed() {
	m.cover.changed()
	if m.pane != nil {
		m.pane.changed()
	}
}

// pane frames a list: its title, a cross, what stands over the list and under it.
func (m *memory) frame(title string, top, list, bottom fyne.CanvasObject) fyne.CanvasObject {
	shut := kit.NewPress("×", "", m.close)
	head := kit.Framed(nil, nil, nil, shut, container.New(kit.Centred{}, kit.NewInk(title, 14, kit.Bold, "foreground").Narrow(40)))
	return container.New(kit.Fixed{Width: inspector.Width}, kit.NewPlate(look.Panel, "", 0, kit.Framed(nil, nil, kit.Hairline(), nil,
		kit.Framed(kit.Inset(8, 6, 4, 16, kit.Stack(6, head, kit.Inset(0, 10, 0, 0, top))), bottom, nil, nil, list))))
}

// instead shows its last object in place of the first, where it is to be seen. It
// keeps the first one's width, so that the map stays where it is. Where they share
// the place, the last one has the upper half.
type instead struct{ shared func() bool }

// Layout implements fyne.Layout.
func (l *instead) Layout(os []fyne.CanvasObject, s fyne.Size) {
	top := float32(0)
	if l.shared() && os[0].Visible() {
		top = s.Height / 2
	}
	for i, o := range os {
		at, size := fyne.NewPos(0, 0), s
		switch {
		case top > 0 && i == 0:
			at.Y, size.Height = top, s.Height-top
		case top > 0:
			size.Height = top
		}
		o.Move(at)
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (*instead) MinSize(os []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range os {
		size = size.Max(kit.Seen(o))
	}
	return size
}

// floating lays its objects one under the other over the top of what is below, as
// wide as there is room.
type floating struct{ edge, gap float32 }

// mostFloating is how wide a line over the map grows.
const mostFloating = 1180

// Layout implements fyne.Layout.
func (l *floating) Layout(os []fyne.CanvasObject, s fyne.Size) {
	y := l.edge
	w := min(s.Width-2*l.edge, mostFloating)
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(w, o.MinSize().Height)) // a text is as high as its lines at this width
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos((s.Width-w)/2, y))
		y += h + l.gap
	}
}

// MinSize implements fyne.Layout.
func (l *floating) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
