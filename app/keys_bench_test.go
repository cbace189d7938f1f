//go:build ci

package app

import (
	"context"
	"path/filepath"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"touchline.app/app/document"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// BenchmarkKey is what the program does of itself for a key: a letter of a title
// that is edited on the map, and an emotion given by its number.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{300, 3000} {
		b.Run("type/"+strconv.Itoa(n), func(b *testing.B) {
			e, rest := crowded(b, n)
			e.board.Edit(scene.Ref{Kind: journey.KindTouchpoint, ID: e.doc.Map().Journey()[n/2].ID}, "Title")
			for i := 0; b.Loop(); i++ {
				if i%40 < 20 {
					e.win.Canvas().Focused().TypedRune(rune('a' + i%40))
				} else {
					e.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
				rest()
			}
		})
		b.Run("feel/"+strconv.Itoa(n), func(b *testing.B) {
			e, rest := crowded(b, n)
			e.pick(scene.Ref{Kind: journey.KindTouchpoint, ID: e.doc.Map().Journey()[n/2].ID})
			for i := 0; b.Loop(); i++ {
				digit := '1' + rune(i%5)
				e.board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(string(digit))})
				e.board.TypedRune(digit)
				rest()
			}
		})
	}
}

// crowded returns an editor with a map of n touchpoints open, all of it laid out,
// and what runs the interface's further work.
func crowded(b *testing.B, n int) (e *editor, rest func()) {
	b.Helper()
	later := make(chan func(), 10_000)
	b.Setenv("XDG_CONFIG_HOME", b.TempDir())
	m := journey.New("m", "Many touchpoints")
	for i, k := range journey.Spread(10) {
		m.Put(journey.Stage{ID: journey.ID("s" + strconv.Itoa(i)), Order: k, Name: "Stage " + strconv.Itoa(i+1)})
	}
	types := []journey.LaneType{journey.LaneTouchpoints, journey.LaneEmotion, journey.LaneGap, journey.LaneEvidence, journey.LanePainPoints}
	for i, k := range journey.Spread(len(types)) {
		m.Put(journey.Lane{ID: journey.ID("l" + strconv.Itoa(i)), Order: k, Type: types[i]})
	}
	for i, k := range journey.Spread(n) {
		m.Put(journey.Touchpoint{
			ID: journey.ID("t" + strconv.Itoa(i)), Order: k, Stage: journey.ID("s" + strconv.Itoa(i*10/n)), Lane: "l0",
			Title: "Compares offer " + strconv.Itoa(i), Expected: journey.Feel(float64(i%9)/4 - 1), Actual: journey.Feel(float64(i%13)/4 - 1.5),
		})
	}
	path := filepath.Join(b.TempDir(), "many.journey")
	f, err := document.CreateFile(path, m)
	if err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	e, err = newEditor(test.NewTempApp(b), Options{})
	if err != nil {
		b.Fatal(err)
	}
	e.win.Resize(fyne.NewSize(1920, 1080))
	e.onUI = func(f func()) { later <- f }
	if err := e.load(path); err != nil {
		b.Fatal(err)
	}
	e.scenery.series = nil
	e.scenery.ready()
	e.scenery.show(e.scenery.series.Build(e.doc.Map()))
	b.Cleanup(func() {
		if e.watch != nil {
			_ = e.watch.Close()
		}
		_ = e.doc.Close(context.Background())
	})
	return e, func() {
		for len(later) > 0 {
			(<-later)()
		}
	}
}
