package canvas_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// A map that reads from right to left stands still under the hand while what is tried
// makes it wider, and afterwards.
func TestAMirroredMapStaysWhileItGrows(t *testing.T) {
	d := setUpDesk(t, nil)
	d.m.Head.Direction = journey.RightToLeft
	d.board.SetScene(layOut(d.m))
	d.board.ZoomTo(1)
	d.board.Reveal(scene.Rect{X: d.board.Scene().Stages[1].X, W: 10, H: 10})
	tried := d.board.Scene()
	d.board.LayOut = func(m *journey.Map) *scene.Scene { tried = layOut(m); return tried }
	first := func(s *scene.Scene) float32 {
		p, _ := d.board.OnScreen(scene.Rect{X: s.Stages[0].X + s.Stages[0].W})
		return p.X
	}
	begun, st := first(tried), d.board.Scene().Stages[1]
	pos, size := d.chevron(1)
	end, _ := d.board.OnScreen(scene.Rect{X: st.X})
	from := fyne.NewPos(end.X, pos.Y+size.Height/2)
	d.hover(from)
	d.press(from)
	for i := range 6 {
		d.drag(from.AddXY(float32(-24*(i+1)), 0))
		if now := first(tried); math.Abs(float64(now-begun)) > 1 {
			t.Fatalf("after %v steps the first stage begins at %v, it did at %v", i+1, now, begun)
		}
	}
	if tried.Size.X <= d.board.Scene().Size.X {
		t.Fatal("what is tried is not wider, this shows nothing")
	}
	d.board.DragEnd()
	now, _ := d.m.Stages.Get(st.Stage)
	if want := st.W + 6*24; math.Abs(now.Width-want) > 6 {
		t.Errorf("it is %v wide, the hand made it %v", now.Width, want)
	}
	if at := first(d.board.Scene()); math.Abs(float64(at-begun)) > 1 {
		t.Errorf("let go the first stage begins at %v, it did at %v", at, begun)
	}
	d.undo()
	if at := first(d.board.Scene()); math.Abs(float64(at-begun)) > 1 {
		t.Errorf("undone the first stage begins at %v, it did at %v", at, begun)
	}
}
