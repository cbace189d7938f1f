package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long a watch waits. SQLite writes to a file before the commit counts, so
// that a word of the system about it comes too early, until the journal is empty
// again; and some systems say nothing at all, so the watch also looks for itself.
const (
	quiet     = 80 * time.Millisecond
	soon      = 5 * time.Millisecond // after a commit, for the last words about it
	lookAgain = time.Second
	lookOften = 200 * time.Millisecond // where the system has no watch to give
)

// Watch tells when a file, or what is in a folder, may have changed. Close it
// when done.
type Watch struct {
	clock
	notify   func()
	look     func() bool               // reports whether it is another than when last looked at
	concerns func(fsnotify.Event) bool // reports whether an event is about it
	complete func(fsnotify.Event) bool // reports whether an event is the end of a change; nil: none tells

	folder  *fsnotify.Watcher // nil where the system cannot watch
	closing chan struct{}
	closed  chan struct{}
}

// clock is the time a watch goes by.
type clock struct {
	wait  func(time.Duration) <-chan time.Time // gives a channel that yields after a time
	looks <-chan time.Time                     // yields when the watch shall look for itself
	often func()                               // makes it look more often
	stop  func()
}

// ticking is the clock of the system.
func ticking() clock {
	ticker := time.NewTicker(lookAgain)
	return clock{time.After, ticker.C, func() { ticker.Reset(lookOften) }, ticker.Stop}
}

// WatchFile calls notify, on a goroutine of its own, a moment after the file at
// path was written, replaced, deleted or made, by whatever program, this one
// included: File.Changed tells whether it was another. Notify must not wait for
// the goroutine that calls Close. The error matches fs.ErrNotExist when there is
// no file.
func WatchFile(path string, notify func()) (*Watch, error) {
	c := ticking()
	w, err := watchFile(path, notify, c)
	if err != nil {
		c.stop()
		return nil, explain("watch", path, err)
	}
	return w, nil
}

// watchFile is WatchFile with its clock.
func watchFile(path string, notify func(), c clock) (*Watch, error) {
	real, err := resolve(path)
	if err != nil {
		return nil, err
	}
	f := &watchedFile{path: real}
	w := &Watch{clock: c, notify: notify, look: f.look, concerns: f.concerns, complete: f.complete}
	return w.begin(filepath.Dir(real)), nil
}

// begin begins to watch a folder.
func (w *Watch) begin(folder string) *Watch {
	if w.folder = watchFolder(folder); w.folder == nil {
		w.often()
	}
	w.closing, w.closed = make(chan struct{}), make(chan struct{})
	w.look()
	go w.run()
	return w
}

// watchFolder watches a folder, not a file, for a file that is renamed over takes
// its watch along. It returns nil where the system has no watch to give; then the
// watch looks for itself only.
func watchFolder(name string) *fsnotify.Watcher {
	folder, err := fsnotify.NewWatcher()
	if err != nil {
		return nil
	}
	if err := folder.Add(name); err != nil {
		_ = folder.Close()
		return nil
	}
	return folder
}

// Close ends the watch. When it returns notify is not called any more. Call it once.
func (w *Watch) Close() error {
	close(w.closing)
	<-w.closed
	w.stop()
	if w.folder == nil {
		return nil
	}
	return w.folder.Close()
}

func (w *Watch) run() {
	defer close(w.closed)
	var events <-chan fsnotify.Event
	var troubles <-chan error // too many events to tell, or the folder is gone
	if w.folder != nil {
		events, troubles = w.folder.Events, w.folder.Errors
	}
	var ripe <-chan time.Time // yields when what was heard may be told
	ends := false             // what was heard was the end of a change
	for {
		heard := nothing
		select {
		case <-w.closing:
			return
		case <-ripe:
			ripe, ends = nil, false
			w.look()
			w.notify()
		case <-w.looks:
			if w.look() {
				heard = stir
			}
		case e, ok := <-events:
			if heard = w.news(e); !ok {
				heard, events = nothing, nil
			}
		case _, ok := <-troubles:
			if heard = stir; !ok {
				heard, troubles = nothing, nil
			}
		}
		switch {
		case heard == over && !ends:
			ripe, ends = w.wait(soon), true
		case heard != nothing && ripe == nil:
			ripe = w.wait(quiet)
		}
	}
}

// hearing is what a watch hears.
type hearing uint8

const (
	nothing hearing = iota
	stir            // something changes, and may go on to
	over            // a change is complete
)

// news returns what an event says.
func (w *Watch) news(e fsnotify.Event) hearing {
	switch {
	case !w.concerns(e):
		return nothing
	case w.complete != nil && w.complete(e):
		return over
	}
	return stir
}

// watchedFile is a file and how it was last seen.
type watchedFile struct {
	path string
	seen fs.FileInfo // nil while there is no file
}

// concerns reports whether an event is about the file or its journal.
func (w *watchedFile) concerns(e fsnotify.Event) bool {
	if e.Op&^fsnotify.Chmod == 0 {
		return false
	}
	name := filepath.Base(e.Name)
	return name == filepath.Base(w.path) || name == filepath.Base(w.path)+"-journal"
}

// complete reports whether an event is the end of a commit: the journal was emptied, or
// is gone.
func (w *watchedFile) complete(e fsnotify.Event) bool {
	if filepath.Base(e.Name) != filepath.Base(w.path)+"-journal" {
		return false
	}
	info, err := os.Stat(w.path + "-journal")
	return errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
}

// look reports whether the file is another, or of other size or time, than when
// it was last looked at.
func (w *watchedFile) look() bool {
	now, err := os.Stat(w.path)
	if err != nil {
		now = nil
	}
	before := w.seen
	w.seen = now
	if before == nil || now == nil {
		return before != nil || now != nil
	}
	return !os.SameFile(before, now) || before.Size() != now.Size() || !before.ModTime().Equal(now.ModTime())
}
