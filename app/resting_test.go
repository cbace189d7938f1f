//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"touchline.app/journey"
)

func TestAFieldAtRestIsDrawnInOrder(t *testing.T) {
	test.NewTempApp(t)
	for _, multi := range []bool{false, true} {
		f := newField(multi)
		w := test.NewTempWindow(t, stack(0, f))
		w.Resize(fyne.NewSize(240, 200))
		f.SetText("يحجز online عبر App")
		if _, on := f.resting(); !on {
			t.Fatal("text from the right is not drawn by us")
		}
		s := f.Size()
		first, last := inkOf(f.paint(int(2*s.Width), int(2*s.Height)))
		if wide := 2 * int(s.Width); last < wide-30 || first < wide/4 {
			t.Errorf("the text reaches from %d to %d of %d", first, last, wide)
		}
		w.Canvas().Focus(f)
		if _, on := f.resting(); on {
			t.Error("it is drawn over a field that is written in")
		}
		w.Canvas().Unfocus()
		f.SetText("Books online")
		if _, on := f.resting(); on {
			t.Error("text from the left is drawn by us")
		}
	}
}

func TestNumbersAreShownWithFourDecimals(t *testing.T) {
	for v, want := range map[float64]string{2.88971389: "2.8897", -1.5: "−1.5", 0: "0", 0.00001: "0.00001", 24781: "24781"} {
		if got := formatNumber(journey.Known(v)); got != want {
			t.Errorf("%v is shown as %s, want %s", v, got, want)
		}
	}
}
