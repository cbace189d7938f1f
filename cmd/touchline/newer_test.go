package main

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

// A map of a format that is not known yet is checked, described and exported with a
// word about it, and nothing is written to it.
func TestAMapOfANewerFormatCanBeLookedAt(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "map.journey")
	done(t, "new", path, "--template", "flight")
	db, err := sql.Open("sqlite", path)
	if err == nil {
		_, err = db.Exec("CREATE TABLE scent (a); PRAGMA user_version = 99")
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	before := string(content(t, path))
	if said := done(t, "check", path); !strings.Contains(said, "format 99") {
		t.Errorf("check says %q", said)
	}
	for _, args := range [][]string{{"info", path}, {"export", path, filepath.Join(dir, "a.json")}} {
		if r := run(t, args...); r.status != statusDone || !strings.Contains(r.err, "format 99") {
			t.Errorf("%v: %+v", args, r)
		}
	}
	twin := filepath.Join(dir, "twin.journey")
	done(t, "new", twin, "--template", "flight")
	if r := run(t, "merge", path, twin); r.status == statusDone || !strings.Contains(r.err, "format 99") {
		t.Errorf("merge: %+v", r)
	}
	if string(content(t, path)) != before {
		t.Error("the file was changed")
	}
}
