package storage

import (
	"crypto/rand"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// aged makes a file with a number of edits of one touchpoint, one each minute from
// a time on, and a version after the tenth; it is closed a minute after the last.
func aged(t *testing.T, edits int, began time.Time, then func(time.Time) time.Time) (string, *journey.Map) {
	t.Helper()
	now := began
	s := Source{Now: func() time.Time { return now }, Random: rand.Reader}
	m := full(t)
	path := filepath.Join(t.TempDir(), "map.journey")
	f, err := CreateFrom(s, path, m)
	must(t, err)
	for n := range edits {
		now = now.Add(time.Minute)
		p := edit.Patch{Verb: "edit", Changes: []edit.Change{retitle(m, "Touchpoint", fmt.Sprint("title ", n))}}
		must(t, f.Commit(ctx, p))
		p.Apply(m)
		if n == 9 {
			must(t, second(f.NameVersion(ctx, "tenth")))
		}
	}
	now = then(now)
	must(t, f.Close())
	return path, m
}

func TestOldStepsAreFoldedWhenThatPays(t *testing.T) {
	later := func(d time.Duration) func(time.Time) time.Time {
		return func(last time.Time) time.Time { return last.Add(d) }
	}
	inMemory(t)
	tests := map[string]struct {
		edits  int
		then   func(time.Time) time.Time
		folded bool
	}{
		"few and old":    {worthFolding - 1, later(2 * keptPast), false},
		"many and young": {worthFolding + 10, later(time.Minute), false},
		"many and old":   {worthFolding + 10, later(2 * keptPast), true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			path, m := aged(t, tt.edits, time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC), tt.then)
			f, got, err := Open(path)
			must(t, err)
			defer f.Close()
			sameMap(t, got, m)
			var lines int
			must(t, f.conn.QueryRowContext(ctx, "SELECT count(*) FROM change").Scan(&lines))
			if folded := lines < 50; folded != tt.folded {
				t.Errorf("%d lines are left", lines)
			}
			versions, err := f.Versions(ctx)
			must(t, err)
			then, err := f.At(ctx, versions[0].Position)
			must(t, err)
			if tp, _ := then.Touchpoints.Get("Touchpoint"); tp.Title != "title 9" {
				t.Errorf("the version says %q", tp.Title)
			}
		})
	}
}
