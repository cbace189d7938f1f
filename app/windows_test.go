//go:build ci

package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/journey/sample"
)

// second returns the path of another map.
func second(t *testing.T) string {
	t.Helper()
	m, _ := flight(t)
	m.Head.Title = "Another"
	path := filepath.Join(t.TempDir(), "another.journey")
	f, err := createStore(path, m)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// button presses the button of a dialog.
func button(t *testing.T, e *editor, key string) {
	t.Helper()
	top := e.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is asked")
	}
	b, ok := find(top, func(p *press) bool { return p.text == say(key) })
	if !ok {
		t.Fatalf("there is no button %s", key)
	}
	b.Tapped(nil)
}

func TestASecondMapOpensInANewWindowOrHere(t *testing.T) {
	e, _, path := opening(t)
	other := second(t)
	e.openAnywhere(other)
	if e.doc.Path() != path {
		t.Fatal("it was opened without asking")
	}
	button(t, e, "dialog.cancel")
	if len(e.desk.windows) != 1 || e.asks() {
		t.Fatal("cancelling opened something")
	}
	e.openAnywhere(other)
	button(t, e, "dialog.new_window")
	if len(e.desk.windows) != 2 {
		t.Fatal("no window was opened")
	}
	w := e.desk.windows[1]
	if w.doc == nil || w.doc.Path() != other || e.doc.Path() != path {
		t.Fatal("the maps are in the wrong windows")
	}
}

func TestEachWindowHasAMapOfItsOwn(t *testing.T) {
	e, ui, _ := opening(t)
	other := second(t)
	e.openAnywhere(other)
	button(t, e, "dialog.new_window")
	w := e.desk.windows[1]
	w.do(rename(w.doc.Map(), 0, "Changed there", ""))
	if e.doc.Map().Journey()[0].Title == "Changed there" {
		t.Error("both windows show the same map")
	}
	e.openAnywhere(other) // is open there
	if e.asks() || len(e.desk.windows) != 2 {
		t.Error("a map was opened twice")
	}
	w.setLook(lookDark)
	if e.look.choice != lookDark {
		t.Error("the windows look different")
	}
	ui.until("saved", func() bool { return w.doc.State() == Saved })
	w.shut()
	if len(e.desk.windows) != 1 || e.doc == nil {
		t.Error("closing one window closed the other")
	}
	e.openAnywhere(other)
	button(t, e, "dialog.this_window")
	if e.doc.Path() != other || e.doc.Map().Journey()[0].Title != "Changed there" {
		t.Error("it was not opened here")
	}
}

func TestWindowsRememberTheirSizeByMap(t *testing.T) {
	e, _, path := opening(t)
	e.win.Resize(fyne.NewSize(1000, 700))
	e.rememberSize()
	e.win.Resize(fyne.NewSize(1300, 800))
	if err := e.load(second(t)); err != nil {
		t.Fatal(err)
	}
	e.rememberSize()
	if err := e.load(path); err != nil {
		t.Fatal(err)
	}
	if got := e.win.Canvas().Size(); got != fyne.NewSize(1000, 700) {
		t.Errorf("the window has %v", got)
	}
	if got := e.rememberedSize(); got != fyne.NewSize(1300, 800) {
		t.Errorf("a new window has %v", got)
	}
}

func TestTheStartScreenShowsMapsAsPictures(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	e, ui, path := opening(t)
	e.closeMap()
	gone := filepath.Join(t.TempDir(), "gone.journey")
	e.remember(gone)
	e.showStart()
	card := func(text string) *card {
		c, ok := find(e.win.Content(), func(c *card) bool { return c.text == text })
		if !ok {
			t.Fatalf("there is no card %q", text)
		}
		return c
	}
	flight := card(strings.TrimSuffix(filepath.Base(path), extension))
	for _, name := range sample.Names {
		ui.until("drawn", func() bool { return card(say("template."+name)).picture.Image != nil })
	}
	ui.until("drawn", func() bool { return flight.picture.Image != nil })
	if b := flight.picture.Image.Bounds(); b.Dx() != thumbWidth || b.Dy() != thumbHeight {
		t.Errorf("the picture has %v", b)
	}
	if !card("gone").off || card("gone").note == "" {
		t.Error("nobody says that a map is gone")
	}
	kept, err := os.ReadDir(thumbnailFolder())
	if err != nil || len(kept) != len(sample.Names)+1 {
		t.Errorf("%d pictures are kept, %v", len(kept), err)
	}
	e.showStart() // now from the cache
	ui.until("shown", func() bool {
		return card(strings.TrimSuffix(filepath.Base(path), extension)).picture.Image != nil
	})
	ui.until("all are drawn", func() bool { return e.desk.drawing == 0 })
	flight.Tapped(nil)
	if e.doc == nil || e.doc.Path() != path {
		t.Error("the card does not open its map")
	}
}

func TestAPictureOfABrokenMapSaysSo(t *testing.T) {
	e, ui := started(t)
	bad := filepath.Join(t.TempDir(), "bad.journey")
	if err := os.WriteFile(bad, []byte("no map"), 0o600); err != nil {
		t.Fatal(err)
	}
	e.remember(bad)
	e.showStart()
	ui.until("said", func() bool {
		c, ok := find(e.win.Content(), func(c *card) bool { return c.text == "bad" })
		return ok && c.off
	})
	if img, err := (thumbnail{key: "x", read: nil}).draw("", e.mapTheme()); err == nil || img != nil {
		t.Error("a fault is not caught")
	}
}

func TestAnEmptyMapSaysHowToBegin(t *testing.T) {
	e, _ := started(t)
	e.showStart()
	e.newMap("five-stages")
	if !e.hint.object.Visible() {
		t.Fatal("nothing is said")
	}
	e.insertTouchpoint()
	if e.hint.object.Visible() {
		t.Error("it is still said on a map with a touchpoint")
	}
	e.undo()
	if !e.hint.object.Visible() {
		t.Error("after undo nothing is said")
	}
}
