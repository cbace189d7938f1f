package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"touchline.app/journey"
)

// Open opens the map at path and returns its rows. A map of an older version is
// rewritten in the present one; the older file stays until that is complete.
// The error matches ErrNotMap, ErrNewer, ErrDamaged, ErrBusy or fs.ErrNotExist
// where it is one of these; the file is then as it was.
func Open(path string) (*File, *journey.Map, error) { return OpenFrom(system, path) }

// OpenFrom is Open with a source of time and randomness.
func OpenFrom(s Source, path string) (*File, *journey.Map, error) {
	f := &File{path: path, source: s}
	m, err := f.open(context.Background())
	if err != nil {
		return nil, nil, explain("open", path, err)
	}
	return f, m, nil
}

// open connects to the file that is at the path now and reads it.
func (f *File) open(ctx context.Context) (*journey.Map, error) {
	path, err := resolve(f.path)
	if err != nil {
		return nil, err
	}
	h, err := inspect(path)
	if err != nil {
		return nil, err
	}
	if h.version > Version {
		return f.attachNewer(ctx, path, h)
	}
	if h.hot { // rolling back changes the file: see on a copy first that it does good
		if _, err := readAs(ctx, path, h); err != nil {
			return nil, err
		}
	}
	if h.version < Version {
		switch err := f.migrate(ctx, path, h.version); {
		case unwritable(err):
			return f.attachCopy(ctx, path, h)
		case err != nil:
			return nil, err
		}
	}
	return f.attach(ctx, path)
}

// attach makes the file at path the one f holds and returns its rows.
func (f *File) attach(ctx context.Context, path string) (*journey.Map, error) {
	identity, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	c, err := connect(ctx, path, forEditing)
	if err != nil {
		return nil, err
	}
	version, err := c.number(ctx, "PRAGMA data_version")
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	m, at, err := load(ctx, c, true)
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	f.hold(c, identity, version, at)
	return m, nil
}

// hold makes a connection that was just read the one f works with. The session
// takes a name of its own for each: copies of a file must not share it.
func (f *File) hold(c *connection, identity fs.FileInfo, version int64, at extent) {
	f.holding = holding{
		conn: c, identity: identity, seen: state(identity), version: version, extent: at,
		actor: string(journey.NewIDs(f.source.Random).Next()),
	}
}

// state tells one state of a file from another.
func state(info fs.FileInfo) string { return fmt.Sprint(info.Size(), " ", info.ModTime().UnixNano()) }

// resolve returns the absolute path of the file a path leads to.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(abs); errors.Is(err, syscall.ELOOP) {
		return "", &fault{kind: err, text: "its name is a link that leads in a circle; choose the file itself", cause: err}
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return "", fmt.Errorf("follow links: %w", err)
	}
	return real, nil
}
