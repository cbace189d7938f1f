package canvas

import "touchline.app/canvas/scene"

// Seen returns the part of the map in view.
func (b *Board) Seen() scene.Rect { return b.view.seen() }

// Stay keeps the map where it is on the screen while the upper edge of the board
// goes down by so many logical pixels, or up where they are negative.
func (b *Board) Stay(down float32) {
	if b.view.zoom > 0 {
		b.pan(scene.Point{Y: float64(down) / b.view.zoom})
	}
}

// Return goes back to a part of the map that was seen before, as large as it was
// then.
func (b *Board) Return(seen scene.Rect, animate bool) {
	if b.view.w > 0 && b.view.h > 0 {
		b.ShowRect(scene.Rect{
			X: seen.X + seen.W*fitEdge/b.view.w, Y: seen.Y + seen.H*fitEdge/b.view.h,
			W: seen.W * (1 - 2*fitEdge/b.view.w), H: seen.H * (1 - 2*fitEdge/b.view.h),
		}, animate)
	}
}
