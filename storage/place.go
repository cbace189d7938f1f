package storage

import (
	"errors"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
)

// touching is asked before everything this package does to a disk itself; what
// SQLite does goes through its VFS. The tests of failing disks put their own in
// its place: the verb is create, write, sync, rename, link, delete, mode, open or
// sync folder.
var touching = func(verb, name, to string) error { return nil }

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
		if err := chmod(name, old.Mode().Perm()); err != nil {
			return err
		}
	}
	// SQLite would take what belongs to the file that was there for this one's.
	for _, end := range []string{"-journal", walEnd} {
		if err := remove(path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
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
		err := touching("link", name, path)
		if err == nil {
			err = os.Link(name, path)
		}
		if err == nil {
			return remove(name)
		}
		if errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	if err := touching("rename", name, path); err != nil {
		return err
	}
	return os.Rename(name, path)
}

func chmod(name string, mode fs.FileMode) error {
	if err := touching("mode", name, ""); err != nil {
		return err
	}
	return os.Chmod(name, mode)
}

func remove(name string) error {
	if _, err := os.Lstat(name); err != nil {
		return err
	}
	if err := touching("delete", name, ""); err != nil {
		return err
	}
	return os.Remove(name)
}

// flush waits until the file is on disk.
func flush(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err = touching("sync", name, ""); err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// largest is how many bytes of a file are copied where nothing says that they are a
// map's: more than any map has, and few enough for every disk.
var largest = int64(512 << 20) // tests have less

// copyFile copies a file byte by byte into a new one.
func copyFile(from, to string) error { return copyStart(from, to, math.MaxInt64) }

// copyStart copies the first bytes of a file into a new one, up to the given number.
func copyStart(from, to string, most int64) error {
	if _, err := regular(from); err != nil {
		return err
	}
	if err := touching("open", from, ""); err != nil {
		return err
	}
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if err = touching("write", to, ""); err == nil {
		_, err = io.Copy(dst, io.LimitReader(src, most))
	}
	if e := dst.Close(); err == nil {
		err = e
	}
	return err
}
