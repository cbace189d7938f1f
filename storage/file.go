package storage

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// File is an open .journey file. Its methods may be called from any goroutine,
// one waits for the other. Close it when done.
type File struct {
	path   string // as the caller named it
	source Source

	mu sync.Mutex
	holding
	former former // what it was before it was migrated
}

// holding is what a File has of the file that is open.
type holding struct {
	conn     *connection
	identity fs.FileInfo // of the file the connection holds
	seen     string      // its size and time after this program's last look or commit
	version  int64       // PRAGMA data_version when the rows were last read
	actor    string      // this session's name in its log
	trusted  bool        // its log was held against its digest
	known    tally       // of the part of its log that was
	written  []written   // what this session committed, should the file lose it
	barred   error       // why it is open for reading alone
	refused  bool        // the connection may not write; one made anew perhaps may
	stand    string      // a folder of its own for the copy that is read in its place
	extent
}

// extent is how far the caller has the rows of a file.
type extent struct {
	origin   string // what the file began with, see mark
	position int64  // of the last patch that is in them
	content  digest // of the rows then
}

// written is a patch that was committed, and its name in the log.
type written struct {
	merge.Stamp
	patch edit.Patch
}

// Source is where a file gets time and randomness from.
type Source struct {
	Now    func() time.Time
	Random io.Reader              // of the names of sessions
	Attic  func() (string, error) // the folder for copies of maps of older formats; nil keeps none
}

// system is the source of the program.
var system = Source{Now: time.Now, Random: rand.Reader, Attic: userAttic}

// Path returns the path the file was opened by, or the one it was moved to.
func (f *File) Path() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.path
}

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
	var stamp merge.Stamp
	told := false // the log has it; a patch that changes nothing leaves nothing
	err := f.writing(ctx, func(r *recorder) error {
		err := f.step(r, p, func() error {
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
		stamp, told = r.stamp, r.last > 0
		if err != nil {
			return err
		}
		return f.setAside(r, p.Asides)
	})
	f.refused = unwritable(err)
	if err == nil && told {
		f.written = append(f.written, written{stamp, p})
	}
	return err
}

// writing carries out what do writes as one transaction, log and all.
func (f *File) writing(ctx context.Context, do func(*recorder) error) error {
	if err := f.ready(ctx); err != nil {
		return err
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
	if err := tx.Commit(); err != nil {
		return err
	}
	if r.first == f.position+1 { // nobody wrote in between, so the caller has these rows
		f.position, f.content = r.last, r.mark.content
	}
	return f.stillThere()
}

// stillThere reports an error where the path led elsewhere by the time a commit was
// done. What was written is in the file that is gone from there: Recover finds it.
func (f *File) stillThere() error {
	same, err := f.same()
	if err != nil {
		return err
	}
	if !same {
		return ErrChanged
	}
	if info, err := os.Stat(f.path); err == nil {
		f.seen = state(info)
	}
	return nil
}

// ready reports what is in the way of writing to the file that is open. A file
// somebody else wrote to is looked at before: it may be another one by now, copied
// over this one byte by byte, and SQLite would take its pages for those it knows.
func (f *File) ready(ctx context.Context) error {
	same, err := f.same()
	switch {
	case err != nil:
		return err
	case f.barred != nil:
		return f.unbar(ctx)
	case !same:
		return ErrChanged
	}
	info, err := os.Stat(f.path)
	if err != nil || state(info) == f.seen && !f.refused {
		return err
	}
	return f.connectAnew(ctx, info)
}

// unbar opens a map for writing that lay where nothing could be written, once that is
// no longer so.
func (f *File) unbar(ctx context.Context) error {
	path, err := resolve(f.path)
	if err != nil || !errors.Is(f.barred, ErrReadOnly) || !writable(path) || !writable(filepath.Dir(path)) {
		return f.barred
	}
	if _, err := f.reopen(ctx); err != nil {
		return err
	}
	return f.barred
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
	if info, err := os.Stat(f.path); err == nil && state(info) != f.seen {
		return true, nil
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
		return false, &fault{kind: err, text: "the file is no longer there; save the map under another name", cause: err}
	}
	if err != nil {
		return false, err
	}
	return os.SameFile(now, f.identity), nil
}

// Reload reads all rows again, from the file that replaced the open one if there
// is such a file; what this session wrote is put into that one, see Recover. After
// an error the file is open as it was before.
func (f *File) Reload(ctx context.Context) (*journey.Map, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	r, err := f.recover(ctx, false)
	return r.Map, explain("load", f.path, err)
}

// Close ends the work on the file and leaves nothing beside it. A second Close
// does nothing; every other method then fails with fs.ErrClosed.
func (f *File) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return nil
	}
	ctx := context.Background()
	if same, err := f.same(); err == nil && !same && len(f.written) > 0 {
		_, _ = f.recover(ctx, false) // what replaced the file shall have what was saved; where it cannot, nothing can
	}
	f.tidy(ctx)
	err := f.release()
	clearDrafts(filepath.Dir(f.path), f.source.Now())
	return explain("close", f.path, err)
}

// release closes the connection, if there is one. The journal of a file that
// replaced the open one has the same name and is left alone.
func (f *File) release() error {
	c := f.conn
	if c == nil {
		return nil
	}
	same, err := f.same()
	if err != nil || !same || f.barred != nil {
		return f.drop()
	}
	f.conn = nil
	return c.closeTidily(context.Background())
}

// drop closes the connection and leaves everything beside the file as it is.
func (f *File) drop() error {
	c, stand := f.conn, f.stand
	f.conn, f.stand = nil, ""
	err := c.Close()
	if stand != "" {
		err = errors.Join(err, os.RemoveAll(stand))
	}
	return err
}
