//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAFaceSmilesFrownsOrSaysNothing(t *testing.T) {
	test.NewTempApp(t)
	f := newFeltFace()
	r := test.WidgetRenderer(f).(*feltRenderer)
	f.Resize(fyne.NewSquareSize(feltSize))
	lift := func(v float64) float32 { // how far the middle of the mouth lies under its corners
		f.set(v, true)
		return r.mouth[mouthParts/2].Position1.Y - r.mouth[0].Position1.Y
	}
	if lift(2) <= lift(1) || lift(1) <= 0 || lift(0.0) != 0 || lift(-1) >= 0 {
		t.Errorf("the mouth bends by %v, %v, %v, %v", lift(2), lift(1), lift(0), lift(-1))
	}
	f.set(0, false)
	if r.mouth[0].Visible() {
		t.Error("what nobody said has a mouth")
	}
}

func TestTheFaceFollowsTheSlider(t *testing.T) {
	e, _, _ := opening(t)
	e.selected(refTo(e, 2))
	s, _ := find(e.inspector.object, func(s *slider) bool { return !s.hollow })
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if _, ok := find(e.inspector.object, func(f *feltFace) bool { return f.known && f.value == -2 }); !ok {
		t.Error("no face is angry")
	}
}
