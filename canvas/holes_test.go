package canvas_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"touchline.app/canvas/scene"
)

// bare returns a place of the map in view where no picture of it lies.
func (b *bench) bare(pictures []*fynecanvas.Image) (fyne.Position, bool) {
	size := b.board.Scene().Size
	at, of := b.board.OnScreen(scene.Rect{W: size.X, H: size.Y})
	end := b.board.Size()
	const step, rim = 8, 1.5
	for y := max(at.Y, 0) + rim; y < min(at.Y+of.Height, end.Height)-rim; y += step {
		for x := max(at.X, 0) + rim; x < min(at.X+of.Width, end.Width)-rim; x += step {
			if p := fyne.NewPos(x, y); !b.lies(p, pictures) {
				return p, true
			}
		}
	}
	return fyne.Position{}, false
}

// lies reports whether one of the tiles or of the pictures beside them is seen at a place.
func (b *bench) lies(p fyne.Position, pictures []*fynecanvas.Image) bool {
	in := func(p fyne.Position, im *fynecanvas.Image) bool {
		at, size := im.Position(), im.Size()
		return im.Visible() && im.Image != nil && p.X >= at.X && p.Y >= at.Y && p.X <= at.X+size.Width && p.Y <= at.Y+size.Height
	}
	for _, im := range pictures {
		if in(p, im) {
			return true
		}
	}
	for _, o := range test.WidgetRenderer(b.board).Objects() {
		if c, ok := o.(*fyne.Container); ok {
			p = p.Subtract(c.Position())
		}
	}
	for _, im := range b.tiles() {
		if in(p, im) {
			return true
		}
	}
	return false
}

// blurred is the small picture of the whole map below the tiles.
func (b *bench) blurred() *fynecanvas.Image {
	objects := test.WidgetRenderer(b.board).Objects()
	for i, o := range objects[1:] {
		if _, ok := o.(*fyne.Container); ok {
			return objects[i].(*fynecanvas.Image)
		}
	}
	return nil
}

// blur waits for the small picture of the map.
func (b *bench) blur() {
	for b.blurred().Image == nil {
		(<-b.calls)()
	}
}

// tick lets the time pass that a zoom or the next step of a glide waits for; nothing
// that the workers drew comes in.
func (b *bench) tick() {
	late := b.late
	b.late = nil
	for _, f := range late {
		f()
	}
}

func (b *bench) scroll(dx, dy float32) {
	b.board.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(dx, dy)})
}

// busy is a board at rest that draws no more than one tile at once from now on.
func busy(t *testing.T) *bench {
	t.Helper()
	b := wide(t, 300)
	b.board.ZoomTo(1)
	b.rest()
	b.rest()
	b.blur()
	b.settle()
	b.board.Slow()
	return b
}

// TestNoHolesWhileTheWorkersAreHeldBack: of all of the map in view there is some
// picture after each step, though no tile of the workers comes in.
func TestNoHolesWhileTheWorkersAreHeldBack(t *testing.T) {
	out, in, tick := func(b *bench) { b.board.ZoomOut() }, func(b *bench) { b.board.ZoomIn() }, (*bench).tick
	pan := func(dx, dy float32) func(*bench) { return func(b *bench) { b.scroll(dx, dy) } }
	show := func(x float64, glide bool) func(*bench) {
		return func(b *bench) {
			b.board.ShowRect(scene.Rect{X: x * b.board.Scene().Size.X, Y: 10, W: 2500, H: 300}, glide)
		}
	}
	fit := func(b *bench) { b.board.Fit() }
	for name, steps := range map[string][]func(*bench){
		"zoom out":            {out, out, out, out, out, out, tick, out, out, fit, tick},
		"zoom there and back": {out, tick, out, tick, in, tick, in, in, tick, out, out, tick},
		"pan":                 {pan(-300, 0), pan(-300, 0), pan(-300, 0), pan(-2000, 0), pan(500, 90)},
		"zoom and pan":        {in, tick, pan(-300, 0), out, pan(-900, 0), tick, pan(-9000, 0), out},
		"glide":               {show(0.6, true), tick, tick, tick, tick, tick, tick, tick, tick, tick, tick, tick, tick, tick},
		"jump":                {show(0.9, false), out, tick, fit, tick, show(0.3, false), tick},
	} {
		t.Run(name, func(t *testing.T) {
			b := busy(t)
			for i, step := range steps {
				step(b)
				if p, ok := b.bare([]*fynecanvas.Image{b.blurred()}); ok {
					t.Fatalf("after step %d the map is bare at %v", i+1, p)
				}
			}
			b.rest()
			b.rest()
			if p, ok := b.bare(nil); ok || b.blurred().Visible() {
				t.Errorf("at rest the tiles leave the map bare at %v", p)
			}
		})
	}
}

// TestTheStretchedPictureStaysUntilAllIsSharp: a hand that goes on zooming before the
// tiles are there sees the picture that it had, not the blurred one.
func TestTheStretchedPictureStaysUntilAllIsSharp(t *testing.T) {
	b := busy(t)
	most := 0
	for i := range 8 {
		b.board.ZoomIn()
		b.tick()
		b.scroll(-4, 0)
		if p, ok := b.bare(nil); ok {
			t.Fatalf("after %d steps no tile lies at %v", i+1, p)
		}
		if b.blurred().Visible() {
			t.Errorf("after %d steps the blurred picture is painted for nothing", i+1)
		}
		most = max(most, len(b.tiles()))
	}
	if most > 2*9*8 {
		t.Errorf("%d tiles are kept", most)
	}
	b.rest()
	if n := len(b.tiles()); n > 9*8 {
		t.Errorf("%d tiles are kept once all is sharp", n)
	}
}

func TestTheBlurredPictureIsSmall(t *testing.T) {
	for _, n := range []int{1, 300, 10_000} {
		b := wide(t, n)
		b.rest()
		b.blur()
		if px := b.blurred().Image.Bounds().Size(); px.X*px.Y > 1<<20+4096 || px.X > 4096 || px.Y > 4096 || px.Y < 40 {
			t.Errorf("%d touchpoints: it has %v pixels", n, px)
		}
		seen := map[color.Color]bool{} // from top to bottom: not a white sheet
		for y := range b.blurred().Image.Bounds().Dy() {
			seen[b.blurred().Image.At(b.blurred().Image.Bounds().Dx()/2, y)] = true
		}
		if len(seen) < 4 {
			t.Errorf("%d touchpoints: it shows %d colours", n, len(seen))
		}
	}
}

// TestTheStretchedPictureStaysWhereItBelongs: after a jump at the new scale it is not seen
// somewhere else.
func TestTheStretchedPictureStaysWhereItBelongs(t *testing.T) {
	b := busy(t)
	b.board.ZoomIn()
	b.tick()
	b.scroll(-4000, 0)
	if _, ok := b.bare(nil); !ok {
		t.Error("tiles of another part of the map lie in view")
	}
	if p, ok := b.bare([]*fynecanvas.Image{b.blurred()}); ok {
		t.Errorf("the map is bare at %v", p)
	}
}
