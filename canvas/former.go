package canvas

import (
	"math"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
)

// sheet is the tiles of one scale, device pixels a point.
type sheet struct {
	scale float64
	have  map[tileKey]*tile
}

// retire makes the tiles there are a picture that stands in for those of another
// scale. One that fills the view takes the place of all before it. One that does not,
// as the hand was faster than the workers, is laid over the last that did: without
// that the view would have holes where it was filled before.
func (t *tiles) retire(v view) {
	now := sheet{t.scale, t.have}
	t.have = map[tileKey]*tile{}
	switch {
	case len(now.have) == 0:
	case len(t.former) == 0 || t.covers(now, v):
		t.shed()
		t.former = []sheet{now}
	default:
		for _, s := range t.former[1:] {
			t.takeAway(s)
		}
		t.former = []sheet{t.former[0], now}
	}
	t.prune(v)
}

// prune takes away what of the former tiles is far from the view.
func (t *tiles) prune(v view) {
	seen := v.seen()
	near := seen.Inset(-max(seen.W, seen.H) / 2)
	left := t.former[:0]
	for _, s := range t.former {
		for k, x := range s.have {
			if !s.area(k).Overlaps(near) {
				delete(s.have, k)
				t.takeOut(x.image)
			}
		}
		if len(s.have) > 0 {
			left = append(left, s)
		}
	}
	t.former = left
}

// shed takes the pictures of older scales away.
func (t *tiles) shed() {
	for _, s := range t.former {
		t.takeAway(s)
	}
	t.former = nil
}

func (t *tiles) takeAway(s sheet) {
	for _, x := range s.have {
		t.takeOut(x.image)
	}
}

// spreadFormer places the former tiles in the box where it lies now.
func (t *tiles) spreadFormer(v view) {
	for _, s := range t.former {
		t.spread(s, v)
	}
}

// spread stretches the tiles of a scale to a view.
func (t *tiles) spread(s sheet, v view) {
	k := v.scale() / s.scale
	at := t.box.Position()
	side := func(px int) float32 { return float32(float64(px) * k / v.device) }
	for _, x := range s.have {
		b := x.image.Image.Bounds()
		x.image.Resize(fyne.NewSize(side(b.Dx()), side(b.Dy())))
		x.image.Move(fyne.NewPos(float32((float64(x.key.x*tileSize)*k-v.origin.X*v.scale())/v.device),
			float32((float64(x.key.y*tileSize)*k-v.origin.Y*v.scale())/v.device)).Subtract(at))
	}
}

// area is the part of the map that a tile shows.
func (s sheet) area(k tileKey) scene.Rect {
	side := tileSize / s.scale
	return scene.Rect{X: float64(k.x) * side, Y: float64(k.y) * side, W: side, H: side}
}

// covered reports whether the tiles of some scale leave nothing of the map in view bare.
func (t *tiles) covered() bool {
	if t.whole() || t.covers(sheet{t.scale, t.have}, t.view) {
		return true
	}
	for _, s := range t.former {
		if t.covers(s, t.view) {
			return true
		}
	}
	return false
}

// covers reports whether the tiles of a scale leave nothing of the map in a view bare.
func (t *tiles) covers(s sheet, v view) bool {
	const slack = 1e-6 // of a tile
	seen := v.seen()
	first := func(at float64) int { return int(math.Floor(max(at, 0)*s.scale/tileSize + slack)) }
	last := func(at, size float64) int { return int(math.Ceil(min(at, size)*s.scale/tileSize-slack)) - 1 }
	x1, y1 := last(seen.Right(), t.scene.Size.X), last(seen.Bottom(), t.scene.Size.Y)
	for y := first(seen.Y); y <= y1; y++ {
		for x := first(seen.X); x <= x1; x++ {
			if k := (tileKey{x, y}); !t.fits(s.have[k], s.scale) {
				return false
			}
		}
	}
	return true
}

// fits reports whether a tile is there and reaches as far as the map does now.
func (t *tiles) fits(x *tile, scale float64) bool {
	return x != nil && x.image.Image.Bounds().Size() == t.sizeAt(x.key, scale)
}
