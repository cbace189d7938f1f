package storage

import (
	"os"
	"strings"

	"github.com/fsnotify/fsnotify"
)

// WatchFolder calls notify, on a goroutine of its own, a moment after a file in
// the folder was made, written, renamed or deleted. What happens in folders
// within it goes unheard. Notify must not wait for the goroutine that calls
// Close. The error matches fs.ErrNotExist when there is no such folder.
func WatchFolder(path string, notify func()) (*Watch, error) {
	if _, err := os.ReadDir(path); err != nil {
		return nil, explain("watch", path, err)
	}
	return watchFilesIn(path, notify, ticking()), nil
}

// watchFilesIn is WatchFolder with its clock.
func watchFilesIn(path string, notify func(), c clock) *Watch {
	f := &watchedFolder{path: path}
	w := &Watch{clock: c, notify: notify, look: f.look, concerns: func(e fsnotify.Event) bool { return e.Op&^fsnotify.Chmod != 0 }}
	return w.begin(path)
}

// watchedFolder is a folder and what was last seen in it.
type watchedFolder struct{ path, seen string }

// look reports whether the folder holds other files, or files of another size
// or time, than when it was last looked at.
func (w *watchedFolder) look() bool {
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
