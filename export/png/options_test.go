package png_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	stdpng "image/png"
	"io"
	"slices"
	"testing"

	"touchline.app/export/embed"
	"touchline.app/export/exporttest"
	"touchline.app/export/png"
	"touchline.app/journey"
)

// A transparent picture laid over the paper is the opaque one.
func TestTransparentLeavesThePaperOut(t *testing.T) {
	s := exporttest.Large(12)
	got, err := stdpng.Decode(bytes.NewReader(write(t, s, png.Options{Scale: 1.3, Transparent: true})))
	if err != nil {
		t.Fatal(err)
	}
	clear, ok := got.(*image.NRGBA)
	if !ok {
		t.Fatalf("the picture is a %T", got)
	}
	if clear.NRGBAAt(1, 1) != (color.NRGBA{}) {
		t.Errorf("the corner is %v", clear.NRGBAAt(1, 1))
	}
	want, err := stdpng.Decode(bytes.NewReader(write(t, s, png.Options{Scale: 1.3})))
	if err != nil {
		t.Fatal(err)
	}
	laid := image.NewRGBA(clear.Rect)
	draw.Draw(laid, laid.Rect, image.NewUniform(color.RGBA{s.Page.R, s.Page.G, s.Page.B, 255}), image.Point{}, draw.Src)
	draw.Draw(laid, laid.Rect, clear, image.Point{}, draw.Over)
	worst := 0
	for i, v := range want.(*image.RGBA).Pix {
		worst = max(worst, max(int(v), int(laid.Pix[i]))-min(int(v), int(laid.Pix[i])))
	}
	if worst > 4 {
		t.Errorf("a channel differs by %d", worst)
	}
}

func TestFitIsAsLargeAsFitsIn(t *testing.T) {
	s := exporttest.Large(12)
	for _, fit := range []image.Point{{X: 900, Y: 5000}, {X: 5000, Y: 400}} {
		c, err := stdpng.DecodeConfig(bytes.NewReader(write(t, s, png.Options{Fit: fit, DPI: 300})))
		if err != nil {
			t.Fatal(err)
		}
		if c.Width > fit.X || c.Height > fit.Y || c.Width != fit.X && c.Height != fit.Y {
			t.Errorf("in %v: %d x %d", fit, c.Width, c.Height)
		}
	}
}

func TestMapAndTitleTravelAlong(t *testing.T) {
	for seed := range uint64(12) {
		m := exporttest.Random(seed)
		data, err := embed.Encode(m)
		if err != nil {
			t.Fatal(err)
		}
		b := write(t, exporttest.Scene(m), png.Options{Scale: 0.1, Map: data, Title: "Taking \x00a flight ✈ \xff", Transparent: seed%2 == 0})
		if _, err := stdpng.Decode(bytes.NewReader(b)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(b, []byte("iTXtTitle\x00\x00\x00\x00\x00Taking a flight ✈ \uFFFD")) {
			t.Error("the title is not there")
		}
		back, err := embed.Find(b)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if journey.Digest(back) != journey.Digest(m) {
			t.Errorf("seed %d: another map came back", seed)
		}
	}
}

func TestCancelStopsBetweenStripes(t *testing.T) {
	s := exporttest.Large(30)
	ctx, cancel := context.WithCancel(context.Background())
	var told []int
	total := 0
	err := png.Write(io.Discard, s, png.Options{Scale: 2, Context: ctx, Progress: func(done, of int) {
		if told, total = append(told, done), of; done == 5 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || !slices.Equal(told, []int{1, 2, 3, 4, 5}) || total < 20 {
		t.Errorf("error %v after %v of %d", err, told, total)
	}
	told = nil
	if err := png.Write(io.Discard, s, png.Options{Progress: func(done, of int) { told, total = append(told, done), of }}); err != nil || len(told) != total {
		t.Errorf("error %v after %v of %d", err, told, total)
	}
}
