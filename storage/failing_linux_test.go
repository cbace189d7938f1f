//go:build linux && (amd64 || arm64)

package storage

import (
	"errors"
	flags "flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"touchline.app/journey"
)

var faultStep = flags.Int("crash.step", 9, "an error at every so many operations of a session")

// troubles are the ways in which a disk fails.
var troubles = map[string]trouble{
	"one error":          {fails: 1},
	"six errors":         {fails: 6},
	"full, once":         {fails: 1, full: true},
	"full for a while":   {fails: 6, full: true},
	"one error, reading": {fails: 1, reads: true},
}

// failingSessions work on a disk that fails at some operation. They return the path
// of the file and the map that must be in it in the end.
var failingSessions = map[string]func(t *testing.T, d *disk, bad trouble) (string, *journey.Map){
	"edit":    failingEdits,
	"create":  failingCreate,
	"save as": failingSaveAs,
	"migrate": failingMigrate,
}

// An error at each operation of a session: what was acknowledged is there, and the
// work goes on.
func TestCrashDiskFails(t *testing.T) {
	for name, session := range failingSessions {
		for how, bad := range troubles {
			t.Run(name+", "+how, func(t *testing.T) {
				inMemory(t)
				d := onDisk(t)
				sessions := 0
				for reached := true; reached; sessions++ {
					bad.at = 1 + sessions**faultStep
					d.begin(trouble{})
					path, want := session(t, d, bad)
					reached = d.reached(bad.at)
					d.begin(trouble{})
					got, err := Read(path)
					if err != nil {
						t.Fatalf("operation %d: %v", bad.at, err)
					}
					sameMap(t, got, want)
					if t.Failed() {
						t.Fatalf("operation %d", bad.at)
					}
				}
				t.Logf("%d sessions", sessions)
				if sessions**faultStep < 40 {
					t.Errorf("only %d sessions had an operation that failed", sessions)
				}
			})
		}
	}
}

// stubborn tries until it works; the disk is back after a few errors.
func stubborn(t *testing.T, at int, do func() error) {
	t.Helper()
	var err error
	for range 20 {
		if err = do(); err == nil {
			return
		}
	}
	t.Fatalf("operation %d: the work does not go on: %v", at, err)
}

func failingEdits(t *testing.T, d *disk, bad trouble) (string, *journey.Map) {
	m := three()
	f, err := Create(filepath.Join(t.TempDir(), "map.journey"), m)
	must(t, err)
	d.begin(bad)
	for n := 1; n <= *faultEdit; n++ {
		stubborn(t, bad.at, func() error {
			err := numbered(f, m, n)
			if err == nil {
				return nil
			}
			_, e := f.Recover(ctx)
			return errors.Join(err, e)
		})
		if n == 2 {
			stubborn(t, bad.at, func() error { return second(f.Compact(ctx, time.Now().Add(time.Hour))) })
		}
	}
	_ = f.Close() // the error may be the one at this operation; the file is looked at next
	return f.Path(), m
}

func failingCreate(t *testing.T, d *disk, bad trouble) (string, *journey.Map) {
	path, m := filepath.Join(t.TempDir(), "map.journey"), three()
	d.begin(bad)
	stubborn(t, bad.at, func() error {
		f, err := Create(path, m)
		if errors.Is(err, fs.ErrExist) { // the file was made and could not be opened
			return nil
		}
		if err == nil {
			_ = f.Close()
		}
		return err
	})
	return path, m
}

func failingSaveAs(t *testing.T, d *disk, bad trouble) (string, *journey.Map) {
	m := three()
	f, err := Create(filepath.Join(t.TempDir(), "map.journey"), m)
	must(t, err)
	path := filepath.Join(filepath.Dir(f.Path()), "copy.journey")
	must(t, f.SaveAs(path))
	before := m.Clone()
	must(t, numbered(f, m, 1))
	d.begin(bad)
	for err = f.SaveAs(path); err != nil; err = f.SaveAs(path) {
		if got, e := Read(path); e == nil && journey.Digest(got) != journey.Digest(before) && journey.Digest(got) != journey.Digest(m) {
			t.Fatalf("operation %d: the copy is neither the old nor the new one", bad.at)
		}
	}
	_ = f.Close()
	return path, m
}

func failingMigrate(t *testing.T, d *disk, bad trouble) (string, *journey.Map) {
	path := filepath.Join(t.TempDir(), "map.journey")
	b, err := os.ReadFile("testdata/v4-log.journey")
	must(t, err)
	must(t, os.WriteFile(path, b, 0o600))
	d.begin(bad)
	stubborn(t, bad.at, func() error {
		f, _, err := Open(path)
		if err == nil {
			err = f.ReadOnly() // a disk that refuses opens it for reading alone
			_ = f.Close()
		}
		return err
	})
	return path, rental()
}
