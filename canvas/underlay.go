package canvas

import (
	"image"
	"math"
	"sync/atomic"
	"time"

	fynecanvas "fyne.io/fyne/v2/canvas"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
)

const (
	quiet       = 300 * time.Millisecond // without a change of the map before the underlay is drawn
	underPixels = 1 << 20                // of the underlay at most: 4 MB
	underSide   = 4096                   // pixels a side at most: every graphics card takes them
	underLow    = 48                     // pixels it is high at least, while that is no more than mostFold times as much to draw
	mostFold    = 64
	underStrip  = 128 // pixels that are drawn at once, so that tiles do not wait for it
)

// underlay is a small picture of the whole map, blurred but in the right colours. It
// is seen where there is no tile of any scale: beside the old ones while somebody
// zooms out, and far away after a jump.
type underlay struct {
	image  *fynecanvas.Image
	of     *scene.Scene // what it shows, nil: nothing yet
	wanted *scene.Scene // what it shows, or will
	gen    *atomic.Int64
	stop   func() bool
}

func newUnderlay() underlay {
	u := underlay{image: &fynecanvas.Image{ScaleMode: fynecanvas.ImageScaleFastest}, gen: &atomic.Int64{}}
	u.image.Hide()
	return u
}

// abandon leaves the picture as it is.
func (u *underlay) abandon() {
	if u.stop != nil {
		u.stop()
		u.stop = nil
	}
	u.gen.Add(1)
	u.wanted = u.of
}

// renew has the underlay drawn again once the map has not changed for a moment.
func (t *tiles) renew(after func(time.Duration, func()) func() bool) {
	u := &t.under
	if u.wanted == t.scene || t.work == nil {
		return
	}
	u.abandon()
	if u.of == t.scene {
		return
	}
	u.wanted = t.scene
	gen := u.gen.Load()
	u.stop = after(quiet, func() {
		if u.gen.Load() != gen {
			return // it was on its way when it was stopped
		}
		u.stop = nil
		t.drawUnder()
	})
}

// drawUnder has the workers draw the underlay when they have nothing else to do.
func (t *tiles) drawUnder() {
	u, s, w := &t.under, t.under.wanted, t.work
	g := grainOf(s.Size)
	im := image.NewRGBA(image.Rectangle{Max: g.size})
	gen := u.gen.Load()
	var next func(x int)
	next = func(x int) {
		w.later(func(p *raster.Painter) {
			if u.gen.Load() != gen {
				return
			}
			strip(p, s, im, x, g)
			if x+underStrip < g.size.X {
				next(x + underStrip)
				return
			}
			t.onUI(func() {
				if u.gen.Load() == gen {
					u.show(im, s)
					t.complete()
				}
			})
		})
	}
	next(0)
}

func (u *underlay) show(im *image.RGBA, s *scene.Scene) {
	u.image.Image, u.of = im, s
	u.image.Refresh()
}

// grain is how the underlay of a map is drawn.
type grain struct {
	size  image.Point // pixels
	scale float64     // pixels a point it is drawn at
	fold  int         // pixels side by side that become one: a long map would be a thread otherwise
}

func grainOf(size scene.Point) grain {
	k := min(1, underSide/max(size.X, size.Y), math.Sqrt(underPixels/(size.X*size.Y)))
	fold := 1.0
	if h := size.Y * k; k < 1 && h < underLow {
		fold = min(math.Ceil(underLow/h), mostFold)
		k *= fold
	}
	if n := math.Floor(min(size.X, size.Y) * k); n >= 1 { // whole pixels where one weighs most
		k = n / min(size.X, size.Y)
	}
	side := func(v float64) int { return max(1, int(math.Ceil(v-1e-6))) }
	return grain{image.Pt(side(size.X*k/fold), side(size.Y*k)), k, int(fold)}
}

// strip draws what the underlay shows from x on.
func strip(p *raster.Painter, s *scene.Scene, im *image.RGBA, x int, g grain) {
	w := min(underStrip, im.Rect.Dx()-x)
	part := image.NewRGBA(image.Rect(0, 0, w*g.fold, im.Rect.Dy()))
	raster.Tile(p, s, part, x*g.fold, 0, g.scale)
	for y := range part.Rect.Dy() {
		from, to := part.Pix[part.PixOffset(0, y):], im.Pix[im.PixOffset(x, y):]
		for i := range 4 * w {
			sum := 0
			for n := range g.fold {
				sum += int(from[4*(i/4*g.fold+n)+i%4])
			}
			to[i] = byte(sum / g.fold)
		}
	}
}
