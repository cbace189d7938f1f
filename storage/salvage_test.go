package storage

import (
	"errors"
	flags "flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
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

// That nothing is missing is said only where nothing is.
func TestSalvageSaysWhetherTheTextsAreWhole(t *testing.T) {
	m := full(t)
	f := created(t, m)
	saves(t, f, m, retitle(m, "Touchpoint", "as Touchline wrote it"))
	must(t, f.Close())
	whole, err := os.ReadFile(f.Path())
	must(t, err)
	if _, s := salvaged(t, whole); len(s.Notes) != 0 {
		t.Errorf("of a sound file: %q", s.Notes)
	}
	if _, s := salvaged(t, whole[:len(whole)-1]); !strings.Contains(strings.Join(s.Notes, "\n"), "in the middle of a page") {
		t.Errorf("of a cut one: %q", s.Notes)
	}
	tamper(t, f.Path(), "UPDATE persona SET name = 'by hand'") // nothing in the log says otherwise
	b, err := os.ReadFile(f.Path())
	must(t, err)
	if _, s := salvaged(t, b); !strings.Contains(strings.Join(s.Notes, "\n"), "Not everything is as Touchline wrote it") {
		t.Errorf("of an altered one: %q", s.Notes)
	}
}

// destroyed is a file with random pages full of rubbish.
func destroyed(whole []byte, r *rand.Rand, n int) []byte {
	b := append([]byte(nil), whole...)
	for _, page := range r.Perm(len(b) / pageSize)[:n] {
		for i := range pageSize {
			b[page*pageSize+i] = byte(r.Uint32())
		}
	}
	return b
}

// worked returns the bytes of a map with 200 touchpoints, each with a line in the
// log, and the map.
func worked(t *testing.T) ([]byte, *journey.Map) {
	t.Helper()
	inMemory(t)
	m := three()
	f := created(t, m)
	for _, tp := range large(200).Journey() {
		tp.Stage, tp.Lane, tp.Channel = "s1", "", ""
		saves(t, f, m, edit.Change{After: tp})
	}
	gone, _ := m.Touchpoints.Get("t000009")
	saves(t, f, m, edit.Change{Before: gone})
	must(t, f.Close())
	whole, err := os.ReadFile(f.Path())
	must(t, err)
	return whole, m
}

// After a page is destroyed, whichever, the rows of all others are there, and those
// of which the log knows as well.
func TestDestroyedPages(t *testing.T) {
	whole, m := worked(t)
	r := rand.New(rand.NewPCG(12, 12))
	pages := len(whole) / pageSize
	kept, tried := 0, 0
	for page := 0; page < pages; page += 1 + pages/12 {
		b := append([]byte(nil), whole...)
		for i := range pageSize {
			b[page*pageSize+i] = byte(r.Uint32())
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
	if kept < tried*198 { // of 199
		t.Errorf("%d of %d touchpoints are back", kept, tried*199)
	}
}

var wrecks = flags.Int("crash.wrecks", 4, "files with ten destroyed pages that are salvaged")

// Ten pages of some hundreds are destroyed, those of the schema among them.
func TestCrashTenDestroyedPages(t *testing.T) {
	whole, m := worked(t)
	r := rand.New(rand.NewPCG(13, 13))
	var back []int
	for range *wrecks {
		got, _ := salvaged(t, destroyed(whole, r, 10))
		n := 0
		for tp := range m.Touchpoints.All() {
			if now, ok := got.Touchpoints.Get(tp.ID); ok && reflect.DeepEqual(now, tp) {
				n++
			}
		}
		back = append(back, n)
	}
	slices.Sort(back)
	t.Logf("10 of %d pages destroyed, %d times: of %d touchpoints are back as they were: median %d, least %d",
		len(whole)/pageSize, *wrecks, m.Touchpoints.Len(), back[len(back)/2], back[0])
	if back[len(back)/2] < m.Touchpoints.Len()*95/100 {
		t.Error("too few")
	}
}

// What the pages say is what SQLite says.
func TestPagesHoldWhatTheTablesHold(t *testing.T) {
	m := full(t)
	tp, _ := m.Touchpoints.Get("Touchpoint")
	tp.Details = strings.Repeat("a long text on pages of its own, ", 900)
	m.Put(tp)
	f := created(t, m)
	must(t, f.Close())
	got := carve(f.Path())
	for row := range m.Rows() {
		of := tables[row.Kind()]
		want, err := of.values(row)
		must(t, err)
		if now := got.rows[rowRef{of.name, keyText(want[0])}]; !slices.Equal(now, want) {
			t.Errorf("%s: pages hold\n%v, not\n%v", of.name, now, want)
		}
	}
}

// Whatever the bytes of the pages, reading them ends.
func TestPagesOfAnyBytes(t *testing.T) {
	whole, _ := worked(t)
	r := rand.New(rand.NewPCG(14, 14))
	path := filepath.Join(t.TempDir(), "x.journey")
	for range 60 {
		b := append([]byte(nil), whole...)
		for range 2000 {
			page := r.IntN(len(b) / pageSize)
			b[page*pageSize+r.IntN(200)] = byte(r.Uint32())
		}
		must(t, os.WriteFile(path, b, 0o600))
		carve(path)
	}
}

func TestAnOlderFileIsSalvaged(t *testing.T) {
	path := older(t, 4)
	tamper(t, path, "UPDATE touchpoint SET title = 'by hand'")
	b, err := os.ReadFile(path)
	must(t, err)
	got, _ := salvaged(t, b)
	tp, _ := got.Touchpoints.Get("t1")
	if tp.Title != "by hand" || got.Stages.Len() != 2 || got.Head.Title != "Renting a bicycle" {
		t.Errorf("%+v", tp)
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
