package canvas_test

import (
	"fmt"
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// rest lets the time pass that a zoom waits for.
func (b *bench) rest() {
	late := b.late
	b.late = nil
	for _, f := range late {
		f()
	}
	b.settle()
}

// TestRendererMayComeAndGo: Fyne drops the renderer of a window that was not
// painted for a minute, and asks for another when it is painted again.
func TestRendererMayComeAndGo(t *testing.T) {
	b := setUp(t, fyne.NewSize(900, 600))
	b.board.ZoomTo(3)
	b.rest()
	want := len(b.tiles())
	b.board.ZoomTo(1)
	b.rest()
	r := b.board.CreateRenderer()
	r.Destroy()
	r.Destroy()
	b.board.ZoomTo(3)
	b.rest()
	if got := len(b.tiles()); got >= want {
		t.Fatalf("%d tiles of %d without workers: the view is too small to tell", got, want)
	}
	b.board.CreateRenderer()
	b.settle()
	if got := len(b.tiles()); got != want {
		t.Errorf("%d tiles after the renderer came again, want %d", got, want)
	}
}

func TestASmallerMapStaysInSight(t *testing.T) {
	b := setUp(t, fyne.NewSize(700, 500))
	b.board.ZoomTo(2)
	size := b.board.Scene().Size
	b.board.ShowRect(scene.Rect{X: size.X - 100, Y: 10, W: 100, H: 100}, false)
	b.rest()
	for _, tp := range b.m.Journey() {
		b.m.Delete(journey.KindTouchpoint, tp.ID)
	}
	b.board.SetScene(layOut(b.m))
	b.settle()
	size = b.board.Scene().Size
	if pos, of := b.board.OnScreen(scene.Rect{W: size.X, H: size.Y}); pos.X+of.Width < 1 || pos.Y+of.Height < 1 {
		t.Errorf("the map ends at %v and is out of sight", pos.AddXY(of.Width, of.Height))
	}
	for _, x := range b.tiles() {
		if im := x.Image.(*image.RGBA); im.Rect.Empty() {
			t.Error("an empty tile")
		}
	}
}

// TestTilesMeetFarOut: a million points from the left edge the tiles lie next to
// each other on whole pixels.
func TestTilesMeetFarOut(t *testing.T) {
	b := wide(t, 3000)
	b.board.ZoomTo(3)
	last := b.board.Scene().Columns[len(b.board.Scene().Columns)-1]
	b.board.Reveal(scene.Rect{X: last.X, Y: 200, W: last.W, H: 100})
	b.rest()
	tiles := b.tiles()
	if len(tiles) < 4 {
		t.Fatalf("%d tiles", len(tiles))
	}
	for _, x := range tiles {
		p := x.Position()
		if p.X != float32(math.Round(float64(p.X))) || math.Mod(float64(p.X), 512) != 0 || math.Mod(float64(p.Y), 512) != 0 {
			t.Errorf("a tile lies at %v", p)
		}
	}
}

// TestAFastPanLeavesNoTilesBehind: what workers bring for a view that moved on
// is not kept.
func TestAFastPanLeavesNoTilesBehind(t *testing.T) {
	b := wide(t, 1000)
	b.board.ZoomTo(1)
	b.rest()
	for range 60 {
		b.board.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-400, 0)})
	}
	b.rest()
	const most = 9 * 8 // the view and two rings
	if n := len(b.tiles()); n > most {
		t.Errorf("%d tiles are kept, want no more than %d", n, most)
	}
}

func BenchmarkPan(b *testing.B) {
	for _, selected := range []int{0, 1, 16} {
		b.Run(fmt.Sprintf("selected=%d", selected), func(b *testing.B) {
			w := wide(b, 10_000)
			w.board.ZoomTo(0.6)
			w.rest()
			all := w.m.Journey()
			var refs []scene.Ref
			for i := range selected {
				refs = append(refs, scene.Ref{Kind: journey.KindTouchpoint, ID: all[len(all)-1-i].ID})
			}
			w.board.Select(refs...)
			for i := 0; b.Loop(); i++ {
				d := float32(-5)
				if i%120 >= 60 {
					d = 5
				}
				w.board.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(d, 0)})
			}
		})
	}
}

// BenchmarkSettle measures what the interface's goroutine does when a zoom comes
// to rest.
func BenchmarkSettle(b *testing.B) {
	for _, n := range []int{300, 10_000} {
		b.Run(fmt.Sprintf("touchpoints=%d", n), func(b *testing.B) {
			w := wide(b, n)
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				w.settle()
				b.StartTimer()
				w.board.ZoomTo(0.5 + 0.1*float64(i%5))
				late := w.late
				w.late = nil
				for _, f := range late {
					f()
				}
			}
		})
	}
}

// wide is a board of a full screen with a map of n touchpoints.
func wide(tb testing.TB, n int) *bench {
	tb.Helper()
	test.NewTempApp(tb)
	b := newBench(many(n))
	w := test.NewTempWindow(tb, b.board)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1920, 1080))
	b.board.SetScene(layOut(b.m))
	b.settle()
	return b
}

// many is a map of n touchpoints in ten stages.
func many(n int) *journey.Map {
	m := journey.New("m", "Many touchpoints")
	id := func(p string, i int) journey.ID { return journey.ID(fmt.Sprintf("%s%d", p, i)) }
	for i, k := range journey.Spread(10) {
		m.Put(journey.Stage{ID: id("s", i), Order: k, Name: fmt.Sprintf("Stage %d", i+1), Phase: journey.During})
	}
	types := []journey.LaneType{journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap}
	for i, k := range journey.Spread(len(types)) {
		m.Put(journey.Lane{ID: id("l", i), Order: k, Type: types[i]})
	}
	for i, k := range journey.Spread(n) {
		m.Put(journey.Touchpoint{
			ID: id("t", i), Order: k, Stage: id("s", i*10/n), Lane: "l0", Title: fmt.Sprintf("Compares offer %d", i),
			Type: journey.TwoWay, Expected: journey.Feel(math.Sin(float64(i))), Actual: journey.Feel(math.Cos(float64(i) / 3)),
		})
	}
	return m
}
