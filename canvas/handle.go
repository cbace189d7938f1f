package canvas

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
)

// handles are two small buttons on the header of a stage or lane under the pointer,
// or of the one that is selected: its menu, and adding another beside it.
type handles struct {
	of         scene.Ref // zero: none are shown
	plate      *fynecanvas.Rectangle
	menu, more *fynecanvas.Text
}

// The size of the buttons in logical pixels, and how wide a header must be for both
// of them or for the menu alone.
const (
	handleWidth  = 24
	handleHeight = 20
	handleEdge   = 3
	roomForBoth  = 84
	roomForOne   = 44
)

func newHandles() handles {
	h := handles{plate: fynecanvas.NewRectangle(color.Transparent), menu: fynecanvas.NewText("⋯", color.Black), more: fynecanvas.NewText("+", color.Black)}
	h.plate.CornerRadius, h.plate.StrokeWidth = 5, 1
	for _, t := range []*fynecanvas.Text{h.menu, h.more} {
		t.TextSize, t.TextStyle.Bold, t.Alignment = 14, true, fyne.TextAlignCenter
	}
	h.hide()
	return h
}

func (h *handles) hide() {
	h.of = scene.Ref{}
	for _, o := range []fyne.CanvasObject{h.plate, h.menu, h.more} {
		o.Hide()
	}
}

// tint gives the buttons the colours of a theme.
func (h *handles) tint(t scene.Theme) {
	h.plate.FillColor, h.plate.StrokeColor = rgba(t.Card), rgba(t.Accent)
	h.menu.Color, h.more.Color = rgba(t.Ink), rgba(t.Ink)
}

// header is the stage or lane whose buttons are shown: the one under the pointer, or
// else the only one selected.
func (b *Board) header() scene.Ref {
	if b.ReadOnly || b.machine.Busy() || b.editing != nil {
		return scene.Ref{}
	}
	for _, r := range []scene.Ref{b.hover, b.soleSelected()} {
		if r.Kind == journey.KindStage && b.overHeader || r.Kind == journey.KindLane || r == b.soleSelected() && r.Kind == journey.KindStage {
			return r
		}
	}
	return scene.Ref{}
}

func (b *Board) soleSelected() scene.Ref {
	if len(b.selection) != 1 {
		return scene.Ref{}
	}
	return b.selection[0]
}

// headerRect is where the header of a stage or lane is seen on the board.
func (b *Board) headerRect(ref scene.Ref) (fyne.Position, fyne.Size, bool) {
	n := b.nodeOf(ref)
	if n == nil {
		return fyne.Position{}, fyne.Size{}, false
	}
	r := n.Bounds
	if ref.Kind == journey.KindLane {
		r = tool.LabelOf(b.scene, r)
	}
	pos, size := b.view.toBoard(r)
	return pos, size, size.Width >= roomForOne && size.Height >= handleHeight
}

// showHandles places the buttons.
func (b *Board) showHandles() {
	h := &b.layers.handles
	ref := b.header()
	pos, size, ok := b.headerRect(ref)
	if ref == (scene.Ref{}) || !ok {
		h.hide()
		return
	}
	h.of = ref
	width, right := float32(handleWidth), float32(handleEdge)
	if size.Width >= roomForBoth {
		width *= 2
	}
	if ref.Kind == journey.KindStage {
		right += float32(stageTip * b.view.zoom)
	}
	at := pos.AddXY(size.Width-width-right, handleEdge)
	if b.scene.RTL {
		at = pos.AddXY(right, handleEdge)
	}
	h.plate.Move(at)
	h.plate.Resize(fyne.NewSize(width, handleHeight))
	h.plate.Show()
	h.plate.Refresh()
	for i, t := range []*fynecanvas.Text{h.menu, h.more} {
		t.Hide()
		if float32(i)*handleWidth < width {
			t.Move(at.AddXY(float32(i)*handleWidth, 0))
			t.Resize(fyne.NewSize(handleWidth, handleHeight))
			t.Show()
			t.Refresh()
		}
	}
}

// stageTip is how far the tip of a chevron lies beside its header, points.
const stageTip = 14.0

// pressHandle acts on a press on one of the buttons, and reports whether there was one.
func (b *Board) pressHandle(e *desktop.MouseEvent) bool {
	h := &b.layers.handles
	at := e.Position.Subtract(h.plate.Position())
	size := h.plate.Size()
	if h.of == (scene.Ref{}) || at.X < 0 || at.Y < 0 || at.X >= size.Width || at.Y >= size.Height {
		return false
	}
	ref := h.of
	add := at.X >= handleWidth
	below := e.AbsolutePosition.AddXY(-at.X, size.Height-at.Y)
	b.keys.handle = func() { // a menu that opens under a pressed button is closed by letting go
		b.choose(ref)
		switch {
		case add && b.OnAddBeside != nil:
			b.OnAddBeside(ref, below)
		case !add && b.OnMenu != nil:
			b.OnMenu(tool.SpotOf(ref), below)
		}
	}
	return true
}
