//go:build ci

package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestANarrowStripDoesWithoutSomeOfItsObjects(t *testing.T) {
	test.NewTempApp(t)
	box := func() fyne.CanvasObject { r := Rect(0); r.SetMinSize(fyne.NewSize(50, 10)); return r }
	a, b, c := box(), box(), box()
	strip := NewCrowd(10, []fyne.CanvasObject{c, b}, a, b, c)
	if got := strip.MinSize(); got != fyne.NewSize(50, 10) {
		t.Errorf("it wants %v", got)
	}
	for width, want := range map[float32][3]bool{170: {true, true, true}, 169: {true, false, true}, 109: {true, false, false}, 20: {true, false, false}} {
		strip.Resize(fyne.NewSize(width, 10))
		if got := [3]bool{a.Visible(), b.Visible(), c.Visible()}; got != want {
			t.Errorf("in a room of %v there are %v", width, got)
		}
	}
}
