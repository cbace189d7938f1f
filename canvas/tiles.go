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

// budget is the time the interface's goroutine gives to drawing tiles at once.
const budget = 8 * time.Millisecond

type tileKey struct{ x, y int }

// tile is a picture of a part of the map. Its image is never drawn into while it
// is shown: the driver may still be reading it.
type tile struct {
	key   tileKey
	image *fynecanvas.Image
	stale bool // drawn from an older scene
}

// tiles keeps the pictures of what is in view and one ring around it.
type tiles struct {
	box    *fyne.Container
	onUI   func(func())
	scene  *scene.Scene
	scale  float64 // device pixels a point the tiles were drawn at
	base   tileKey // tile at the origin of the box
	have   map[tileKey]*tile
	asked  map[tileKey]bool
	old    []*fynecanvas.Image // stretched pictures of the scale before, until the new are there
	view   view
	gen    atomic.Int64 // counts scenes and scales: a result of an older one is not wanted
	work   *workers
	filled func()        // called when tiles have come
	stop   func() bool   // of the settling timer
	pace   time.Duration // what a tile took lately
	own    *raster.Painter
	marks  []scene.Rect  // selected, in points; not changed once set
	spare  []*image.RGBA // pixels of tiles taken out, to be drawn into again
}

// mostSpare is the number of spare images kept, a megabyte each.
const mostSpare = 40

func newTiles(onUI func(func())) *tiles {
	return &tiles{
		box: &fyne.Container{}, onUI: onUI, have: map[tileKey]*tile{}, asked: map[tileKey]bool{},
		pace: time.Millisecond, own: raster.New(),
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
}

// setScene marks the tiles that differ between the scenes as stale.
func (t *tiles) setScene(old, s *scene.Scene) {
	t.scene = s
	t.gen.Add(1)
	clear(t.asked)
	if old == nil || old.Size != s.Size || old.Page != s.Page || old.Theme.Name != s.Theme.Name {
		for _, x := range t.have {
			x.stale = true
		}
		return
	}
	for _, r := range changed(old, s) {
		t.each(r, func(k tileKey) {
			if x := t.have[k]; x != nil {
				x.stale = true
			}
		})
	}
}

// show brings the tiles for a view.
func (t *tiles) show(v view, after func(time.Duration, func()) func() bool) {
	if t.scale != v.scale() {
		t.rescale(v, after)
		return
	}
	t.move(v)
	t.fill(v)
}

// complete sheds the older pictures once all in view is drawn.
func (t *tiles) complete() {
	if len(t.old) > 0 && t.whole() {
		t.shed()
	}
	if t.filled != nil {
		t.filled()
	}
}

// whole reports whether all tiles in view are there at the present scale.
func (t *tiles) whole() bool {
	whole := t.view.scale() == t.scale
	t.span(t.view, 0).each(func(k tileKey) { whole = whole && t.have[k] != nil })
	return whole
}

// move puts the box where the view has it; far from its base the base follows,
// so that places stay exact in float32.
func (t *tiles) move(v view) {
	px, py := math.Round(v.origin.X*t.scale), math.Round(v.origin.Y*t.scale)
	const far = 16
	if at := (tileKey{int(px / tileSize), int(py / tileSize)}); abs(at.x-t.base.x) > far || abs(at.y-t.base.y) > far {
		t.base = at
		for _, x := range t.have {
			t.put(x, v.device)
		}
	}
	t.box.Move(fyne.NewPos(float32((float64(t.base.x*tileSize)-px)/v.device), float32((float64(t.base.y*tileSize)-py)/v.device)))
}

func (t *tiles) put(x *tile, device float64) {
	b := x.image.Image.Bounds()
	x.image.Resize(fyne.NewSize(float32(float64(b.Dx())/device), float32(float64(b.Dy())/device)))
	x.image.Move(fyne.NewPos(float32(float64((x.key.x-t.base.x)*tileSize)/device), float32(float64((x.key.y-t.base.y)*tileSize)/device)))
}

// fill draws what is missing or stale in view within the budget, asks the workers
// for the rest and the ring around, and drops what is far.
func (t *tiles) fill(v view) {
	t.view = v
	seen := t.span(v, 0)
	ring := t.span(v, 1)
	start := time.Now()
	late := false
	seen.each(func(k tileKey) {
		if x := t.have[k]; x != nil && !x.stale {
			return
		}
		if late = late || time.Since(start) > budget; late {
			t.ask(k, v)
			return
		}
		if im := t.pixels(k); im != nil {
			drawn := time.Now()
			draw(t.own, t.scene, t.marks, k, im, t.scale)
			t.pace = (3*t.pace + time.Since(drawn)) / 4
			t.keep(k, im, v.device)
		}
	})
	ring.each(func(k tileKey) {
		if x := t.have[k]; x == nil || x.stale {
			t.ask(k, v)
		}
	})
	far := t.span(v, 2)
	for k, x := range t.have {
		if !far.has(k) {
			t.drop(x)
		}
	}
	t.complete()
}

// pixels returns an image for a tile, as large as the map reaches into it. What
// is in it is drawn over.
func (t *tiles) pixels(k tileKey) *image.RGBA {
	w := min(tileSize, int(math.Ceil(t.scene.Size.X*t.scale))-k.x*tileSize)
	h := min(tileSize, int(math.Ceil(t.scene.Size.Y*t.scale))-k.y*tileSize)
	if w <= 0 || h <= 0 {
		return nil
	}
	if n := len(t.spare); n > 0 && w == tileSize && h == tileSize {
		im := t.spare[n-1]
		t.spare = t.spare[:n-1]
		return im
	}
	return image.NewRGBA(image.Rect(0, 0, w, h))
}

// ask has a worker draw a tile.
func (t *tiles) ask(k tileKey, v view) {
	im := t.pixels(k)
	if t.work == nil || t.asked[k] || im == nil {
		return
	}
	t.asked[k] = true
	gen, s, marks, scale := t.gen.Load(), t.scene, t.marks, t.scale
	t.work.do(func(p *raster.Painter) {
		if t.gen.Load() != gen {
			return
		}
		draw(p, s, marks, k, im, scale)
		t.onUI(func() {
			if t.gen.Load() != gen {
				return
			}
			delete(t.asked, k)
			if t.span(t.view, 2).has(k) { // the view may be elsewhere by now
				t.keep(k, im, v.device)
				t.complete()
			}
		})
	})
}

// keep shows a drawn tile in place of the one there was.
func (t *tiles) keep(k tileKey, im *image.RGBA, device float64) {
	if old := t.have[k]; old != nil {
		t.drop(old)
	}
	pic := fynecanvas.NewImageFromImage(im)
	pic.ScaleMode = fynecanvas.ImageScaleFastest
	x := &tile{key: k, image: pic}
	t.have[k] = x
	t.put(x, device)
	t.box.Objects = append(t.box.Objects, pic)
	t.dirty()
}

func (t *tiles) drop(x *tile) {
	delete(t.have, x.key)
	t.takeOut(x.image)
}

func (t *tiles) takeOut(im *fynecanvas.Image) {
	if px, ok := im.Image.(*image.RGBA); ok && px.Rect.Dx() == tileSize && px.Rect.Dy() == tileSize && len(t.spare) < mostSpare {
		t.spare = append(t.spare, px)
	}
	im.Refresh() // gives its texture back
	for i, o := range t.box.Objects {
		if o == im {
			t.box.Objects = append(t.box.Objects[:i], t.box.Objects[i+1:]...)
			break
		}
	}
	t.dirty()
}

// dirty has the window painted again without a word to its textures.
func (t *tiles) dirty() {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(t.box).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}
