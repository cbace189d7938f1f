package storage

import (
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Whoever opens a pipe waits for the other end; a device may have no end. Neither is a map.
func TestPipesAndDevicesAreRefusedUnopened(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.journey")
	must(t, syscall.Mkfifo(pipe, 0o600))
	circle := filepath.Join(t.TempDir(), "circle.journey")
	must(t, os.Symlink(circle, circle))
	for path, words := range map[string]string{pipe: "a pipe", "/dev/zero": "a device", t.TempDir(): "a folder", circle: "in a circle"} {
		_, _, err := Open(path)
		_, err2 := Read(path)
		_, err3 := Check(path)
		_, err4 := Salvage(path, filepath.Join(t.TempDir(), "out.journey"))
		f := created(t, full(t))
		_, err5 := f.Merge(ctx, path)
		for _, err := range []error{err, err2, err3, err4, err5} {
			if err == nil || !strings.Contains(err.Error(), words) {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}

func TestAPipeInThePlaceOfTheJournal(t *testing.T) {
	f := created(t, full(t))
	must(t, f.Close())
	must(t, syscall.Mkfifo(f.Path()+"-journal", 0o600))
	if _, _, err := Open(f.Path()); !errors.Is(err, ErrDamaged) {
		t.Errorf("error is %v", err)
	}
}

// SQLite takes any file that does not begin with a zero for a journal.
func TestRubbishInThePlaceOfTheJournal(t *testing.T) {
	m := full(t)
	f := created(t, m)
	must(t, f.Close())
	must(t, os.WriteFile(f.Path()+"-journal", []byte(strings.Repeat("rubbish", 900)), 0o600))
	if found, err := Check(f.Path()); err != nil || !found.Sound() {
		t.Errorf("%+v, %v", found, err)
	}
	got, err := Read(f.Path())
	must(t, err)
	sameMap(t, got, m)
	again, got, err := Open(f.Path())
	must(t, err)
	sameMap(t, got, m)
	must(t, again.Close())
}

// withWAL returns a map into which another program wrote in WAL mode before it was
// stopped: the title is beside the file alone.
func withWAL(t *testing.T, title string) string {
	t.Helper()
	f := created(t, full(t))
	must(t, f.Close())
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: f.Path()}).EscapedPath())
	must(t, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	_, err = db.Exec("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; UPDATE map SET title = ?", title)
	must(t, err)
	path := filepath.Join(t.TempDir(), "left.journey")
	must(t, copyFile(f.Path(), path))
	must(t, copyFile(f.Path()+walEnd, path+walEnd))
	return path
}

func TestWhatWALModeLeftIsSalvaged(t *testing.T) {
	path := withWAL(t, "beside")
	if _, _, err := Open(path); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "WAL") {
		t.Errorf("error is %v", err)
	}
	out := filepath.Join(t.TempDir(), "out.journey")
	s, err := Salvage(path, out)
	must(t, err)
	got, err := Read(out)
	must(t, err)
	if said := strings.Join(s.Notes, "\n"); got.Head.Title != "beside" || !strings.Contains(said, "had left beside the file") {
		t.Errorf("title is %q, notes are\n%s", got.Head.Title, said)
	}
}

// What WAL mode left of another file under the name is not taken for this one's.
func TestAStrangersWALIsLeftAlone(t *testing.T) {
	path := withWAL(t, "beside")
	f := created(t, full(t))
	must(t, f.Close())
	must(t, copyFile(f.Path(), path))
	before, err := os.ReadFile(path + walEnd)
	must(t, err)
	_, _, err = Open(path)
	found, err2 := Check(path)
	if !errors.Is(err, ErrDamaged) || err2 != nil || found.Sound() {
		t.Errorf("%v; %+v, %v", err, found, err2)
	}
	if now, err := os.ReadFile(path + walEnd); err != nil || string(now) != string(before) || len(namesIn(t, filepath.Dir(path))) != 2 {
		t.Errorf("what lies beside it was changed (%v): %q", err, namesIn(t, filepath.Dir(path)))
	}
	must(t, created(t, full(t)).SaveAs(path)) // its place is taken: that goes too
	if _, err := Read(path); err != nil {
		t.Error(err)
	}
}

// Another program may put an open map into WAL mode. What both write stays, and the file
// is one file again once the other program has closed it.
func TestAnOpenMapComesBackOutOfWALMode(t *testing.T) {
	f := created(t, full(t))
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: f.Path()}).EscapedPath())
	must(t, err)
	db.SetMaxOpenConns(1)
	_, err = db.Exec("PRAGMA busy_timeout=0; PRAGMA journal_mode=WAL; BEGIN; SELECT count(*) FROM stage")
	must(t, err)
	stage := func(id journey.ID) edit.Patch {
		return edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: id}}}}
	}
	if err := f.Commit(ctx, stage("while it is open there")); !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrBusy) {
		t.Errorf("error is %v", err)
	}
	must(t, db.Close())
	must(t, f.Commit(ctx, stage("closed there")))
	got, err := Read(f.Path())
	must(t, err)
	if !got.Stages.Has("closed there") {
		t.Error("what was written is not there")
	}
	if _, err := os.Stat(f.Path() + walEnd); err == nil {
		t.Error("a file is left beside it")
	}
}

// A file without end is looked at as far as any map goes.
func TestSalvageOfAVastFile(t *testing.T) {
	m := full(t)
	f := created(t, m)
	must(t, f.Close())
	must(t, os.Truncate(f.Path(), 1<<40))
	was := largest
	largest = 1 << 20
	defer func() { largest = was }()
	out := filepath.Join(t.TempDir(), "out.journey")
	s, err := Salvage(f.Path(), out)
	must(t, err)
	got, err := Read(out)
	must(t, err)
	sameMap(t, got, m)
	if !strings.Contains(strings.Join(s.Notes, "\n"), "larger than any map") {
		t.Errorf("notes are %q", s.Notes)
	}
	must(t, os.Truncate(f.Path(), 0)) // not every file system keeps a hole small
}
