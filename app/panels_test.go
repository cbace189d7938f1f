//go:build ci

package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
)

func TestTheKeysGoFromPanelToPanel(t *testing.T) {
	e, _, _ := opening(t)
	e.win.Resize(fyne.NewSize(1400, 900))
	e.focusMap()
	e.selected(refTo(e, 2))
	want := []fyne.Focusable{e.inspector.Form.First, e.palette.search, e.toolbar.title, e.board, e.inspector.Form.First}
	for i, f := range want {
		e.perform("action.next_panel")
		if got := e.win.Canvas().Focused(); got != f {
			t.Fatalf("step %d leads to %T, want %T", i+1, got, f)
		}
	}
	e.stepPanel(-1)
	if !e.onMap() {
		t.Error("back does not lead to the map")
	}
	e.toggleInspector()
	e.perform("action.next_panel")
	if got := e.win.Canvas().Focused(); got != fyne.Focusable(e.palette.search) {
		t.Errorf("beside a hidden panel the keys go to %T", got)
	}
}

func TestTabGoesThroughThePaletteInOrder(t *testing.T) {
	e, _, _ := opening(t)
	c := e.win.Canvas()
	c.Focus(e.palette.search)
	c.FocusNext()
	first, ok := c.Focused().(*kit.Tile)
	if !ok || !first.Focused {
		t.Fatalf("after the search comes %T", c.Focused())
	}
	c.FocusPrevious()
	if c.Focused() != fyne.Focusable(e.palette.search) {
		t.Errorf("back leads to %T", c.Focused())
	}
}

func TestWhatTheKeysComeToIsScrolledIntoView(t *testing.T) {
	e, _, _ := opening(t)
	e.win.Resize(fyne.NewSize(1200, 500))
	e.selected(refTo(e, 2))
	c := e.win.Canvas()
	c.Focus(e.inspector.Form.First)
	for range 25 {
		c.FocusNext()
	}
	if e.inspector.Scroll.Offset.Y == 0 {
		t.Errorf("%T has the keys and the inspector was not scrolled", c.Focused())
	}
}

func TestTheWindowFitsSmallScreensWithLargeLetters(t *testing.T) {
	e, _, _ := opening(t)
	if got := e.win.Content().MinSize(); got.Width > 800 || got.Height > 480 {
		t.Errorf("the window wants %v", got)
	}
}
