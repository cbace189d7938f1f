//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// typeInto types a text into a field, letter by letter.
func typeInto(f fyne.Focusable, text string) {
	for _, r := range text {
		f.TypedRune(r)
	}
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestFindStepsThroughTheHits(t *testing.T) {
	e, _, _ := opening(t)
	first, second := e.doc.Map().Journey()[2], e.doc.Map().Journey()[5]
	first.Details, second.Reason = "Größe XYZ", "it is the grosse xyz"
	for _, tp := range []journey.Touchpoint{first, second} {
		e.do(edit.Put{Rows: []journey.Row{tp}})
	}
	e.perform("action.find")
	if e.win.Canvas().Focused() != fyne.Focusable(e.finder.entry) {
		t.Fatal("the field does not have the keys")
	}
	shift := fyne.KeyModifier(0)
	e.finder.entry.mods = func() fyne.KeyModifier { return shift }
	typeInto(e.finder.entry, "GROSSE x")
	at := func(tp journey.Touchpoint, count string) {
		t.Helper()
		if r := e.selection(); len(r) != 1 || r[0].ID != tp.ID || e.finder.count.Text != count {
			t.Errorf("selected is %v, the count says %q; want %s, %q", r, e.finder.count.Text, tp.Title, count)
		}
	}
	at(first, say.Text("find.count", "N", 1, "All", 2))
	e.finder.entry.TypedKey(key(fyne.KeyReturn))
	at(second, say.Text("find.count", "N", 2, "All", 2))
	e.finder.entry.TypedKey(key(fyne.KeyF3))
	at(first, say.Text("find.count", "N", 1, "All", 2))
	shift = fyne.KeyModifierShift
	e.finder.entry.TypedKey(key(fyne.KeyReturn))
	at(second, say.Text("find.count", "N", 2, "All", 2))

	second.Reason = ""
	e.do(edit.Put{Rows: []journey.Row{second}})
	shift = 0
	e.perform("action.find_next")
	at(first, say.Text("find.count", "N", 1, "All", 1))
	typeInto(e.finder.entry, "??")
	if e.finder.count.Text != say.Text("find.none") {
		t.Errorf("nothing is found, and the bar says %q", e.finder.count.Text)
	}
	e.finder.entry.TypedKey(key(fyne.KeyEscape))
	if e.finder.object.Visible() || e.win.Canvas().Focused() != fyne.Focusable(e.board) {
		t.Error("Escape does not give the keys back to the map")
	}
}

func TestEscapeGoesBackToWhereTheSearchBegan(t *testing.T) {
	e, _, _ := opening(t)
	last := e.doc.Map().Journey()[14]
	e.app.Preferences().SetBool(prefCalm, true)
	e.board.ZoomTo(1.5)
	e.selected(refTo(e, 0))
	e.perform("action.view.table")
	was, seen := e.selection()[0], e.board.Seen()
	e.perform("action.find")
	e.finder.entry.SetText(e.doc.Map().StagesInOrder()[5].Goal) // is on the map alone
	e.finder.entry.SetText(last.Title)
	if e.views.now != viewMap || e.selection()[0].ID != last.ID {
		t.Fatalf("in %s selected is %v", e.views.now, e.selection())
	}
	e.finder.entry.TypedKey(key(fyne.KeyEscape))
	now := e.board.Seen()
	if e.views.now != viewTable || len(e.selection()) != 1 || e.selection()[0] != was {
		t.Errorf("in %s selected is %v", e.views.now, e.selection())
	}
	if d := now.X - seen.X + now.Y - seen.Y; d > 2 || d < -2 || now.W > seen.W*1.02 || now.W < seen.W*0.98 {
		t.Errorf("seen is %v, was %v", now, seen)
	}
}

func TestTabLeadsFromTheSearchToTheHit(t *testing.T) {
	e, _, _ := opening(t)
	last := e.doc.Map().Journey()[14]
	e.perform("action.find")
	e.finder.entry.SetText(last.Title)
	e.finder.entry.TypedKey(key(fyne.KeyTab))
	if e.win.Canvas().Focused() != fyne.Focusable(e.board) || e.selection()[0].ID != last.ID || !e.finder.object.Visible() {
		t.Errorf("the keys are with %T, selected is %v", e.win.Canvas().Focused(), e.selection())
	}
}

func TestFindShowsAHitInView(t *testing.T) {
	e, _, _ := opening(t)
	last := e.doc.Map().Journey()[14]
	e.board.ZoomTo(0.1)
	e.perform("action.find")
	e.finder.entry.SetText(last.Title)
	n, ok := e.scenery.now.NodeOf(e.selection()[0], standsAs[journey.KindTouchpoint])
	if !ok || e.selection()[0].ID != last.ID {
		t.Fatalf("selected is %v", e.selection())
	}
	pos, size := e.board.OnScreen(n.Bounds)
	if e.board.Zoom() < 0.35 || pos.X < 0 || pos.Y < 0 || pos.X+size.Width > e.board.Size().Width || pos.Y+size.Height > e.board.Size().Height {
		t.Errorf("the card is at %v, %v on a board of %v at %.2f", pos, size, e.board.Size(), e.board.Zoom())
	}
}

func TestKeysOfAFieldStayInTheSearch(t *testing.T) {
	e, _, _ := opening(t)
	tp := e.doc.Map().Journey()[0]
	tp.Title = "Changed"
	e.do(edit.Put{Rows: []journey.Row{tp}})
	e.perform("action.find")
	typeInto(e.finder.entry, "changed")
	e.perform("action.select_all")
	if e.finder.entry.SelectedText() != "changed" || len(e.selection()) != 1 {
		t.Errorf("in the field %q is selected, on the map %d things", e.finder.entry.SelectedText(), len(e.selection()))
	}
	e.perform("action.undo")
	if now, _ := e.doc.Map().Touchpoints.Get(tp.ID); now.Title != "Changed" || e.finder.entry.Text != "" {
		t.Errorf("undo leaves %q in the field and the title %q", e.finder.entry.Text, now.Title)
	}
}
