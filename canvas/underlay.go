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
	underStrip  = 128                    // pixels that are drawn at once, so that tiles do not wait for it
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
	u.stop = after(quiet, func() {
		u.stop = nil
		t.drawUnder()
	})
}

// drawUnder has the workers draw the underlay when they have nothing else to do.
func (t *tiles) drawUnder() {
	u, s, w := &t.under, t.under.wanted, t.work
	size, scale := small(s.Size)
	im := image.NewRGBA(image.Rectangle{Max: size})
	gen := u.gen.Load()
	var next func(x int)
	next = func(x int) {
		w.later(func(p *raster.Painter) {
			if u.gen.Load() != gen {
				return
			}
			strip(p, s, im, x, scale)
			if x+underStrip < size.X {
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

// small returns how large the underlay of a map is, pixels, and its pixels a point.
func small(size scene.Point) (image.Point, float64) {
	k := min(1, underSide/max(size.X, size.Y), math.Sqrt(underPixels/(size.X*size.Y)))
	if n := math.Floor(min(size.X, size.Y) * k); n >= 1 { // whole pixels where one weighs most
		k = n / min(size.X, size.Y)
	}
	side := func(v float64) int { return max(1, int(math.Ceil(v*k-1e-6))) }
	return image.Pt(side(size.X), side(size.Y)), k
}

// strip draws what the underlay shows from x on.
func strip(p *raster.Painter, s *scene.Scene, im *image.RGBA, x int, scale float64) {
	part := image.NewRGBA(image.Rect(0, 0, min(underStrip, im.Rect.Dx()-x), im.Rect.Dy()))
	raster.Tile(p, s, part, x, 0, scale)
	for y := range part.Rect.Dy() {
		copy(im.Pix[im.PixOffset(x, y):], part.Pix[part.PixOffset(0, y):part.PixOffset(0, y)+part.Stride])
	}
}
