package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// withoutLog begins the actor of a map that has no log. It sorts before every
// session, so that at the same clock the session's line is the newer one.
const withoutLog = "!"

// apart is a value that is kept beside the one shown.
type apart struct {
	field        merge.Field
	ours, theirs any
	there        bool // the row
}

// mergeRows takes over what a map without a log in common has changed.
func (f *File) mergeRows(r *recorder, theirs *journey.Map) (Merged, error) {
	var out Merged
	ours, _, err := readRows(r.ctx, r.tx)
	if err != nil {
		return out, err
	}
	if !related(ours, theirs) {
		return out, ErrUnrelated
	}
	differences := edit.Diff(ours, theirs)
	base, err := nearest(r, ours, theirs, differences)
	if err != nil {
		return out, err
	}
	before := map[rowRef][]any{}
	var kept []apart
	err = f.step(r, edit.Patch{Verb: "merge"}, func() error {
		for _, c := range differences.Changes {
			if c.After == nil {
				out.Absent++
				continue
			}
			more, err := r.mergeRow(c, base, before)
			if err != nil {
				return err
			}
			kept = append(kept, more...)
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	if err := f.revive(r, before); err != nil {
		return out, err
	}
	out.Apart = len(kept)
	if err := f.keepApart(r, kept, journey.Digest(theirs)); err != nil {
		return out, err
	}
	out.Changed, err = r.changed(before)
	out.Changed.Verb = "merge"
	return out, err
}

// related reports whether two maps are copies of one.
func related(a, b *journey.Map) bool {
	if a.Head.ID == b.Head.ID {
		return true
	}
	shared, all := 0, 0
	for row := range b.Rows() {
		if row.Kind() == journey.KindHead {
			continue
		}
		all++
		if _, ok := a.Row(row.Kind(), row.RowID()); ok {
			shared++
		}
	}
	return all > 0 && 2*shared >= all
}

// nearest returns the state of the file another map differs from in the fewest
// fields: what both come from. Of several it is the earliest, for what we changed
// after it is then kept beside theirs and not given up for it. It is nil where
// there is no log to look in.
func nearest(r *recorder, ours, theirs *journey.Map, differences edit.Patch) (*journey.Map, error) {
	distance := 0
	for _, c := range differences.Changes {
		n, err := fieldsApart(c.Before, c.After)
		if err != nil {
			return nil, err
		}
		distance += n
	}
	w := &walker{ctx: r.ctx, tx: r.tx, m: ours.Clone(), rows: map[rowRef][]any{}}
	var found *journey.Map
	least := distance
	trail := edit.Patch{} // from the best state back to where the walk is
	err := backwards(r.ctx, r.tx, r.mark.floor, func(p *logged) (bool, error) {
		if found == nil {
			found = ours.Clone()
		}
		patch, err := w.back(p)
		if err != nil {
			return false, err
		}
		for _, c := range patch.Changes {
			there, _ := rowOf(theirs, c.Row())
			was, err := fieldsApart(c.Before, there)
			if err != nil {
				return false, err
			}
			now, err := fieldsApart(c.After, there)
			if err != nil {
				return false, err
			}
			distance += was - now
		}
		trail.Changes = append(trail.Changes, patch.Invert().Changes...)
		if distance <= least {
			least = distance
			trail.Apply(found)
			trail.Changes = nil
		}
		return true, nil
	})
	return found, err
}

// rowOf returns the row of a map that is the same as another one's.
func rowOf(m *journey.Map, like journey.Row) (journey.Row, bool) {
	if like.Kind() == journey.KindHead {
		return m.Head, true
	}
	row, ok := m.Row(like.Kind(), like.RowID())
	if !ok {
		return nil, false
	}
	return row, true
}

// fieldsApart returns in how many fields two rows differ; either may be nil.
func fieldsApart(a, b journey.Row) (int, error) {
	some := a
	if some == nil {
		some = b
	}
	if some == nil {
		return 0, nil
	}
	t := tables[some.Kind()]
	var rows [2][]any
	for i, row := range []journey.Row{a, b} {
		if row == nil {
			continue
		}
		var err error
		if rows[i], err = t.values(row); err != nil {
			return 0, err
		}
	}
	n := 0
	for i := range t.columns {
		if t.logged(rows[0], i) != t.logged(rows[1], i) {
			n++
		}
	}
	return n, nil
}

// mergeRow takes over what a map changed in one row, and returns what it cannot
// take over because we changed it too.
func (r *recorder) mergeRow(c edit.Change, base *journey.Map, before map[rowRef][]any) ([]apart, error) {
	t := tables[c.After.Kind()]
	theirs, err := t.values(c.After)
	if err != nil {
		return nil, err
	}
	now, err := t.fetch(r.ctx, r.tx, theirs[0])
	if err != nil {
		return nil, err
	}
	ref := rowRef{t.name, keyText(theirs[0])}
	of, err := lines(r.ctx, r.tx, " WHERE kind = ? AND row = ?", ref.table, ref.row)
	if err != nil {
		return nil, err
	}
	to, kept := theirs, []apart(nil) // a row of theirs alone
	if now != nil || len(of) > 0 {
		known := func(name string, value any) bool { return told(of, name, value) }
		if to, kept, err = t.threeWay(c.After, base, now, theirs, known); err != nil {
			return nil, err
		}
	}
	if equal(now, to) {
		return kept, nil
	}
	if err := t.log(r, now, to, now); err != nil {
		return nil, err
	}
	before[ref] = now
	return kept, t.put(r.ctx, r.tx, now, to, &r.mark.content)
}

// threeWay returns what a row shall be and which values of theirs it cannot take.
// A row that was deleted here stays so.
func (t *table) threeWay(row journey.Row, base *journey.Map, now, theirs []any, known func(string, any) bool) ([]any, []apart, error) {
	var was map[string]any
	if base != nil {
		if before, ok := rowOf(base, row); ok {
			values, err := t.values(before)
			if err != nil {
				return nil, nil, err
			}
			was = t.named(values)
		}
	}
	to := slices.Clone(now)
	var kept []apart
	for _, d := range merge.ThreeWay(was, t.named(now), t.named(theirs), known) {
		if base == nil || d.Apart || now == nil {
			kept = append(kept, apart{t.field(theirs, d.Name), d.Ours, d.Theirs, now != nil})
			continue
		}
		i := t.column(d.Name)
		to[i] = theirs[i]
	}
	return to, kept, nil
}

// told reports whether a map without a log has given the field the value before.
func told(of []merge.Line, name string, value any) bool {
	return slices.ContainsFunc(of, func(l merge.Line) bool {
		return l.Name == name && l.New == value && l.Actor[:min(1, len(l.Actor))] == withoutLog
	})
}

// keepApart writes the values that are not shown into the log, each as older than
// the one that is.
func (f *File) keepApart(r *recorder, kept []apart, from string) error {
	if len(kept) == 0 {
		return nil
	}
	if err := f.confirm(r, kept); err != nil {
		return err
	}
	clock := int64(merge.MaxClock)
	for _, k := range kept {
		s, ok, err := r.newestOf(k.field)
		if err != nil {
			return err
		}
		if ok {
			clock = min(clock, s.Clock)
		}
	}
	var position int64
	if err := r.tx.QueryRowContext(r.ctx, "SELECT max(coalesce(max(position), 0), ?) FROM patch", r.mark.floor).Scan(&position); err != nil {
		return err
	}
	if clock == merge.MaxClock { // rows that were deleted, in fields nobody filled
		clock = 1
	}
	sum := sha256.Sum256(fmt.Append(nil, from, clock, position))
	r.stamp, r.lines = merge.Stamp{Clock: clock, Actor: withoutLog + hex.EncodeToString(sum[:8])}, 0
	for _, k := range kept {
		l := merge.Line{Stamp: r.stamp, Field: k.field, Old: k.ours, New: k.theirs}
		if err := r.line(l); err != nil {
			return err
		}
	}
	return r.finish(edit.Patch{Verb: "merge"}, true)
}

// confirm writes a line for each value of ours that has none, so that it is the
// newest of its field.
func (f *File) confirm(r *recorder, kept []apart) error {
	return f.step(r, edit.Patch{Verb: "merge"}, func() error {
		for _, k := range kept {
			_, ok, err := r.newestOf(k.field)
			if err != nil {
				return err
			}
			if ok || !k.there {
				continue
			}
			if err := r.line(merge.Line{Stamp: r.stamp, Field: k.field, Old: k.ours, New: k.ours}); err != nil {
				return err
			}
		}
		return nil
	})
}
