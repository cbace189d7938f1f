package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"touchline.app/journey"
)

// Create writes m into a new file at path and opens it. The error matches
// fs.ErrExist when there is a file already. After an error there is no file.
func Create(path string, m *journey.Map) (*File, error) { return CreateFrom(system, path, m) }

// CreateFrom is Create with a source of time and randomness.
func CreateFrom(s Source, path string, m *journey.Map) (*File, error) {
	f, err := create(context.Background(), s, path, m)
	return f, explain("create", path, err)
}

func create(ctx context.Context, s Source, path string, m *journey.Map) (*File, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(abs); err == nil {
		return nil, fs.ErrExist
	}
	name, err := draft(abs)
	if err != nil {
		return nil, err
	}
	defer discard(name)
	if err := write(ctx, name, m); err != nil {
		return nil, err
	}
	if err := place(name, abs, true); err != nil {
		return nil, err
	}
	f := &File{path: path, source: s}
	if _, err := f.open(ctx); err != nil {
		return nil, err
	}
	return f, nil
}

// write fills the empty file name with the schema and the rows of m.
func write(ctx context.Context, name string, m *journey.Map) error {
	c, err := connect(ctx, name, forEditing)
	if err != nil {
		return err
	}
	if err := fill(ctx, c, m); err != nil {
		_ = c.Close()
		return err
	}
	return c.closeTidily(ctx)
}

// SaveAs writes a copy of the file to path, replacing what is there; f stays
// with its own file, so Open the copy to go on in it. It works, too, when f's
// file was deleted under it. After an error the target is as it was.
func (f *File) SaveAs(path string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return explain("save", path, f.saveAs(context.Background(), path))
}

func (f *File) saveAs(ctx context.Context, path string) error {
	if f.conn == nil {
		return fs.ErrClosed
	}
	target, err := resolve(path)
	if errors.Is(err, fs.ErrNotExist) {
		target, err = filepath.Abs(path)
	}
	if err != nil {
		return err
	}
	old, err := os.Stat(target)
	switch {
	case err == nil && os.SameFile(old, f.identity):
		return nil // every commit is there already
	case err == nil && old.IsDir():
		return &fault{kind: fs.ErrExist, text: "this is a folder; choose a name in it", cause: fs.ErrExist}
	}
	name, err := draft(target)
	if err != nil {
		return err
	}
	defer discard(name)
	if f.barred != nil {
		err = f.copyAsIs(ctx, name)
	} else {
		_, err = f.conn.ExecContext(ctx, "VACUUM INTO ?", name)
	}
	if err != nil {
		return err
	}
	return place(name, target, false)
}
