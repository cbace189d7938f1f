package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func TestFileReplacedByRename(t *testing.T) {
	f := created(t, full(t))
	other := created(t, journey.New("other", "another map"))
	if err := other.SaveAs(f.Path()); err != nil {
		t.Fatal(err)
	}
	if changed, err := f.Changed(ctx); !changed || err != nil {
		t.Errorf("Changed = %v, %v", changed, err)
	}
	p := edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}
	if err := f.Commit(ctx, p); !errors.Is(err, ErrChanged) {
		t.Errorf("Commit: %v", err)
	}
	m, err := f.Reload(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if m.Head.Title != "another map" {
		t.Errorf("title is %q", m.Head.Title)
	}
	if err := f.Commit(ctx, p); err != nil {
		t.Errorf("Commit after Reload: %v", err)
	}
}

func TestFileReplacedByRubbishKeepsTheMap(t *testing.T) {
	m := full(t)
	f := created(t, m)
	replacement := filepath.Join(filepath.Dir(f.Path()), "rubbish")
	if err := os.WriteFile(replacement, []byte("rubbish"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(replacement, f.Path()); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Reload(ctx); !errors.Is(err, ErrNotMap) {
		t.Errorf("Reload: %v", err)
	}
	if err := f.SaveAs(f.Path()); err != nil {
		t.Fatal(err)
	}
	got, err := f.Reload(ctx)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, m)
}

func TestFileDeletedUnderTheMap(t *testing.T) {
	m := full(t)
	f := created(t, m)
	if err := os.Remove(f.Path()); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Changed(ctx); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Changed: %v", err)
	}
	if err := f.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Commit: %v", err)
	}
	other := filepath.Join(t.TempDir(), "other.journey")
	if err := f.SaveAs(other); err != nil {
		t.Fatal(err)
	}
	got, err := Read(other)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, m)
}
