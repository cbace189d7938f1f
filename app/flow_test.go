//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestTheChipsOfTheFilterAreAllInSight(t *testing.T) {
	e, _, _ := opening(t)
	for _, width := range []float32{1500, 1000, 760} {
		e.win.Resize(fyne.NewSize(width, 900))
		e.filtering.apply()
		for _, c := range e.filtering.chips {
			end := c.button.Position().X + c.button.Size().Width
			foot := c.button.Position().Y + c.button.Size().Height
			if row := e.filtering.row.Size(); end > row.Width+1 && c.button.Position().X > 0 || foot > row.Height+1 {
				t.Errorf("at %v the chip %q ends at %v, %v of %v", width, c.text(), end, foot, row)
			}
		}
	}
}

func TestUndoOfADeleteSelectsWhatCameBack(t *testing.T) {
	e, _, _ := opening(t)
	tp := e.doc.Map().Journey()[3]
	e.do(edit.RemoveRows{Rows: []edit.Ref{{Kind: journey.KindTouchpoint, ID: tp.ID}}})
	if len(e.selection()) > 0 {
		t.Fatalf("selected: %v", e.selection())
	}
	e.undo()
	if !e.isSelected(scene.Ref{Kind: journey.KindTouchpoint, ID: tp.ID}) {
		t.Errorf("selected: %v", e.selection())
	}
	e.redo()
	if len(e.selection()) > 0 {
		t.Errorf("after doing it again: %v", e.selection())
	}
}
