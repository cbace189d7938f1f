package canvas

import (
	"math"
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
)

// The range of the zoom and its step by key; 1 is a logical pixel a point.
const (
	minZoom  = 0.01
	maxZoom  = 16.0
	zoomStep = 1.25
	fitEdge  = 24.0 // logical pixels around a map that is fitted
)

// view is the window on the map.
type view struct {
	origin scene.Point // place on the map in the upper left corner, points
	zoom   float64     // logical pixels a point
	device float64     // device pixels a logical pixel
	w, h   float64     // logical pixels
}

// scale is device pixels a point.
func (v view) scale() float64 { return v.zoom * v.device }

func (v *view) resize(s fyne.Size, o fyne.CanvasObject) {
	v.w, v.h = float64(s.Width), float64(s.Height)
	v.device = 1
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.Scale() > 0 {
		v.device = float64(c.Scale())
	}
}

// toScene returns the place on the map under a position of the board.
func (v view) toScene(p fyne.Position) scene.Point {
	return scene.Point{X: v.origin.X + float64(p.X)/v.zoom, Y: v.origin.Y + float64(p.Y)/v.zoom}
}

// toBoard returns where a part of the map is seen on the board.
func (v view) toBoard(r scene.Rect) (fyne.Position, fyne.Size) {
	const most = 1e6 // beyond this float32 is too coarse, and nothing is seen
	f := func(x float64) float32 { return float32(min(max(x, -most), most)) }
	return fyne.NewPos(f((r.X-v.origin.X)*v.zoom), f((r.Y-v.origin.Y)*v.zoom)), fyne.NewSize(f(r.W*v.zoom), f(r.H*v.zoom))
}

// seen is the part of the map in view.
func (v view) seen() scene.Rect {
	return scene.Rect{X: v.origin.X, Y: v.origin.Y, W: v.w / v.zoom, H: v.h / v.zoom}
}

// snap rounds the origin to whole device pixels, so that tiles are not blurred.
func (v *view) snap() {
	k := v.scale()
	v.origin.X, v.origin.Y = math.Round(v.origin.X*k)/k, math.Round(v.origin.Y*k)/k
}

// Zoom returns the logical pixels a point: 1 is 100 %.
func (b *Board) Zoom() float64 { return b.view.zoom }

// pan moves the view by a distance on the map.
func (b *Board) pan(d scene.Point) {
	b.fitted = false
	b.stopShowing()
	b.view.origin = b.view.origin.Add(d)
	b.keepNear()
	b.place()
}

// keepNear keeps part of the map in view.
func (b *Board) keepNear() {
	if b.scene == nil {
		return
	}
	const rest = 60 // logical pixels of the map that stay in view
	edge := rest / b.view.zoom
	clamp := func(o, view, size float64) float64 { return min(max(o, edge-view), size-edge) }
	b.view.origin.X = clamp(b.view.origin.X, b.view.w/b.view.zoom, b.scene.Size.X)
	b.view.origin.Y = clamp(b.view.origin.Y, b.view.h/b.view.zoom, b.scene.Size.Y)
}

// zoomAbout changes the zoom so that the place under a position stays there.
func (b *Board) zoomAbout(at fyne.Position, zoom float64) {
	zoom = min(max(zoom, minZoom), maxZoom)
	if zoom == b.view.zoom {
		return
	}
	b.fitted = false
	b.stopShowing()
	p := b.view.toScene(at)
	b.view.zoom = zoom
	b.view.origin = scene.Point{X: p.X - float64(at.X)/zoom, Y: p.Y - float64(at.Y)/zoom}
	b.keepNear()
	b.place()
}

func (b *Board) middle() fyne.Position { return fyne.NewPos(float32(b.view.w/2), float32(b.view.h/2)) }

// ZoomTo sets the zoom about the middle of the view; 1 is 100 %.
func (b *Board) ZoomTo(zoom float64) { b.zoomAbout(b.middle(), zoom) }

// ZoomIn makes the map larger by one step.
func (b *Board) ZoomIn() { b.ZoomTo(b.view.zoom * zoomStep) }

// ZoomOut makes the map smaller by one step.
func (b *Board) ZoomOut() { b.ZoomTo(b.view.zoom / zoomStep) }

// Fit shows the whole map, and goes on doing so until somebody pans or zooms.
func (b *Board) Fit() {
	b.stopShowing()
	b.fitted = true
	b.fit()
	b.place()
}

func (b *Board) fit() {
	if b.scene != nil {
		b.frame(scene.Rect{W: b.scene.Size.X, H: b.scene.Size.Y}, fitEdge)
	}
}

// legible is the zoom under which a map is not first shown whole.
const legible = 0.25

// Begin shows the map whole, or the upper part where it begins where that would be too small
// to read: a map of thousands of touchpoints is a thread otherwise.
func (b *Board) Begin() {
	if b.scene == nil || b.view.w <= 0 {
		return
	}
	page := scene.Rect{W: b.scene.Size.X, H: b.scene.Size.Y}
	if _, zoom := b.framed(page, fitEdge); zoom >= legible || b.ReadOnly {
		b.fit()
		return
	}
	b.fitted = false
	b.view.zoom = min(max(b.view.h/b.scene.Size.Y, 2*legible), 1)
	b.view.origin = scene.Point{X: -fitEdge / b.view.zoom, Y: -fitEdge / b.view.zoom}
	if b.scene.RTL {
		b.view.origin.X = b.scene.Size.X - (b.view.w-fitEdge)/b.view.zoom
	}
}

// frame makes r as large as the view allows, with an edge of logical pixels.
func (b *Board) frame(r scene.Rect, edge float64) {
	if b.view.w <= 0 || b.view.h <= 0 || r.W <= 0 || r.H <= 0 {
		return
	}
	b.view.origin, b.view.zoom = b.framed(r, edge)
}

func (b *Board) framed(r scene.Rect, edge float64) (scene.Point, float64) {
	z := min(max(min(max(b.view.w-2*edge, 1)/r.W, max(b.view.h-2*edge, 1)/r.H), minZoom), maxZoom)
	return scene.Point{X: r.X + r.W/2 - b.view.w/2/z, Y: r.Y + r.H/2 - b.view.h/2/z}, z
}

// showing is a move of the view to a part of the map.
type showing struct {
	from, to         scene.Point
	zoomFrom, zoomTo float64
	step             int
	begun            time.Time
	stop             func() bool
}

// The move of ShowRect in time.
const (
	showSteps = 12
	showStep  = 16 * time.Millisecond
)

// ShowRect fits a part of the map into the view, moving there where animate is
// set. The latest call wins.
func (b *Board) ShowRect(r scene.Rect, animate bool) {
	b.stopShowing()
	b.fitted = false
	if b.view.w > 0 && r.W > 0 {
		to, zoom := b.framed(r, fitEdge)
		b.glide(to, zoom, animate)
	}
}

// glide brings a place of the map to the upper left corner at another zoom, in steps
// where animate is set.
func (b *Board) glide(to scene.Point, zoom float64, animate bool) {
	b.stopShowing()
	b.fitted = false
	if !animate {
		b.view.origin, b.view.zoom = to, zoom
		b.place()
		return
	}
	s := &showing{from: b.view.origin, zoomFrom: b.view.zoom, to: to, zoomTo: zoom, begun: b.Now()}
	b.shown = s
	b.showOn(s)
}

func (b *Board) showOn(s *showing) {
	if b.shown != s {
		return
	}
	s.step++
	gone := float64(b.Now().Sub(s.begun)) / float64(showSteps*showStep) // where a step takes long it is as soon there
	t := min(max(float64(s.step)/showSteps, gone), 1)
	done := t >= 1
	t = t * t * (3 - 2*t)
	// the width of what is seen changes steadily, so that the eye can follow
	b.view.zoom = 1 / (1/s.zoomFrom + (1/s.zoomTo-1/s.zoomFrom)*t)
	b.view.origin = scene.Point{X: s.from.X + (s.to.X-s.from.X)*t, Y: s.from.Y + (s.to.Y-s.from.Y)*t}
	if done {
		b.view.zoom, b.view.origin = s.zoomTo, s.to
		b.shown = nil
		b.place()
		return
	}
	b.place()
	s.stop = b.After(showStep, func() { b.showOn(s) })
}

func (b *Board) stopShowing() {
	if b.shown != nil && b.shown.stop != nil {
		b.shown.stop()
	}
	b.shown = nil
}

// Reveal moves the view as little as needed to show r.
func (b *Board) Reveal(r scene.Rect) {
	seen := b.view.seen()
	move := func(lo, size, rlo, rsize float64) float64 {
		switch {
		case rlo < lo:
			return rlo - lo
		case rlo+rsize > lo+size:
			return min(rlo+rsize-lo-size, rlo-lo)
		}
		return 0
	}
	r = r.Inset(-fitEdge / b.view.zoom)
	d := scene.Point{X: move(seen.X, seen.W, r.X, r.W), Y: move(seen.Y, seen.H, r.Y, r.H)}
	if d != (scene.Point{}) {
		b.pan(d)
	}
}

// OnScreen returns where a part of the map is seen, relative to the board.
func (b *Board) OnScreen(r scene.Rect) (fyne.Position, fyne.Size) { return b.view.toBoard(r) }

// Settled reports whether all in view is drawn as the map is now.
func (b *Board) Settled() bool { return b.scene != nil && b.tiles.current() }

// Middle returns the place on the map in the middle of the view.
func (b *Board) Middle() scene.Point { return b.view.toScene(b.middle()) }

// place brings tiles and overlays to where the view has them.
func (b *Board) place() {
	if b.scene == nil || b.view.w <= 0 {
		return
	}
	snapped := b.view // the view itself stays exact, or the roundings of a long zoom add up
	snapped.snap()
	b.tiles.show(snapped, b.After)
	b.decorate()
	if b.OnView != nil {
		b.OnView(b.view.zoom)
	}
}
