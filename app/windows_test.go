//go:build ci

package app

import (
	"image"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"touchline.app/app/document"
	"touchline.app/app/document/documenttest"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey/sample"
)

// second returns the path of another map.
func second(t *testing.T) string {
	t.Helper()
	m, _ := documenttest.Flight(t)
	m.Head.Title = "Another"
	path := filepath.Join(t.TempDir(), "another.journey")
	f, err := document.CreateFile(path, m)
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
	b, ok := find(top, func(p *kit.Press) bool { return p.Text == say.Text(key) })
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
	w.do(documenttest.Rename(w.doc.Map(), 0, "Changed there", ""))
	if e.doc.Map().Journey()[0].Title == "Changed there" {
		t.Error("both windows show the same map")
	}
	e.openAnywhere(other) // is open there
	if e.asks() || len(e.desk.windows) != 2 {
		t.Error("a map was opened twice")
	}
	w.setLook(look.Dark)
	if e.look.Choice != look.Dark {
		t.Error("the windows look different")
	}
	ui.Until("saved", func() bool { return w.doc.State() == document.Saved })
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

// screens plays the screens of a system.
type screens struct {
	at  map[fyne.Window]image.Rectangle
	all []image.Rectangle
}

func (s *screens) Of(w fyne.Window) (image.Rectangle, bool) {
	r, ok := s.at[w]
	return r, ok
}
func (s *screens) Screens() []image.Rectangle { return s.all }

func TestWindowsRememberTheirPlaceByMap(t *testing.T) {
	e, _, path := opening(t)
	other := second(t)
	e.shown = true
	s := &screens{at: map[fyne.Window]image.Rectangle{e.win: image.Rect(300, 200, 1300, 900)}, all: []image.Rectangle{image.Rect(0, 0, 1920, 1080)}}
	e.desk.places = s
	e.win.Resize(fyne.NewSize(1000, 700))
	e.rememberPlace()
	e.win.Resize(fyne.NewSize(1300, 800))
	if err := e.load(other); err != nil {
		t.Fatal(err)
	}
	if got := e.win.Canvas().Size(); got != fyne.NewSize(1300, 800) {
		t.Errorf("the window she looks at became %v", got)
	}
	s.at[e.win] = image.Rect(40, 50, 1340, 850)
	e.rememberPlace()
	for _, c := range []struct {
		path string
		want stance
	}{
		{path, stance{1000, 700, image.Rect(300, 200, 1300, 900)}},
		{other, stance{1300, 800, image.Rect(40, 50, 1340, 850)}},
		{anyMap, stance{1300, 800, image.Rect(40, 50, 1340, 850)}},
	} {
		if got := e.stances()[c.path]; got != c.want {
			t.Errorf("of %q is kept %v, want %v", c.path, got, c.want)
		}
	}
	w := e.another()
	if err := w.load(path); err != nil {
		t.Fatal(err)
	}
	defer w.leave()
	if got := w.win.Canvas().Size(); got != fyne.NewSize(1000, 700) {
		t.Errorf("the new window has %v", got)
	}
	delete(s.at, e.win)
	e.rememberPlace()
	if got := e.stances()[other].Pixels; got != image.Rect(40, 50, 1340, 850) {
		t.Errorf("what nobody knows any more is kept as %v", got)
	}
}

func TestAWindowIsPutWhereItCanBeSeen(t *testing.T) {
	one := []image.Rectangle{image.Rect(0, 0, 1920, 1080)}
	two := append(one, image.Rect(1920, 200, 3520, 1100))
	at := func(x, y, w, h int) image.Rectangle { return image.Rect(x, y, x+w, y+h) }
	for name, c := range map[string]struct {
		r       image.Rectangle
		screens []image.Rectangle
		taken   []image.Rectangle
		want    image.Rectangle
	}{
		"where it was":             {r: at(100, 80, 1000, 700), screens: one, want: at(100, 80, 1000, 700)},
		"half over the edge":       {r: at(1500, 80, 1000, 700), screens: one, want: at(1500, 80, 1000, 700)},
		"on the second screen":     {r: at(2000, 300, 1000, 700), screens: two, want: at(2000, 300, 1000, 700)},
		"the screen is gone":       {r: at(2000, 300, 1000, 700), screens: one, want: at(920, 300, 1000, 700)},
		"over the upper edge":      {r: at(100, -60, 1000, 700), screens: one, want: at(100, 0, 1000, 700)},
		"a corner alone is seen":   {r: at(1900, 1060, 1000, 700), screens: one, want: at(920, 380, 1000, 700)},
		"left of all":              {r: at(-3000, 10, 1000, 700), screens: two, want: at(0, 10, 1000, 700)},
		"nearer to the second one": {r: at(5000, 300, 1000, 700), screens: two, want: at(2520, 300, 1000, 700)},
		"between two heights":      {r: at(2500, 20, 1000, 100), screens: two, want: at(2500, 200, 1000, 100)},
		"larger than the screen":   {r: at(-100, 0, 5000, 3000), screens: one, want: one[0]},
		"over both screens":        {r: at(100, 100, 3000, 800), screens: two, want: at(100, 100, 3000, 800)},
		"one stands there":         {r: at(100, 80, 1000, 700), screens: one, taken: []image.Rectangle{at(101, 79, 10, 10)}, want: at(132, 112, 1000, 700)},
		"several stand there":      {r: at(100, 80, 1000, 700), screens: one, taken: []image.Rectangle{at(132, 112, 10, 10), at(100, 80, 10, 10)}, want: at(164, 144, 1000, 700)},
		"nobody knows the screens": {r: at(9000, 80, 1000, 700), want: at(9000, 80, 1000, 700)},
		"nobody knows the place":   {screens: one},
	} {
		if got := seated(c.r, c.screens, c.taken); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		r := at(random.IntN(20000)-10000, random.IntN(20000)-10000, 1+random.IntN(6000), 1+random.IntN(4000))
		if got := seated(r, two, []image.Rectangle{r}); !reachable(got, two) {
			t.Fatalf("from %v it was put at %v", r, got)
		}
	}
}

func first(name, _ string) string { return name }

func TestTheStartScreenShowsMapsAsPictures(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	e, ui, path := opening(t)
	e.closeMap()
	gone := filepath.Join(t.TempDir(), "gone.journey")
	e.remember(gone)
	e.showStart()
	card := func(text string) *kit.Card {
		c, ok := find(e.win.Content(), func(c *kit.Card) bool { return c.Text == text })
		if !ok {
			t.Fatalf("there is no card %q", text)
		}
		return c
	}
	flight := card(strings.TrimSuffix(filepath.Base(path), extension))
	for _, name := range sample.Names {
		ui.Until("drawn", func() bool { return card(first(parted(say.Text("template."+name)))).Shown.Image != nil })
	}
	ui.Until("drawn", func() bool { return flight.Shown.Image != nil })
	if b := flight.Shown.Image.Bounds(); b.Dx() != thumbWidth || b.Dy() != thumbHeight {
		t.Errorf("the picture has %v", b)
	}
	if !card("gone").Off || card("gone").Note == "" {
		t.Error("nobody says that a map is gone")
	}
	kept, err := os.ReadDir(thumbnailFolder())
	if err != nil || len(kept) != len(sample.Names)+1 {
		t.Errorf("%d pictures are kept, %v", len(kept), err)
	}
	e.showStart() // now from the cache
	ui.Until("shown", func() bool {
		return card(strings.TrimSuffix(filepath.Base(path), extension)).Shown.Image != nil
	})
	ui.Until("all are drawn", func() bool { return e.desk.drawing == 0 })
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
	ui.Until("said", func() bool {
		c, ok := find(e.win.Content(), func(c *kit.Card) bool { return c.Text == "bad" })
		return ok && c.Off
	})
	if img, err := (thumbnail{key: "x", read: nil}).draw("", e.MapTheme()); err == nil || img != nil {
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

func TestTheProgramEndsOnlyWhenNothingIsWantedAnyMore(t *testing.T) {
	e, ui, _ := opening(t)
	e.openAnywhere(second(t))
	button(t, e, "dialog.new_window")
	w := e.desk.windows[1]
	losing(t, e, ui)
	for name, stay := range map[string]func(){
		"cancelled": func() { button(t, e, "dialog.cancel") },
		"dismissed": func() { e.dismiss() },
		"a copy": func() {
			button(t, e, "banner.copy")
			ui.Until("asked for a place", func() bool { return e.choosing == nil && e.asks() })
			e.dismiss()
		},
	} {
		w.quit()
		if len(e.desk.windows) != 2 || !e.asks() || w.asks() {
			t.Fatalf("%s: a window went, or nobody is asked", name)
		}
		stay()
		if len(e.desk.windows) != 2 || e.desk.quitting || e.abandoned {
			t.Errorf("%s: it does not stay", name)
		}
		if e.asks() {
			t.Fatalf("%s: something is still asked", name)
		}
	}
	w.quit()
	button(t, e, "dialog.leave")
	if len(e.desk.windows) != 0 || e.doc != nil || w.doc != nil {
		t.Error("it does not end")
	}
}
