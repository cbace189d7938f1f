package canvas

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// settle is how long a zoom rests before its tiles are drawn sharp.
const settle = 80 * time.Millisecond

// rescale draws the tiles of another scale: at once where that is fast, and
// otherwise it stretches the old ones until the hand rests.
func (t *tiles) rescale(v view, after func(time.Duration, func()) func() bool) {
	if t.stop == nil {
		t.gen.Add(1) // what the workers still draw at the old scale has no place now
		clear(t.asked)
	} else if v.scale() != t.view.scale() { // a pan does not put the sharp picture off
		t.stop()
		t.stop = nil
	}
	t.stretch(v)
	if t.stop != nil {
		return
	}
	count := (v.w*v.device/tileSize + 1) * (v.h*v.device/tileSize + 1)
	if len(t.have) == 0 || time.Duration(count*float64(t.pace)) < budget {
		t.redraw(v)
		return
	}
	t.stop = after(settle, func() {
		t.stop = nil
		t.redraw(t.view)
	})
}

// stretch shows the tiles there are at another scale.
func (t *tiles) stretch(v view) {
	t.view = v
	if len(t.have) > 0 {
		t.shed()
	}
	k := v.scale() / t.scale
	side := func(px int) float32 { return float32(float64(px) * k / v.device) }
	for _, x := range t.have {
		b := x.image.Image.Bounds()
		x.image.Resize(fyne.NewSize(side(b.Dx()), side(b.Dy())))
		x.image.Move(fyne.NewPos(float32((float64(x.key.x*tileSize)*k-v.origin.X*v.scale())/v.device),
			float32((float64(x.key.y*tileSize)*k-v.origin.Y*v.scale())/v.device)))
	}
	t.box.Move(fyne.NewPos(0, 0))
}

// redraw begins anew at the view's scale: the tiles in view at once.
func (t *tiles) redraw(v view) {
	t.shed()
	for _, x := range t.have {
		t.old = append(t.old, x.image)
	}
	clear(t.have)
	clear(t.asked)
	t.gen.Add(1)
	t.scale = v.scale()
	t.base = tileKey{int(math.Floor(v.origin.X * t.scale / tileSize)), int(math.Floor(v.origin.Y * t.scale / tileSize))}
	t.move(v)
	at := t.box.Position()
	for _, im := range t.old { // from the view's corner to the box's
		im.Move(im.Position().Subtract(at))
	}
	t.fill(v)
}

// shed takes the pictures of an older scale away.
func (t *tiles) shed() {
	for _, im := range t.old {
		t.takeOut(im)
	}
	t.old = nil
}
