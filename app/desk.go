package app

import (
	"touchline.app/storage"
)

// desk is what the windows of the program share. It belongs to the goroutine of
// the interface.
type desk struct {
	windows []*editor // in the order they were opened
	own     *library  // never nil
	drawing int       // how many times pictures are being drawn
	closing error     // why last changes could not be written
	watch   closer    // over the folder of the library
}

func newDesk() *desk { return &desk{own: &library{}} }

// begin reads the person's own palette and templates and keeps watching them.
// Without a folder for them there are none.
func (d *desk) begin(e *editor) {
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
		} else {
			e.showStart()
		}
		e.refreshActions()
	}
}
