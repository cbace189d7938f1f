package canvas

import (
	"image/color"
	"slices"

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
	of    scene.Ref // zero: none are shown
	plate *fynecanvas.Rectangle
	menu  [3]*fynecanvas.Circle    // dots
	more  [2]*fynecanvas.Rectangle // the strokes of a plus
}

// The size of the buttons in logical pixels, and how far they lie from the edge.
const (
	handleWidth  = 22
	handleHeight = 18
	handleEdge   = 3
)

func newHandles() handles {
	h := handles{plate: fynecanvas.NewRectangle(color.Transparent)}
	h.plate.CornerRadius, h.plate.StrokeWidth = 5, 1
	for i := range h.menu {
		h.menu[i] = fynecanvas.NewCircle(color.Black)
	}
	for i := range h.more {
		h.more[i] = fynecanvas.NewRectangle(color.Black)
	}
	h.hide()
	return h
}

// objects are all of it, drawn in this order.
func (h *handles) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{h.plate}
	for _, c := range h.menu {
		out = append(out, c)
	}
	for _, r := range h.more {
		out = append(out, r)
	}
	return out
}

func (h *handles) hide() {
	h.of = scene.Ref{}
	for _, o := range h.objects() {
		o.Hide()
	}
}

// place puts the buttons to a place, both or the menu alone.
func (h *handles) place(at fyne.Position, width float32) {
	const dot, apart, long, thick = 3, 5, 10, 2
	put := func(o fyne.CanvasObject, x, y, w, high float32) { // about a place
		o.Move(fyne.NewPos(x-w/2, y-high/2))
		o.Resize(fyne.NewSize(w, high))
		o.Show()
		o.Refresh()
	}
	y := at.Y + handleHeight/2
	put(h.plate, at.X+width/2, y, width, handleHeight)
	for i, c := range h.menu {
		put(c, at.X+handleWidth/2+float32(i-1)*apart, y, dot, dot)
	}
	for i, r := range h.more {
		if width < 2*handleWidth {
			r.Hide()
			continue
		}
		put(r, at.X+1.5*handleWidth, y, [2]float32{long, thick}[i], [2]float32{thick, long}[i])
	}
}

// tint gives the buttons the colours of a theme.
func (h *handles) tint(t scene.Theme) {
	h.plate.FillColor, h.plate.StrokeColor = rgba(t.Card), rgba(t.Accent)
	for _, c := range h.menu {
		c.FillColor = rgba(t.Ink)
	}
	for _, r := range h.more {
		r.FillColor = rgba(t.Ink)
	}
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

// handlePlace returns where the buttons stand on a header: where they cover none of
// its texts and not its middle, which is what a hand aims at; the menu alone where
// there is no room for both, and nowhere where there is none.
func (b *Board) handlePlace(ref scene.Ref) (fyne.Position, float32, bool) {
	n := b.nodeOf(ref)
	if n == nil {
		return fyne.Position{}, 0, false
	}
	r := n.Bounds
	if ref.Kind == journey.KindLane {
		r = tool.LabelOf(b.scene, r)
	}
	pos, size := b.view.toBoard(r)
	margin := float32(handleEdge)
	if ref.Kind == journey.KindStage {
		margin += float32(stageTip * b.view.zoom)
	}
	taken := b.textsOf(n)
	middle := pos.AddXY(size.Width/2, size.Height/2)
	taken = append(taken, scene.Rect{X: float64(middle.X) - 8, Y: float64(middle.Y) - 6, W: 16, H: 12})
	for _, width := range []float32{2 * handleWidth, handleWidth} {
		x := pos.X + size.Width - width - margin
		if b.scene.RTL {
			x = pos.X + margin
		}
		for _, y := range []float32{pos.Y + handleEdge, pos.Y + size.Height - handleEdge - handleHeight} {
			box := scene.Rect{X: float64(x), Y: float64(y), W: float64(width), H: handleHeight}
			inside := x >= pos.X && y >= pos.Y && y+handleHeight <= pos.Y+size.Height
			if inside && !slices.ContainsFunc(taken, box.Overlaps) {
				return fyne.NewPos(x, y), width, true
			}
		}
	}
	return fyne.Position{}, 0, false
}

// textsOf returns where the texts of a node are seen on the board.
func (b *Board) textsOf(n *scene.Node) []scene.Rect {
	var out []scene.Rect
	for _, o := range n.Ops() {
		if o.Kind == scene.OpText {
			pos, size := b.view.toBoard(o.TextRect())
			out = append(out, scene.Rect{X: float64(pos.X), Y: float64(pos.Y), W: float64(size.Width), H: float64(size.Height)})
		}
	}
	return out
}

// showHandles places the buttons.
func (b *Board) showHandles() {
	h := &b.layers.handles
	ref := b.header()
	if ref == (scene.Ref{}) {
		h.hide()
		return
	}
	at, width, ok := b.handlePlace(ref)
	if !ok {
		h.hide()
		return
	}
	h.of = ref
	h.place(at, width)
}

// stageTip is how far the tip of a chevron lies beside its header, points.
const stageTip = 14.0

// pressHandle notes a press on one of the buttons, which acts when it is let go where
// it is: a hand that goes on drags the header.
func (b *Board) pressHandle(e *desktop.MouseEvent) {
	h := &b.layers.handles
	at := e.Position.Subtract(h.plate.Position())
	size := h.plate.Size()
	if h.of == (scene.Ref{}) || at.X < 0 || at.Y < 0 || at.X >= size.Width || at.Y >= size.Height {
		return
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
}
