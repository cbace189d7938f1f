package canvas

import (
	"image"
	"math"
	"runtime"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
)

// tileSize is the side of a tile in device pixels.
const tileSize = 512

// patience is the time the interface's goroutine gives to drawing tiles at once.
const patience = 8 * time.Millisecond

type tileKey struct{ x, y int }

// tile is a picture of a part of the map. Its image is never drawn into while it
// is shown: the driver may still be reading it.
type tile struct {
	key   tileKey
	image *fynecanvas.Image
	stale image.Rectangle // what of its pixels shows an older scene
}

// wholly is a tile of which all is stale.
var wholly = image.Rect(0, 0, tileSize, tileSize)

// tiles keeps the pictures of what is in view and one ring around it.
type tiles struct {
	box     *fyne.Container
	onUI    func(func())
	scene   *scene.Scene
	scale   float64 // device pixels a point the tiles were drawn at
	base    tileKey // tile at the origin of the box
	have    map[tileKey]*tile
	asked   map[tileKey]bool
	former  []sheet // stretched, until all in view is drawn at the present scale
	under   underlay
	view    view
	gen     atomic.Int64 // counts scenes and scales: a result of an older one is not wanted
	work    *workers
	filled  func()        // called when tiles have come
	stop    func() bool   // of the settling timer
	rest    func() bool   // of the timer for the tiles that wait
	waiting bool          // stale tiles around the view wait
	pace    time.Duration // what a tile took lately
	budget  time.Duration // for tiles that are drawn at once
	own     *raster.Painter
	marks   []scene.Rect // selected, in points; not changed once set
	spare   [][]byte     // pixels of tiles taken out, to be drawn into again
}

// mostSpare is the number of spare images kept, of tileBytes each: one at the edge of
// the map uses a part of them.
const (
	mostSpare = 40
	tileBytes = 4 * tileSize * tileSize
)

func newTiles(onUI func(func())) *tiles {
	return &tiles{
		box: &fyne.Container{}, onUI: onUI, have: map[tileKey]*tile{}, asked: map[tileKey]bool{},
		pace: time.Millisecond, budget: patience, own: raster.New(), under: newUnderlay(),
	}
}

// open starts the workers where there are none. Fyne drops the renderer of a
// window that was not painted for a minute and asks for another later.
func (t *tiles) open() {
	if t.work == nil {
		t.work = newWorkers(max(1, runtime.NumCPU()-1))
	}
}

// close ends the workers; what they were asked for is not done.
func (t *tiles) close() {
	if t.work != nil {
		t.work.close()
		t.work = nil
	}
	clear(t.asked)
	t.under.abandon()
}

// setScene marks what of the tiles differs between the scenes as stale.
func (t *tiles) setScene(old, s *scene.Scene) {
	t.scene = s
	t.gen.Add(1)
	clear(t.asked)
	all := old == nil || old.Page != s.Page || old.Theme.Name != s.Theme.Name
	for k, x := range t.have {
		if all || x.image.Image.Bounds().Size() != t.size(k) {
			x.stale = wholly
		} else if x.stale != wholly {
			x.stale = x.stale.Union(t.part(k, scene.Changed(old, s, t.area(k))))
		}
	}
}

// area is the part of the map that a tile shows, and what may spill into it.
func (t *tiles) area(k tileKey) scene.Rect {
	px := 1 / t.scale
	r := scene.Rect{X: float64(k.x*tileSize) * px, Y: float64(k.y*tileSize) * px, W: tileSize * px, H: tileSize * px}
	return r.Inset(-spill * px)
}

// part returns which pixels of a tile show a part of the map.
func (t *tiles) part(k tileKey, r scene.Rect) image.Rectangle {
	if r.W <= 0 || r.H <= 0 {
		return image.Rectangle{}
	}
	first := func(v float64) int { return int(math.Floor(v*t.scale - spill)) }
	last := func(v float64) int { return int(math.Ceil(v*t.scale + spill)) }
	px := image.Rect(first(r.X), first(r.Y), last(r.Right()), last(r.Bottom()))
	return px.Sub(image.Pt(k.x*tileSize, k.y*tileSize)).Intersect(wholly)
}

// show brings the tiles for a view.
func (t *tiles) show(v view, after func(time.Duration, func()) func() bool) {
	t.renew(after)
	if t.scale != v.scale() {
		t.rescale(v, after)
		return
	}
	t.move(v)
	t.fill(v)
	t.await(after)
}

// complete sheds the older pictures once all in view is drawn.
func (t *tiles) complete() {
	if len(t.former) > 0 && t.whole() {
		t.shed()
	}
	if t.filled != nil {
		t.filled()
	}
}

// whole reports whether all tiles in view are there at the present scale.
func (t *tiles) whole() bool {
	whole := t.view.scale() == t.scale
	t.span(t.view, 0).each(func(k tileKey) { whole = whole && t.fits(t.have[k], t.scale) })
	return whole
}

// move puts the box where the view has it; far from its base the base follows,
// so that places stay exact in float32.
func (t *tiles) move(v view) {
	px, py := math.Round(v.origin.X*t.scale), math.Round(v.origin.Y*t.scale)
	const far = 16
	rebased := false
	if at := (tileKey{int(px / tileSize), int(py / tileSize)}); abs(at.x-t.base.x) > far || abs(at.y-t.base.y) > far {
		t.base, rebased = at, true
		for _, x := range t.have {
			t.put(x, v.device)
		}
	}
	t.box.Move(fyne.NewPos(float32((float64(t.base.x*tileSize)-px)/v.device), float32((float64(t.base.y*tileSize)-py)/v.device)))
	if rebased {
		t.spreadFormer(v)
	}
}

func (t *tiles) put(x *tile, device float64) {
	b := x.image.Image.Bounds()
	x.image.Resize(fyne.NewSize(float32(float64(b.Dx())/device), float32(float64(b.Dy())/device)))
	x.image.Move(fyne.NewPos(float32(float64((x.key.x-t.base.x)*tileSize)/device), float32(float64((x.key.y-t.base.y)*tileSize)/device)))
}

// fill draws what is missing or stale in view within the budget, asks the workers
// for the rest and the ring around, and drops what is far. Stale tiles around wait
// until those in view are not: while somebody types they would be drawn for nothing.
func (t *tiles) fill(v view) {
	t.view = v
	var need []tileKey
	renewed := false
	t.span(v, 0).each(func(k tileKey) {
		if x := t.have[k]; x == nil || !x.stale.Empty() {
			renewed = renewed || x != nil
			need = append(need, k)
		}
	})
	late := t.drawNow(need, v)
	t.around(v, renewed)
	for i := len(late) - 1; i >= 0; i-- { // the workers take the latest first
		t.ask(late[i], v)
	}
	far := t.span(v, 2)
	for k, x := range t.have {
		if !far.has(k) {
			t.drop(x)
		}
	}
	t.complete()
}

// around asks for the ring of tiles around the view. Stale ones may wait.
func (t *tiles) around(v view, wait bool) {
	seen := t.span(v, 0)
	t.waiting = false
	t.span(v, 1).each(func(k tileKey) {
		switch x := t.have[k]; {
		case seen.has(k), x != nil && x.stale.Empty():
		case x != nil && wait:
			t.waiting = true
		default:
			t.ask(k, v)
		}
	})
}

// await draws the tiles that wait once nothing has changed for a moment.
func (t *tiles) await(after func(time.Duration, func()) func() bool) {
	if t.rest != nil {
		t.rest()
		t.rest = nil
	}
	if !t.waiting {
		return
	}
	t.rest = after(settle, func() {
		t.rest = nil
		if t.view.scale() == t.scale {
			t.fill(t.view)
		}
	})
}

// current reports whether all in view is drawn as the scene is now.
func (t *tiles) current() bool {
	ok := t.view.scale() == t.scale
	t.span(t.view, 0).each(func(k tileKey) {
		if x := t.have[k]; x == nil || !x.stale.Empty() {
			ok = false
		}
	})
	return ok
}
