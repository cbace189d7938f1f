package page

import (
	"context"
	"image"
	"image/draw"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// TestTilesPutTogetherAreThePoster draws each tile, cuts it at its trim, puts
// the pieces together and compares them with the poster drawn in one.
func TestTilesPutTogetherAreThePoster(t *testing.T) {
	for _, tc := range []struct {
		name    string
		m       *journey.Map
		o       Options
		scale   float64
		atLeast int // tiles
	}{
		{"a0 on a4", flight(t), Options{Paper: A0, Tile: A4}, 1, 20},
		{"a2 on letter, no overlap", flight(t), Options{Paper: A2, Tile: Letter, Overlap: -1}, 2, 4},
		{"its own size on a3, from the right", arabic(t), Options{Tile: A3, Overlap: 20, Margin: 17}, 1, 2},
		{"with a head", flight(t), Options{Paper: A1, Tile: A3, Logo: logo(), Accent: scene.Color{R: 200, A: 255}}, 1, 4},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.o.Scene, tc.o.Mode = options().Scene, Poster
			d, err := Set(context.Background(), tc.m, tc.o)
			if err != nil {
				t.Fatal(err)
			}
			hold(t, d, false)
			p := &setter{ctx: context.Background(), Options: tc.o.defaults(), m: tc.m, s: scene.Build(tc.m, tc.o.Scene), doc: &Document{}, logoMost: logoHeight}
			p.content = marked(p.s)
			large, err := p.large()
			if err != nil {
				t.Fatal(err)
			}
			tiles, err := p.tiling(large.Size)
			if err != nil || tiles.cols*tiles.rows != len(d.Sheets) || len(d.Sheets) < tc.atLeast {
				t.Fatalf("%d sheets, %d x %d tiles, %v", len(d.Sheets), tiles.cols, tiles.rows, err)
			}
			painter := raster.New()
			want := paint(painter, large, tc.scale)
			got := image.NewRGBA(want.Rect)
			for i, s := range d.Sheets {
				_, trim := tiles.cell(i%tiles.cols, i/tiles.cols)
				piece := paint(painter, s, tc.scale)
				to := image.Rect(pixel(trim.X*tc.scale), pixel(trim.Y*tc.scale), pixel(trim.Right()*tc.scale), pixel(trim.Bottom()*tc.scale))
				m := pixel(tiles.margin * tc.scale)
				draw.Draw(got, to, piece, image.Pt(m, m), draw.Src)
			}
			if n := differing(got, want); n*100 > len(want.Pix)/4 {
				t.Errorf("%d of %d pixels differ", n, len(want.Pix)/4)
			}
		})
	}
}

func paint(p *raster.Painter, s Sheet, scale float64) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, pixel(s.Size.X*scale), pixel(s.Size.Y*scale)))
	Draw(p, s, img, scale)
	return img
}

// differing counts the pixels that differ by more than rounding.
func differing(a, b *image.RGBA) int {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for k := range 3 {
			if d := int(a.Pix[i+k]) - int(b.Pix[i+k]); d > 2 || d < -2 {
				n++
				break
			}
		}
	}
	return n
}

func TestTilesTakeTheFewestSheets(t *testing.T) {
	o := options()
	o.Mode, o.Paper, o.Tile = Poster, A0, A4
	d, err := Set(context.Background(), flight(t), o)
	if err != nil {
		t.Fatal(err)
	}
	p := &setter{ctx: context.Background(), Options: o.defaults(), m: d.Map, s: scene.Build(d.Map, o.Scene), doc: &Document{}}
	p.content = marked(p.s)
	large, _ := p.large()
	got, _ := p.tiling(large.Size)
	if n := got.cols * got.rows; n != len(d.Sheets) || n > 25 {
		t.Errorf("%d sheets for a poster that takes at most 25", n)
	}
}

func TestDrawKeepsItsPlaceInAPicture(t *testing.T) {
	o := options()
	o.Paper = A4
	d, err := Set(context.Background(), flight(t), o)
	if err != nil {
		t.Fatal(err)
	}
	p := raster.New()
	whole := paint(p, d.Sheets[0], 1)
	big := image.NewRGBA(image.Rect(0, 0, whole.Rect.Dx()+50, whole.Rect.Dy()+50))
	part := big.SubImage(image.Rect(30, 20, 30+whole.Rect.Dx(), 20+whole.Rect.Dy())).(*image.RGBA)
	Draw(p, d.Sheets[0], part, 1)
	if big.RGBAAt(5, 5).A != 0 || big.RGBAAt(big.Rect.Dx()-3, 40).A != 0 {
		t.Error("it drew outside")
	}
	copied := image.NewRGBA(whole.Rect)
	draw.Draw(copied, copied.Rect, part, part.Rect.Min, draw.Src)
	if n := differing(copied, whole); n > 0 {
		t.Errorf("%d pixels differ", n)
	}
	Draw(p, d.Sheets[0], whole, -1) // draws nothing
}
