package canvas_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// bandOf is a place of a stage in the lane of a type, on the board.
func (d *desk) bandOf(t *testing.T, lane journey.LaneType, stage int) fyne.Position {
	t.Helper()
	s := d.board.Scene()
	for _, b := range s.Bands {
		if b.Type == lane {
			st := s.Stages[stage]
			pos, _ := d.board.OnScreen(scene.Rect{X: st.X + 20, Y: b.Rect.Y + 18})
			return pos
		}
	}
	t.Fatalf("the map has no lane of %s", lane)
	return fyne.Position{}
}

func TestADoubleClickOnAStatusAsksForIt(t *testing.T) {
	d := setUpDesk(t, nil)
	var asked []journey.ID
	d.board.OnStatus = func(stage journey.ID, _ fyne.Position) { asked = append(asked, stage) }
	for i, st := range d.board.Scene().Stages { // also where the arrow of another stage goes on
		asked = nil
		d.double(d.bandOf(t, journey.LaneStatus, i))
		if len(asked) != 1 || asked[0] != st.Stage || d.board.Editing() {
			t.Errorf("stage %d: asked for %v, editing is %v", i, asked, d.board.Editing())
		}
		asked = nil
		d.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if d.board.Editing() {
			t.Errorf("stage %d: Return edits a text", i)
			d.board.Revert()
		}
	}
}

func TestReturnEditsWhatWasClicked(t *testing.T) {
	d := setUpDesk(t, nil)
	goal := d.m.StagesInOrder()[0].Goal
	p := d.bandOf(t, journey.LaneGoals, 0)
	d.press(p)
	d.board.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary})
	d.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !d.board.Editing() {
		t.Fatal("nothing is edited")
	}
	d.focused().TypedRune('!')
	if now := d.m.StagesInOrder()[0]; now.Goal == goal || now.Name != "Plan" {
		t.Errorf("the goal is %q, the stage is called %q", now.Goal, now.Name)
	}
}

func TestTwoClicksOnDifferentCardsAreNoDoubleClick(t *testing.T) {
	d := setUpDesk(t, nil)
	cards := d.m.InStage(d.m.StagesInOrder()[0].ID)
	middle := func(i int) fyne.Position {
		n, _ := d.board.Scene().NodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: cards[i].ID}, scene.RoleTouchpoint)
		pos, size := d.board.OnScreen(n.Bounds)
		return pos.AddXY(size.Width/2, size.Height/3)
	}
	d.press(middle(0))
	d.press(middle(1))
	d.double(middle(1))
	if d.board.Editing() {
		t.Error("a text is edited")
	}
	d.press(middle(1))
	d.double(middle(1))
	if !d.board.Editing() {
		t.Error("two clicks on the same card edit nothing")
	}
}

func TestTheMapStaysWhereItIsOnTheScreen(t *testing.T) {
	d := setUpDesk(t, nil)
	at := func() fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(d.board).Add(d.bandOf(t, journey.LaneGoals, 1))
	}
	before := at()
	d.board.Steady(func() {
		d.board.Move(d.board.Position().AddXY(90, 40))
		d.board.Resize(d.board.Size().SubtractWidthHeight(90, 40))
	})
	now := at()
	if dx, dy := now.X-before.X, now.Y-before.Y; dx*dx > 0.1 || dy*dy > 0.1 {
		t.Errorf("it moved by %v, %v", dx, dy)
	}
}

func TestAFittedMapIsFittedAgainWhenTheWindowGrows(t *testing.T) {
	d := setUpDesk(t, nil)
	d.board.Fit()
	zoom, size := d.board.Zoom(), d.board.Size()
	d.board.Steady(func() { d.board.Resize(size.SubtractWidthHeight(0, 90)) })
	if d.board.Zoom() != zoom {
		t.Error("a bar changes how large the map is")
	}
	d.board.Resize(size.SubtractWidthHeight(size.Width/2, 90))
	if now := d.board.Zoom(); now >= zoom {
		t.Errorf("in half the window the map is shown at %v, before at %v", now, zoom)
	}
	d.board.Resize(fyne.NewSize(60, 40)) // far too small to be read: it was asked for whole
	if seen := d.board.Seen(); seen.W < d.board.Scene().Size.X {
		t.Errorf("%v is seen of a map of %v", seen, d.board.Scene().Size)
	}
}

func TestAFoundTextIsMarkedUntilItIsGone(t *testing.T) {
	d := setUpDesk(t, nil)
	st := scene.Ref{Kind: journey.KindStage, ID: d.board.Scene().Stages[1].Stage}
	d.board.ZoomTo(3)
	if !d.board.Highlight(st, "goal") || !d.board.Highlight(st, "phase_note") {
		t.Error("the texts are not marked")
	}
	if pos := d.bandOf(t, journey.LaneGoals, 1); pos.X < 0 || pos.X > d.board.Size().Width {
		t.Error("it was not brought into view")
	}
	if d.board.Highlight(scene.Ref{}, "") || d.board.Highlight(scene.Ref{Kind: journey.KindStage, ID: "gone"}, "goal") {
		t.Error("what is not there is marked")
	}
	cards := d.m.Journey()
	card := scene.Ref{Kind: journey.KindTouchpoint, ID: cards[len(cards)-1].ID}
	d.board.ZoomTo(3)
	if !d.board.Highlight(card, "details") {
		t.Error("a card is not marked for a text it does not show")
	}
	n, _ := d.board.Scene().NodeOf(card, scene.RoleTouchpoint)
	if pos, _ := d.board.OnScreen(n.Bounds); pos.X < 0 || pos.X > d.board.Size().Width {
		t.Error("the card was not brought into view")
	}
}
