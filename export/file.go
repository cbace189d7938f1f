// Package export puts a finished document into a file, whole or not at all.
//
// The formats live in the packages below it; each writes to an io.Writer and
// knows no file:
//
//	err := export.WriteFile("map.png", func(w io.Writer) error { return png.Write(w, scene, png.Options{}) })
package export

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"touchline.app/journey/phrase"
)

// Reasons why a file cannot be written, as sentences for a person.
var (
	ErrFolder   = phrase.New("it is a folder; choose another name")
	ErrNoFolder = phrase.New("the folder is not there; make it first or choose another")
	ErrReadOnly = phrase.New("it may not be written to; choose another name or folder")
	ErrFull     = phrase.New("the disk is full; free some space and try again")
	ErrLongName = phrase.New("the name is longer than a name can be here; choose a shorter one")
	ErrMap      = phrase.New("a map is kept there, which an export must not replace; choose another name")
)

// WriteFile writes what write produces into the file at path. It is written
// beside its place first and renamed when it is complete and on the disk: after
// an error there is what was there before, and nothing else. A symbolic link
// stays, a file that is replaced keeps its permissions. The error names the file
// and the reason; that of write is wrapped as it is.
func WriteFile(path string, write func(io.Writer) error) error {
	return WriteChecked(path, write, func(string) error { return nil })
}

// WriteChecked is WriteFile that has the complete file looked at, by the name it
// is written under, before it takes its place: where check returns an error it
// does not.
func WriteChecked(path string, write func(io.Writer) error, check func(name string) error) error {
	if err := writeFile(path, write, check); err != nil {
		return phrase.Errorf("write %s: %w", path, plain(err))
	}
	return nil
}

func writeFile(path string, write func(io.Writer) error, check func(name string) error) error {
	target, mode, err := place(path)
	if err != nil {
		return err
	}
	f, err := draft(target, mode)
	if err != nil {
		return err
	}
	kept := false
	defer func() { // after a panic of write too
		if !kept {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := fill(f, write); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := check(f.Name()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), target); err != nil {
		return err
	}
	kept = true
	syncFolder(filepath.Dir(target))
	return nil
}

// place returns where the file goes and its permissions: those of the file that
// is there, or what the system gives new files.
func place(path string) (string, fs.FileMode, error) {
	if path == "" {
		return "", 0, fs.ErrNotExist
	}
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, 0o666, nil
	case err != nil:
		return "", 0, err
	case info.IsDir():
		return "", 0, ErrFolder
	case !info.Mode().IsRegular() || info.Mode().Perm()&0o200 == 0:
		return "", 0, ErrReadOnly
	case keepsMap(path):
		return "", 0, ErrMap
	}
	return path, info.Mode().Perm(), nil
}

// keepsMap reports whether the file is a map, whatever the link it was reached by
// is called. One that is called so is not even opened: it may be at work.
func keepsMap(path string) bool {
	if strings.EqualFold(filepath.Ext(path), ".journey") {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	const magic = "SQLite format 3\x00"
	head := make([]byte, len(magic))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == magic
}

// draft makes a new file beside the target, under a name nobody else has.
func draft(target string, mode fs.FileMode) (*os.File, error) {
	dir, base := filepath.Split(target)
	if len(base) > 100 {
		base = base[:100]
	}
	for n := 0; ; n++ {
		name := filepath.Join(dir, "."+base+"."+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(n)+".tmp")
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode|0o200)
		if !errors.Is(err, fs.ErrExist) || n == 1000 {
			return f, err
		}
	}
}

func fill(f *os.File, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(f, 1<<16)
	if err := write(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Sync()
}

// syncFolder makes the new name last through a power cut, on systems that can.
// The file is complete either way, so an error is no failure.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// plain finds words for what the operating system reports.
func plain(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	if !errors.As(err, &path) && !errors.As(err, &link) && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, known := range []struct{ is, sentence error }{
		{fs.ErrNotExist, ErrNoFolder},
		{syscall.ENOTDIR, ErrNoFolder},
		{fs.ErrPermission, ErrReadOnly},
		{syscall.EROFS, ErrReadOnly},
		{syscall.EISDIR, ErrFolder},
		{syscall.ENAMETOOLONG, ErrLongName},
		{syscall.ENOSPC, ErrFull},
	} {
		if errors.Is(err, known.is) {
			return known.sentence
		}
	}
	return err
}
