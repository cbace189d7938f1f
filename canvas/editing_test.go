package canvas_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// desk is a bench whose commands change the map, with a history.
type desk struct {
	*bench
	t       *testing.T
	history edit.History
	steps   int // gestures that were ended
	laid    int // maps laid out to try a gesture
}

func setUpDesk(t *testing.T, m *journey.Map) *desk {
	t.Helper()
	d := &desk{bench: setUp(t, fyne.NewSize(1400, 1000)), t: t}
	if m != nil {
		d.m = m
		d.board.SetScene(layOut(m))
	}
	n := 0
	d.board.Map = func() *journey.Map { return d.m }
	d.board.NewID = func() journey.ID { n++; return journey.ID(fmt.Sprint("new", n)) }
	d.board.LayOut = func(m *journey.Map) *scene.Scene { d.laid++; return layOut(m) }
	do := func(c edit.Command) {
		p, err := c.Plan(d.m)
		if err != nil {
			t.Fatal(err)
		}
		d.history.Do(d.m, p)
		if wrong := d.m.Validate(); len(wrong) > 0 {
			t.Fatal(wrong)
		}
		d.board.SetScene(layOut(d.m))
	}
	d.board.OnCommand = func(c edit.Command) {
		d.done = append(d.done, c)
		d.history.EndGesture()
		do(c)
	}
	d.board.OnType = do
	d.board.OnTyped = func() { d.steps++; d.history.EndGesture() }
	d.focus(d.board)
	return d
}

func (d *desk) focus(f fyne.Focusable) {
	fyne.CurrentApp().Driver().CanvasForObject(d.board).Focus(f)
}

// focused is what has the keys.
func (d *desk) focused() fyne.Focusable {
	return fyne.CurrentApp().Driver().CanvasForObject(d.board).Focused()
}

func (d *desk) key(names ...fyne.KeyName) {
	for _, n := range names {
		e := &fyne.KeyEvent{Name: n}
		if k, ok := d.focused().(desktop.Keyable); ok {
			k.KeyDown(e)
			defer k.KeyUp(e)
		}
		d.focused().TypedKey(e)
	}
}

// tap presses and lets go a key that acts when it is let go.
func (d *desk) tap(n fyne.KeyName) {
	e := &fyne.KeyEvent{Name: n}
	d.board.KeyDown(e)
	d.board.TypedKey(e)
	d.board.KeyUp(e)
}

func (d *desk) write(text string) {
	for _, r := range text {
		d.focused().TypedRune(r)
	}
}

// undo takes the last step back and shows the map.
func (d *desk) undo() {
	d.t.Helper()
	if _, err := d.history.Undo(d.m); err != nil {
		d.t.Fatal(err)
	}
	d.board.SetScene(layOut(d.m))
}

func (d *desk) double(p fyne.Position) {
	d.board.DoubleTapped(&fyne.PointEvent{Position: p})
}

func titles(m *journey.Map) []string {
	var out []string
	for _, t := range m.Journey() {
		out = append(out, t.Title)
	}
	return out
}

// content lists the rows of a map.
func content(m *journey.Map) []journey.Row {
	var out []journey.Row
	for r := range m.Rows() {
		out = append(out, r)
	}
	return out
}

func card(t journey.Touchpoint) scene.Ref {
	return scene.Ref{Kind: journey.KindTouchpoint, ID: t.ID}
}

func TestEditATitleWhereItStands(t *testing.T) {
	d := setUpDesk(t, nil)
	tp := d.m.Journey()[4]
	text, _ := tool.TextOf(d.board.Scene(), card(tp), "Title")
	pos, size := d.board.OnScreen(text.Field.Rect)
	d.double(pos.AddXY(size.Width-2, size.Height/2))
	if !d.board.Editing() || d.focused() == fyne.Focusable(d.board) {
		t.Fatal("a double click on a title does not edit it")
	}
	d.write(" now")
	if now, _ := d.m.Touchpoints.Get(tp.ID); now.Title != tp.Title+" now" {
		t.Errorf("while it is typed the map says %q", now.Title)
	}
	d.key(fyne.KeyReturn)
	if d.board.Editing() || d.focused() != fyne.Focusable(d.board) || d.steps != 1 {
		t.Errorf("after Return: editing %v, %d steps", d.board.Editing(), d.steps)
	}
	d.undo()
	if now, _ := d.m.Touchpoints.Get(tp.ID); now.Title != tp.Title {
		t.Errorf("one undo leaves %q", now.Title)
	}
}

func TestEscapeTakesBackWhatWasTyped(t *testing.T) {
	d := setUpDesk(t, nil)
	before := content(d.m)
	d.board.Edit(card(d.m.Journey()[2]), "Title")
	d.write("xyz")
	d.key(fyne.KeyBackspace, fyne.KeyEscape)
	if !reflect.DeepEqual(before, content(d.m)) {
		t.Error("the map is another")
	}
	if _, ok := d.history.NextUndo(); ok {
		t.Error("a step stays in the history")
	}
}

// TestUndoWhileTyping: the entry follows the map, and a row that is gone ends it.
func TestUndoWhileTyping(t *testing.T) {
	d := setUpDesk(t, nil)
	tp := d.m.Journey()[2]
	d.board.Edit(card(tp), "Title")
	d.write("abc")
	d.undo()
	d.write("!")
	if now, _ := d.m.Touchpoints.Get(tp.ID); now.Title != tp.Title+"!" {
		t.Errorf("after an undo and a key the title is %q", now.Title)
	}
	d.board.OnCommand(edit.RemoveRows{Rows: []edit.Ref{{Kind: journey.KindTouchpoint, ID: tp.ID}}})
	if d.board.Editing() || d.focused() != fyne.Focusable(d.board) {
		t.Error("a text of a row that is gone is still edited")
	}
}

func TestLosingTheFocusKeepsWhatWasTyped(t *testing.T) {
	d := setUpDesk(t, nil)
	tp := d.m.Journey()[2]
	d.board.Edit(card(tp), "")
	d.write("!")
	d.press(d.at(d.m.Journey()[6].ID, scene.RoleTouchpoint))
	if now, _ := d.m.Touchpoints.Get(tp.ID); now.Title != tp.Title+"!" || d.board.Editing() {
		t.Errorf("the title is %q, editing %v", now.Title, d.board.Editing())
	}
}

func TestShiftReturnBreaksTheLine(t *testing.T) {
	d := setUpDesk(t, nil)
	pain := d.m.PainPointsInOrder()[0]
	d.board.Edit(scene.Ref{Kind: journey.KindPainPoint, ID: pain.ID}, "Text")
	d.mods = fyne.KeyModifierShift
	d.key(fyne.KeyReturn)
	d.mods = 0
	d.write("more")
	if now, _ := d.m.PainPoints.Get(pain.ID); now.Text != pain.Text+"\nmore" {
		t.Errorf("%q", now.Text)
	}
}

func TestTabGoesToTheNextText(t *testing.T) {
	d := setUpDesk(t, nil)
	st := d.m.StagesInOrder()
	d.board.Edit(scene.Ref{Kind: journey.KindStage, ID: st[0].ID}, "Name")
	d.write("1")
	d.key(fyne.KeyTab)
	d.write("2")
	d.mods = fyne.KeyModifierShift
	d.key(fyne.KeyTab)
	d.mods = 0
	d.write("3")
	d.key(fyne.KeyReturn)
	now, _ := d.m.Stages.Get(st[0].ID)
	if now.Name != st[0].Name+"13" || !strings.HasSuffix(now.PhaseNote, "2") {
		t.Errorf("name %q, note of the phase %q", now.Name, now.PhaseNote)
	}
}

// TestTypeAWholeMap begins with nothing: stages, touchpoints with channels, and
// both emotions are typed without the mouse.
func TestTypeAWholeMap(t *testing.T) {
	m := journey.New("m", "")
	m.Put(journey.Lane{ID: "cards", Order: "V000", Type: journey.LaneTouchpoints})
	m.Put(journey.Lane{ID: "curve", Order: "V001", Type: journey.LaneEmotion})
	d := setUpDesk(t, m)
	d.key(fyne.KeyRight) // to the place of the first stage
	d.write("Plan")
	d.key(fyne.KeyReturn)
	d.write("Book")
	d.key(fyne.KeyReturn, fyne.KeyReturn)
	if st := d.m.StagesInOrder(); len(st) != 2 || st[0].Name != "Plan" || st[1].Name != "Book" {
		t.Fatalf("stages %+v", st)
	}
	d.key(fyne.KeyHome, fyne.KeyDown)
	d.write("Sees an ad")
	d.key(fyne.KeyTab)
	d.write("Social")
	d.key(fyne.KeyReturn)
	d.write("Compares")
	d.key(fyne.KeyTab)
	d.write("social")
	d.key(fyne.KeyReturn, fyne.KeyReturn)
	if got := titles(d.m); !reflect.DeepEqual(got, []string{"Sees an ad", "Compares"}) {
		t.Fatalf("touchpoints %q", got)
	}
	if d.m.Channels.Len() != 1 || d.m.Journey()[1].Channel != d.m.ChannelsInOrder()[0].ID {
		t.Errorf("%d channels", d.m.Channels.Len())
	}
	d.key(fyne.KeyLeft, "2")
	d.write("2") // the character of the key
	d.mods = fyne.KeyModifierShift
	d.key("5")
	d.write("%")
	d.mods = 0
	if tp := d.m.Journey()[1]; tp.Actual.Valence != -1 || tp.Expected.Valence != 2 {
		t.Errorf("actual %+v, expected %+v", tp.Actual, tp.Expected)
	}
	all := content(d.m)
	for _, more := d.history.NextUndo(); more; _, more = d.history.NextUndo() {
		d.undo()
	}
	if d.m.Touchpoints.Len()+d.m.Stages.Len()+d.m.Channels.Len() != 0 {
		t.Errorf("undoing all leaves %v", content(d.m))
	}
	for _, more := d.history.NextRedo(); more; _, more = d.history.NextRedo() {
		if _, err := d.history.Redo(d.m); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(all, content(d.m)) {
		t.Error("redoing all gives another map")
	}
}

func TestABlankTextInANewCellLeavesNoTrace(t *testing.T) {
	for name, leave := range map[string]func(*desk){
		"return": func(d *desk) { d.key(fyne.KeyReturn) },
		"escape": func(d *desk) { d.write("abc"); d.key(fyne.KeyEscape) },
		"click":  func(d *desk) { d.focus(d.board) },
	} {
		t.Run(name, func(t *testing.T) {
			d := setUpDesk(t, nil)
			before := content(d.m)
			d.key(fyne.KeyRight, fyne.KeyEnd, fyne.KeyReturn)
			if !d.board.Editing() || d.m.Touchpoints.Len() != len(titles(d.m)) {
				t.Fatal("Return on the place behind the last card begins nothing")
			}
			leave(d)
			if _, ok := d.history.NextUndo(); ok || !reflect.DeepEqual(before, content(d.m)) {
				t.Error("something stays")
			}
		})
	}
}

// TestTypingCancelledAfterEveryKey: Escape leaves no trace, however much was typed.
func TestTypingCancelledAfterEveryKey(t *testing.T) {
	for name, begin := range map[string]func(*desk){
		"title":   func(d *desk) { d.board.Edit(card(d.m.Journey()[3]), "Title") },
		"channel": func(d *desk) { d.board.Edit(card(d.m.Journey()[3]), "Channel") },
		"goal":    func(d *desk) { d.board.Edit(scene.Ref{Kind: journey.KindStage, ID: d.m.StagesInOrder()[1].ID}, "Goal") },
		"card":    func(d *desk) { d.key(fyne.KeyRight, fyne.KeyEnd, fyne.KeyReturn) },
	} {
		t.Run(name, func(t *testing.T) {
			d := setUpDesk(t, nil)
			before := content(d.m)
			for n := range 6 {
				d.board.Select()
				begin(d)
				for i := range n {
					d.write(string("Sho p!"[i]))
				}
				d.key(fyne.KeyEscape)
				if d.board.Editing() || !reflect.DeepEqual(before, content(d.m)) {
					t.Fatalf("after %d keys Escape leaves a trace", n)
				}
				if _, ok := d.history.NextUndo(); ok {
					t.Fatalf("after %d keys a step stays in the history", n)
				}
			}
		})
	}
}
