package storage

import (
	"database/sql"
	"testing"

	"touchline.app/journey/edit"
)

// The map of any position is the same whether steps are taken back one by one or
// fields are looked up, whatever was merged and settled in between.
func waysBackAgree(t *testing.T, f *File) {
	t.Helper()
	must(t, f.past(ctx, "walk", func(tx *sql.Tx, w *walker) error {
		return backwards(ctx, tx, 0, func(p *logged) (bool, error) {
			if _, err := w.back(p); err != nil {
				return false, err
			}
			m, _, err := readRows(ctx, tx)
			if err != nil {
				return false, err
			}
			straight := &walker{ctx: ctx, tx: tx, m: m, rows: map[rowRef][]any{}}
			if err := straight.backTo(p.position - 1); err != nil {
				return false, err
			}
			if d := edit.Diff(w.m, m); !d.Empty() {
				t.Fatalf("before position %d: %+v", p.position, d.Changes[0])
			}
			return true, nil
		})
	}))
}

// Every row is asked what it leaves to settle, not only those that may.
func conflictsAreAll(t *testing.T, f *File) {
	t.Helper()
	found, err := f.Conflicts(ctx)
	must(t, err)
	must(t, f.past(ctx, "walk", func(tx *sql.Tx, w *walker) error {
		all, err := refs(ctx, tx, "SELECT DISTINCT kind, row FROM change")
		n := 0
		for _, ref := range all {
			of, e := conflictsOf(ctx, tx, w, ref)
			n += len(of)
			if e != nil {
				err = e
			}
		}
		if n != len(found) {
			t.Errorf("%d are found of %d", len(found), n)
		}
		return err
	}))
}
