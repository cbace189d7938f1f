//go:build ci

package app

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/document"
	"touchline.app/app/document/documenttest"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/compare"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// copied makes a copy of the open map's file beside it, and changes it.
func copied(t *testing.T, path, name string, change func(*journey.Map) edit.Command) string {
	t.Helper()
	bytes, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(filepath.Dir(path), name)
	if err := os.WriteFile(to, bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	documenttest.Elsewhere(t, to, change)
	return to
}

func TestADifferenceOfACopyIsTakenOver(t *testing.T) {
	e, ui, path := opening(t)
	theirs := copied(t, path, "theirs.journey", func(m *journey.Map) edit.Command {
		felt := m.Journey()[3]
		felt.Actual = journey.Feel(-2)
		felt.Title = "Theirs"
		return edit.Put{Rows: []journey.Row{felt}}
	})
	e.memory.copies.compare(theirs)
	ui.Until("it is compared", func() bool { return e.memory.compare != nil && e.memory.compare.ready })
	p := e.memory.pane.(*comparePane)
	if len(p.shown) != 2 || p.shown[0].Sort != compare.Retold || p.shown[1].Sort != compare.Refelt {
		t.Fatalf("differences: %+v", p.shown)
	}
	ui.Until("the copy is shown", func() bool { return e.memory.looking != nil && e.memory.looking.scene != nil })
	if !slices.ContainsFunc(e.board.Scene().Nodes, func(n scene.Node) bool { return n.Role == scene.RoleMark }) {
		t.Error("nothing is marked on the map")
	}
	p.list.Choose(0)
	p.takeOver()
	ui.Until("one difference is left", func() bool { return len(p.shown) == 1 })
	if tp := e.doc.Map().Journey()[3]; tp.Title != "Theirs" || tp.Actual.Valence == -2 {
		t.Errorf("taken: %q, %v", tp.Title, tp.Actual.Valence)
	}
	if err := e.doc.Undo(); err != nil || e.doc.Map().Journey()[3].Title == "Theirs" {
		t.Errorf("it cannot be taken back: %v", err)
	}
	leavesComparing(t, e)
}

// leavesComparing looks at both sides and ends the comparison.
func leavesComparing(t *testing.T, e *editor) {
	t.Helper()
	for _, v := range []compareView{viewBoth, viewBefore, viewAfter} {
		e.memory.compare.view = v
		e.memory.compare.show()
	}
	e.memory.close()
	if e.memory.looking != nil || e.memory.twins != nil || e.board.ReadOnly {
		t.Error("the comparison does not end")
	}
}

func TestACopyThatPartedIsMergedAndSettled(t *testing.T) {
	e, ui, path := opening(t)
	theirs := copied(t, path, "flight (conflicted copy).journey", func(m *journey.Map) edit.Command { return documenttest.Rename(m, 1, "Theirs", "") })
	if err := e.doc.Do(documenttest.Rename(e.doc.Map(), 1, "Mine", "")); err != nil {
		t.Fatal(err)
	}
	ui.Until("the copy is offered", func() bool { return e.banner.Says("copy") })
	focused := e.win.Canvas().Focused()
	e.merge(theirs)
	ui.Until("something is to settle", func() bool { return len(e.memory.settle.open) == 1 })
	if !e.memory.settle.badge.Visible() || e.win.Canvas().Focused() != focused || e.memory.pane != nil {
		t.Error("it is not said in the status bar, or it takes the keys")
	}
	shown := e.doc.Map().Journey()[1].Title
	e.perform("action.conflicts")
	settled := func(n int) func() bool { return func() bool { return len(e.memory.settle.open) == 1-n } }
	e.memory.settle.settle(true) // keeping what is shown can be taken back, and done again
	ui.Until("it is settled", settled(1))
	e.perform("action.undo")
	ui.Until("it is to settle again", settled(0))
	if c := e.memory.settle.open[0]; c.Present != shown || c.Other.New == shown || e.doc.Map().Journey()[1].Title != shown {
		t.Errorf("undone, %+v is to settle", c)
	}
	e.perform("action.redo")
	ui.Until("it is settled again", settled(1))
	e.perform("action.undo")
	ui.Until("it is to settle once more", settled(0))
	e.memory.settle.settle(false)
	ui.Until("the other one is taken", settled(1))
	other := e.doc.Map().Journey()[1].Title
	if other == shown || other != "Mine" && other != "Theirs" {
		t.Errorf("%q became %q", shown, other)
	}
	if err := e.doc.Undo(); err != nil || e.doc.Map().Journey()[1].Title != shown {
		t.Errorf("after undo: %q, %v", e.doc.Map().Journey()[1].Title, err)
	}
	ui.Until("saved", func() bool { return e.doc.State() == document.Saved })
	if got := documenttest.Stored(t, path).Journey()[1].Title; got != shown {
		t.Errorf("the file has %q", got)
	}
}

func TestTheWorstMessageIsSeenFirst(t *testing.T) {
	e, _, _ := opening(t)
	e.saving(document.SaveFailing, errors.New("the disk is full"))
	e.notice("Something else.")
	if got := e.banner.Foremost().About; got != "save" {
		t.Errorf("seen is %q", got)
	}
	e.saving(document.Saved, nil)
	if got := e.banner.Foremost().About; got != "notice" {
		t.Errorf("then %q is seen", got)
	}
	e.banner.Clear("notice")
	if e.banner.Object.Visible() {
		t.Error("the banner stays")
	}
}

func TestATextInTheInspectorStaysWhileOthersChangeTheMap(t *testing.T) {
	e, ui, path := opening(t)
	clock := &documenttest.Clock{}
	e.doc.After = clock.After
	e.selected(refTo(e, 2))
	f := e.inspector.Form.First
	e.win.Canvas().Focus(f)
	f.SetText("Being typed")
	id := e.doc.Map().Journey()[2].ID
	documenttest.Elsewhere(t, path, func(m *journey.Map) edit.Command {
		p := m.PersonasInOrder()[0]
		p.Name = "Somebody else" // the inspector lists personas: it is made anew for that
		tp, _ := m.Touchpoints.Get(id)
		tp.Reason = "Theirs"
		return edit.Put{Rows: []journey.Row{p, tp}}
	})
	e.doc.Refresh()
	ui.Until("their change", func() bool { return e.doc.Map().PersonasInOrder()[0].Name == "Somebody else" })
	if got := e.win.Canvas().Focused(); got != fyne.Focusable(f) || f.Text != "Being typed" || e.inspector.Form.First != f {
		t.Errorf("the keys are at %T, the text is %q", got, f.Text)
	}
	if r := e.selection(); len(r) != 1 || r[0].ID != id {
		t.Errorf("selected is %v", r)
	}
	e.win.Canvas().Unfocus()
	ui.Until("saved", func() bool { return e.doc.State() == document.Saved })
	m, err := storage.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if tp, _ := m.Touchpoints.Get(id); tp.Title != "Being typed" || tp.Reason != "Theirs" {
		t.Errorf("the file has %q, %q", tp.Title, tp.Reason)
	}
}
