package storage

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"touchline.app/journey"
)

// former says what a file was before it was brought to the present format.
type former struct {
	format int
	kept   string
}

// Migrated returns the format the file had when it was opened and the path of a
// copy of it as it was; 0 where it had the present one.
func (f *File) Migrated() (format int, kept string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.former.format, f.former.kept
}

// standIn is the name of the copy of a map that is read in its place.
const standIn = "map.journey"

// unwritable reports whether an error says that the right to write is missing.
func unwritable(err error) bool {
	return err != nil && (errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) || errors.Is(plain(err), ErrReadOnly))
}

// attachCopy opens a map of an older format that lies where nothing can be
// written: what is read is a copy of it in the present one.
func (f *File) attachCopy(ctx context.Context, path string, h header) (_ *journey.Map, err error) {
	identity, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	m, err := readAs(ctx, path, h)
	if err != nil {
		return nil, err
	}
	folder, err := bench()
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(folder)
		}
	}()
	name := filepath.Join(folder, standIn)
	if err = os.WriteFile(name, nil, 0o600); err != nil {
		return nil, err
	}
	if err = write(ctx, name, m); err != nil {
		return nil, err
	}
	c, err := connect(ctx, name, forReading)
	if err != nil {
		return nil, err
	}
	f.hold(c, identity, unread, extent{})
	f.barred, f.stand = ErrReadOnly, folder
	return m, nil
}
