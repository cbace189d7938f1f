//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/document"
	"touchline.app/app/document/documenttest"
	"touchline.app/app/inspector"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// stepped returns an editor with three changes done to its map.
func stepped(t *testing.T) (*editor, *documenttest.Loop) {
	t.Helper()
	e, ui, _ := opening(t)
	for i, title := range []string{"One", "Two", "Three"} {
		if err := e.doc.Do(documenttest.Rename(e.doc.Map(), i, title, "")); err != nil {
			t.Fatal(err)
		}
	}
	ui.Until("saved", func() bool { return e.doc.State() == document.Saved })
	return e, ui
}

// remembering opens the history and waits for it.
func remembering(t *testing.T, e *editor, ui *documenttest.Loop) *history {
	t.Helper()
	e.perform("action.history")
	h, ok := e.memory.pane.(*history)
	if !ok {
		t.Fatal("no history opens")
	}
	ui.Until("the history is read", func() bool { return len(h.rows) > 0 })
	return h
}

func TestTheHistoryListFollowsTheKeys(t *testing.T) {
	e, ui := stepped(t)
	h := remembering(t, e, ui)
	drawn := map[int]bool{}
	update := h.list.UpdateItem
	h.list.UpdateItem = func(i int, o fyne.CanvasObject) {
		update(i, o)
		drawn[i] = o.(*kit.Line).Chosen
	}
	for range 3 {
		h.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if h.list.At != 4 || !drawn[4] || drawn[2] {
		t.Errorf("at %d, drawn as chosen %v", h.list.At, drawn)
	}
}

func TestWhatIsBroughtBackIsOneStep(t *testing.T) {
	e, ui := stepped(t)
	now := journey.Digest(e.doc.Map())
	h := remembering(t, e, ui)
	first := len(h.rows) - 1 // how the file began
	h.list.Choose(first)
	ui.Until("it is looked at", func() bool { return e.memory.looking != nil && e.memory.looking.scene != nil })
	was := journey.Digest(e.memory.looking.m)
	if e.board.Scene() != e.memory.looking.scene || !e.memory.sign.object.Visible() {
		t.Error("the board does not show it, or nobody says so")
	}
	e.perform("action.undo")
	e.perform("action.touchpoint")
	e.board.Delete()
	if err := e.doc.Do(documenttest.Rename(e.doc.Map(), 0, "X", "")); err == nil || journey.Digest(e.doc.Map()) != now {
		t.Fatalf("the map can be changed meanwhile: %v", err)
	}
	e.memory.bringBack()
	if e.memory.looking != nil || journey.Digest(e.doc.Map()) != was {
		t.Fatal("it was not brought back")
	}
	if err := e.doc.Undo(); err != nil || journey.Digest(e.doc.Map()) != now {
		t.Errorf("one undo gives another map: %v", err)
	}
}

func TestOneTouchpointIsBroughtBackWithWhatItNeeds(t *testing.T) {
	e, ui, _ := opening(t)
	tp := e.doc.Map().Journey()[2]
	hanging := len(inspector.Tied(e.doc.Map(), tp.ID))
	other := e.doc.Map().Journey()[5].ID
	if err := e.doc.Do(edit.Remove{Kind: journey.KindStage, ID: tp.Stage}); err != nil {
		t.Fatal(err)
	}
	if err := e.doc.Do(documenttest.Rename(e.doc.Map(), 0, "Later", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("saved", func() bool { return e.doc.State() == document.Saved })
	h := remembering(t, e, ui)
	h.list.Choose(len(h.rows) - 1)
	ui.Until("it is looked at", func() bool { return e.memory.looking != nil && e.memory.looking.scene != nil })
	e.selected([]scene.Ref{{Kind: journey.KindTouchpoint, ID: tp.ID}})
	if e.memory.sign.some.Off || e.memory.sign.some.Text != say.Text("looking.one") {
		t.Error("it is not offered")
	}
	e.memory.bringBackSelected()
	m := e.doc.Map()
	if got, ok := m.Touchpoints.Get(tp.ID); !ok || got.Title != tp.Title || !m.Stages.Has(tp.Stage) || len(inspector.Tied(m, tp.ID)) != hanging {
		t.Errorf("it is back as %+v with %d hanging on it, want %d", got, len(inspector.Tied(m, tp.ID)), hanging)
	}
	if m.Journey()[0].Title != "Later" && !m.Touchpoints.Has(other) {
		t.Error("something else changed")
	}
	if err := e.doc.Undo(); err != nil || e.doc.Map().Touchpoints.Has(tp.ID) {
		t.Errorf("one undo does not take it back: %v", err)
	}
}

func TestVersionsAreNamedRenamedAndShown(t *testing.T) {
	e, ui := stepped(t)
	h := remembering(t, e, ui)
	named := func(name string) func() bool {
		return func() bool {
			for _, r := range h.rows {
				if r.kind == momentVersion && r.text == name {
					return true
				}
			}
			return false
		}
	}
	e.perform("action.name_version")
	h.entry.SetText("Sent")
	h.entry.OnSubmitted(h.entry.Text)
	ui.Until("the version is listed", named("Sent"))
	h.ask("Sent")
	h.entry.SetText("Sent to Ann")
	h.keep()
	ui.Until("it has its other name", named("Sent to Ann"))
	if named("Sent")() {
		t.Error("the old name is listed too")
	}
	for i, r := range h.rows {
		if r.kind == momentVersion {
			h.list.Choose(i)
		}
	}
	h.remove()
	ui.Until("the name is gone", func() bool { return !named("Sent to Ann")() })
}

func TestTypingThatWasWrittenInPiecesIsOneLine(t *testing.T) {
	e, ui, _ := opening(t)
	for _, text := range []string{"A", "Ab", "Abc"} {
		if err := e.doc.Type(documenttest.Rename(e.doc.Map(), 0, text, "field title")); err != nil {
			t.Fatal(err)
		}
		e.doc.Flush()
	}
	ui.Until("saved", func() bool { return e.doc.State() == document.Saved })
	h := remembering(t, e, ui)
	steps := 0
	for _, r := range h.rows {
		if r.kind == momentStep {
			steps++
		}
	}
	if steps != 1 {
		t.Errorf("%d lines for one text", steps)
	}
}

func TestEscapeLeavesThePastThenTheHistory(t *testing.T) {
	e, ui := stepped(t)
	h := remembering(t, e, ui)
	h.list.Choose(len(h.rows) - 1)
	ui.Until("it is looked at", func() bool { return e.memory.looking != nil })
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	e.typedKey(escape)
	if e.memory.looking != nil || e.memory.pane == nil {
		t.Error("Escape does not go back to now")
	}
	e.typedKey(escape)
	if e.memory.pane != nil {
		t.Error("Escape does not close the history")
	}
	if err := e.doc.Do(documenttest.Rename(e.doc.Map(), 0, "Y", "")); err != nil {
		t.Errorf("the map stays locked: %v", err)
	}
}
