package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ahead returns a path to a map as a later version may write it: a format of a
// higher number with columns and tables this one does not know, and words.
func ahead(t *testing.T, statements string) string {
	t.Helper()
	f := created(t, full(t))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, f.Path(), "ALTER TABLE touchpoint ADD COLUMN smell TEXT NOT NULL DEFAULT 'roses'; CREATE TABLE scent (id TEXT PRIMARY KEY);"+
		"PRAGMA user_version = 99;"+statements)
	return f.Path()
}

func TestANewerFormatIsReadAndNeverWritten(t *testing.T) {
	path := ahead(t, "")
	m, err := Read(path)
	must(t, err)
	sameMap(t, m, full(t))
	if err := Newer(path); !errors.Is(err, ErrNewer) {
		t.Errorf("Newer: %v", err)
	}
	f, m, err := Open(path)
	must(t, err)
	sameMap(t, m, full(t))
	if err := f.ReadOnly(); !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "format 99") {
		t.Errorf("ReadOnly: %v", err)
	}
	for name, err := range map[string]error{
		"Commit":      noted(f, "x"),
		"NameVersion": second(f.NameVersion(ctx, "x")),
		"Compact":     second(f.Compact(ctx, f.source.Now())),
		"Merge":       second(f.Merge(ctx, created(t, full(t)).Path())),
		"Versions":    second(f.Versions(ctx)),
		"At":          second(f.At(ctx, 0)),
	} {
		if !errors.Is(err, ErrNewer) {
			t.Errorf("%s: %v", name, err)
		}
	}
	copied := filepath.Join(t.TempDir(), "copy.journey")
	must(t, f.SaveAs(copied))
	if got, err := Read(copied); err != nil {
		t.Error(err)
	} else {
		sameMap(t, got, m)
	}
	if changed, err := f.Changed(ctx); changed || err != nil {
		t.Errorf("Changed: %v, %v", changed, err)
	}
	tamper(t, path, "UPDATE map SET title = 'from there'")
	if m, err = f.Reload(ctx); err != nil || m.Head.Title != "from there" {
		t.Errorf("Reload: %v", err)
	}
	tamper(t, path, "UPDATE map SET title = (SELECT 'Head 2')")
	must(t, f.Close())
	if names := namesIn(t, filepath.Dir(path)); len(names) != 1 {
		t.Errorf("folder holds %q", names)
	}
	if found, err := Check(path); err != nil || !found.Sound() || !strings.Contains(strings.Join(found.Notes, " "), "format 99") {
		t.Errorf("Check: %+v, %v", found, err)
	}
}

func second[T any](_ T, err error) error { return err }

func TestWhatANewerFormatSaysThatThisOneDoesNotKnow(t *testing.T) {
	path := ahead(t, "UPDATE lane SET type = 'sideways'; UPDATE touchpoint SET actors = 'everybody'; PRAGMA foreign_keys = 0; DELETE FROM channel; "+
		"ALTER TABLE stage DROP COLUMN goal; DROP TABLE metric; CREATE VIEW metric AS SELECT 'm' AS id, 'spun out' AS name")
	m, err := Read(path)
	must(t, err)
	lane, _ := m.Lanes.Get("Lane")
	tp, _ := m.Touchpoints.Get("Touchpoint")
	stage, _ := m.Stages.Get("Stage")
	if lane.Type != "" || lane.Name == "" || tp.Actors != nil || tp.Channel != "" || tp.Title == "" || stage.Goal != "" || stage.Name == "" {
		t.Errorf("rows are %+v, %+v, %+v", lane, tp, stage)
	}
	if m.Metrics.Len() != 0 {
		t.Error("a view was read")
	}
}

// A newer format may have the same tables; then the digest still tells whether the
// texts are those that were written.
func TestANewerFormatWithTheTablesOfThisOne(t *testing.T) {
	m := full(t)
	b := bytesOf(t, m)
	copy(b[60:], []byte{0, 0, 0, Version + 1}) // user_version
	path := filepath.Join(t.TempDir(), "new.journey")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	f, got, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, m)
	if err := f.ReadOnly(); !errors.Is(err, ErrNewer) {
		t.Errorf("it may be written to: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(b, []byte(m.Head.Title))
	b[at] ^= 1
	refused(t, b, ErrDamaged)
}
