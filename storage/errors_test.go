package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// What SQLite reports is a sentence for a person and one of the sentinels.
func TestSQLiteCodes(t *testing.T) {
	stage := edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new", Goal: strings.Repeat("x", 1<<20)}}}}
	tests := map[string]struct {
		pragma string
		kind   error
	}{
		"no room":   {"PRAGMA max_page_count = 1", ErrFull},
		"no right":  {"PRAGMA query_only = 1", ErrReadOnly},
		"too large": {"", ErrInvalid},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := created(t, full(t))
			p := stage
			if tt.pragma == "" {
				p = edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new", Goal: strings.Repeat("x", 65<<20)}}}}
			} else if _, err := f.conn.ExecContext(ctx, tt.pragma); err != nil {
				t.Fatal(err)
			}
			err := f.Commit(ctx, p)
			if !errors.Is(err, tt.kind) || !strings.HasPrefix(err.Error(), "save "+f.Path()+": ") {
				t.Errorf("error is %.200v", err)
			}
			if m, err := f.Reload(ctx); err != nil || m.Stages.Has("new") {
				t.Errorf("after the error: %v", err)
			}
		})
	}
}

func TestAnotherProgramWriting(t *testing.T) {
	f := created(t, full(t))
	other, _, err := Open(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.conn.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.conn.ExecContext(ctx, "PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	p := edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}
	if err := f.Commit(ctx, p); !errors.Is(err, ErrBusy) {
		t.Errorf("while it writes: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := f.Commit(ctx, p); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestSentences(t *testing.T) {
	tests := map[string]struct {
		err  error
		kind error
		want string
	}{
		"missing":    {&os.PathError{Op: "open", Path: "x", Err: syscall.ENOENT}, fs.ErrNotExist, "open a.journey: there is no such file or folder; check the name"},
		"exists":     {&os.LinkError{Op: "link", Err: syscall.EEXIST}, fs.ErrExist, "open a.journey: there is a file of this name already; choose another name"},
		"disk full":  {&os.PathError{Op: "write", Err: syscall.ENOSPC}, ErrFull, "open a.journey: the disk is full; free some space and try again"},
		"read-only":  {&os.PathError{Op: "open", Err: syscall.EROFS}, ErrReadOnly, "open a.journey: this place cannot be written to; save the map under another name or in another folder"},
		"permission": {&os.PathError{Op: "open", Err: syscall.EACCES}, fs.ErrPermission, "open a.journey: permission is missing; choose another place, or ask the owner for access"},
		"damage":     {fmt.Errorf("read note: %w", damage("it ends")), ErrDamaged, "open a.journey: this map is damaged (it ends); open an older copy of it"},
		"newer":      {ErrNewer, ErrNewer, "open a.journey: this map was made by a newer version of Touchline; install the newest version"},
		"cancelled":  {context.Canceled, context.Canceled, "open a.journey: context canceled"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := explain("open", "a.journey", tt.err)
			if got.Error() != tt.want || !errors.Is(got, tt.kind) {
				t.Errorf("sentence is %q", got)
			}
		})
	}
	if explain("open", "a.journey", nil) != nil {
		t.Error("an error out of nothing")
	}
}
