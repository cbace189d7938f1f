package app

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2/widget"

	"touchline.app/app/chooser"
	"touchline.app/app/plane"
	"touchline.app/storage"
)

// wakeLimit is how long the dialogs of the desktop may take to get ready while
// nobody waits for them yet.
const wakeLimit = 20 * time.Second

// desk is what the windows of the program share. It belongs to the goroutine of
// the interface.
type desk struct {
	places   Places          // nil: nobody knows where windows are
	dialogs  chooser.Dialogs // of the desktop; never nil
	quitting bool            // every window is being closed

	windows []*editor // in the order they were opened
	own     *library  // never nil
	drawing int       // how many times pictures are being drawn
	closing error     // why last changes could not be written
	watch   closer    // over the folder of the library
}

func newDesk() *desk { return &desk{own: &library{}, dialogs: chooser.None{}} }

// begin reads the person's own palette and templates and keeps watching them.
// Without a folder for them there are none.
func (d *desk) begin(e *editor) {
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), wakeLimit)
		defer cancel()
		d.dialogs.Wake(ctx)
	}()
	dir, err := libraryFolder()
	if err != nil {
		return
	}
	read := func() {
		l := readLibrary(dir)
		e.onUI(func() { d.stock(l) })
	}
	go read()
	if w, err := storage.WatchFolder(dir, read); err == nil {
		d.watch = w
	}
}

// end ends the watch.
func (d *desk) end() {
	if d.watch != nil {
		_ = d.watch.Close() // nothing is heard of it any more
		d.watch = nil
	}
}

// stock shows what is in the library now in every window.
func (d *desk) stock(l *library) {
	d.own = l
	for _, e := range d.windows {
		if e.doc != nil {
			e.palette.refresh()
		}
	}
	d.listed()
}

// listed shows in every window what can be begun or gone on with now.
func (d *desk) listed() {
	for _, e := range d.windows {
		if e.doc == nil {
			e.showStart()
		}
		e.refreshActions()
	}
}

// drop forgets a window that was never shown.
func (d *desk) drop(e *editor) {
	d.windows = slices.DeleteFunc(d.windows, func(w *editor) bool { return w == e })
}

// rest keeps where the windows are and what is being typed: nobody knows what
// happens while another program is used, and the end of the session comes this way
// too.
func (d *desk) rest() {
	for _, e := range d.windows {
		e.rememberPlace()
		if c, ok := e.win.Canvas().Focused().(*plane.Entry); ok {
			c.End(widget.TableCellID{}, true)
		}
	}
}

// noteSession keeps which maps are open, for the next start. When the program
// ends, those that were open then are.
func (d *desk) noteSession(e *editor) {
	if d.quitting {
		return
	}
	paths := []string{}
	for _, w := range d.windows {
		if w.doc != nil {
			paths = append(paths, w.doc.Path())
		}
	}
	e.app.Preferences().SetStringList(prefSession, paths)
}
