package raster_test

import (
	"bytes"
	"image"
	"os"
	"testing"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/resources"
)

// drawn returns an image of a line in black on white, in type of the given size.
func drawn(l *text.Line, size float64, fill scene.Color) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, int(size*1.6), int(size*1.6)))
	p := raster.New()
	p.Reset(img, scene.Point{}, 1)
	p.Rect(scene.Rect{W: size * 2, H: size * 2}, 0, paper)
	p.Text(l, scene.Point{X: size * 0.2, Y: size * 1.2}, size, fill)
	return img
}

// share returns which part of an image the pixels are that match.
func share(img *image.RGBA, match func(r, g, b uint8) bool) float64 {
	n := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if match(img.Pix[i], img.Pix[i+1], img.Pix[i+2]) {
			n++
		}
	}
	return float64(n) / float64(len(img.Pix)/4)
}

func yellow(r, g, b uint8) bool { return r > 220 && g > 180 && b < 120 }

// An emoji has its own colours whatever the colour of the text, as a mask and as
// a path, and as much of them at any size.
func TestEmojiAreColoured(t *testing.T) {
	l := text.New(resources.Font).Line("😀", text.Regular)
	small, large := share(drawn(l, 40, ink), yellow), share(drawn(l, 400, ink), yellow)
	if small < 0.15 || large < 0.15 || small > large+0.05 || large > small+0.08 {
		t.Errorf("%.0f %% of the small and %.0f %% of the large one are yellow", 100*small, 100*large)
	}
	faint := ink
	faint.A = 60
	if share(drawn(l, 40, faint), yellow) > 0 || share(drawn(l, 40, faint), func(r, g, b uint8) bool { return b < 230 && r > 240 }) < 0.15 {
		t.Error("in a translucent text it is not translucent")
	}
}

// A font of a collection with cubic outlines is drawn as any other.
func TestCubicOutlinesAreDrawn(t *testing.T) {
	file, err := os.ReadFile("../text/testdata/cjk.ttc")
	if err != nil {
		t.Fatal(err)
	}
	ft, err := text.ParseFont("Japanese", bytes.NewReader(file), 1, false)
	if err != nil {
		t.Fatal(err)
	}
	l := text.WithSource(resources.Font, shelf{ft}).Line("東", text.Regular)
	dark := func(r, _, _ uint8) bool { return r < 100 }
	if small, large := share(drawn(l, 40, ink), dark), share(drawn(l, 400, ink), dark); small < 0.05 || large < 0.05 || large > 0.4 {
		t.Errorf("%.0f %% of the small and %.0f %% of the large one are dark", 100*small, 100*large)
	}
}

// shelf is a source of one font.
type shelf struct{ font *text.Font }

func (s shelf) Find(text.Want) *text.Font { return s.font }

func BenchmarkEmoji(b *testing.B) {
	l := text.New(resources.Font).Line("👩🏽‍💻🛫✈️🧳😀🇳🇵", text.Regular)
	img := image.NewRGBA(image.Rect(0, 0, 400, 40))
	p := raster.New()
	for b.Loop() {
		p.Reset(img, scene.Point{}, 1)
		p.Text(l, scene.Point{X: 4, Y: 24}, 18, ink)
	}
}
