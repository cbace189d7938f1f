package app

import (
	"context"
	"errors"
	"os"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
)

// A window shows one map. They share the program, its look and its library.

// another opens a further window, with nothing in it yet.
func (e *editor) another() *editor {
	n := &editor{
		desk: e.desk, app: e.app, look: e.look, ids: e.ids, onUI: e.onUI, home: e.home, trace: e.trace, copyOut: e.copyOut,
		table: actions(),
	}
	n.build()
	n.desk.windows = append(n.desk.windows, n)
	return n
}

// newWindow opens a window with what a person can begin with.
func (e *editor) newWindow() {
	n := e.another()
	n.showStart()
	n.show()
}

// show brings a window onto the screen, where the latest one was unless it was
// given a place.
func (e *editor) show() {
	if e.doc == nil {
		e.placeAs(anyMap)
	}
	e.shown = true
	e.win.Show()
	e.fitScreen()
}

// holding returns the window that has the file at path open.
func (d *desk) holding(path string) (*editor, bool) {
	wanted, err := os.Stat(path)
	if err != nil {
		return nil, false
	}
	for _, e := range d.windows {
		if e.doc == nil {
			continue
		}
		if st, err := os.Stat(e.doc.Path()); err == nil && os.SameFile(st, wanted) {
			return e, true
		}
	}
	return nil, false
}

// openAnywhere opens a file in the window that has it already, in this one, or
// in a new one: where this one shows a map the person is asked.
func (e *editor) openAnywhere(path string) {
	if w, ok := e.desk.holding(path); ok {
		w.comeForward()
		return
	}
	e.somewhere(func(w *editor) { w.openPath(path) })
}

// comeForward gives the window the keys.
func (e *editor) comeForward() {
	e.win.RequestFocus()
	if !e.asks() {
		e.focusMap()
	}
}

// somewhere does something in this window, or in a new one where this one shows
// a map and the person wants to keep it.
func (e *editor) somewhere(then func(*editor)) {
	if e.doc == nil {
		then(e)
		return
	}
	var d *dialog.CustomDialog
	choose := func(key string, run func()) *kit.Press {
		return kit.NewPress(say.Text(key), "", func() {
			d.Hide()
			e.asked = nil
			run()
		})
	}
	fresh := choose("dialog.new_window", func() {
		w := e.another()
		w.showStart()
		then(w)
		w.show()
	})
	fresh.Primary = true
	buttons := container.NewHBox(layout.NewSpacer(), choose("dialog.cancel", func() {}),
		choose("dialog.this_window", func() { then(e) }), fresh)
	text := kit.NewInk(say.Text("dialog.where_text", "Name", say.OrElse(e.doc.Map().Head.Title, say.Text("untitled"))), 13, fyne.TextStyle{}, "foreground")
	d = dialog.NewCustomWithoutButtons(say.Text("dialog.where"), kit.Stack(18, text, buttons), e.win)
	e.ask(d)
	e.win.Canvas().Focus(fresh)
}

// keeping is how long the program goes on after its last window. The toolkit writes
// what is to be kept at most ten times a second, and forgets the rest when it ends.
const keeping = 250 * time.Millisecond

// shut closes this window. With the last one the program ends.
func (e *editor) shut() {
	e.unlessUnsaved(func() {
		e.rememberPlace()
		e.stopExport()
		e.leave()
		d := e.desk
		d.closing = errors.Join(d.closing, e.closing)
		d.windows = slices.DeleteFunc(d.windows, func(w *editor) bool { return w == e })
		if len(d.windows) == 0 {
			e.win.Hide()
			e.later(keeping, e.end)
			return
		}
		d.noteSession(e)
		e.win.SetCloseIntercept(nil)
		e.win.Close()
	})
}

// end ends the program. Where the system had no watch of files to give when it began,
// the toolkit panics over it when all is done.
func (e *editor) end() {
	defer func() { _ = recover() }()
	e.app.Quit()
}

// quit closes every window and ends the program. Those whose changes cannot be
// written ask first, one after the other; where one of them stays, all do.
func (e *editor) quit() {
	d := e.desk
	d.quitting = true
	for _, w := range d.windows {
		if w.doc != nil && w.doc.State() == document.SaveFailing && !w.abandoned {
			w.win.RequestFocus()
			w.unlessUnsaved(func() {
				w.abandoned = true
				e.quit()
			})
			return
		}
	}
	for _, w := range slices.Clone(d.windows) {
		w.shut()
	}
}

// unlessUnsaved goes on, or asks first where changes cannot be written.
func (e *editor) unlessUnsaved(then func()) {
	if e.doc == nil || e.doc.State() != document.SaveFailing || e.abandoned {
		then()
		return
	}
	var d *dialog.CustomDialog
	run := func() { e.stay() }
	choose := func(key string, then func()) *kit.Press {
		return kit.NewPress(say.Text(key), "", func() {
			run = then
			d.Hide()
		})
	}
	keep := choose("banner.copy", func() {
		e.stay()
		e.askSaveAs()
	})
	keep.Primary = true
	buttons := container.NewHBox(layout.NewSpacer(), choose("dialog.cancel", e.stay), choose("dialog.leave", then), keep)
	text := widget.NewLabel(say.Text("dialog.unsaved_text"))
	text.Wrapping = fyne.TextWrapWord
	d = dialog.NewCustomWithoutButtons(say.Text("dialog.unsaved"), container.New(kit.Fixed{Width: pathWidth}, kit.Stack(18, text, buttons)), e.win)
	d.SetOnClosed(func() {
		e.asked = nil
		run()
	})
	e.ask(d)
	e.win.Canvas().Focus(keep)
}

// stay ends the end of the program: a window is wanted.
func (e *editor) stay() {
	for _, w := range e.desk.windows {
		w.abandoned = false
	}
	e.desk.quitting = false
}

// leaveAll closes what is still open when the toolkit has ended.
func (d *desk) leaveAll() error {
	d.end()
	for _, e := range d.windows {
		if e.doc != nil {
			e.doc.Mute()
			ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
			d.closing = errors.Join(d.closing, e.doc.Close(ctx))
			cancel()
		}
	}
	return d.closing
}
