package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/journey"
)

func TestCreateKeepsWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "map.journey")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path, full(t)); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error is %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Errorf("file is now %q", b)
	}
}

func TestCreateOfWhatCannotBeStoredLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	m := full(t)
	m.Put(journey.Note{ID: "n", Stage: "nowhere"})
	if _, err := Create(filepath.Join(folder, "map.journey"), m); !errors.Is(err, ErrInvalid) {
		t.Errorf("error is %v", err)
	}
	if names := namesIn(t, folder); len(names) != 0 {
		t.Errorf("folder holds %q", names)
	}
}

func TestCreateInNoFolder(t *testing.T) {
	if _, err := Create(filepath.Join(t.TempDir(), "none", "map.journey"), full(t)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error is %v", err)
	}
}

func TestNameTooLong(t *testing.T) {
	for _, n := range []int{240, 400} { // 240 and .journey leave no room for -journal
		_, err := Create(filepath.Join(t.TempDir(), strings.Repeat("x", n)+".journey"), full(t))
		if err == nil || !strings.HasSuffix(err.Error(), "choose a shorter one") {
			t.Errorf("%d: %v", n, err)
		}
	}
}

func TestJournalOfADeletedFileIsNotRolledBack(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "map.journey")
	_, journal := interrupted(t)
	if err := os.WriteFile(path+"-journal", journal, 0o600); err != nil {
		t.Fatal(err)
	}
	want := full(t)
	f, err := Create(path, want)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := f.Reload(ctx)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, want)
}

func TestSaveAsReplacesAndKeepsPermissions(t *testing.T) {
	want := full(t)
	f := created(t, want)
	path := filepath.Join(t.TempDir(), "target.journey")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	got, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, want)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode is %v, %v", info.Mode(), err)
	}
	if err := f.SaveAs(f.Path()); err != nil {
		t.Errorf("onto itself: %v", err)
	}
	if err := f.SaveAs(t.TempDir()); err == nil {
		t.Error("onto a folder: no error")
	}
}

func TestLinkLeadsToTheMap(t *testing.T) {
	f := created(t, full(t))
	link := filepath.Join(t.TempDir(), "link.journey")
	if err := os.Symlink(f.Path(), link); err != nil {
		t.Fatal(err)
	}
	g, _, err := Open(link)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.SaveAs(link); err != nil {
		t.Error(err)
	}
	if err := g.Close(); err != nil {
		t.Error(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is now %v, %v", info, err)
	}
}

func TestSameMapSameBytes(t *testing.T) {
	if a, b := bytesOf(t, large(300)), bytesOf(t, large(300)); string(a) != string(b) {
		t.Error("two files of one map differ")
	}
}
