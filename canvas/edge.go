package canvas

import (
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
)

// While something is dragged near the edge of the view, the view follows.
const (
	edgeReach = 40.0 // logical pixels from the edge
	edgeSpeed = 18.0 // logical pixels a step at the very edge
	edgeStep  = 16 * time.Millisecond
	edgeMost  = 8 // steps made up for at once where the map is drawn slowly
)

// edgePull is how far the view follows in one step, in logical pixels.
func (b *Board) edgePull() scene.Point {
	pull := func(at, size float64) float64 {
		switch {
		case at < edgeReach:
			return -min((edgeReach-at)/edgeReach, 1) * edgeSpeed
		case at > size-edgeReach:
			return min((at-size+edgeReach)/edgeReach, 1) * edgeSpeed
		}
		return 0
	}
	return scene.Point{X: pull(float64(b.keys.last.X), b.view.w), Y: pull(float64(b.keys.last.Y), b.view.h)}
}

// follow moves the view on while the hand rests at the edge in a drag, and
// stops by itself when it leaves or lets go.
func (b *Board) follow() {
	if b.following || !b.preview.Follow || b.edgePull() == (scene.Point{}) {
		return
	}
	b.following = true
	begun := b.Now()
	b.After(edgeStep, func() {
		b.following = false
		steps := min(max(float64(b.Now().Sub(begun))/float64(edgeStep), 1), edgeMost)
		d := b.edgePull()
		if !b.preview.Follow || d == (scene.Point{}) {
			return
		}
		before := b.view.origin
		b.pan(scene.Point{X: steps * d.X / b.view.zoom, Y: steps * d.Y / b.view.zoom})
		if b.view.origin == before {
			return // the end of the map
		}
		if b.above != "" { // from elsewhere: the machine knows nothing of it
			b.DragOver(fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Add(b.keys.last), b.above)
			return
		}
		b.machine.Move(b.event(b.keys.last))
		b.follow()
	})
}
