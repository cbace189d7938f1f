package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// salvaged writes bytes into a file and returns what can be saved of it.
func salvaged(t *testing.T, b []byte) (*journey.Map, Salvaged) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "damaged.journey")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "mended.journey")
	s, err := Salvage(path, out)
	if err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(b) {
		t.Errorf("the damaged file was changed (%v)", err)
	}
	if names := namesIn(t, filepath.Dir(path)); len(names) != 1 {
		t.Errorf("folder holds %q", names)
	}
	if found, err := Check(out); err != nil || !found.Sound() {
		t.Errorf("the new file: %+v, %v", found, err)
	}
	m, err := Read(out)
	if err != nil {
		t.Fatal(err)
	}
	return m, s
}

func TestASoundFileIsSound(t *testing.T) {
	f := created(t, full(t))
	found, err := Check(f.Path())
	if err != nil || !found.Sound() || !strings.Contains(strings.Join(found.Notes, " "), "1 pain point") {
		t.Errorf("findings are %+v, %v", found, err)
	}
	for v := 1; v < Version; v++ {
		if found, err := Check(older(t, v)); err != nil || !found.Sound() {
			t.Errorf("version %d: %+v, %v", v, found, err)
		}
	}
	if _, err := Check(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

func TestWhatAnotherProgramWroteIsSalvaged(t *testing.T) {
	m := full(t)
	f := created(t, m)
	saves(t, f, m, retitle(m, "Touchpoint", "as Touchline wrote it"))
	path := f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, "UPDATE touchpoint SET title = 'by hand'; UPDATE lane SET type = 'sideways'; PRAGMA foreign_keys = 0; DELETE FROM stage; DELETE FROM channel")
	found, err := Check(path)
	if err != nil || found.Sound() {
		t.Fatalf("findings are %+v, %v", found, err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, s := salvaged(t, b)
	tp, _ := got.Touchpoints.Get("Touchpoint")
	said := strings.Join(s.Notes, "\n")
	if tp.Title != "by hand" || tp.Channel != "" || tp.Stage != "Stage" {
		t.Errorf("touchpoint is %+v", tp)
	}
	for _, words := range []string{"as Touchline wrote it", "column type held no value", "A stage was lost", "belonged to a channel"} {
		if !strings.Contains(said, words) {
			t.Errorf("%q is not in:\n%s", words, said)
		}
	}
}

// After a page is destroyed the rows of all others are there, and those of which
// the log knows as well.
func TestDestroyedPages(t *testing.T) {
	m := three()
	f := created(t, m)
	for _, tp := range large(200).Journey() {
		tp.Stage, tp.Lane, tp.Channel = "s1", "", ""
		saves(t, f, m, edit.Change{After: tp})
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	pages := len(whole) / 4096
	kept, tried := 0, 0
	for page := 9; page < pages; page += 1 + pages/25 { // behind the schema
		b := append([]byte(nil), whole...)
		for i := page * 4096; i < (page+1)*4096; i++ {
			b[i] = 0xa5
		}
		got, _ := salvaged(t, b)
		tried++
		kept += got.Touchpoints.Len()
		for tp := range got.Touchpoints.All() {
			if want, _ := m.Touchpoints.Get(tp.ID); want.Title != tp.Title {
				t.Fatalf("page %d: title is %q", page, tp.Title)
			}
		}
	}
	if kept < tried*198 { // of 200
		t.Errorf("%d of %d touchpoints are back", kept, tried*200)
	}
}

func TestNothingToSalvage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "zeros.journey")
	if err := os.WriteFile(path, make([]byte, 40960), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Salvage(path, path+"2"); !errors.Is(err, ErrNotMap) {
		t.Errorf("error is %v", err)
	}
	if names := namesIn(t, filepath.Dir(path)); len(names) != 1 {
		t.Errorf("folder holds %q", names)
	}
}
