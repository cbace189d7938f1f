package canvas

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
)

// zoomPerUnit is the natural logarithm of the zoom for one unit of the wheel; a
// notch has 25.
const zoomPerUnit = 0.0072

// event makes a tool event of a position on the board.
func (b *Board) event(p fyne.Position) tool.Event { return b.eventWith(p, b.Modifiers()) }

func (b *Board) eventWith(p fyne.Position, mods fyne.KeyModifier) tool.Event {
	at := b.view.toScene(p)
	at.X -= b.aside()
	return tool.Event{
		At: at, Scale: b.view.zoom, Add: mods&fyne.KeyModifierShift != 0, Both: mods&(fyne.KeyModifierAlt|fyne.KeyModifierControl) != 0,
		Selected: b.selection,
		Pan:      b.keys.space || b.keys.middle || b.ReadOnly,
	}
}

// MouseDown implements desktop.Mouseable.
func (b *Board) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b)
	}
	b.keys.last = e.Position
	b.presses[0], b.presses[1] = b.presses[1], e.Position
	b.keys.used = true
	if b.Modifiers()&fyne.KeyModifierAlt != 0 {
		b.shutMenu()
	}
	switch e.Button {
	case desktop.MouseButtonPrimary:
		b.pressHandle(e)
		b.machine.Press(b.event(e.Position))
	case desktop.MouseButtonTertiary:
		b.keys.middle = true
		b.machine.Press(b.event(e.Position))
	default:
	}
}

// MouseUp implements desktop.Mouseable.
func (b *Board) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonSecondary {
		return
	}
	act := b.keys.handle
	b.keys.handle = nil
	if act != nil && !b.keys.drag {
		b.machine.Cancel()
		act()
		return
	}
	click := b.machine.Busy() && !b.keys.drag && !b.keys.space && !b.keys.middle
	b.machine.Release(b.event(e.Position))
	b.keys.middle, b.keys.drag = false, false
	if click && b.ReadOnly {
		b.readAt(b.view.toScene(e.Position))
	}
	if click {
		b.cursor.clicked = b.view.toScene(e.Position)
		if len(b.selection) == 0 {
			b.enterCell(b.cursor.clicked)
		}
	}
	b.decorate()
}

// enterCell puts the cursor into the empty cell at p, so that typing begins there.
func (b *Board) enterCell(p scene.Point) {
	if b.ReadOnly || b.scene == nil {
		return
	}
	if at, ok := b.places().At(p); ok && at.Empty() {
		b.moveTo(at, true)
	}
}

// Dragged implements fyne.Draggable.
func (b *Board) Dragged(e *fyne.DragEvent) {
	b.keys.drag, b.keys.last = true, e.Position
	b.machine.Move(b.event(e.Position))
	b.follow()
}

// DragEnd implements fyne.Draggable. Fyne says nothing of where.
func (b *Board) DragEnd() {
	if b.keys.drag {
		b.machine.Release(b.event(b.keys.last))
		b.keys.drag = false
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Board) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (b *Board) MouseMoved(e *desktop.MouseEvent) {
	b.keys.last = e.Position
	if b.keys.middle {
		b.machine.Move(b.event(e.Position))
		return
	}
	if b.scene == nil || b.ReadOnly || b.machine.Busy() {
		return
	}
	ref, header := scene.Ref{}, false
	if n, ok := b.scene.Hit(b.view.toScene(e.Position)); ok {
		ref, header = n.Ref, n.Role == scene.RoleStage
	}
	if ref != b.hover || header != b.overHeader {
		b.hover, b.overHeader = ref, header
		b.decorate()
	}
}

// MouseOut implements desktop.Hoverable.
func (b *Board) MouseOut() {
	b.hover, b.overHeader = scene.Ref{}, false
	b.decorate()
}

// Cursor implements desktop.Cursorable.
func (b *Board) Cursor() desktop.Cursor {
	if b.ReadOnly || b.scene == nil {
		return desktop.DefaultCursor
	}
	p := b.view.toScene(b.keys.last)
	switch edge, _ := tool.EdgeAt(b.scene, p, b.view.zoom); edge {
	case tool.LaneFoot:
		return desktop.VResizeCursor
	case tool.StageEnd, tool.BoxStart, tool.BoxEnd:
		return desktop.HResizeCursor
	case tool.NoEdge:
	}
	n, ok := b.scene.Hit(p)
	switch {
	case !ok:
		return desktop.DefaultCursor
	case n.Role == scene.RoleExpected || n.Role == scene.RoleActual:
		return desktop.VResizeCursor
	case n.Role == scene.RoleLane:
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Scrolled implements fyne.Scrollable: the wheel pans, with Control it zooms
// about the pointer, with Shift it pans sideways.
func (b *Board) Scrolled(e *fyne.ScrollEvent) {
	mods := b.Modifiers()
	dx, dy := float64(e.Scrolled.DX), float64(e.Scrolled.DY)
	switch {
	case mods&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		b.zoomAbout(e.Position, b.view.zoom*math.Exp(dy*zoomPerUnit))
		return
	case mods&fyne.KeyModifierShift != 0 && dx == 0:
		dx, dy = dy, 0
	}
	const speed = 2.4 // a notch is 60 logical pixels
	b.pan(scene.Point{X: -dx * speed / b.view.zoom, Y: -dy * speed / b.view.zoom})
}

// DoubleTapped implements fyne.DoubleTappable.
func (b *Board) DoubleTapped(e *fyne.PointEvent) {
	if b.scene == nil || b.clickedApart(e.Position) {
		return
	}
	p := b.view.toScene(e.Position)
	b.cursor.clicked = p
	if edge, ref := tool.EdgeAt(b.scene, p, b.view.zoom); edge != tool.NoEdge {
		b.NaturalSize(ref)
		return
	}
	if ref, f, ok := b.scene.FieldAt(p); ok && b.Edit(ref, f.Name) {
		b.editing.entry.aim(scene.Point{X: p.X - f.Rect.X, Y: p.Y - f.Rect.Y})
		return
	}
	if stage, ok := tool.StatusAt(b.scene, p); ok && b.askStatus(stage, e.AbsolutePosition) {
		return
	}
	b.openAt(p)
}

// openAt edits what is under a place beside the texts: the first text of its row, or a
// new row in an empty cell.
func (b *Board) openAt(p scene.Point) {
	n, ok := b.scene.Hit(p)
	if ok && n.Role == scene.RoleCell && n.Ref.Kind == journey.KindStage {
		b.choose(n.Ref) // beside its text
		return
	}
	if !ok {
		if at, empty := b.places().At(p); empty && at.Empty() {
			b.TypeInto(at, "")
		}
		return
	}
	if body(n) && b.Edit(n.Ref, "") || b.OnActivate == nil {
		return
	}
	b.OnActivate(n.Ref)
}

// clickedApart reports whether a double click at p was two clicks on different places,
// or picked several things: the toolkit goes by time alone.
func (b *Board) clickedApart(p fyne.Position) bool {
	far := func(a, b fyne.Position) bool { return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)) > clickReach }
	if far(b.presses[1], p) {
		return false // no press of the mouse
	}
	return far(b.presses[0], b.presses[1]) || b.Modifiers()&fyne.KeyModifierShift != 0
}

// clickReach is how far apart in logical pixels the two clicks of a double click may be.
const clickReach = 8.0

// body reports whether a node is the row itself and not one of its points or
// numbers: a double click on it edits its first text.
func body(n *scene.Node) bool { return roleOf[n.Ref.Kind] == n.Role }

// TappedSecondary implements fyne.SecondaryTappable: it selects what is under
// the pointer, unless that is selected, and asks for its menu.
func (b *Board) TappedSecondary(e *fyne.PointEvent) {
	if b.scene == nil || b.OnMenu == nil {
		return
	}
	p := b.view.toScene(e.Position)
	spot := tool.SpotAt(b.scene, p)
	if !contains(b.selection, spot.Ref) {
		b.choose(spot.Ref)
	}
	if at, ok := b.places().At(p); ok {
		b.moveTo(at, true)
		b.decorate()
	}
	b.OnMenu(spot, e.AbsolutePosition)
}

// FocusGained implements fyne.Focusable.
func (b *Board) FocusGained() {
	b.focused = true
	b.decorate()
}

// FocusLost implements fyne.Focusable: what is under way is not carried out.
func (b *Board) FocusLost() {
	b.focused = false
	b.Cancel()
}

// Cancel ends a gesture without a trace and reports whether there was one.
func (b *Board) Cancel() bool {
	b.keys = held{last: b.keys.last}
	was := b.machine.Cancel()
	b.DragLeave()
	b.mark()
	return was
}

// KeyDown implements desktop.Keyable.
func (b *Board) KeyDown(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace {
		b.keys.space, b.keys.used = true, false
	}
	b.altDown(e.Name)
}

// KeyUp implements desktop.Keyable: Space that was not held to pan picks up what
// the cursor is on, or puts it down.
func (b *Board) KeyUp(e *fyne.KeyEvent) {
	if e.Name != fyne.KeySpace || !b.keys.space {
		return
	}
	b.keys.space = false
	if !b.keys.used {
		b.take()
	}
}
