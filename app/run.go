package app

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"

	"touchline.app/app/chooser"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
)

// Options say what the window begins with.
type Options struct {
	Path    string                 // map to open; empty shows the start screen, or the maps of last time
	Trace   string                 // file that receives lines of JSON about saving and places; empty takes $TOUCHLINE_TRACE
	Copy    func(png []byte) error // puts a picture on the clipboard, from any goroutine; nil where there is no way
	Places  Places                 // nil: nobody knows where windows are
	Dialogs chooser.Dialogs        // of the desktop; nil: it has none
	Ended   <-chan os.Signal       // tells that the session ends; nil: nothing does
}

// collectAt is by how many per cent the memory in use grows before what is no longer
// used of it is collected. A key press makes a scene, most of which the next one
// throws away: collecting half as often keeps pauses out of the way of typing.
const collectAt = 250

// Run opens the window and returns when it is closed. The error says why the map
// of the options cannot be opened; no window is shown then.
func Run(a fyne.App, o Options) error {
	if err := say.Toolkit(); err != nil {
		return err
	}
	e, err := newEditor(a, o)
	if err != nil {
		return err
	}
	if err := e.openFirst(o.Path); err != nil {
		return err
	}
	e.desk.begin(e)
	debug.SetGCPercent(collectAt)
	e.trace.watch(e.desk, e.onUI)
	defer e.trace.end()
	a.Lifecycle().SetOnExitedForeground(e.desk.rest)
	for _, w := range e.desk.windows {
		w.show()
	}
	go func() {
		for range o.Ended {
			e.onUI(a.Driver().Quit)
		}
	}()
	a.Run()
	return e.desk.leaveAll()
}

// newEditor makes the window, with nothing in it yet.
func newEditor(a fyne.App, o Options) (*editor, error) {
	if o.Trace == "" {
		o.Trace = os.Getenv("TOUCHLINE_TRACE")
	}
	l, err := look.New(a.Preferences().StringWithFallback(prefLook, look.Light))
	if err != nil {
		return nil, err
	}
	a.Settings().SetTheme(l)
	e := &editor{desk: newDesk(), app: a, look: l, ids: journey.NewIDs(rand.Reader), onUI: fyne.Do, table: actions(), trace: newTrace(o.Trace), home: os.UserHomeDir, copyOut: o.Copy}
	e.desk.places = o.Places
	if o.Dialogs != nil {
		e.desk.dialogs = o.Dialogs
	}
	e.build()
	e.desk.windows = append(e.desk.windows, e)
	return e, nil
}

// restore opens the maps that were open last, each in its window, where the person
// wants that, and reports whether any was. Those that are gone are named.
func (e *editor) restore() bool {
	p := e.app.Preferences()
	if !p.Bool(prefRestore) {
		return false
	}
	var gone []string
	into := e
	for _, path := range p.StringList(prefSession) {
		if into == nil {
			into = e.another()
		}
		if err := into.load(path); err != nil {
			gone = append(gone, filepath.Base(path))
			continue
		}
		into = nil
	}
	if into != nil && into != e { // made for one that is gone
		e.desk.drop(into)
	}
	if e.doc != nil && len(gone) > 0 {
		e.notice(say.Text("notice.not_restored", "Names", strings.Join(gone, ", ")))
	}
	return e.doc != nil
}

// toggleRestore changes whether the program begins with the maps of last time.
func (e *editor) toggleRestore() {
	p := e.app.Preferences()
	p.SetBool(prefRestore, !p.Bool(prefRestore))
	for _, w := range e.desk.windows {
		w.refreshActions()
	}
}
