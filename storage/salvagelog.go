package storage

import (
	"fmt"

	"touchline.app/journey"
	"touchline.app/journey/merge"
)

// log brings back the rows that are not there and that the log knows of, and says
// where rows and log differ. The lines given are those its pages have.
func (w *wreck) log(all []merge.Line) {
	known := map[merge.Stamp]map[merge.Field]bool{}
	add := func(l merge.Line) {
		if known[l.Stamp] == nil {
			known[l.Stamp] = map[merge.Field]bool{}
		}
		if !known[l.Stamp][l.Field] {
			known[l.Stamp][l.Field] = true
			all = append(all, l)
		}
	}
	carved := all
	all = nil
	for _, l := range carved {
		add(l)
	}
	t := logTables[1]
	for _, k := range journey.Kinds {
		whole := w.sweep(t, "row", " AND kind = ?", []any{tables[k].name}, func(v []any) {
			if l, ok := lineOf(v); ok {
				add(l)
			}
		})
		if !whole {
			w.note("A part of the change log of table %s cannot be read.", tables[k].name)
		}
	}
	for _, of := range byRow(all) {
		w.logOf(of)
	}
}

// lineOf makes a line of the values of a row of the log.
func lineOf(v []any) (merge.Line, bool) {
	var l merge.Line
	texts := []*string{&l.Table, &l.Row, &l.Name, nil, &l.Actor, nil, nil, nil, &l.Prior.Actor}
	for i, p := range texts {
		if p == nil {
			continue
		}
		s, ok := v[i].(string)
		if !ok {
			return l, false
		}
		*p = s
	}
	clock, ok := v[3].(int64)
	l.Prior.Clock, _ = v[7].(int64)
	l.Clock, l.Old, l.New = clock, v[5], v[6]
	return l, ok
}

// logOf holds the lines of one row against what was read of it.
func (w *wreck) logOf(of []merge.Line) {
	t := tableNamed(of[0].Table)
	if t == nil {
		return
	}
	ref := rowRef{of[0].Table, of[0].Row}
	values, there := w.rows[ref]
	said := merge.Row(t.named(values), of)
	if !there {
		said = merge.Row(map[string]any{}, of)
	}
	switch {
	case said == nil:
		return // deleted
	case there:
		for name, v := range said {
			if i := t.column(name); i > 0 && t.logged(values, i) != v {
				w.note("In table %s, row %s, the column %s holds %.60q; the log says %.60q.", t.name, ref.row, name, fmt.Sprint(values[i]), fmt.Sprint(v))
			}
		}
		return
	}
	back := append([]any(nil), t.zeros...)
	back[0] = t.key(ref.row)
	for name, v := range said {
		if i := t.column(name); i > 0 {
			back[i] = v
		}
	}
	if !w.keep(t, back) {
		return
	}
	w.rows[ref] = back
	w.out.FromLog++
	w.note("The row %s of table %s was lost; what the log knows of it is back.", ref.row, t.name)
}
