package canvas_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
)

// chevron is where the header of a stage is seen.
func (d *desk) chevron(i int) (fyne.Position, fyne.Size) {
	st := scene.Ref{Kind: journey.KindStage, ID: d.board.Scene().Stages[i].Stage}
	n, _ := d.board.Scene().NodeOf(st, scene.RoleStage)
	return d.board.OnScreen(n.Bounds)
}

func (d *desk) hover(p fyne.Position) {
	d.board.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}})
}

// dragTo drags from one place of the board to another and lets go.
func (d *desk) dragTo(from, to fyne.Position) {
	d.hover(from)
	d.press(from)
	for i := float32(1); i <= 4; i++ {
		d.drag(from.AddXY((to.X-from.X)*i/4, (to.Y-from.Y)*i/4))
	}
	d.board.DragEnd()
}

func TestTheEndOfAStageIsDragged(t *testing.T) {
	d := setUpDesk(t, nil)
	st := d.board.Scene().Stages[1]
	pos, _ := d.board.OnScreen(scene.Rect{X: st.X + st.W, Y: 0})
	at, high := d.chevron(1)
	from := fyne.NewPos(pos.X, at.Y+high.Height/2)
	d.hover(from)
	if d.board.Cursor() != desktop.HResizeCursor {
		t.Error("nothing shows that it can be dragged")
	}
	d.dragTo(from, from.AddXY(200, 0))
	if now, _ := d.m.Stages.Get(st.Stage); now.Width <= st.W || len(d.done) != 1 {
		t.Fatalf("its width is %v after %d commands, it was %v", now.Width, len(d.done), st.W)
	}
	st = d.board.Scene().Stages[1]
	pos, _ = d.board.OnScreen(scene.Rect{X: st.X + st.W, Y: 0})
	d.double(fyne.NewPos(pos.X, from.Y))
	if now, _ := d.m.Stages.Get(st.Stage); now.Width != 0 {
		t.Errorf("after a double click on its end the width is %v", now.Width)
	}
}

func TestHeadersHaveButtons(t *testing.T) {
	for _, from := range []journey.Direction{journey.LeftToRight, journey.RightToLeft} {
		t.Run(string(from), func(t *testing.T) {
			d := setUpDesk(t, nil)
			d.m.Head.Direction = from
			d.board.SetScene(layOut(d.m))
			d.board.ZoomTo(1)
			n := d.board.Scene().Stages[2]
			d.board.Reveal(scene.Rect{X: n.X, Y: 0, W: n.W, H: 10})
			var menu tool.Spot
			var beside scene.Ref
			d.board.OnMenu = func(s tool.Spot, _ fyne.Position) { menu = s }
			d.board.OnAddBeside = func(r scene.Ref, _ fyne.Position) { beside = r }
			pos, size := d.chevron(2)
			d.hover(pos.AddXY(size.Width/2, size.Height/2))
			for x := float32(0); x < size.Width; x += 6 {
				d.press(pos.AddXY(x, 12))
				d.board.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos.AddXY(x, 12)}, Button: desktop.MouseButtonPrimary})
			}
			want := scene.Ref{Kind: journey.KindStage, ID: n.Stage}
			if menu.Part != tool.OnStage || menu.Ref != want || beside != want {
				t.Errorf("the menu was asked for %+v, another beside %+v", menu, beside)
			}
			if len(d.done) > 0 {
				t.Errorf("a press did %+v", d.done)
			}
		})
	}
}

func TestAltAndShiftWithArrowsMakeWider(t *testing.T) {
	d := setUpDesk(t, nil)
	pain := d.m.PainPointsInOrder()[0]
	press := func(k fyne.KeyName) {
		d.board.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift})
	}
	d.board.Select(scene.Ref{Kind: journey.KindPainPoint, ID: pain.ID})
	press(fyne.KeyRight)
	if now, _ := d.m.PainPoints.Get(pain.ID); now.Reach == (journey.Reach{}) {
		t.Error("the pain point does not reach further")
	}
	lane := d.m.LanesInOrder()[2]
	d.board.Select(scene.Ref{Kind: journey.KindLane, ID: lane.ID})
	press(fyne.KeyDown)
	press(fyne.KeyDown)
	if now, _ := d.m.Lanes.Get(lane.ID); now.Height < 40 {
		t.Errorf("the lane has a height of %v", now.Height)
	}
	d.board.NaturalSize(d.board.Selection()...)
	if now, _ := d.m.Lanes.Get(lane.ID); now.Height != 0 {
		t.Errorf("as its content asks it has a height of %v", now.Height)
	}
	stage := d.m.StagesInOrder()[0]
	d.board.Select(scene.Ref{Kind: journey.KindStage, ID: stage.ID})
	press(fyne.KeyRight)
	wide, _ := d.m.Stages.Get(stage.ID)
	press(fyne.KeyLeft)
	if now, _ := d.m.Stages.Get(stage.ID); wide.Width == 0 || now.Width >= wide.Width {
		t.Errorf("the stage is %v wide, then %v", wide.Width, now.Width)
	}
}

// TestADoubleClickPutsTheCaretWhereItIs types at both ends of a title.
func TestADoubleClickPutsTheCaretWhereItIs(t *testing.T) {
	for _, zoom := range []float64{0.4, 1, 2} {
		d := setUpDesk(t, nil)
		tp := d.m.Journey()[4]
		text, _ := tool.TextOf(d.board.Scene(), card(tp), "Title")
		d.board.ZoomTo(zoom)
		d.board.Reveal(text.Field.Rect)
		pos, size := d.board.OnScreen(text.Field.Rect)
		d.double(pos.AddXY(1, size.Height/2))
		d.write("A ")
		d.key(fyne.KeyReturn)
		text, _ = tool.TextOf(d.board.Scene(), card(tp), "Title")
		pos, size = d.board.OnScreen(text.Field.Rect)
		d.double(pos.AddXY(size.Width-1, size.Height-2))
		d.write(" Z")
		d.key(fyne.KeyReturn)
		if now, _ := d.m.Touchpoints.Get(tp.ID); now.Title != "A "+tp.Title+" Z" {
			t.Errorf("at %v the title is %q", zoom, now.Title)
		}
	}
}

// TestAltInADragMovesBothCurves presses Alt while an emotion is dragged already.
func TestAltInADragMovesBothCurves(t *testing.T) {
	d := setUpDesk(t, nil)
	tp := d.m.Journey()[2]
	p := d.at(tp.ID, scene.RoleActual)
	d.press(p)
	d.drag(p.AddXY(0, -20))
	d.mods = fyne.KeyModifierAlt
	d.board.KeyDown(&fyne.KeyEvent{Name: desktop.KeyAltLeft})
	d.board.DragEnd()
	now, _ := d.m.Touchpoints.Get(tp.ID)
	if now.Expected.Valence == tp.Expected.Valence || now.Actual.Valence == tp.Actual.Valence {
		t.Errorf("expected %v and actual %v became %v and %v", tp.Expected.Valence, tp.Actual.Valence, now.Expected.Valence, now.Actual.Valence)
	}
	held := d.take()
	for range 3 {
		for _, f := range held {
			f()
		}
		if held = d.take(); len(held) == 0 {
			t.Fatal("nobody waits for Alt to be let go")
		}
	}
	d.mods = 0
	for range 200 {
		for _, f := range held {
			f()
		}
		held = d.take()
	}
	if len(held) > 0 {
		t.Error("somebody waits on")
	}
}
