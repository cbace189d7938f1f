package storage

import (
	"fmt"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// setAside carries out what a patch says of values that are kept beside others: it
// settles those that are still to be settled, and puts the others there again.
func (f *File) setAside(r *recorder, all []edit.Aside) error {
	for _, a := range all {
		t := tables[a.Kind]
		key := t.rowKey(a.ID)
		of, err := lines(r.ctx, r.tx, " WHERE kind = ? AND row = ?", t.name, key)
		if err != nil {
			return err
		}
		now, err := t.fetch(r.ctx, r.tx, t.key(key))
		if err != nil {
			return err
		}
		open := besides(of, a)
		switch {
		case a.Settled && open != nil:
			err = f.close(r, t, Conflict{Conflict: *open}, of, now)
		case !a.Settled && open == nil:
			err = f.keepAgain(r, t, merge.Field{Table: t.name, Row: key, Name: a.Field}, now, a.Value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// besides returns the conflict a value is part of, nil where there is none.
func besides(of []merge.Line, a edit.Aside) *merge.Conflict {
	for _, c := range merge.Conflicts(of) {
		if c.Name == a.Field && c.Other.New == a.Value {
			return &c
		}
	}
	return nil
}

// keepAgain keeps a value beside the one a field has now.
func (f *File) keepAgain(r *recorder, t *table, field merge.Field, now []any, value any) error {
	ours := any(nil)
	switch i := t.column(field.Name); {
	case now == nil:
	case field.Name == "":
		ours = merge.There
	case i < 1:
		return damage("the log names a column %s.%s", field.Table, field.Name)
	default:
		ours = t.logged(now, i)
	}
	return f.keepApart(r, []apart{{field, ours, value, now != nil}}, fmt.Sprint("settled ", field, value))
}

// ref names the row of a key of the log for the map; now are its values, nil where it
// is not there.
func (t *table) ref(row string, now []any) edit.Ref {
	if i := t.column("id"); t.kind == journey.KindHead && now != nil {
		row, _ = now[i].(string)
	}
	return edit.Ref{Kind: t.kind, ID: journey.ID(row)}
}

// rowKey is the key the log has for a row of the map.
func (t *table) rowKey(id journey.ID) string { return keyText(t.key(string(id))) }
