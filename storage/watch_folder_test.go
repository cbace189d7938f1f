package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestAFileDroppedIntoAFolderIsHeardOf(t *testing.T) {
	for _, system := range []bool{true, false} {
		dir := t.TempDir()
		told, asked, looks := make(chan struct{}, 100), make(chan time.Time), make(chan time.Time)
		w := watchFilesIn(dir, func() { told <- struct{}{} }, clock{func(time.Duration) <-chan time.Time { return asked }, looks, func() {}, func() {}})
		if !system && w.folder != nil {
			_ = w.folder.Close() // a system that says nothing: the watch looks for itself
		}
		for _, change := range []func(string) error{
			func(p string) error { return os.WriteFile(p, []byte("a"), 0o600) },
			func(p string) error { return os.Rename(p, p+"2") },
			func(p string) error { return os.Remove(p + "2") },
		} {
			if err := change(filepath.Join(dir, "file")); err != nil {
				t.Fatal(err)
			}
			after := time.After(patience)
			for heard := false; !heard; {
				select {
				case looks <- time.Time{}:
				case asked <- time.Time{}:
				case <-told:
					heard = true
				case <-after:
					t.Fatal("nothing was heard")
				}
			}
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestThereIsNoWatchOverAFolderThatIsNotThere(t *testing.T) {
	if _, err := WatchFolder(filepath.Join(t.TempDir(), "none"), func() {}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the error is %v", err)
	}
}
