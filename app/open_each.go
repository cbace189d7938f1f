package app

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/say"
)

// dropped opens the files that were let go over the window.
func (e *editor) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" && !slices.Contains(paths, u.Path()) {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 || e.asks() {
		return // a dialog is answered first
	}
	e.openEach(paths)
}

// mostAtOnce is how many files are opened at once, each in its window.
const mostAtOnce = 12

// unopened is a file that was not opened.
type unopened struct {
	name string // empty: the sentence has it
	why  string // a sentence
}

// openEach opens files: one as always, or into the open map where it is a table of
// answers or figures; several each in a window of its own, the
// first in this one where it shows no map. What cannot be opened is said of all of
// them together, and hinders none.
func (e *editor) openEach(paths []string) {
	switch {
	case len(paths) == 1 && e.doc != nil && tellsFigures(paths[0]):
		e.takeIn(paths[0])
		return
	case len(paths) == 1:
		e.openAnywhere(paths[0])
		return
	}
	var bad []unopened
	if len(paths) > mostAtOnce {
		bad = append(bad, unopened{"", say.Text("drop.too_many", "Name", filepath.Base(paths[mostAtOnce]))})
		paths = paths[:mostAtOnce]
	}
	e.openNext(paths, bad)
}

// openNext opens the first of the files and goes on with the rest. A map is opened
// at once; what must be read first is read beside the interface.
func (e *editor) openNext(paths []string, bad []unopened) {
	if len(paths) == 0 {
		e.sayUnopened(bad)
		return
	}
	path, rest := paths[0], paths[1:]
	next := func(err error) {
		if err != nil {
			bad = append(bad, unopened{filepath.Base(path), say.Sentence(err)})
		}
		e.openNext(rest, bad)
	}
	if w, ok := e.desk.holding(path); ok {
		w.comeForward()
		next(nil)
		return
	}
	if isMap(path) {
		next(e.openBeside(func(w *editor) error { return w.load(path) }))
		return
	}
	go func() {
		m, warnings, err := importMap(path)
		e.onUI(func() {
			if err == nil {
				err = e.openBeside(func(w *editor) error { return w.imported(path, m, warnings) })
			}
			next(err)
		})
	}()
}

// openBeside opens a map in this window where it shows none, or else in a new one.
func (e *editor) openBeside(open func(*editor) error) error {
	if e.doc == nil && slices.Contains(e.desk.windows, e) {
		return open(e)
	}
	w := e.another()
	if err := open(w); err != nil {
		e.desk.drop(w)
		return err
	}
	w.show()
	return nil
}

// sayUnopened says which files were not opened, in a window that is there.
func (e *editor) sayUnopened(bad []unopened) {
	if len(bad) == 0 || len(e.desk.windows) == 0 {
		return
	}
	if !slices.Contains(e.desk.windows, e) {
		e = e.desk.windows[0]
	}
	lines := make([]string, len(bad))
	for i, b := range bad {
		lines[i] = b.why
		if b.name != "" {
			lines[i] = b.name + ": " + b.why
		}
	}
	e.trace.line(map[string]any{"unopened": lines})
	text := widget.NewLabel(strings.Join(lines, "\n"))
	text.Wrapping = fyne.TextWrapWord
	e.ask(dialog.NewCustom(say.Text("dialog.several_failed"), say.Text("dialog.close"), container.New(kit.Fixed{Width: pathWidth}, text), e.win))
}
