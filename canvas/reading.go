package canvas

import "touchline.app/canvas/scene"

// readAt selects what is under a click on a map that can only be read, where
// somebody wants to know.
func (b *Board) readAt(p scene.Point) {
	if b.scene == nil || b.OnSelect == nil {
		return
	}
	n, ok := b.scene.Hit(p)
	if !ok {
		b.choose(scene.Ref{})
		return
	}
	b.choose(n.Ref)
}
