package storage

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"touchline.app/journey"
)

// older returns a path to a copy of the kept file of a version. All hold what
// rental returns: v2.journey is v1.journey as the program of that version
// brought it on.
func older(t *testing.T, version int) string {
	t.Helper()
	b, err := os.ReadFile(fmt.Sprintf("testdata/v%d.journey", version))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "old.journey")
	if err := os.WriteFile(path, b, 0o640); err != nil {
		t.Fatal(err)
	}
	return path
}

// rental is what testdata/v1.sql holds.
func rental() *journey.Map {
	m := journey.New("m1", "Renting a bicycle")
	m.Head.Scenario, m.Head.Mission, m.Head.Success = "Ines rents for a weekend", "Ride off in a minute", "Nobody waits"
	actual := journey.Emotion{Known: true, Valence: -0.5, Word: "unsure", Quote: "Which size?", Evidence: journey.Evidence{
		Source: journey.Survey, Name: "Spring 2026", N: 40, Mean: 2.5, SD: 0.9, ScaleMin: 1, ScaleMax: 5,
		Distribution: []int{5, 15, 15, 5, 0}, Date: time.Date(2026, 4, 30, 0, 0, 0, 0, time.UTC),
	}}
	for _, r := range []journey.Row{
		journey.Persona{ID: "p1", Order: "V000", Name: "Ines", Initials: "IN", Line: "rides on Sundays", Quote: "Where is the key?", Goals: "a bicycle that fits", Color: "#336699"},
		journey.Stage{ID: "s1", Order: "V000", Name: "Book", Phase: journey.Before, Goal: "a bicycle for Saturday", Expectation: "quick", Status: journey.StatusProspect},
		journey.Stage{ID: "s2", Order: "V001", Name: "Ride", Phase: journey.During, PhaseNote: "day of the ride", Status: journey.StatusCustomer, Color: "#AA3300"},
		journey.Lane{ID: "l1", Order: "V000", Type: journey.LaneTouchpoints, Name: "Customer"},
		journey.Lane{ID: "l2", Order: "V001", Type: journey.LanePainPoints, Name: "Pain", Hidden: true},
		journey.Channel{ID: "c1", Order: "V000", Name: "website", Icon: "globe", Medium: journey.Digital, Ownership: journey.Owned, Purpose: "find and book"},
		journey.Touchpoint{
			ID: "t1", Stage: "s1", Lane: "l1", Order: "V000", Title: "Choose a bicycle", Channel: "c1", Actors: []journey.ID{"p1"},
			Type: journey.TwoWay, Delivery: journey.Automated, Status: journey.StatusLead, Expectation: "photos",
			Expected: journey.Emotion{Known: true, Valence: 1, Word: "curious"}, Actual: actual,
			Matters: true, Reason: "first impression", Owner: "web team",
		},
		journey.Note{ID: "n1", Stage: "s2", Lane: "l1", Order: "V000", Text: "sun"},
		journey.PainPoint{ID: "q1", Stage: "s1", Touchpoint: "t1", Lane: "l2", Order: "V000", Text: "no sizes given", Severity: 3, Owner: "web team"},
		journey.Opportunity{ID: "o1", Stage: "s1", Touchpoint: "t1", Order: "V000", Text: "show a size chart", Impact: 4, Effort: 1, Owner: "web team", Due: "May", State: journey.Open},
		journey.Metric{ID: "k1", Stage: "s1", Touchpoint: "t1", Order: "V000", Name: "booked", Unit: "%", Target: journey.Known(60)},
	} {
		m.Put(r)
	}
	return m
}

func TestReadOfAnOlderMapLeavesItAsItIs(t *testing.T) {
	path := older(t, 1)
	before, _ := os.ReadFile(path)
	m, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, m, rental())
	if now, err := os.ReadFile(path); err != nil || string(now) != string(before) {
		t.Errorf("the file was changed (%v)", err)
	}
}

func TestOpenOfAnOlderMapBringsItToThisVersion(t *testing.T) {
	for v := 1; v < Version; v++ {
		t.Run(fmt.Sprint(v), func(t *testing.T) { opensOlder(t, older(t, v)) })
	}
}

func opensOlder(t *testing.T, path string) {
	t.Helper()
	f, m, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, m, rental())
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if h, err := inspect(path); err != nil || h.version != Version {
		t.Errorf("version is %d, %v", h.version, err)
	}
	if got := fingerprintOf(t, path); got != schemas[Version] {
		t.Errorf("fingerprint is %q", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode is %v, %v", info.Mode(), err)
	}
	if names := namesIn(t, filepath.Dir(path)); len(names) != 1 {
		t.Errorf("folder holds %q", names)
	}
}

func TestOlderMapWithPlantedTriggerStaysAsItIs(t *testing.T) {
	path := older(t, 1)
	tamper(t, path, "CREATE TRIGGER x AFTER INSERT ON note BEGIN DELETE FROM stage; END")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, b, ErrDamaged, "triggers")
}

// The past of a map comes along: what was done, what was undone, named versions.
func TestTheLogOfAnOlderMapComesAlong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "map.journey")
	must(t, copyFile("testdata/v4-log.journey", path))
	dir := t.TempDir()
	s := system
	s.Attic = func() (string, error) { return filepath.Join(dir, "attic"), nil }
	f, m, err := OpenFrom(s, path)
	must(t, err)
	t.Cleanup(func() { must(t, f.Close()) })
	sameMap(t, m, rental())
	done, _, err := f.History(ctx, 10)
	must(t, err)
	if len(done) != 1 { // the note was taken back
		t.Errorf("%d steps can be undone", len(done))
	}
	versions, err := f.Versions(ctx)
	must(t, err)
	if len(versions) != 2 || versions[0].Name != "with the note" || versions[1].Name != "Format 4" {
		t.Fatalf("versions are %+v", versions)
	}
	then, err := f.At(ctx, versions[0].Position)
	must(t, err)
	if _, ok := then.Notes.Get("gone"); !ok {
		t.Error("the version has no note")
	}
	if then, err = f.At(ctx, versions[1].Position); err != nil {
		t.Error(err)
	} else {
		sameMap(t, then, m)
	}
	format, kept := f.Migrated()
	if format != 4 || filepath.Base(kept) != "map.format4.journey" {
		t.Errorf("it was of format %d, kept at %s", format, kept)
	}
	was, err := os.ReadFile("testdata/v4-log.journey")
	must(t, err)
	if b, err := os.ReadFile(kept); err != nil || string(b) != string(was) {
		t.Errorf("the copy is another (%v)", err)
	}
	must(t, noted(f, "after"))
	if found, err := Check(path); err != nil || !found.Sound() {
		t.Errorf("%+v, %v", found, err)
	}
}

// Copies that parted before one of them was brought to this format are merged as
// if both had been.
func TestCopiesOfAnOlderMapMergeAfterOneWasMigrated(t *testing.T) {
	dir := t.TempDir()
	var files [2]*File
	for i := range files {
		path := filepath.Join(dir, fmt.Sprint(i, ".journey"))
		must(t, copyFile("testdata/v4-log.journey", path))
		f, _, err := Open(path)
		must(t, err)
		t.Cleanup(func() { must(t, f.Close()) })
		must(t, noted(f, fmt.Sprint("of copy ", i)))
		files[i] = f
	}
	merged, err := files[0].Merge(ctx, files[1].Path())
	must(t, err)
	if merged.Patches != 1 || merged.Apart != 0 {
		t.Errorf("merged: %+v", merged)
	}
	holds(t, files[0].Path(), "of copy 0", "of copy 1")
}

// A text that was changed in an older file without its digest is not taken over as
// if it were the map's.
func TestAnOlderMapWithAChangedTextIsRefused(t *testing.T) {
	path := older(t, 4)
	tamper(t, path, "UPDATE touchpoint SET title = 'somebody else'")
	b, err := os.ReadFile(path)
	must(t, err)
	refused(t, b, ErrAltered)
}

// The digest of rows is in the order the tables declare; a migration relies on it.
func TestColumnsAreInTheOrderOfTheSchema(t *testing.T) {
	f := created(t, full(t))
	must(t, f.reading(ctx, func(tx *sql.Tx) error {
		for _, of := range tables {
			got, err := columnsOf(ctx, tx, of.name)
			if err != nil || !slices.Equal(got, of.columns) {
				t.Errorf("%s: %q, %v; rows.go has %q", of.name, got, err, of.columns)
			}
		}
		return nil
	}))
}
