package canvas_test

import (
	"fmt"
	"image"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestSpacePicksUpAndDrops(t *testing.T) {
	d := setUpDesk(t, nil)
	all := d.m.Journey()
	before := content(d.m)
	d.key(fyne.KeyRight) // onto the first card
	d.tap(fyne.KeySpace)
	d.key(fyne.KeyRight)
	if d.laid == 0 {
		t.Error("nothing shows what would be")
	}
	d.key(fyne.KeyEscape)
	if !reflect.DeepEqual(before, content(d.m)) || len(d.done) > 0 {
		t.Fatal("put back, and still the map is another")
	}
	d.tap(fyne.KeySpace)
	d.key(fyne.KeyRight)
	d.tap(fyne.KeySpace)
	if now := d.m.Journey(); now[1].ID != all[0].ID || len(d.done) != 1 {
		t.Errorf("the second card is %s after %d commands", now[1].Title, len(d.done))
	}
	if at, on := d.board.CellCursor(); !on || at.Ref != card(all[0]) {
		t.Error("the cursor does not go along")
	}
	d.tap(fyne.KeySpace)
	d.key(fyne.KeyLeft, fyne.KeyReturn)
	if now := d.m.Journey(); now[0].ID != all[0].ID {
		t.Errorf("the first card is %s", now[0].Title)
	}
}

func TestSpaceHeldPansAndPicksNothingUp(t *testing.T) {
	d := setUpDesk(t, nil)
	d.key(fyne.KeyRight)
	p := d.at(d.m.Journey()[3].ID, scene.RoleTouchpoint)
	space := &fyne.KeyEvent{Name: fyne.KeySpace}
	d.board.KeyDown(space)
	before := d.board.Middle()
	d.press(p)
	d.drag(p.AddXY(-60, 0))
	d.board.DragEnd()
	d.board.KeyUp(space)
	if d.board.Middle() == before || d.board.Cancel() {
		t.Errorf("the view went from %v to %v", before, d.board.Middle())
	}
}

func TestDigitsSetTheEmotionsOfAllSelected(t *testing.T) {
	d := setUpDesk(t, nil)
	all := d.m.Journey()
	d.board.Select(card(all[1]), card(all[3]), scene.Ref{Kind: journey.KindStage, ID: all[0].Stage})
	d.key("4")
	d.write("4")
	d.mods = fyne.KeyModifierShift
	d.key("1")
	d.write("!")
	d.mods = 0
	for _, i := range []int{1, 3} {
		now, _ := d.m.Touchpoints.Get(all[i].ID)
		if now.Actual.Valence != 1 || now.Expected.Valence != -2 {
			t.Errorf("%s: actual %v, expected %v", now.Title, now.Actual.Valence, now.Expected.Valence)
		}
	}
	if len(d.done) != 2 {
		t.Errorf("%d steps, want two", len(d.done))
	}
}

// TestTypingAfterAClickIntoAnEmptyCell makes what belongs there.
func TestTypingAfterAClickIntoAnEmptyCell(t *testing.T) {
	d := setUpDesk(t, nil)
	lane, _ := d.m.FirstLane(journey.LanePainPoints)
	n := d.m.PainPoints.Len()
	for _, b := range d.board.Scene().Bands {
		if b.Lane == lane.ID {
			first := d.board.Scene().Columns[0]
			pos, _ := d.board.OnScreen(scene.Rect{X: first.X + 20, Y: b.Rect.Y + 20})
			d.press(pos)
			d.board.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos}, Button: desktop.MouseButtonPrimary})
		}
	}
	d.write("Hurts")
	d.key(fyne.KeyReturn)
	if got := d.m.PainPointsInOrder(); len(got) != n+1 || got[n].Text != "Hurts" || got[n].Touchpoint != d.m.Journey()[0].ID {
		t.Errorf("%d pain points, the last %+v", len(got), got[len(got)-1])
	}
}

func TestShiftArrowsSelectMore(t *testing.T) {
	d := setUpDesk(t, nil)
	all := d.m.Journey()
	d.key(fyne.KeyRight)
	d.mods = fyne.KeyModifierShift
	d.key(fyne.KeyRight)
	d.mods = 0
	if got := d.board.Selection(); !reflect.DeepEqual(got, []scene.Ref{card(all[0]), card(all[1])}) {
		t.Errorf("selected %v", got)
	}
	d.key(fyne.KeyDelete)
	if now := d.m.Journey(); len(now) != len(all)-2 || len(d.done) != 1 {
		t.Errorf("%d cards stay after %d commands", len(now), len(d.done))
	}
	if _, on := d.board.CellCursor(); !on {
		t.Error("after Delete the keys are nowhere")
	}
}

func TestCopyPasteDuplicate(t *testing.T) {
	d := setUpDesk(t, nil)
	all := d.m.Journey()
	d.board.Select(card(all[0]), card(all[1]))
	text, err := d.board.Copy()
	if err != nil || !strings.HasPrefix(text, `{"touchline-rows":`) {
		t.Fatalf("%.60q, %v", text, err)
	}
	d.board.Select(card(all[9]))
	if err := d.board.Paste(text); err != nil {
		t.Fatal(err)
	}
	now := d.m.InStage(all[9].Stage)
	var got []string
	for _, tp := range now {
		got = append(got, tp.Title)
	}
	if joined := strings.Join(got, "|"); !strings.Contains(joined, all[9].Title+"|"+all[0].Title+"|"+all[1].Title) {
		t.Errorf("the stage is %q", joined)
	}
	if err := d.board.Paste("Waits\nAsks\tPhone"); err != nil {
		t.Fatal(err)
	}
	if n := d.m.Touchpoints.Len(); n != len(all)+4 {
		t.Errorf("%d cards, want %d", n, len(all)+4)
	}
	if len(d.board.Selection()) != 2 {
		t.Errorf("selected %v", d.board.Selection())
	}
	if err := d.board.Duplicate(); err != nil || d.m.Touchpoints.Len() != len(all)+6 {
		t.Errorf("%d cards, %v", d.m.Touchpoints.Len(), err)
	}
	if err := d.board.Paste(`{"touchline-rows":{"rows":[{"kind":"moat"}]}}`); err == nil {
		t.Error("nobody says what is wrong with the clipboard")
	}
	for range len(d.done) {
		d.undo()
	}
	if !reflect.DeepEqual(titles(d.m), func() (out []string) {
		for _, tp := range all {
			out = append(out, tp.Title)
		}
		return out
	}()) {
		t.Errorf("undone: %q", titles(d.m))
	}
}

func TestAlignToStage(t *testing.T) {
	d := setUpDesk(t, nil)
	all, st := d.m.Journey(), d.m.StagesInOrder()
	d.board.Select(card(all[1]), card(all[12]))
	d.board.AlignToStage(st[2].ID)
	now := d.m.InStage(st[2].ID)
	if n := len(now); now[n-2].ID != all[1].ID || now[n-1].ID != all[12].ID || len(d.done) != 1 {
		t.Errorf("the stage is %v after %d commands", now, len(d.done))
	}
}

// TestManySelectedAreAllSeen: more than have an outline of their own are drawn
// into the tiles, and taken out again.
func TestManySelectedAreAllSeen(t *testing.T) {
	d := setUpDesk(t, nil)
	d.settle()
	before := d.pixels()
	d.board.SelectAll()
	d.settle()
	if n := len(d.board.Selection()); n < 20 {
		t.Fatalf("%d selected", n)
	}
	if reflect.DeepEqual(before, d.pixels()) {
		t.Error("the selection is not seen")
	}
	d.board.Select()
	d.settle()
	if !reflect.DeepEqual(before, d.pixels()) {
		t.Error("the selection leaves a trace")
	}
}

// pixels are the bytes of the tiles by their place.
func (b *bench) pixels() map[fyne.Position]string {
	out := map[fyne.Position]string{}
	for _, x := range b.tiles() {
		out[x.Position()] = string(pix(x))
	}
	return out
}

func pix(x *fynecanvas.Image) []byte { return x.Image.(*image.RGBA).Pix }

// TestACancelledGestureLeavesNoTraceOnTheTiles tries each gesture with a preview
// of the map as it would be, and cancels it.
func TestACancelledGestureLeavesNoTraceOnTheTiles(t *testing.T) {
	d := setUpDesk(t, nil)
	all, st := d.m.Journey(), d.m.StagesInOrder()
	d.rest()
	before, rows := d.pixels(), content(d.m)
	stage, _ := d.board.Scene().NodeOf(scene.Ref{Kind: journey.KindStage, ID: st[1].ID}, scene.RoleStage)
	pos, _ := d.board.OnScreen(stage.Bounds)
	for name, from := range map[string]fyne.Position{
		"card": d.at(all[1].ID, scene.RoleTouchpoint), "point": d.at(all[1].ID, scene.RoleActual), "stage": pos.AddXY(30, 20),
	} {
		t.Run(name, func(t *testing.T) {
			laid := d.laid
			d.press(from)
			d.drag(from.AddXY(300, 30))
			d.settle()
			if d.laid == laid || reflect.DeepEqual(before, d.pixels()) {
				t.Error("the map does not show what would be")
			}
			d.key(fyne.KeyEscape)
			d.board.DragEnd()
			d.board.Select()
			d.rest()
			if !reflect.DeepEqual(before, d.pixels()) || len(d.done) > 0 || !reflect.DeepEqual(rows, content(d.m)) {
				t.Error("a trace stays")
			}
		})
	}
}

func TestTheMenuHearsWhatIsUnderThePointer(t *testing.T) {
	d := setUpDesk(t, nil)
	var got tool.Spot
	d.board.OnMenu = func(s tool.Spot, _ fyne.Position) { got = s }
	tp := d.m.Journey()[3]
	d.board.TappedSecondary(&fyne.PointEvent{Position: d.at(tp.ID, scene.RoleTouchpoint)})
	if got.Part != tool.OnCard || got.Ref != card(tp) || !reflect.DeepEqual(d.board.Selection(), []scene.Ref{card(tp)}) {
		t.Errorf("%+v, selected %v", got, d.board.Selection())
	}
	d.board.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(2, 2)})
	if got.Part != tool.OnPaper || len(d.board.Selection()) > 0 {
		t.Errorf("%+v", got)
	}
}

// TestAPaletteDragScrollsAtTheEdge: what is dragged over from elsewhere makes the
// view follow as well.
func TestAPaletteDragScrollsAtTheEdge(t *testing.T) {
	b := setUp(t, fyne.NewSize(700, 700))
	b.board.ZoomTo(1)
	b.late = nil
	lane := b.board.Scene().Bands[1].Rect
	pos, _ := b.board.OnScreen(lane)
	before := b.board.Middle()
	b.board.DragOver(fyne.NewPos(690, max(pos.Y+30, 60)), journey.KindTouchpoint)
	for range 10 {
		for _, f := range b.take() {
			f()
		}
	}
	if b.board.Middle().X < before.X+50 {
		t.Errorf("the view went from %v to %v", before, b.board.Middle())
	}
	b.board.DragLeave()
	here := b.board.Middle()
	for _, f := range b.take() {
		f()
	}
	if b.board.Middle() != here {
		t.Error("the view goes on")
	}
}

// TestTypingDrawsFewTiles: a key draws only the tiles anew that it changes.
func TestTypingDrawsFewTiles(t *testing.T) {
	d := setUpDesk(t, nil)
	d.board.ZoomTo(2)
	for _, f := range d.take() {
		f()
	}
	d.settle()
	lane, _ := d.m.FirstLane(journey.LaneText)
	var note journey.Note
	for _, n := range d.m.NotesInOrder() {
		if n.Lane == lane.ID {
			note = n
		}
	}
	d.board.Edit(scene.Ref{Kind: journey.KindNote, ID: note.ID}, "")
	d.settle()
	before := map[any]bool{}
	for _, x := range d.tiles() {
		before[x.Image] = true
	}
	d.write("x")
	d.settle()
	fresh := 0
	for _, x := range d.tiles() {
		if !before[x.Image] {
			fresh++
		}
	}
	if fresh > 4 {
		t.Errorf("%d of %d tiles were drawn anew for one letter", fresh, len(before))
	}
}

// TestTheCurveFollowsOnALargeMap: where the map is not laid out for each step the
// curve is drawn over it, and taken away.
func TestTheCurveFollowsOnALargeMap(t *testing.T) {
	b := setUp(t, fyne.NewSize(1400, 1000))
	p := b.at(b.m.Journey()[4].ID, scene.RoleActual)
	shown := func() int {
		n := 0
		for _, o := range test.WidgetRenderer(b.board).Objects() {
			if im, ok := o.(*fynecanvas.Image); ok && im.Visible() && im.Size().Width > 100 {
				n++
			}
		}
		return n
	}
	b.press(p)
	b.drag(p.AddXY(0, 50))
	if shown() != 1 {
		t.Error("the curve does not follow")
	}
	b.board.DragEnd()
	if shown() != 0 {
		t.Error("it stays")
	}
}

func BenchmarkKeyPress(b *testing.B) {
	for _, n := range []int{15, 300, 3000} {
		b.Run(fmt.Sprintf("touchpoints=%d", n), func(b *testing.B) {
			w := wide(b, n)
			w.board.ZoomTo(0.6)
			w.rest()
			id := w.m.Journey()[3].ID
			for i := 0; b.Loop(); i++ {
				tp, _ := w.m.Touchpoints.Get(id)
				title := tp.Title[:min(len(tp.Title), 12)] + strings.Repeat("x", i%5)
				p, err := edit.SetText{Row: edit.Ref{Kind: journey.KindTouchpoint, ID: id}, Field: "Title", Text: title}.Plan(w.m)
				if err != nil {
					b.Fatal(err)
				}
				p.Apply(w.m)
				w.board.SetScene(layOut(w.m))
			}
		})
	}
}

// TestATextIsEditedInPlaceOnTheCanvas looks where the entry lies.
func TestATextIsEditedInPlaceOnTheCanvas(t *testing.T) {
	d := setUpDesk(t, nil)
	d.board.ZoomTo(1.5)
	tp := d.m.Journey()[2]
	d.board.Edit(card(tp), "Title")
	text, _ := tool.TextOf(d.board.Scene(), card(tp), "Title")
	pos, size := d.board.OnScreen(text.Field.Rect)
	objects := test.WidgetRenderer(d.board).Objects()
	entry := objects[len(objects)-1]
	if at := entry.Position(); pos.X-at.X < 0 || pos.X-at.X > 8 || pos.Y-at.Y < 0 || pos.Y-at.Y > 8 || entry.Size().Width < size.Width {
		t.Errorf("the text lies at %v %v and its entry at %v %v", pos, size, at, entry.Size())
	}
}

// TestAGestureEndsWhenItsCardIsGone: somebody deletes what is carried.
func TestAGestureEndsWhenItsCardIsGone(t *testing.T) {
	d := setUpDesk(t, nil)
	d.key(fyne.KeyRight)
	d.tap(fyne.KeySpace)
	d.key(fyne.KeyRight)
	d.board.Delete()
	n := len(d.done)
	d.tap(fyne.KeySpace)
	d.key(fyne.KeyEscape)
	for _, c := range d.done[n:] {
		t.Errorf("done after its card was gone: %+v", c)
	}
}
