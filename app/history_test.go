//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"
)

// stepped returns an editor with three changes done to its map.
func stepped(t *testing.T) (*editor, *loop) {
	t.Helper()
	e, ui, _ := opening(t)
	for i, title := range []string{"One", "Two", "Three"} {
		if err := e.doc.Do(rename(e.doc.Map(), i, title, "")); err != nil {
			t.Fatal(err)
		}
	}
	ui.until("saved", func() bool { return e.doc.State() == Saved })
	return e, ui
}

// remembering opens the history and waits for it.
func remembering(t *testing.T, e *editor, ui *loop) *history {
	t.Helper()
	e.perform("action.history")
	h, ok := e.memory.pane.(*history)
	if !ok {
		t.Fatal("no history opens")
	}
	ui.until("the history is read", func() bool { return len(h.rows) > 0 })
	return h
}

func TestTheHistoryListFollowsTheKeys(t *testing.T) {
	e, ui := stepped(t)
	h := remembering(t, e, ui)
	drawn := map[int]bool{}
	update := h.list.UpdateItem
	h.list.UpdateItem = func(i int, o fyne.CanvasObject) {
		update(i, o)
		drawn[i] = o.(*lineFace).chosen
	}
	for range 3 {
		h.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if h.list.at != 4 || !drawn[4] || drawn[2] {
		t.Errorf("at %d, drawn as chosen %v", h.list.at, drawn)
	}
}
