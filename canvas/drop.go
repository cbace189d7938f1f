package canvas

import (
	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
)

// over is the place on the map under a place of the window, and whether the
// board is there.
func (b *Board) over(abs fyne.Position) (scene.Point, bool) {
	p := abs.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(b))
	in := p.X >= 0 && p.Y >= 0 && p.X < b.Size().Width && p.Y < b.Size().Height
	return b.view.toScene(p), in
}

// DragOver shows where a new row of the kind, dragged from elsewhere to a place
// of the window, would go, and reports whether it can go there.
func (b *Board) DragOver(abs fyne.Position, kind journey.Kind) bool {
	t, ok := b.Target(abs, kind)
	b.preview = tool.Preview{}
	if ok {
		b.preview.Mark, b.preview.Follow = t.Mark, true
	}
	b.above = kind
	b.keys.last = abs.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(b))
	b.decorate()
	b.follow()
	return ok
}

// Target returns where a new row of the kind dropped at a place of the window
// would go, and whether it can go there.
func (b *Board) Target(abs fyne.Position, kind journey.Kind) (tool.Target, bool) {
	p, in := b.over(abs)
	if !in || b.ReadOnly {
		return tool.Target{}, false
	}
	return tool.TargetAt(b.scene, kind, p)
}

// TouchpointAt returns the touchpoint under a place of the window: its card, or what
// shows something of it.
func (b *Board) TouchpointAt(abs fyne.Position) (journey.ID, bool) {
	p, in := b.over(abs)
	if !in || b.ReadOnly || b.scene == nil {
		return "", false
	}
	n, ok := b.scene.Hit(p)
	if !ok || n.Ref.Kind != journey.KindTouchpoint {
		return "", false
	}
	return n.Ref.ID, true
}

// DragOnto shows the touchpoint at a place of the window that something dragged from
// elsewhere would be put onto, and reports whether there is one.
func (b *Board) DragOnto(abs fyne.Position) bool {
	id, ok := b.TouchpointAt(abs)
	if !ok {
		return false
	}
	b.DragOver(abs, journey.KindNote) // the view follows at its edge
	if n := b.nodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: id}); n != nil {
		b.preview.Mark = n.Bounds
		b.decorate()
	}
	return true
}

// DragLeave takes the mark of DragOver away.
func (b *Board) DragLeave() {
	b.preview, b.above = tool.Preview{}, ""
	b.decorate()
}
