package canvas

import (
	"image"
	"math"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"touchline.app/canvas/raster"
)

// job is a tile to be drawn while the person waits.
type job struct {
	key  tileKey
	im   *image.RGBA
	old  *image.RGBA // what is shown now, all of it still right but the part; nil: nothing
	part image.Rectangle
	done bool
}

// drawNow draws tiles while the person waits, with the help of the workers, and
// returns those that the budget has no time for.
func (t *tiles) drawNow(need []tileKey, v view) (late []tileKey) {
	jobs := t.jobs(need)
	begun := time.Now()
	var next atomic.Int32
	t.share(len(jobs), func(p *raster.Painter) {
		for {
			i := int(next.Add(1)) - 1
			if i >= len(jobs) || i > 0 && time.Since(begun) > t.budget {
				return
			}
			j := &jobs[i]
			if j.old != nil {
				copy(j.im.Pix, j.old.Pix)
			}
			draw(p, t.scene, t.marks, j.key, j.im, j.part, t.scale)
			j.done = true
		}
	})
	drawn, all := 0, true
	for i := range jobs {
		if j := &jobs[i]; !j.done {
			t.save(j.im)
			late = append(late, j.key)
		} else {
			drawn, all = drawn+1, all && j.old == nil
			t.keep(j.key, j.im, v.device)
		}
	}
	if drawn > 0 && all {
		t.pace = (3*t.pace + time.Since(begun)/time.Duration(drawn)) / 4
	}
	return late
}

// jobs makes ready what is drawn now: of a tile of which only a part is stale no
// more than that.
func (t *tiles) jobs(need []tileKey) []job {
	jobs := make([]job, 0, len(need))
	for _, k := range need {
		im := t.pixels(k)
		if im == nil {
			continue
		}
		j := job{key: k, im: im, part: im.Rect}
		if x := t.have[k]; x != nil && x.stale != wholly {
			j.old, j.part = x.image.Image.(*image.RGBA), x.stale
		}
		jobs = append(jobs, j)
	}
	return jobs
}

// share does a task of so many pieces here, and where it is more than one in the
// workers too. It returns when none is at it any more.
func (t *tiles) share(pieces int, task func(*raster.Painter)) {
	if t.work == nil || pieces < 2 {
		task(t.own)
		return
	}
	t.work.share(t.own, task)
}

// size returns how large the image of a tile is: as far as the map reaches into it.
func (t *tiles) size(k tileKey) image.Point {
	return t.sizeAt(k, t.scale)
}

func (t *tiles) sizeAt(k tileKey, scale float64) image.Point {
	w := min(tileSize, int(math.Ceil(t.scene.Size.X*scale))-k.x*tileSize)
	h := min(tileSize, int(math.Ceil(t.scene.Size.Y*scale))-k.y*tileSize)
	return image.Pt(w, h)
}

// pixels returns an image for a tile, nil where there is no map. What is in it is
// drawn over.
func (t *tiles) pixels(k tileKey) *image.RGBA {
	size := t.size(k)
	if size.X <= 0 || size.Y <= 0 {
		return nil
	}
	var px []byte
	if n := len(t.spare); n > 0 {
		px = t.spare[n-1]
		t.spare = t.spare[:n-1]
	} else {
		px = make([]byte, tileBytes)
	}
	return &image.RGBA{Pix: px[:4*size.X*size.Y], Stride: 4 * size.X, Rect: image.Rectangle{Max: size}}
}

// ask has a worker draw a tile.
func (t *tiles) ask(k tileKey, v view) {
	if t.work == nil || t.asked[k] {
		return
	}
	im := t.pixels(k)
	if im == nil {
		return
	}
	t.asked[k] = true
	gen, s, marks, scale := t.gen.Load(), t.scene, t.marks, t.scale
	t.work.do(func(p *raster.Painter) {
		if t.gen.Load() != gen {
			return
		}
		draw(p, s, marks, k, im, im.Rect, scale)
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
	if px, ok := im.Image.(*image.RGBA); ok {
		t.save(px)
	}
	im.Refresh()   // gives its texture back
	im.Image = nil // the toolkit remembers a picture for a minute, with all its pixels
	for i, o := range t.box.Objects {
		if o == im {
			t.box.Objects = append(t.box.Objects[:i], t.box.Objects[i+1:]...)
			break
		}
	}
	t.dirty()
}

// save keeps pixels that are no longer shown, to be drawn into again.
func (t *tiles) save(px *image.RGBA) {
	if cap(px.Pix) == tileBytes && len(t.spare) < mostSpare {
		t.spare = append(t.spare, px.Pix[:tileBytes])
	}
}

// dirty has the window painted again without a word to its textures.
func (t *tiles) dirty() {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(t.box).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}
