package storage

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long a watch waits. SQLite writes to a file before the commit counts, so
// that a word of the system about it comes too early; and some systems say
// nothing at all, so the watch also looks for itself.
const (
	quiet     = 80 * time.Millisecond
	lookAgain = time.Second
)

// Watch tells when a file may have changed. Close it when done.
type Watch struct {
	path   string
	notify func()
	wait   func(time.Duration) <-chan time.Time
	looks  <-chan time.Time
	seen   fs.FileInfo // nil while there is no file

	folder  *fsnotify.Watcher // nil where the system cannot watch
	closing chan struct{}
	closed  chan struct{}
	stop    func() // of the clock
}

// WatchFile calls notify, on a goroutine of its own, a moment after the file at
// path was written, replaced, deleted or made, by whatever program, this one
// included: File.Changed tells whether it was another. Notify must not wait for
// the goroutine that calls Close. The error matches fs.ErrNotExist when there is
// no file.
func WatchFile(path string, notify func()) (*Watch, error) {
	ticker := time.NewTicker(lookAgain)
	w, err := watchFile(path, notify, time.After, ticker.C)
	if err != nil {
		ticker.Stop()
		return nil, explain("watch", path, err)
	}
	w.stop = ticker.Stop
	return w, nil
}

// watchFile is WatchFile with its clock: wait gives a channel that yields after a
// time, looks yields when the watch shall look for itself.
func watchFile(path string, notify func(), wait func(time.Duration) <-chan time.Time, looks <-chan time.Time) (*Watch, error) {
	real, err := resolve(path)
	if err != nil {
		return nil, err
	}
	w := &Watch{
		path: real, notify: notify, wait: wait, looks: looks, folder: watchFolder(filepath.Dir(real)),
		closing: make(chan struct{}), closed: make(chan struct{}), stop: func() {},
	}
	w.look()
	go w.run()
	return w, nil
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
	for {
		heard := false
		select {
		case <-w.closing:
			return
		case <-ripe:
			ripe = nil
			w.look()
			w.notify()
		case <-w.looks:
			heard = w.look()
		case e, ok := <-events:
			if heard = w.concerns(e); !ok {
				events = nil
			}
		case _, ok := <-troubles:
			if heard = ok; !ok {
				troubles = nil
			}
		}
		if heard && ripe == nil {
			ripe = w.wait(quiet)
		}
	}
}

// concerns reports whether an event is about the file or its journal.
func (w *Watch) concerns(e fsnotify.Event) bool {
	if e.Op&^fsnotify.Chmod == 0 {
		return false
	}
	name := filepath.Base(e.Name)
	return name == filepath.Base(w.path) || name == filepath.Base(w.path)+"-journal"
}

// look reports whether the file is another, or of other size or time, than when
// it was last looked at.
func (w *Watch) look() bool {
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
