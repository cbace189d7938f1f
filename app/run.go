package app

import (
	"crypto/rand"
	"os"

	"fyne.io/fyne/v2"

	"touchline.app/journey"
)

// Options say what the window begins with.
type Options struct {
	Path  string                 // map to open; empty shows the start screen
	Trace string                 // file that receives lines of JSON about saving and places; empty takes $TOUCHLINE_TRACE
	Copy  func(png []byte) error // puts a picture on the clipboard, from any goroutine; nil where there is no way
}

// Run opens the window and returns when it is closed. The error says why the map
// of the options cannot be opened; no window is shown then.
func Run(a fyne.App, o Options) error {
	e, err := newEditor(a, o)
	if err != nil {
		return err
	}
	if o.Path != "" {
		if err := e.load(o.Path); err != nil {
			return err
		}
	} else {
		e.showStart()
	}
	e.desk.begin(e)
	e.trace.watch(e.desk, e.onUI)
	defer e.trace.end()
	e.win.ShowAndRun()
	return e.desk.leaveAll()
}

// newEditor makes the window, with nothing in it yet.
func newEditor(a fyne.App, o Options) (*editor, error) {
	if o.Trace == "" {
		o.Trace = os.Getenv("TOUCHLINE_TRACE")
	}
	l, err := newLook(a.Preferences().StringWithFallback(prefLook, lookLight))
	if err != nil {
		return nil, err
	}
	a.Settings().SetTheme(l)
	e := &editor{desk: newDesk(), app: a, look: l, ids: journey.NewIDs(rand.Reader), onUI: fyne.Do, table: actions(), trace: newTrace(o.Trace), home: os.UserHomeDir, copyOut: o.Copy}
	e.build()
	e.desk.windows = append(e.desk.windows, e)
	return e, nil
}
