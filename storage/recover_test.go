package storage

import (
	"errors"
	flags "flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

var replacements = flags.Int("crash.replaced", 60, "times a file is replaced, renamed, overwritten or deleted under a running program")

// noted commits a note.
func noted(f *File, text string) error {
	return f.Commit(ctx, edit.Patch{Verb: "add", Changes: []edit.Change{{After: journey.Note{ID: journey.ID(text), Text: text}}}})
}

// holds fails unless the file has every note.
func holds(t *testing.T, path string, notes ...string) {
	t.Helper()
	m, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notes {
		if row, ok := m.Notes.Get(journey.ID(n)); !ok || row.Text != n {
			t.Fatalf("the note %q is not in %s", n, filepath.Base(path))
		}
	}
}

// elsewhere does what another program does: it opens a file, writes a note and
// closes it.
func elsewhere(t *testing.T, path, text string) {
	t.Helper()
	f, _, err := Open(path)
	if err == nil {
		err = errors.Join(noted(f, text), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// must fails the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// recovered commits a note after what happened to the file, with Recover where it
// does not go at once.
func recovered(t *testing.T, f *File, text string) Recovery {
	t.Helper()
	var r Recovery
	err := noted(f, text)
	if err != nil {
		if r, err = f.Recover(ctx); err != nil {
			t.Fatal(err)
		}
		err = noted(f, text)
	}
	must(t, err)
	return r
}

func TestRecover(t *testing.T) {
	tests := map[string]struct {
		happens func(t *testing.T, f *File, twin string)
		how     Recovered
		notes   []string
	}{
		"nothing":                     {func(*testing.T, *File, string) {}, AsBefore, []string{"before", "after"}},
		"a commit of another program": {func(t *testing.T, f *File, _ string) { elsewhere(t, f.Path(), "theirs") }, AsBefore, []string{"before", "theirs", "after"}},
		"renamed":                     {func(t *testing.T, f *File, _ string) { must(t, os.Rename(f.Path(), f.Path()+"2.journey")) }, Followed, []string{"before", "after"}},
		"its folder renamed": {func(t *testing.T, f *File, _ string) {
			must(t, os.Rename(filepath.Dir(f.Path()), filepath.Dir(f.Path())+"2"))
		}, Followed, []string{"before", "after"}},
		"deleted": {func(t *testing.T, f *File, _ string) { must(t, os.Remove(f.Path())) }, WrittenAgain, []string{"before", "after"}},
		"thrown away": {func(t *testing.T, f *File, _ string) {
			bin := filepath.Join(filepath.Dir(f.Path()), "Trash")
			must(t, os.Mkdir(bin, 0o700))
			must(t, os.Rename(f.Path(), filepath.Join(bin, "map.journey")))
		}, WrittenAgain, []string{"before", "after"}},
		"replaced by a copy that parted": {func(t *testing.T, f *File, twin string) {
			elsewhere(t, twin, "theirs")
			must(t, os.Rename(twin, f.Path()))
		}, TakenOver, []string{"before", "theirs", "after"}},
		"overwritten by a copy that parted": {func(t *testing.T, f *File, twin string) {
			elsewhere(t, twin, "theirs")
			must(t, copyFile(twin, f.Path()))
		}, AsBefore, []string{"before", "theirs", "after"}},
		"replaced by an older copy": {func(t *testing.T, f *File, twin string) { must(t, os.Rename(twin, f.Path())) }, TakenOver, []string{"before", "after"}},
		"deleted, and a copy put there": {func(t *testing.T, f *File, twin string) {
			must(t, os.Remove(f.Path()))
			elsewhere(t, twin, "theirs")
			must(t, copyFile(twin, f.Path()))
		}, TakenOver, []string{"before", "theirs", "after"}},
		"replaced by the same rows without a log": {func(t *testing.T, f *File, twin string) {
			m, err := Read(twin)
			must(t, err)
			must(t, os.Remove(f.Path()))
			g, err := Create(f.Path(), m)
			must(t, err)
			must(t, g.Close())
		}, TakenOver, []string{"before", "after"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := created(t, full(t))
			twin := filepath.Join(filepath.Dir(f.Path()), "twin.journey")
			must(t, f.SaveAs(twin))
			must(t, noted(f, "before"))
			tt.happens(t, f, twin)
			if r := recovered(t, f, "after"); r.How != tt.how || r.Kept != "" {
				t.Errorf("recovery is %+v", r)
			}
			holds(t, f.Path(), tt.notes...)
			must(t, f.Close())
			holds(t, f.Path(), tt.notes...)
		})
	}
}

func TestAnotherMapInTheFilesPlaceDoesNotMixWithIt(t *testing.T) {
	f := created(t, full(t))
	must(t, noted(f, "before"))
	other := created(t, journey.New("other", "another map"))
	must(t, other.SaveAs(f.Path()))
	r, err := f.Recover(ctx)
	must(t, err)
	if r.How != TakenOver || r.Map.Head.Title != "another map" || r.Map.Notes.Len() > 0 {
		t.Errorf("recovery is %+v", r)
	}
	holds(t, r.Kept, "before")
	holds(t, f.Path())
}

func TestAFolderThatGoesAndComesBack(t *testing.T) {
	f := created(t, full(t))
	dir := filepath.Dir(f.Path())
	must(t, noted(f, "before"))
	must(t, os.RemoveAll(dir))
	for range 3 {
		if err := noted(f, "while"); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("commit: %v", err)
		}
		if _, err := f.Recover(ctx); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("recover: %v", err)
		}
	}
	must(t, os.Mkdir(dir, 0o700))
	if r := recovered(t, f, "while"); r.How != WrittenAgain {
		t.Errorf("recovery is %+v", r)
	}
	holds(t, f.Path(), "before", "while")
}

// A file may be closed in the moment it was replaced: what was said to be saved is
// in the one that is there then.
func TestClosingAfterAReplacement(t *testing.T) {
	f := created(t, full(t))
	twin := filepath.Join(t.TempDir(), "twin.journey")
	must(t, f.SaveAs(twin))
	must(t, noted(f, "ours"))
	elsewhere(t, twin, "theirs")
	must(t, os.Rename(twin, f.Path()))
	must(t, f.Close())
	holds(t, f.Path(), "ours", "theirs")
}

// What happens between the look at the path and the end of the commit is noticed:
// nothing is said to be saved that is in a file nobody will find.
func TestReplacedInMidCommit(t *testing.T) {
	for name, happens := range map[string]func(path, twin string) error{
		"replaced": func(path, twin string) error { return os.Rename(twin, path) },
		"deleted":  func(path, _ string) error { return os.Remove(path) },
	} {
		t.Run(name, func(t *testing.T) {
			f := created(t, full(t))
			twin := filepath.Join(t.TempDir(), "twin.journey")
			must(t, f.SaveAs(twin))
			err := f.writing(ctx, func(r *recorder) error {
				return f.step(r, edit.Patch{Verb: "add"}, func() error {
					note := journey.Note{ID: "meanwhile", Text: "meanwhile"}
					return errors.Join(tables[journey.KindNote].change(r, edit.Change{After: note}), happens(f.Path(), twin))
				})
			})
			if err == nil {
				t.Error("it was said to be saved")
			}
			recovered(t, f, "after")
			holds(t, f.Path(), "meanwhile", "after")
		})
	}
}

// mishaps are what other programs do to the file of a running one. Each returns
// the path the file is expected at then.
var mishaps = []func(t *testing.T, path, twin string, n int) string{
	func(t *testing.T, path, twin string, n int) string { must(t, os.Rename(twin, path)); return path },
	func(t *testing.T, path, twin string, n int) string { must(t, copyFile(twin, path)); return path },
	func(t *testing.T, path, twin string, n int) string {
		must(t, os.Remove(path))
		must(t, os.Rename(twin, path))
		return path
	},
	func(t *testing.T, path, twin string, n int) string { must(t, os.Remove(path)); return path },
	func(t *testing.T, path, twin string, n int) string {
		to := filepath.Join(filepath.Dir(path), fmt.Sprint("renamed ", n, ".journey"))
		must(t, os.Rename(path, to))
		return to
	},
	func(t *testing.T, path, twin string, n int) string { // another folder, and back under the old name
		away := filepath.Dir(path) + " away"
		must(t, os.Rename(filepath.Dir(path), away))
		must(t, os.Rename(away, filepath.Dir(path)))
		return path
	},
}

// Whatever happens to a file under a running program, the notes of both sides are
// there: of the program, and of the copy that came.
func TestCrashReplaced(t *testing.T) {
	inMemory(t)
	r := rand.New(rand.NewPCG(11, 11))
	m := three()
	f := created(t, m)
	twin := filepath.Join(t.TempDir(), "twin.journey")
	var notes []string
	count := map[Recovered]int{}
	for n := range *replacements {
		must(t, f.SaveAs(twin))
		for i := range 1 + r.IntN(2) {
			notes = append(notes, fmt.Sprintf("ours %d %d", n, i))
			count[recovered(t, f, notes[len(notes)-1]).How]++
		}
		which := r.IntN(len(mishaps))
		if which < 3 {
			notes = append(notes, fmt.Sprintf("theirs %d", n))
			elsewhere(t, twin, notes[len(notes)-1])
		}
		path := mishaps[which](t, f.Path(), twin, n)
		if r.IntN(3) == 0 { // the watch hears of it before the next edit
			if _, err := f.Reload(ctx); err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
		}
		notes = append(notes, fmt.Sprintf("after %d", n))
		count[recovered(t, f, notes[len(notes)-1]).How]++
		if f.Path() != path {
			t.Fatalf("the file is at %s, not %s", f.Path(), path)
		}
		holds(t, path, notes[max(0, len(notes)-8):]...)
		if n%50 == 49 {
			holds(t, path, notes...)
			f, notes = begunAnew(t, f, notes)
		}
	}
	holds(t, f.Path(), notes...)
	t.Logf("%d times, recovered %v", *replacements, count)
}

// begunAnew closes a file and goes on with a new one, so that the log stays short.
func begunAnew(t *testing.T, f *File, _ []string) (*File, []string) {
	t.Helper()
	must(t, f.Close())
	return created(t, three()), nil
}
