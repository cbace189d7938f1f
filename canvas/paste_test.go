package canvas_test

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
)

// emptyCell puts the cursor into the first empty cell of a lane.
func (d *desk) emptyCell(lane journey.LaneType) tool.Stop {
	d.t.Helper()
	l, _ := d.m.FirstLane(lane)
	for _, b := range d.board.Scene().Bands {
		for x := b.Rect.X + 2; b.Lane == l.ID && x < b.Rect.Right(); x += 5 {
			p, _ := d.board.OnScreen(scene.Rect{X: x, Y: b.Rect.Y + b.Rect.H/2})
			d.press(p)
			d.board.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary})
			if at, on := d.board.CellCursor(); on && at.Empty() && at.Lane == l.ID {
				return at
			}
		}
	}
	d.t.Fatalf("no cell of %s is empty", lane)
	return tool.Stop{}
}

func clipboard(text string) *fyne.ShortcutPaste {
	c := test.NewClipboard()
	c.SetContent(text)
	return &fyne.ShortcutPaste{Clipboard: c}
}

func TestLinesPastedIntoACellAreWhatIsTypedThere(t *testing.T) {
	for _, tc := range []struct {
		lane journey.LaneType
		kind journey.Kind
	}{
		{journey.LaneTouchpoints, journey.KindTouchpoint},
		{journey.LaneThoughts, journey.KindNote},
		{journey.LanePainPoints, journey.KindPainPoint},
		{journey.LaneOpportunities, journey.KindOpportunity},
		{journey.LaneMetrics, journey.KindMetric},
	} {
		t.Run(string(tc.lane), func(t *testing.T) {
			d := setUpDesk(t, nil)
			for _, n := range d.m.NotesInOrder() { // or no cell of theirs is empty
				d.m.Delete(journey.KindNote, n.ID)
			}
			d.board.SetScene(layOut(d.m))
			at := d.emptyCell(tc.lane)
			d.board.TypedShortcut(clipboard("Too slow\nToo dear"))
			var got []string
			for _, r := range d.board.Selection() {
				row, _ := d.m.Row(r.Kind, r.ID)
				stage, lane, _ := journey.Homes(row)
				if r.Kind != tc.kind || stage != at.Stage || lane != at.Lane {
					t.Errorf("a %s in stage %s and lane %s", r.Kind, stage, lane)
				}
				got = append(got, row.Label())
			}
			if !reflect.DeepEqual(got, []string{"Too slow", "Too dear"}) {
				t.Errorf("selected %q", got)
			}
		})
	}
}

func TestATextPastedIntoAnEmptyGoalIsTheGoal(t *testing.T) {
	d := setUpDesk(t, nil)
	st := d.m.StagesInOrder()[2]
	st.Goal, st.Expectation = "", ""
	d.m.Put(st)
	d.board.SetScene(layOut(d.m))
	if at := d.emptyCell(journey.LaneGoals); at.Stage != st.ID {
		t.Fatalf("the cell is of %s", at.Stage)
	}
	d.board.TypedShortcut(clipboard(" Be ready \n"))
	if now, _ := d.m.Stages.Get(st.ID); now.Goal != "Be ready" {
		t.Errorf("the goal is %q", now.Goal)
	}
}

// Lines pasted where a title is to be typed are a touchpoint each; where there is a text
// already they go into it.
func TestLinesPastedIntoANewTitle(t *testing.T) {
	d := setUpDesk(t, nil)
	tp := d.m.Journey()[3]
	d.board.Select(card(tp))
	d.key(fyne.KeyReturn)
	d.board.Commit()
	before := titles(d.m)
	d.emptyCell(journey.LaneTouchpoints)
	d.key(fyne.KeyReturn)
	if !d.board.Editing() {
		t.Fatal("no text is edited")
	}
	paste := clipboard("Waits\nAsks\nPays")
	d.focused().(fyne.Shortcutable).TypedShortcut(paste)
	if d.board.Editing() || len(d.board.Selection()) != 3 {
		t.Errorf("%d are selected", len(d.board.Selection()))
	}
	now := titles(d.m)
	i := slices.Index(now, "Waits")
	if i < 0 || !reflect.DeepEqual(now[i:i+3], []string{"Waits", "Asks", "Pays"}) || len(now) != len(before)+3 {
		t.Fatalf("the journey is %q", now)
	}
	d.undo()
	if !reflect.DeepEqual(titles(d.m), before) {
		t.Errorf("undone it is %q", titles(d.m))
	}
	d.board.Edit(card(tp), "Title")
	d.focused().(fyne.Shortcutable).TypedShortcut(paste)
	if now := d.m.Touchpoints.Len(); !d.board.Editing() || now != len(before) {
		t.Errorf("a text that was there became %d touchpoints of %d", now, len(before))
	}
}

// Growing a selection passes over cells with nothing in them, so that its keys are meant
// for what is selected.
func TestGrowingASelectionPassesOverEmptyCells(t *testing.T) {
	d := setUpDesk(t, nil)
	all := d.m.Journey()
	d.board.Select(card(all[0]))
	d.mods = fyne.KeyModifierShift
	for range 3 {
		d.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	d.mods = 0
	if got, want := d.board.Selection(), []scene.Ref{card(all[0]), card(all[1]), card(all[2]), card(all[3])}; !reflect.DeepEqual(got, want) {
		t.Fatalf("selected %v", got)
	}
	if all[1].Stage == all[2].Stage {
		t.Fatal("no empty cell is passed, this shows nothing")
	}
	d.key(fyne.Key4)
	d.write("4")
	for _, tp := range all[:4] {
		if now, _ := d.m.Touchpoints.Get(tp.ID); now.Actual.Valence != 1 {
			t.Errorf("%q feels %v", tp.Title, now.Actual.Valence)
		}
	}
	if d.m.Touchpoints.Len() != len(all) {
		t.Error("a card was added")
	}
}

// What is pasted and taken back can be pasted again in the same place.
func TestTheKeysStayWhereAPasteWasUndone(t *testing.T) {
	d := setUpDesk(t, nil)
	at := d.emptyCell(journey.LanePainPoints)
	for range 2 {
		d.board.TypedShortcut(clipboard("Too slow\nToo dear"))
		rows := d.board.Selection()
		if len(rows) != 2 {
			t.Fatalf("selected %v", rows)
		}
		if p, ok := d.m.PainPoints.Get(rows[0].ID); !ok || p.Stage != at.Stage || p.Touchpoint != at.Touchpoint {
			t.Fatalf("%+v lies elsewhere than in %+v", p, at)
		}
		d.undo()
	}
	if now, on := d.board.CellCursor(); !on || now.Stage != at.Stage || now.Lane != at.Lane || now.Touchpoint != at.Touchpoint {
		t.Errorf("the keys are at %+v, %v", now, on)
	}
}
