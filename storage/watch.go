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
}

// WatchFile calls notify, on a goroutine of its own, a moment after the file at
// path was written, replaced, deleted or made, by whatever program, this one
// included: File.Changed tells whether it was another. Notify must not wait for
// the goroutine that calls Close. The error says why the folder cannot be watched.
func WatchFile(path string, notify func()) (*Watch, error) {
	ticker := time.NewTicker(lookAgain)
	w, err := watchFile(path, notify, time.After, ticker.C)
	if err != nil {
		ticker.Stop()
		return nil, explain("watch", path, err)
	}
	return w, nil
}

// watchFile is WatchFile with its clock: wait gives a channel that yields after a
// time, looks yields when the watch shall look for itself.
func watchFile(path string, notify func(), wait func(time.Duration) <-chan time.Time, looks <-chan time.Time) (*Watch, error) {
	real, err := resolve(path)
	if err != nil {
		return nil, err
	}
	folder, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	// the folder, not the file: a file that is renamed over takes its watch along
	if err := folder.Add(filepath.Dir(real)); err != nil {
		folder.Close()
		return nil, err
	}
	w := &Watch{path: real, notify: notify, wait: wait, looks: looks, folder: folder,
		closing: make(chan struct{}), closed: make(chan struct{})}
	w.look()
	go w.run()
	return w, nil
}

// Close ends the watch. When it returns notify is not called any more. Call it once.
func (w *Watch) Close() error {
	close(w.closing)
	<-w.closed
	return w.folder.Close()
}

func (w *Watch) run() {
	defer close(w.closed)
	var ripe <-chan time.Time // yields when what was heard may be told
	for {
		select {
		case <-w.closing:
			return
		case e := <-w.folder.Events:
			if ripe == nil && w.concerns(e) {
				ripe = w.wait(quiet)
			}
		case <-w.folder.Errors: // too many events to tell, or the folder is gone
			if ripe == nil {
				ripe = w.wait(quiet)
			}
		case <-ripe:
			ripe = nil
			w.look()
			w.notify()
		case <-w.looks:
			if w.look() && ripe == nil {
				ripe = w.wait(quiet)
			}
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
