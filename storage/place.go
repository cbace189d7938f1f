package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// longestName is how many bytes the name of a file can have on every system.
const longestName = 255

// draft makes an empty file beside path for a map that is not finished. Only a
// finished one takes the name path, so that a failure leaves nothing half done.
func draft(path string) (string, error) {
	if len(filepath.Base(path)+"-journal") > longestName {
		return "", syscall.ENAMETOOLONG
	}
	for n := 0; ; n++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".touchline-%d.tmp", n))
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && n < 1000 {
			continue // another program's, or one a crash left
		}
		if err != nil {
			return "", err
		}
		return name, f.Close()
	}
}

// discard removes a draft that was not finished, and its journal.
func discard(name string) {
	_ = os.Remove(name)
	_ = os.Remove(name + "-journal")
}

// place gives a finished draft the name path, on disk when it returns. What is
// there already is replaced and its permissions kept, unless fresh; then the
// error matches fs.ErrExist.
func place(name, path string, fresh bool) error {
	if err := flush(name); err != nil {
		return err
	}
	if old, err := os.Lstat(path); err == nil {
		if fresh {
			return fs.ErrExist
		}
		if err := os.Chmod(name, old.Mode().Perm()); err != nil {
			return err
		}
	}
	// SQLite would roll the journal of the file that was there back into this one.
	if err := os.Remove(path + "-journal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := settle(name, path, fresh); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// settle renames name to path. A link refuses to replace a file that appeared
// meanwhile; where the file system has none, a rename has to do.
func settle(name, path string, fresh bool) error {
	if fresh {
		err := os.Link(name, path)
		if err == nil {
			return os.Remove(name)
		}
		if errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return os.Rename(name, path)
}

// flush waits until the file is on disk.
func flush(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// copyFile copies a file byte by byte into a new one.
func copyFile(from, to string) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(dst, src)
	if e := dst.Close(); err == nil {
		err = e
	}
	return err
}
