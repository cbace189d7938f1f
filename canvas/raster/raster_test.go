package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"math/rand"
	"sync"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

var (
	ink   = scene.Color{R: 0x11, G: 0x18, B: 0x27, A: 255}
	paper = scene.Color{R: 255, G: 255, B: 255, A: 255}
	tint  = scene.Color{R: 0xd6, G: 0x45, B: 0x5b, A: 90}
)

// picture paints every kind of mark at odd places.
func picture(p scene.Painter) {
	p.Rect(scene.Rect{X: -50, Y: -50, W: 2000, H: 2000}, 0, paper)
	fonts := text.Embedded()
	for i := range 12 {
		x, y := 13.3+float64(i%4)*151.7, 11.1+float64(i/4)*133.9
		p.Rect(scene.Rect{X: x, Y: y, W: 120.4, H: 90.6}, 7, scene.Color{R: 200, G: 210, B: 220, A: 255})
		p.Rect(scene.Rect{X: x + 0.8, Y: y + 0.8, W: 118.8, H: 89}, 6.2, paper)
		p.Text(fonts.Line("Compares times, affine Wörter", text.Semibold), scene.Point{X: x + 6, Y: y + 20}, 9+float64(i)/3, ink)
		p.Fill(scene.Circle(x+20, y+50, 4+float64(i)), tint)
		p.Stroke(scene.Circle(x+20, y+50, 4+float64(i)), scene.Stroke{Color: ink, Width: 1.5})
	}
	var curve scene.Path
	curve = curve.Move(-30, 200).Cubic(200, -100, 300, 600, 700, 120).Cubic(720, 50, 800, 300, 900, 320)
	p.Fill(curve.Line(900, 400).Line(-30, 400).Close(), tint)
	p.Stroke(curve, scene.Stroke{Color: ink, Width: 2.5})
	p.Stroke(curve, scene.Stroke{Color: tint, Width: 5, Dash: []float64{5, 4}})
	p.Stroke(scene.Path(nil).Move(-1000, 77.7).Line(3000, 77.7), scene.Stroke{Color: ink, Width: 0.7, Dash: []float64{2, 3}})
	p.Stroke(scene.Path(nil).Move(40, 300).Line(90, 310).Line(45, 330).Line(300, 330), scene.Stroke{Color: tint, Width: 9})
}

func whole(w, h int, scale float64) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	p := raster.New()
	p.Reset(img, scene.Point{}, scale)
	picture(p)
	return img
}

func TestTilesFitWithoutSeam(t *testing.T) {
	const w, h = 900, 600
	for _, scale := range []float64{0.1, 0.5, 1, 1.3, 1.7, 2} {
		want := whole(w, h, scale)
		for _, size := range []image.Point{{512, 512}, {256, 128}, {101, 67}, {900, 50}} {
			t.Run(fmt.Sprintf("%v at %v", size, scale), func(t *testing.T) {
				p := raster.New()
				for y := 0; y < h; y += size.Y {
					for x := 0; x < w; x += size.X {
						tile := image.NewRGBA(image.Rectangle{Max: size})
						p.Reset(tile, scene.Point{X: float64(x) / scale, Y: float64(y) / scale}, scale)
						picture(p)
						compare(t, want, tile, image.Pt(x, y))
					}
				}
			})
		}
	}
}

func compare(t *testing.T, want, tile *image.RGBA, at image.Point) {
	t.Helper()
	r := tile.Rect.Add(at).Intersect(want.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		a := want.Pix[want.PixOffset(r.Min.X, y):][:4*r.Dx()]
		b := tile.Pix[tile.PixOffset(0, y-at.Y):][:4*r.Dx()]
		if !bytes.Equal(a, b) {
			for i := range a {
				if a[i] != b[i] {
					t.Errorf("tile at %v differs at pixel (%d, %d): %d, want %d", at, r.Min.X+i/4, y, b[i], a[i])
					return
				}
			}
		}
	}
}

func TestPartOfAnImage(t *testing.T) {
	want := whole(300, 200, 1)
	big := image.NewRGBA(image.Rect(0, 0, 400, 300))
	part := big.SubImage(image.Rect(50, 60, 350, 260)).(*image.RGBA)
	p := raster.New()
	p.Reset(part, scene.Point{}, 1)
	picture(p)
	for y := range 200 {
		if !bytes.Equal(want.Pix[want.PixOffset(0, y):][:1200], part.Pix[part.PixOffset(50, 60+y):][:1200]) {
			t.Fatalf("row %d differs", y)
		}
	}
	if big.RGBAAt(49, 100).A != 0 || big.RGBAAt(350, 100).A != 0 || big.RGBAAt(100, 59).A != 0 || big.RGBAAt(100, 260).A != 0 {
		t.Error("painted outside its part")
	}
}

func TestStrangeNumbersDoNotPanic(t *testing.T) {
	strange := []float64{0, 1, -1, 0.3, 1e-9, 1e5, -1e7, 1e9, 1e18, 1e300, -1e300, math.MaxFloat64, math.NaN(), math.Inf(1), math.Inf(-1)}
	l := text.Embedded().Line("Ag", text.Regular)
	img := image.NewRGBA(image.Rect(0, 0, 64, 48))
	p := raster.New()
	for _, scale := range []float64{1, 0, -1, 1e9, math.NaN(), math.Inf(1)} {
		for _, a := range strange {
			for _, b := range strange {
				p.Reset(img, scene.Point{X: b, Y: a}, scale)
				p.Reset(img, scene.Point{}, scale)
				p.Rect(scene.Rect{X: a, Y: b, W: b, H: a}, a, tint)
				p.Rect(scene.Rect{X: 5, Y: 5, W: a, H: b}, b, tint)
				path := scene.Path(nil).Move(a, 3).Cubic(b, a, 20, b, 30, a).Line(7, b).Close().Line(b, b)
				p.Fill(path, tint)
				p.Stroke(path, scene.Stroke{Color: tint, Width: 2, Dash: []float64{3, 2}})
				p.Stroke(path, scene.Stroke{Color: tint, Width: b, Dash: []float64{a, b}})
				p.Stroke(scene.Path(nil).Move(2, 2).Line(40, 30), scene.Stroke{Color: tint, Width: a, Dash: []float64{b}})
				p.Text(l, scene.Point{X: a, Y: b}, 9, ink)
				p.Text(l, scene.Point{X: 3, Y: 30}, a, ink)
			}
		}
	}
	p.Text(nil, scene.Point{}, 9, ink)
	p.Fill(scene.Path(nil).Line(1, 1).Close(), ink)
	p.Fill(scene.Path{{Op: 99}}, ink)
	p.Stroke(nil, scene.Stroke{Color: ink, Width: 1})
}

func TestRectCoverage(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 8, 4))
	p := raster.New()
	p.Reset(img, scene.Point{}, 1)
	p.Rect(scene.Rect{X: 1.5, Y: 1, W: 3.25, H: 1.5}, 0, scene.Color{A: 255})
	for _, tc := range []struct {
		x, y int
		a    uint8
	}{{0, 1, 0}, {1, 1, 128}, {2, 1, 255}, {3, 1, 255}, {4, 1, 191}, {5, 1, 0}, {1, 2, 64}, {2, 2, 128}, {4, 2, 96}, {2, 0, 0}, {2, 3, 0}} {
		if got := img.RGBAAt(tc.x, tc.y).A; absDiff(got, tc.a) > 1 {
			t.Errorf("pixel (%d, %d) has alpha %d, want %d", tc.x, tc.y, got, tc.a)
		}
	}
}

// The fast way of rounded rectangles gives what filling their path gives.
func TestRoundedRectIsItsPath(t *testing.T) {
	for _, scale := range []float64{0.5, 1, 1.5, 3} {
		for _, r := range []scene.Rect{{X: 3, Y: 4, W: 40, H: 30}, {X: 3.25, Y: 4.75, W: 40.5, H: 30.25}, {X: 5, Y: 5, W: 17, H: 16.5}} {
			a, b := image.NewRGBA(image.Rect(0, 0, 160, 120)), image.NewRGBA(image.Rect(0, 0, 160, 120))
			p := raster.New()
			p.Reset(a, scene.Point{}, scale)
			p.Rect(r, 8, scene.Color{A: 255})
			p.Reset(b, scene.Point{}, scale)
			q := func(v float64) float64 { return math.Floor(v*scale*4+0.5) / 4 / scale }
			snapped := scene.Rect{X: q(r.X), Y: q(r.Y), W: q(r.Right()) - q(r.X), H: q(r.Bottom()) - q(r.Y)}
			p.Fill(scene.Rounded(snapped, 8), scene.Color{A: 255})
			worst := 0
			for i := 3; i < len(a.Pix); i += 4 {
				worst = max(worst, int(absDiff(a.Pix[i], b.Pix[i])))
			}
			if worst > 24 {
				t.Errorf("%v at %v: a pixel is off by %d", r, scale, worst)
			}
		}
	}
}

func TestStrokes(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	p := raster.New()
	p.Reset(img, scene.Point{}, 1)
	p.Stroke(scene.Path(nil).Move(10, 20).Line(60, 20), scene.Stroke{Color: scene.Color{A: 255}, Width: 4})
	for _, tc := range []struct {
		name string
		x, y int
		want bool
	}{{"in the middle", 30, 19, true}, {"inside the edge", 30, 21, true}, {"outside", 30, 22, false}, {"round cap", 8, 19, true}, {"corner of the cap", 8, 21, false}, {"beyond the cap", 7, 20, false}} {
		if got := img.RGBAAt(tc.x, tc.y).A > 140; got != tc.want {
			t.Errorf("%s: (%d, %d) drawn %v, want %v (alpha %d)", tc.name, tc.x, tc.y, got, tc.want, img.RGBAAt(tc.x, tc.y).A)
		}
	}
}

// Dashes follow a curve by its length: a ring of ten dashes has ten.
func TestDashesFollowTheCurve(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 200, 200))
	p := raster.New()
	p.Reset(img, scene.Point{}, 1)
	l := 2 * math.Pi * 80 / 10
	p.Stroke(scene.Circle(100, 100, 80), scene.Stroke{Color: scene.Color{A: 255}, Width: 2, Dash: []float64{l / 2, l / 2}})
	changes, was := 0, false
	for i := range 3600 {
		s, c := math.Sincos(float64(i) / 3600 * 2 * math.Pi)
		is := img.RGBAAt(int(100+80*c), int(100+80*s)).A > 100
		if is != was && i > 0 {
			changes++
		}
		was = is
	}
	if changes < 18 || changes > 20 {
		t.Errorf("%d changes between dash and gap, want about 19", changes)
	}
}

func TestTextIsLeftOutFromAfar(t *testing.T) {
	l := text.Embedded().Line("Checks in", text.Bold)
	for _, tc := range []struct {
		scale float64
		full  bool
		want  bool
	}{{1, false, true}, {0.25, false, true}, {0.24, false, false}, {0.24, true, true}} {
		img := image.NewRGBA(image.Rect(0, 0, 80, 40))
		p := raster.New()
		p.Full = tc.full
		p.Reset(img, scene.Point{}, tc.scale)
		p.Text(l, scene.Point{X: 4, Y: 30 / tc.scale}, 24, ink)
		if got := bytes.ContainsFunc(img.Pix, func(r rune) bool { return r != 0 }); got != tc.want {
			t.Errorf("at %v, full %v: drawn %v, want %v", tc.scale, tc.full, got, tc.want)
		}
	}
}

func absDiff(a, b uint8) uint8 {
	if a > b {
		return a - b
	}
	return b - a
}

// Tiles of a whole map, drawn by two painters at once, are parts of one picture.
func TestTilesOfAMap(t *testing.T) {
	const scale, side = 1.3, 256
	s := largeScene(12)
	want := image.NewRGBA(image.Rect(0, 0, int(s.Size.X*scale), int(s.Size.Y*scale)))
	raster.Tile(raster.New(), s, want, 0, 0, scale)
	var wait sync.WaitGroup
	for worker := range 2 {
		wait.Go(func() {
			p := raster.New()
			tile := image.NewRGBA(image.Rect(0, 0, side, side))
			for y := 0; y < want.Rect.Dy(); y += side {
				for x := worker * side; x < want.Rect.Dx(); x += 2 * side {
					raster.Tile(p, s, tile, x, y, scale)
					compare(t, want, tile, image.Pt(x, y))
				}
			}
		})
	}
	wait.Wait()
}

// A part of a tile gets the pixels it has in the whole one, and the rest stays.
func TestAPartIsWhatTheWholeHasThere(t *testing.T) {
	const side = 300
	s := largeScene(12)
	r := rand.New(rand.NewSource(5))
	p := raster.New()
	for i := range 120 {
		scale := []float64{0.2, 0.5, 1, 1.3, 2}[i%5]
		x, y := r.Intn(1+int(s.Size.X*scale)), r.Intn(1+int(s.Size.Y*scale/2))
		want := image.NewRGBA(image.Rect(0, 0, side, side))
		raster.Tile(raster.New(), s, want, x, y, scale)
		got := image.NewRGBA(want.Rect)
		part := image.Rect(r.Intn(side), r.Intn(side), r.Intn(side), r.Intn(side)).Canon()
		raster.Part(p, s, got, x, y, scale, part)
		for k := 0; k < len(got.Pix); k += 4 {
			rest := []byte{0, 0, 0, 0}
			if image.Pt(k/4%side, k/4/side).In(part) {
				rest = want.Pix[k : k+4]
			}
			if !bytes.Equal(got.Pix[k:k+4], rest) {
				t.Fatalf("part %v at %d,%d in %v: pixel %d is %v, want %v", part, x, y, scale, k/4, got.Pix[k:k+4], rest)
			}
		}
	}
}
