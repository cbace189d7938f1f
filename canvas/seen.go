package canvas

import (
	"math"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
)

// Seen returns the part of the map in view.
func (b *Board) Seen() scene.Rect { return b.view.seen() }

// Steady keeps the map where it is on the screen while the window around the board
// changes: bars and panels come and go, and none of it moves what is worked on. A map
// that is fitted is fitted again when the window itself gets another size.
func (b *Board) Steady(change func()) {
	if b.scene == nil || b.view.w <= 0 || b.steady {
		change()
		return
	}
	b.steady = true
	defer func() { b.steady = false }()
	place := func() fyne.Position { return fyne.CurrentApp().Driver().AbsolutePositionForObject(b) }
	at, fitted := place(), b.fitted
	change()
	if d := place().Subtract(at); d != (fyne.Position{}) {
		b.pan(scene.Point{X: float64(d.X) / b.view.zoom, Y: float64(d.Y) / b.view.zoom})
	}
	b.fitted = fitted
}

// Return goes back to a part of the map that was seen before, as large as it was
// then. A board that became lower since shows the lower end of it.
func (b *Board) Return(seen scene.Rect, animate bool) {
	if b.view.w <= 0 || b.view.h <= 0 || seen.W <= 0 || b.scene == nil {
		return
	}
	zoom := min(max(b.view.w/seen.W, minZoom), maxZoom)
	to := scene.Point{X: seen.X, Y: seen.Bottom() - b.view.h/zoom}
	b.glide(to, zoom, animate)
	whole, fit := b.framed(scene.Rect{W: b.scene.Size.X, H: b.scene.Size.Y}, fitEdge)
	const close = 0.5 // logical pixels
	b.fitted = math.Hypot(to.X-whole.X, to.Y-whole.Y)*zoom < close && math.Abs(zoom/fit-1) < 1e-3
}
