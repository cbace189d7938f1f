package canvas

import (
	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
)

// cursor is the place of the map that the keys are at.
type cursor struct {
	on    bool
	at    tool.Stop
	wish  float64 // x that up and down keep to, points
	first bool    // it waits in the first cell of a map without touchpoints

	clicked scene.Point // the place of the last click: of a row shown in several lanes it is meant there
	stops   *tool.Stops
	of      *scene.Scene // that stops are of
}

// places lists the places of the scene, once for each scene.
func (b *Board) places() *tool.Stops {
	if b.cursor.of != b.scene {
		b.cursor.of, b.cursor.stops = b.scene, tool.NewStops(b.scene)
	}
	return b.cursor.stops
}

// CellCursor returns the place of the map that the keys are at, and whether they are
// at one.
func (b *Board) CellCursor() (tool.Stop, bool) { return b.cursor.at, b.cursor.on }

// enter puts the cursor onto what is selected, or else onto the first card.
func (b *Board) enter() bool {
	if b.cursor.on {
		return true
	}
	if b.scene == nil {
		return false
	}
	for _, ref := range b.selection {
		if at, ok := b.standing(ref, b.cursor.clicked); ok {
			b.moveTo(at, true)
			return true
		}
	}
	return false
}

// standing returns the place of a row: the one at p where it is shown there, or else
// where it is shown first.
func (b *Board) standing(ref scene.Ref, p scene.Point) (tool.Stop, bool) {
	if at, ok := b.places().At(p); ok && at.Ref == ref {
		return at, true
	}
	return b.places().Of(ref)
}

// moveTo puts the cursor onto a place.
func (b *Board) moveTo(at tool.Stop, wish bool) {
	b.cursor.on, b.cursor.at, b.cursor.first = true, at, false
	if wish {
		b.cursor.wish = at.Rect.Center().X
	}
}

// followCursor keeps the cursor at its place when the scene changes; where that is
// gone it goes to what lies nearest. While a text is edited it is not seen.
func (b *Board) followCursor() {
	if !b.cursor.on || b.editing != nil {
		return
	}
	at, ok := b.places().Find(b.cursor.at)
	if !ok {
		at, ok = b.places().Near(b.cursor.at.Rect.Center())
	}
	b.cursor.on, b.cursor.at = ok, at
}

// waitForFirst puts the cursor into the first cell of a map without touchpoints, so
// that typing there begins the map. The first arrow goes there too.
func (b *Board) waitForFirst() {
	if b.ReadOnly || b.Map == nil || b.Map().Touchpoints.Len() > 0 || len(b.scene.Stages) == 0 {
		return
	}
	if at, ok := b.places().First(); ok && at.Empty() && at.Lane != "" {
		b.moveTo(at, true)
		b.cursor.first = true
	}
}

// step moves the cursor by an arrow key, with add the selection grows.
func (b *Board) step(k tool.Key, add bool) {
	if b.scene == nil {
		return
	}
	if first := b.cursor.first; first || !b.enter() {
		b.cursor.first = false
		if at, ok := b.places().First(); ok {
			b.land(at, false, true)
		}
		return
	}
	at := b.places().Step(b.cursor.at, k, b.cursor.wish)
	for add && at.Empty() { // there is nothing to select
		next := b.places().Step(at, k, b.cursor.wish)
		if next == at {
			return
		}
		at = next
	}
	b.land(at, add, k == tool.KeyLeft || k == tool.KeyRight)
}

// land puts the cursor onto a place and selects what is there.
func (b *Board) land(at tool.Stop, add, wish bool) {
	b.moveTo(at, wish)
	switch {
	case at.Empty():
		if !add {
			host{b}.Select(nil, false)
		}
	case !add:
		host{b}.Select([]scene.Ref{at.Ref}, false)
	case !contains(b.selection, at.Ref):
		host{b}.Select([]scene.Ref{at.Ref}, true)
	}
	b.moveTo(at, wish) // a selection from elsewhere takes it away
	b.Reveal(at.Rect)
	b.decorate()
}

// rowEnd moves the cursor to the first or last place of its row.
func (b *Board) rowEnd(last bool) {
	if b.scene != nil && b.enter() {
		b.land(b.places().End(b.cursor.at, last), false, true)
	}
}

// showCursor draws the ring around the place.
func (b *Board) showCursor() {
	ring := b.layers.ring
	if !b.cursor.on || !b.focused || b.ReadOnly || b.editing != nil {
		ring.Hide()
		return
	}
	r := b.cursor.at.Rect
	if n := b.nodeOf(b.cursor.at.Ref); n != nil && b.trial.scene != nil {
		r = n.Bounds // it moves along with what is tried
	}
	pos, size := b.view.toBoard(r)
	const edge = 6
	ring.Move(pos.SubtractXY(edge, edge))
	ring.Resize(size.AddWidthHeight(2*edge, 2*edge))
	ring.Show()
}

// carryKey passes a key to what is carried, and reports whether something is.
func (b *Board) carryKey(name fyne.KeyName) bool {
	k, ok := arrows[name]
	if name == fyne.KeyReturn || name == fyne.KeyEnter {
		k, ok = tool.KeyDrop, true
	}
	if !ok || !b.machine.Key(k) {
		return false
	}
	if b.preview.Mark.W > 0 {
		b.Reveal(b.preview.Mark)
	}
	return true
}

var arrows = map[fyne.KeyName]tool.Key{
	fyne.KeyLeft: tool.KeyLeft, fyne.KeyRight: tool.KeyRight, fyne.KeyUp: tool.KeyUp, fyne.KeyDown: tool.KeyDown,
}

// take picks up what the cursor is on, or puts down what is carried.
func (b *Board) take() {
	switch {
	case b.ReadOnly || b.scene == nil:
	case b.machine.Carrying():
		b.machine.Key(tool.KeyDrop)
	case b.enter() && !b.cursor.at.Empty():
		b.machine.PickUp(b.cursor.at.Ref, b.selection)
	}
}

// touchpoints returns the ids of the selected touchpoints.
func (b *Board) touchpoints() []journey.ID {
	var ids []journey.ID
	for _, r := range b.selection {
		if r.Kind == journey.KindTouchpoint {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
