//go:build ci

package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAStripIsArrangedWhenOneOfItGrows(t *testing.T) {
	test.NewTempApp(t)
	a, b := Rect(0), Rect(0)
	a.SetMinSize(fyne.NewSize(50, 10))
	b.SetMinSize(fyne.NewSize(50, 10))
	strip := NewCrowd(10, []fyne.CanvasObject{b}, a, b)
	strip.Resize(fyne.NewSize(130, 10))
	a.SetMinSize(fyne.NewSize(70, 10))
	Arrange(strip)
	if at := b.Position().X; at != 80 || !b.Visible() {
		t.Errorf("the second begins at %v, it is seen: %v", at, b.Visible())
	}
	a.SetMinSize(fyne.NewSize(90, 10))
	if Arrange(strip); b.Visible() {
		t.Error("there is no room for the second, and it is seen")
	}
}

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
