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
	if len(t.have) == 0 || time.Duration(count*float64(t.pace)) < t.budget {
		t.redraw(v)
		return
	}
	t.stop = after(settle, func() {
		t.stop = nil
		t.redraw(t.view)
	})
}

// stretch shows the tiles there are at another scale, and those of older scales
// below them where they do not reach.
func (t *tiles) stretch(v view) {
	t.view = v
	now := sheet{t.scale, t.have}
	if t.covers(now, v) {
		t.shed()
	}
	t.box.Move(fyne.NewPos(0, 0))
	t.spread(now, v)
	t.spreadFormer(v)
}

// redraw begins anew at the view's scale: the tiles in view at once.
func (t *tiles) redraw(v view) {
	t.retire(v)
	clear(t.asked)
	t.gen.Add(1)
	t.scale = v.scale()
	t.base = tileKey{int(math.Floor(v.origin.X * t.scale / tileSize)), int(math.Floor(v.origin.Y * t.scale / tileSize))}
	t.move(v)
	t.spreadFormer(v)
	t.fill(v)
}
