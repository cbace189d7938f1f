//go:build ci

package app

import (
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// TestAQuoteIsDroppedOnATouchpoint: there it is what the customer said, elsewhere a note.
func TestAQuoteIsDroppedOnATouchpoint(t *testing.T) {
	e, _, _ := opening(t)
	var silent journey.Touchpoint
	for _, tp := range e.doc.Map().Journey() {
		if tp.Actual.Quote == "" && tp.Actual.Known {
			silent = tp
			break
		}
	}
	n, _ := e.scenery.now.NodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: silent.ID}, scene.RoleTouchpoint)
	pos, size := e.onScreen(n.Bounds)
	at := pos.AddXY(size.Width/2, size.Height/2)
	notes := e.doc.Map().Notes.Len()
	quote := piece{kind: journey.KindNote, quote: true}
	e.dragOver(at, quote, "Quote")
	e.dropAt(at, quote)
	if !e.board.Editing() {
		t.Fatal("nobody can type what she said")
	}
	for _, r := range "Well" {
		e.win.Canvas().Focused().TypedRune(r)
	}
	e.board.Commit()
	now, _ := e.doc.Map().Touchpoints.Get(silent.ID)
	if now.Actual.Quote != "Well" || e.doc.Map().Notes.Len() != notes {
		t.Errorf("she said %q, and there are %d notes more", now.Actual.Quote, e.doc.Map().Notes.Len()-notes)
	}
	e.dropAt(at, quote)
	e.board.Commit()
	if again, _ := e.doc.Map().Touchpoints.Get(silent.ID); again.Actual.Quote != "Well" {
		t.Errorf("a second quote wrote over the first: %q", again.Actual.Quote)
	}
	e.dropAt(at, piece{kind: journey.KindNote, title: "Aside"})
	for _, note := range e.doc.Map().NotesInOrder() {
		if note.Text == "Aside" && note.Touchpoint != silent.ID {
			t.Errorf("the note dropped on the card belongs to %q", note.Touchpoint)
		}
	}
	if e.doc.Map().Notes.Len() != notes+1 {
		t.Error("there is no note")
	}
}
