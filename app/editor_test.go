//go:build ci

package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"touchline.app/app/document"
	"touchline.app/app/document/documenttest"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/storage"
)

// opening returns an editor with the flight map open, under the toolkit's test
// driver. What the writer says is run by ui.
func opening(t *testing.T) (*editor, *documenttest.Loop, string) {
	t.Helper()
	m, ids := documenttest.Flight(t)
	path := filepath.Join(t.TempDir(), "flight.journey")
	f, err := document.CreateFile(path, m)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	e, ui := started(t)
	e.ids = ids
	if err := e.load(path); err != nil {
		t.Fatal(err)
	}
	return e, ui, path
}

// started returns an editor with nothing open.
func started(t *testing.T) (*editor, *documenttest.Loop) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	a := test.NewTempApp(t)
	e, err := newEditor(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	ui := documenttest.NewLoop(t)
	e.onUI = ui.Do
	e.home = func() (string, error) { return t.TempDir(), nil }
	e.win.Resize(fyne.NewSize(1440, 900))
	t.Cleanup(func() {
		if e.watch != nil {
			_ = e.watch.Close()
		}
		if e.doc != nil {
			ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			defer cancel()
			if err := e.doc.Close(ctx); err != nil {
				t.Error(err)
			}
		}
	})
	return e, ui
}

// losing takes the file of the open map away, and returns what gives it back.
func losing(t *testing.T, e *editor, ui *documenttest.Loop) (back func()) {
	t.Helper()
	folder := filepath.Dir(e.doc.Path())
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	e.doc.Refresh()
	ui.Until("failing", func() bool { return e.doc.State() == document.SaveFailing })
	return func() {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		e.doc.Refresh()
		ui.Until("saved", func() bool { return e.doc.State() == document.Saved })
	}
}

func refTo(e *editor, i int) []scene.Ref {
	return []scene.Ref{{Kind: journey.KindTouchpoint, ID: e.doc.Map().Journey()[i].ID}}
}

func TestTheOpenFileIsWatched(t *testing.T) {
	e, ui, path := opening(t)
	other, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := documenttest.Rename(m, 4, "By another program", "").Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(other.Commit(context.Background(), p), other.Close()); err != nil {
		t.Fatal(err)
	}
	ui.Until("the change is shown", func() bool { return e.doc.Map().Journey()[4].Title == "By another program" })
	if e.status.news.Text == "" || e.banner.Object.Visible() {
		t.Error("that the map changed is to be said in the status bar, and nowhere else")
	}
}

func TestAFailureToSaveIsSaidWithoutTakingTheFocus(t *testing.T) {
	e, _, _ := opening(t)
	focused := e.win.Canvas().Focused()
	e.saving(document.SaveFailing, errors.New("the disk is full"))
	if !e.banner.Object.Visible() || !strings.Contains(e.banner.Text.Text, "the disk is full") {
		t.Errorf("the banner says %q", e.banner.Text.Text)
	}
	if e.win.Canvas().Focused() != focused || e.asks() {
		t.Error("it took the focus")
	}
	e.saving(document.Saved, nil)
	if e.banner.Object.Visible() {
		t.Error("the banner stays when all is saved")
	}
}

func TestADropFromThePaletteGoesWhereItIsLetGo(t *testing.T) {
	e, _, _ := opening(t)
	st := e.doc.Map().StagesInOrder()[2]
	card, ok := e.scenery.now.NodeOf(refTo(e, 0)[0], scene.RoleTouchpoint)
	if !ok {
		t.Fatal("no card")
	}
	for _, span := range e.scenery.now.Stages {
		if span.Stage != st.ID {
			continue
		}
		pos, _ := e.onScreen(scene.Rect{X: span.X + 4, Y: card.Bounds.Center().Y, W: 1, H: 1})
		for i, p := range []piece{{kind: journey.KindTouchpoint, title: "Dropped"}, {kind: journey.KindPainPoint}, {kind: journey.KindOpportunity}, {kind: journey.KindNote}} {
			before := journey.Digest(e.doc.Map())
			e.dragOver(pos, p, "Dropped")
			e.dropAt(pos, p)
			if e.ghost != nil {
				t.Error("the piece still hangs under the pointer")
			}
			if journey.Digest(e.doc.Map()) == before && i == 0 {
				t.Fatalf("nothing was added for %s", p.kind)
			}
			if r := e.selection(); len(r) != 1 || r[0].Kind != p.kind {
				t.Errorf("%s: selected is %v", p.kind, r)
			}
		}
	}
	if got := e.doc.Map().InStage(st.ID)[0].Title; got != "Dropped" {
		t.Errorf("the first touchpoint of the stage is %q", got)
	}
	e.dropAt(fyne.NewPos(2, 2), piece{kind: journey.KindTouchpoint, title: "Outside"})
	for tp := range e.doc.Map().Touchpoints.All() {
		if tp.Title == "Outside" {
			t.Error("a drop outside the map added something")
		}
	}
}

func TestMermaidFilesBecomeNewMaps(t *testing.T) {
	e, ui := started(t)
	path := filepath.Join(t.TempDir(), "day.mmd")
	text := "journey\n  title My day\n  section Go to work\n    Make tea: 5: Me\n    Sit: 9: Me\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	e.showStart()
	e.openPath(path)
	ui.Until("the map is open", func() bool { return e.doc != nil })
	if e.doc.Map().Touchpoints.Len() != 2 {
		t.Fatal("the map was not read")
	}
	if filepath.Ext(e.doc.Path()) != extension || e.doc.Path() == path {
		t.Errorf("it lives in %s", e.doc.Path())
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != text {
		t.Error("the Mermaid file was touched")
	}
}

func TestTheNameOfAFileIsOneTheDiskTakes(t *testing.T) {
	for title, want := range map[string]string{"a/b: c?": "a b  c", "..": say.Text("untitled"), "": say.Text("untitled"), "Reise": "Reise"} {
		if got := fileName(title); got != want {
			t.Errorf("%q becomes %q, want %q", title, got, want)
		}
	}
}

func TestAChosenNameWithoutExtensionOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	bare, whole := filepath.Join(dir, "map"), filepath.Join(dir, "map.journey")
	for _, p := range []string{bare, whole} {
		if err := os.WriteFile(p, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := withExtension(bare, extension); err == nil {
		t.Error("a file nobody chose would be overwritten")
	}
	if _, err := os.Stat(bare); err != nil {
		t.Error("a file nobody asked about is gone")
	}
	if got, err := withExtension(whole, extension); err != nil || got != whole {
		t.Errorf("the file that was chosen: %s, %v", got, err)
	}
}

// onScreen returns where a part of the map is seen in the window.
func (e *editor) onScreen(r scene.Rect) (fyne.Position, fyne.Size) {
	pos, size := e.board.OnScreen(r)
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(e.board).Add(pos), size
}
