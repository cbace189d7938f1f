//go:build ci

package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAFieldAtRestIsDrawnInOrder(t *testing.T) {
	test.NewTempApp(t)
	for _, multi := range []bool{false, true} {
		f := NewField(multi)
		w := test.NewTempWindow(t, Stack(0, f))
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
