package storage

import (
	"fmt"

	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// change carries out one change of a patch and writes its lines. Of a changed row
// it writes the fields that changed, so that what another program wrote into
// others stays.
func (t *table) change(r *recorder, c edit.Change) error {
	var before, after []any
	var err error
	if c.Before != nil {
		if before, err = t.values(c.Before); err != nil {
			return err
		}
	}
	if c.After != nil {
		if after, err = t.values(c.After); err != nil {
			return err
		}
	}
	key := before
	if key == nil {
		key = after
	}
	now, err := t.fetch(r.ctx, r.tx, key[0])
	if err != nil {
		return err
	}
	to := aim(now, before, after)
	if err := t.log(r, now, to, before); err != nil {
		return err
	}
	return t.put(r.ctx, r.tx, now, to, &r.mark.content)
}

// aim returns what a row shall be: it is now as in the first, and a patch turns it
// from before into after.
func aim(now, before, after []any) []any {
	if after == nil || now == nil || before == nil {
		return after
	}
	to := append([]any(nil), now...)
	for i := range to {
		if after[i] != before[i] {
			to[i] = after[i]
		}
	}
	return to
}

// log writes a line for each field that changes. Where somebody wrote a value the
// patch does not know of, the line says which older one it replaces, so that the
// other stays to be settled.
func (t *table) log(r *recorder, now, to, before []any) error {
	switch {
	case now == nil && to == nil:
		return nil
	case now == nil:
		return t.logInsertion(r, to)
	case to == nil:
		prior, _, err := r.newestOf(t.field(now, ""))
		if err == nil {
			err = r.line(merge.Line{Stamp: r.stamp, Field: t.field(now, ""), Prior: prior, Old: merge.There})
		}
		if err != nil {
			return err
		}
	}
	for i := 1; i < len(t.columns); i++ {
		l := merge.Line{Stamp: r.stamp, Field: t.field(now, t.columns[i]), Old: t.logged(now, i), New: t.logged(to, i)}
		if l.Old == l.New {
			continue
		}
		var err error
		if before != nil && before[i] != now[i] {
			l.Prior, err = r.gave(l.Field, t.logged(before, i))
		} else {
			l.Prior, _, err = r.newestOf(l.Field)
		}
		if err != nil {
			return err
		}
		if err := r.line(l); err != nil {
			return err
		}
	}
	return nil
}

// logInsertion writes the lines of a new row, or of one that comes back. Then the
// newest line of a field may be one that outlived the deletion, and an empty field
// needs a line too.
func (t *table) logInsertion(r *recorder, to []any) error {
	of, err := lines(r.ctx, r.tx, " WHERE kind = ? AND row = ?", t.name, keyText(to[0]))
	if err != nil {
		return err
	}
	newest := map[string]merge.Line{}
	for _, l := range of {
		if n, ok := newest[l.Name]; !ok || l.Compare(n.Stamp) > 0 {
			newest[l.Name] = l
		}
	}
	first := merge.Line{Stamp: r.stamp, Field: t.field(to, ""), Prior: newest[""].Stamp, New: merge.There}
	if err := r.line(first); err != nil {
		return err
	}
	for i := 1; i < len(t.columns); i++ {
		name := t.columns[i]
		l := merge.Line{Stamp: r.stamp, Field: t.field(to, name), Prior: newest[name].Stamp, New: t.logged(to, i)}
		if l.New == newest[name].New {
			continue // nil where there is no line
		}
		if err := r.line(l); err != nil {
			return err
		}
	}
	return nil
}

// field names a field of the row with the values.
func (t *table) field(values []any, name string) merge.Field {
	return merge.Field{Table: t.name, Row: keyText(values[0]), Name: name}
}

// logged returns the value of a column as the log has it; of no row it is nil.
func (t *table) logged(values []any, i int) any {
	if values == nil || values[i] == t.zeros[i] {
		return nil
	}
	return values[i]
}

// keyText is the key of a row as the log has it.
func keyText(key any) string { return fmt.Sprint(key) }
