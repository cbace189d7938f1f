package canvas_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

func TestAClickOnAMapToBeReadSelects(t *testing.T) {
	b := setUp(t, fyne.NewSize(1400, 1000))
	b.board.ReadOnly = true
	var told []scene.Ref
	b.board.OnSelect = func(refs []scene.Ref) { told = refs }
	want := scene.Ref{Kind: journey.KindTouchpoint, ID: b.m.Journey()[1].ID}
	b.press(b.at(want.ID, scene.RoleTouchpoint))
	b.board.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: b.at(want.ID, scene.RoleTouchpoint)}, Button: desktop.MouseButtonPrimary})
	if len(told) != 1 || told[0] != want {
		t.Errorf("selected is %v", told)
	}
	before := b.board.Middle()
	p := b.at(b.m.Journey()[3].ID, scene.RoleTouchpoint)
	b.press(p)
	b.drag(p.AddXY(40, 0))
	b.board.DragEnd()
	if len(told) != 1 || told[0] != want || b.board.Middle() == before || len(b.done) > 0 {
		t.Errorf("a drag selects %v, does %v", told, b.done)
	}
}
