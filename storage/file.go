package storage

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// File is an open .journey file. Its methods may be called from any goroutine,
// one waits for the other. Close it when done.
type File struct {
	path   string // as the caller named it
	source Source

	mu       sync.Mutex
	conn     *connection
	identity fs.FileInfo // of the file the connection holds
	version  int64       // PRAGMA data_version when the rows were last read
	actor    string      // this session's name in the log of the file the connection holds
	trusted  bool        // its log was held against its digest
}

// Source is where a file gets time and randomness from.
type Source struct {
	Now    func() time.Time
	Random io.Reader // of the names of sessions
}

// system is the source of the program.
var system = Source{Now: time.Now, Random: rand.Reader}

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
	if h.hot { // rolling back changes the file: see on a copy first that it does good
		if _, err := readAs(ctx, path, h); err != nil {
			return nil, err
		}
	}
	if h.version < Version {
		if err := migrate(ctx, path); err != nil {
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
	m, err := load(ctx, c, true)
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	_ = f.release() // what it held is gone from the path
	f.conn, f.identity, f.version, f.trusted = c, identity, version, false
	f.actor = string(journey.NewIDs(f.source.Random).Next()) // another one for each file: copies must not share it
	return m, nil
}

// Path returns the path the file was opened by.
func (f *File) Path() string { return f.path }

// Commit writes the rows of a patch as one transaction. When it returns nil they
// are on disk; otherwise nothing was written. Of a changed row it writes the
// fields that changed, so that what another program wrote into others stays.
//
// The error matches ErrChanged when another program replaced the file, and
// fs.ErrNotExist when it is gone; SaveAs keeps the rows in both cases.
func (f *File) Commit(ctx context.Context, p edit.Patch) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if p.Empty() {
		return nil
	}
	return explain("save", f.path, f.commit(ctx, p))
}

func (f *File) commit(ctx context.Context, p edit.Patch) error {
	return f.writing(ctx, func(r *recorder) error {
		return f.step(r, p, func() error {
			for _, c := range fold(p.Changes) {
				row := c.Row()
				if row == nil {
					continue // added and deleted again
				}
				if err := tables[row.Kind()].change(r, c); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// writing carries out what do writes as one transaction, log and all.
func (f *File) writing(ctx context.Context, do func(*recorder) error) error {
	same, err := f.same()
	if err != nil {
		return err
	}
	if !same {
		return ErrChanged
	}
	tx, err := f.conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	r, err := record(ctx, tx)
	if err != nil {
		return err
	}
	if err := do(r); err != nil {
		return err
	}
	if err := r.close(); err != nil {
		return err
	}
	return tx.Commit()
}

// step writes one patch of this session into the log; do writes its lines.
func (f *File) step(r *recorder, p edit.Patch, do func() error) error {
	if err := r.begin(f.source, f.actor); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	return r.finish(p, false)
}

// Changed reports whether another program has written to the file, or replaced
// it, since its rows were last read. It stays true until Reload.
func (f *File) Changed(ctx context.Context) (bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	same, err := f.same()
	if err != nil || !same {
		return !same && err == nil, explain("look at", f.path, err)
	}
	version, err := f.conn.number(ctx, "PRAGMA data_version")
	return version != f.version, explain("look at", f.path, err)
}

// same reports whether the path still leads to the file that is open.
func (f *File) same() (bool, error) {
	if f.conn == nil {
		return false, fs.ErrClosed
	}
	now, err := os.Stat(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, &fault{err, "the file is no longer there; save the map under another name", err}
	}
	if err != nil {
		return false, err
	}
	return os.SameFile(now, f.identity), nil
}

// Reload reads all rows again, from the file that replaced the open one if there
// is such a file. After an error the file is open as it was before.
func (f *File) Reload(ctx context.Context) (*journey.Map, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	m, err := f.reload(ctx)
	return m, explain("load", f.path, err)
}

func (f *File) reload(ctx context.Context) (*journey.Map, error) {
	same, err := f.same()
	if err != nil {
		return nil, err
	}
	if !same {
		return f.open(ctx)
	}
	version, err := f.conn.number(ctx, "PRAGMA data_version")
	if err != nil {
		return nil, err
	}
	m, err := load(ctx, f.conn, false)
	if err != nil {
		return nil, err
	}
	f.trusted = f.trusted && f.version == version
	f.version = version
	return m, nil
}

// Close ends the work on the file and leaves nothing beside it. A second Close
// does nothing; every other method then fails with fs.ErrClosed.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return explain("close", f.path, f.release())
}

// release closes the connection, if there is one. The journal of a file that
// replaced the open one has the same name and is left alone.
func (f *File) release() error {
	c := f.conn
	if c == nil {
		return nil
	}
	same, err := f.same()
	f.conn = nil
	if err != nil || !same {
		return c.Close()
	}
	return c.closeTidily(context.Background())
}

// resolve returns the absolute path of the file a path leads to.
func resolve(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return "", fmt.Errorf("follow links: %w", err)
	}
	return real, nil
}
