//go:build ci

package app

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// opening returns an editor with the flight map open, under the toolkit's test
// driver. What the writer says is run by ui.
func opening(t *testing.T) (*editor, *loop, string) {
	t.Helper()
	m, ids := flight(t)
	path := filepath.Join(t.TempDir(), "flight.journey")
	f, err := createStore(path, m)
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
func started(t *testing.T) (*editor, *loop) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	a := test.NewTempApp(t)
	e, err := newEditor(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	ui := newLoop(t)
	e.onUI = ui.do
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

func refTo(e *editor, i int) []scene.Ref {
	return []scene.Ref{{Kind: journey.KindTouchpoint, ID: e.doc.Map().Journey()[i].ID}}
}
