package canvas

import (
	"image"
	"math"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"touchline.app/canvas/raster"
)

// drawNow draws a tile while the person waits.
func (t *tiles) drawNow(k tileKey, v view) {
	im := t.pixels(k)
	if im == nil {
		return
	}
	drawn := time.Now()
	draw(t.own, t.scene, t.marks, k, im, t.scale)
	t.pace = (3*t.pace + time.Since(drawn)) / 4
	t.keep(k, im, v.device)
}

// size returns how large the image of a tile is: as far as the map reaches into it.
func (t *tiles) size(k tileKey) image.Point {
	w := min(tileSize, int(math.Ceil(t.scene.Size.X*t.scale))-k.x*tileSize)
	h := min(tileSize, int(math.Ceil(t.scene.Size.Y*t.scale))-k.y*tileSize)
	return image.Pt(w, h)
}

// pixels returns an image for a tile, nil where there is no map. What is in it is
// drawn over.
func (t *tiles) pixels(k tileKey) *image.RGBA {
	size := t.size(k)
	if size.X <= 0 || size.Y <= 0 {
		return nil
	}
	if n := len(t.spare); n > 0 && size == image.Pt(tileSize, tileSize) {
		im := t.spare[n-1]
		t.spare = t.spare[:n-1]
		return im
	}
	return image.NewRGBA(image.Rectangle{Max: size})
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
