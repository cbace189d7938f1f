package canvas_test

import (
	"bytes"
	"image"
	"math/rand"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/resources"
)

// pictures are the tiles by where they lie on the board.
func (b *bench) pictures() map[fyne.Position]*image.RGBA {
	out := map[fyne.Position]*image.RGBA{}
	for _, o := range test.WidgetRenderer(b.board).Objects() {
		if c, ok := o.(*fyne.Container); ok {
			for i, im := range b.tiles() {
				px := *im.Image.(*image.RGBA) // its pixels may be drawn into again
				px.Pix = bytes.Clone(px.Pix)
				out[c.Position().Add(c.Objects[i].Position())] = &px
			}
		}
	}
	return out
}

// calm lets time pass until all in view and around is drawn.
func (b *bench) calm() {
	b.settle()
	for len(b.late) > 0 {
		late := b.late
		b.late = nil
		for _, f := range late {
			f()
		}
		b.settle()
	}
}

// scribble changes a touchpoint as keys would: letters that come and go, accents that
// tower over their line, other alphabets, emotions, signs.
func scribble(r *rand.Rand, m *journey.Map) {
	all := m.Journey()
	t := all[r.Intn(len(all))]
	letters := []string{"a", "W", " ", "f", "j", "ß", "水", "😀", "ש", "م", "z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "ก\u0e49", "\n"}
	more := letters[r.Intn(len(letters))]
	switch r.Intn(6) {
	case 0, 1:
		t.Title += more
	case 2:
		t.Title = t.Title[:len(t.Title)/2]
	case 3:
		t.Actual = journey.Feel(float64(r.Intn(41)-20) / 10)
	case 4:
		t.Actual.Quote += more + "fjord"
	default:
		t.Matters, t.Expected = !t.Matters, journey.Feel(float64(r.Intn(5)-2))
	}
	m.Put(t)
}

// TestAKeyLeavesTheVeryPixelsOfAFullDrawing: only what a key changed is drawn again,
// and nothing of what was there before stays, at any zoom and in both directions.
func TestAKeyLeavesTheVeryPixelsOfAFullDrawing(t *testing.T) {
	for _, zoom := range []float64{0.5, 1, 2} {
		b := setUp(t, fyne.NewSize(1100, 700))
		r := rand.New(rand.NewSource(int64(10 * zoom)))
		b.m.Head.Direction = []journey.Direction{journey.LeftToRight, journey.RightToLeft}[r.Intn(2)]
		series := scene.NewSeries(scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")})
		b.board.SetScene(series.Build(b.m))
		b.board.ZoomTo(zoom)
		b.calm()
		for step := range 12 {
			for range 1 + r.Intn(4) { // some follow each other before the tiles around are drawn
				scribble(r, b.m)
				b.board.SetScene(series.Build(b.m))
			}
			b.calm()
			kept := b.pictures()
			b.board.ZoomTo(zoom * 1.25) // and back: all is drawn from nothing
			b.calm()
			b.board.ZoomTo(zoom)
			b.calm()
			fresh := b.pictures()
			same := 0
			for at, want := range fresh {
				got := kept[at]
				if got == nil {
					continue
				}
				if got.Rect != want.Rect || !bytes.Equal(got.Pix, want.Pix) {
					t.Fatalf("zoom %v, step %d: the tile at %v is not as if drawn anew", zoom, step, at)
				}
				same++
			}
			if same < 4 {
				t.Fatalf("zoom %v, step %d: %d tiles lie where they lay", zoom, step, same)
			}
		}
	}
}

// TestTilesTakenOutGiveTheirPixelsBack: the toolkit remembers a picture for a minute
// after it was last seen, and keys come twelve times a second.
func TestTilesTakenOutGiveTheirPixelsBack(t *testing.T) {
	b := setUp(t, fyne.NewSize(1100, 700))
	b.board.ZoomTo(1)
	b.calm()
	r := rand.New(rand.NewSource(3))
	pixels, gone := map[*byte]bool{}, 0
	for range 40 {
		before := b.tiles()
		scribble(r, b.m)
		b.board.SetScene(layOut(b.m))
		b.calm()
		seen := map[*fynecanvas.Image]bool{}
		for _, x := range b.tiles() {
			seen[x] = true
			pixels[&x.Image.(*image.RGBA).Pix[0]] = true
		}
		for _, x := range before {
			if !seen[x] {
				if gone++; x.Image != nil {
					t.Fatal("a tile that was taken out still has its pixels")
				}
			}
		}
	}
	if most := 3 * len(b.tiles()); gone == 0 || len(pixels) > most {
		t.Errorf("%d tiles were taken out, and %d pictures used for %d", gone, len(pixels), len(b.tiles()))
	}
}
