package storage

import (
	"os"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// FolderWatch tells when what is in a folder may have changed. Close it when done.
type FolderWatch struct {
	path   string
	notify func()
	wait   func(time.Duration) <-chan time.Time
	looks  <-chan time.Time
	seen   string

	folder  *fsnotify.Watcher // nil where the system cannot watch
	closing chan struct{}
	closed  chan struct{}
	stop    func() // of the clock
}

// WatchFolder calls notify, on a goroutine of its own, a moment after a file in
// the folder was made, written, renamed or deleted. What happens in folders
// within it goes unheard. Notify must not wait for the goroutine that calls
// Close. The error matches fs.ErrNotExist when there is no such folder.
func WatchFolder(path string, notify func()) (*FolderWatch, error) {
	if _, err := os.ReadDir(path); err != nil {
		return nil, explain("watch", path, err)
	}
	ticker := time.NewTicker(lookAgain)
	w := listenTo(path, notify, time.After, ticker.C)
	w.stop = ticker.Stop
	return w, nil
}

// listenTo is WatchFolder with its clock; see watchFile.
func listenTo(path string, notify func(), wait func(time.Duration) <-chan time.Time, looks <-chan time.Time) *FolderWatch {
	w := &FolderWatch{
		path: path, notify: notify, wait: wait, looks: looks, folder: watchFolder(path),
		closing: make(chan struct{}), closed: make(chan struct{}), stop: func() {},
	}
	w.look()
	go w.run()
	return w
}

// Close ends the watch. When it returns notify is not called any more. Call it once.
func (w *FolderWatch) Close() error {
	close(w.closing)
	<-w.closed
	w.stop()
	if w.folder == nil {
		return nil
	}
	return w.folder.Close()
}

func (w *FolderWatch) run() {
	defer close(w.closed)
	var events <-chan fsnotify.Event
	var troubles <-chan error
	if w.folder != nil {
		events, troubles = w.folder.Events, w.folder.Errors
	}
	var ripe <-chan time.Time
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
			if heard = ok && e.Op&^fsnotify.Chmod != 0; !ok {
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

// look reports whether the folder holds other files, or files of another size
// or time, than when it was last looked at.
func (w *FolderWatch) look() bool {
	var b strings.Builder
	entries, _ := os.ReadDir(w.path) // a folder that is gone holds nothing
	for _, e := range entries {
		b.WriteString(e.Name())
		if info, err := e.Info(); err == nil {
			b.WriteString(info.ModTime().String() + info.Mode().String())
		}
		b.WriteByte(0)
	}
	before := w.seen
	w.seen = b.String()
	return w.seen != before
}
