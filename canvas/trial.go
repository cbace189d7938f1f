package canvas

import (
	"reflect"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey/edit"
)

// trial is the map as a gesture under way would leave it.
type trial struct {
	command edit.Command
	scene   *scene.Scene // nil where the map is too large to be laid out for each step
}

// drawn is the scene on the screen: the one that is tried, or the map's own.
func (b *Board) drawn() *scene.Scene {
	if b.trial.scene != nil {
		return b.trial.scene
	}
	return b.scene
}

// try shows the map as the command would leave it; none shows it as it is.
func (b *Board) try(c edit.Command) {
	if c == nil && b.trial.command == nil || c != nil && reflect.DeepEqual(c, b.trial.command) {
		return
	}
	next := trial{command: c}
	if c != nil {
		next.scene = b.tried(c)
	}
	before := b.drawn()
	b.trial = next
	if b.drawn() != before {
		b.keepPlace(before, b.drawn())
		clear(b.nodes)
		b.tiles.setScene(before, b.drawn())
		b.place()
	}
}

// keepPlace keeps what is seen where it is: a map that reads from right to left grows to
// the left.
func (b *Board) keepPlace(before, now *scene.Scene) {
	if before.RTL && now.RTL {
		b.view.origin.X += now.Size.X - before.Size.X
	}
}

// aside is how far the map that is tried lies beside the one it is tried on, points.
func (b *Board) aside() float64 {
	if b.trial.scene == nil || !b.scene.RTL || !b.trial.scene.RTL {
		return 0
	}
	return b.trial.scene.Size.X - b.scene.Size.X
}

// beside moves what a preview shows to where the map that is tried has it.
func beside(p tool.Preview, by float64) tool.Preview {
	for _, r := range []*scene.Rect{&p.Ghost, &p.Mark, &p.Marquee} {
		r.X += by
	}
	p.Feeling.Point.X += by
	p.Feeling.Other.X += by
	return p
}

// tried lays the map out after a command, nil where that cannot be.
func (b *Board) tried(c edit.Command) *scene.Scene {
	if b.Map == nil || b.LayOut == nil {
		return nil
	}
	m := b.Map()
	p, err := c.Plan(m)
	if err != nil || p.Empty() {
		return nil
	}
	work := m.Clone()
	p.Apply(work)
	return b.LayOut(work)
}

// dropGone takes rows that are gone out of the selection and says so. Where none is left
// the keys stay where the first of them was on the scene before.
func (b *Board) dropGone(before *scene.Scene) {
	if b.Map == nil || b.editing != nil {
		return
	}
	m := b.Map()
	var left []scene.Ref
	for _, r := range b.selection {
		if _, ok := m.Row(r.Kind, r.ID); ok {
			left = append(left, r)
		}
	}
	if len(left) == len(b.selection) || before == nil {
		return
	}
	gone, on := b.selection[0], b.cursor.on
	host{b}.Select(left, false)
	if n, ok := before.NodeOf(gone, roleOf[gone.Kind]); ok && len(left) == 0 && !on {
		if at, ok := b.places().Near(n.Bounds.Center()); ok {
			b.moveTo(at, true)
		}
	}
}

// dropLost ends a gesture under way where a row that it moves is gone.
func (b *Board) dropLost() {
	if b.Map == nil || !b.machine.Busy() {
		return
	}
	m := b.Map()
	for _, r := range append([]scene.Ref{b.preview.Card, b.preview.Feeling.Ref}, b.selection...) {
		if _, ok := m.Row(r.Kind, r.ID); !ok && r != (scene.Ref{}) {
			b.machine.Cancel()
			return
		}
	}
}
