package storage

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// asNobody runs f without the rights of root, where the test has them: those of
// the thread are given away and the thread is not used again.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread()
		if os.Geteuid() == 0 {
			if _, _, code := syscall.RawSyscall(syscall.SYS_SETFSUID, 65534, 0, 0); code != 0 {
				t.Error(code)
			}
		}
		f()
	}()
	<-done
}

func TestFolderWithoutRightToWrite(t *testing.T) {
	m := full(t)
	f := created(t, m)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(f.Path())
	if err := os.Chmod(filepath.Dir(folder), 0o755); err != nil { // so that nobody gets there
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
	asNobody(t, func() {
		if _, err := Create(filepath.Join(folder, "new.journey"), m); !strings.Contains(errorText(err), "permission is missing") {
			t.Errorf("Create: %v", err)
		}
		got, err := Read(f.Path())
		if err != nil {
			t.Errorf("Read: %v", err)
			return
		}
		sameMap(t, got, m)
		g, _, err := Open(f.Path())
		if err != nil {
			t.Errorf("Open: %v", err)
			return
		}
		err = g.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}})
		if !errors.Is(err, ErrReadOnly) {
			t.Errorf("Commit: %v", err)
		}
		if err := g.SaveAs(filepath.Join(folder, "copy.journey")); !strings.Contains(errorText(err), "permission is missing") {
			t.Errorf("SaveAs: %v", err)
		}
		if err := g.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	if names := namesIn(t, folder); len(names) != 1 {
		t.Errorf("folder holds %q", names)
	}
}

func TestFileWithoutRightToRead(t *testing.T) {
	f := created(t, full(t))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod(filepath.Dir(filepath.Dir(f.Path())), 0o755), os.Chmod(f.Path(), 0)); err != nil {
		t.Fatal(err)
	}
	asNobody(t, func() {
		if _, _, err := Open(f.Path()); !errors.Is(err, os.ErrPermission) {
			t.Errorf("Open: %v", err)
		}
	})
}

func TestAnOlderMapInAPlaceThatCannotBeWrittenIsLookedAt(t *testing.T) {
	path := older(t, 1)
	dir := filepath.Dir(path)
	must(t, os.Chmod(filepath.Dir(dir), 0o755))
	must(t, os.Chmod(path, 0o444))
	must(t, os.Chmod(dir, 0o555))
	t.Cleanup(func() { _ = os.Chmod(dir, 0o755) })
	temporary := t.TempDir()
	must(t, os.Chmod(temporary, 0o777))
	must(t, os.Chmod(filepath.Dir(temporary), 0o755))
	t.Setenv("TMPDIR", temporary)
	asNobody(t, func() {
		f, m, err := Open(path)
		if err != nil {
			t.Error(err)
			return
		}
		sameMap(t, m, rental())
		if err := f.ReadOnly(); !errors.Is(err, ErrReadOnly) {
			t.Errorf("ReadOnly: %v", err)
		}
		if err := noted(f, "x"); !errors.Is(err, ErrReadOnly) {
			t.Errorf("Commit: %v", err)
		}
		if m, err := f.Reload(ctx); err != nil || m.Head.Title == "" {
			t.Errorf("Reload: %v", err)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	if names := namesIn(t, temporary); len(names) != 0 {
		t.Errorf("left behind: %q", names)
	}
}

// Where the right to write comes, what waits is written.
func TestAMapThatBecomesWritable(t *testing.T) {
	now, before := created(t, full(t)), older(t, 4)
	must(t, now.Close())
	temporary := t.TempDir()
	must(t, os.Chmod(temporary, 0o777))
	must(t, os.Chmod(filepath.Dir(temporary), 0o755))
	t.Setenv("TMPDIR", temporary)
	for _, path := range []string{now.Path(), before} {
		dir := filepath.Dir(path)
		must(t, errors.Join(os.Chmod(filepath.Dir(dir), 0o755), os.Chmod(dir, 0o555), os.Chmod(path, 0o444)))
		asNobody(t, func() {
			f, _, err := Open(path)
			if err != nil {
				t.Error(err)
				return
			}
			for range 2 {
				if err := noted(f, "x"); !errors.Is(err, ErrReadOnly) {
					t.Errorf("Commit: %v", err)
				}
			}
			done := make(chan error)
			go func() { done <- errors.Join(os.Chmod(dir, 0o777), os.Chmod(path, 0o666)) }() // with all rights
			if err := <-done; err != nil {
				t.Error(err)
			}
			if err := noted(f, "y"); err != nil {
				t.Errorf("%s, writable: %v", path, err)
			}
			if err := f.Close(); err != nil {
				t.Error(err)
			}
		})
		m, err := Read(path)
		must(t, err)
		if !m.Notes.Has("y") {
			t.Errorf("%s: what was written is not there", path)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
