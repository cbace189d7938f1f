//go:build ci

package kit

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestAFaceSmilesFrownsOrSaysNothing(t *testing.T) {
	test.NewTempApp(t)
	f := NewFace()
	lift := func(v float64) float64 { // how far the middle of the mouth lies under its corners
		f.Set(v, true)
		m := f.mouth()
		return m[1].P[0].Y - m[0].P[0].Y
	}
	if lift(2) <= lift(1) || lift(1) <= 0 || lift(0.0) != 0 || lift(-1) >= 0 {
		t.Errorf("the mouth bends by %v, %v, %v, %v", lift(2), lift(1), lift(0), lift(-1))
	}
	dark := func(v float64, known bool) (n int) { // pixels of ink where the mouth is
		f.Set(v, known)
		img := f.paint(2*feltSize, 2*feltSize)
		for y := 23; y < 34; y++ {
			for x := 12; x < 28; x++ {
				if _, _, _, a := img.At(x, y).RGBA(); a > 0x8000 {
					n++
				}
			}
		}
		return n
	}
	if dark(0, true) == 0 || dark(0, false) != 0 {
		t.Errorf("the mouth has %d pixels, that of nobody %d", dark(0, true), dark(0, false))
	}
}
