package storage

import (
	"os"
	"slices"

	sqlite3 "modernc.org/sqlite/lib"

	"touchline.app/journey"
	"touchline.app/journey/merge"
)

// sqliteColumns is the limit on columns.
const sqliteColumns = sqlite3.SQLITE_LIMIT_COLUMN

// found is what lies on the pages of a damaged file, reached or not.
type found struct {
	order  []rowRef
	rows   map[rowRef][]any
	either [][]any // may belong to more than one table
	lines  []merge.Line
}

// carve reads the pages of a file one by one: what a destroyed page of a tree or of
// the schema hides from SQLite is still there.
func carve(path string) found {
	out := found{rows: map[rowRef][]any{}}
	f, err := os.Open(path)
	if err != nil {
		return out
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return out
	}
	pages{f, int(info.Size() / pageSize)}.records(func(table bool, rowid int64, values []any) {
		if !table && len(values) == len(logTables[1].columns) {
			if l, ok := lineOf(values); ok && tableNamed(l.Table) != nil {
				out.lines = append(out.lines, l)
				return
			}
		}
		if table && len(values) > 0 {
			values[0] = rowid
		}
		out.add(table, values)
	})
	for _, values := range out.either {
		out.decide(values)
	}
	return out
}

// add takes in a record, if it is a row of a map. Of a record that may belong to
// several tables decide is to say.
func (f *found) add(rowid bool, values []any) {
	var fit []*table
	var as [][]any
	for _, k := range journey.Kinds {
		if t := tables[k]; len(values) == len(t.columns) && rowid == (k == journey.KindHead) {
			if row, ok := t.fit(values); ok {
				fit, as = append(fit, t), append(as, row)
			}
		}
	}
	switch len(fit) {
	case 0:
	case 1:
		f.put(fit[0], as[0])
	default:
		f.either = append(f.either, values)
	}
}

func (f *found) put(t *table, values []any) {
	ref := rowRef{t.name, keyText(values[0])}
	if f.rows[ref] == nil {
		f.order = append(f.order, ref)
	}
	f.rows[ref] = values
}

// decide puts a record where what it refers to is there; where it refers to nothing,
// into a table whose rows need not.
func (f *found) decide(values []any) {
	var plain *table
	for _, k := range journey.Kinds {
		t := tables[k]
		row, ok := []any(nil), len(values) == len(t.columns)
		if ok {
			row, ok = t.fit(values)
		}
		if !ok {
			continue
		}
		named, missing := 0, 0
		for _, p := range parents {
			if id, ok := row[max(0, t.column(p.column))].(string); p.table == t.name && ok {
				named++
				if f.rows[rowRef{p.to, id}] == nil {
					missing++
				}
			}
		}
		if named > 0 && missing == 0 {
			f.put(t, row)
			return
		}
		if named == 0 {
			plain = t
		}
	}
	if plain != nil {
		row, _ := plain.fit(values)
		f.put(plain, row)
	}
}

// fit returns values as a row of the table, with numbers of the type of their
// column: SQLite stores a whole real as an integer. It reports whether they are one.
func (t *table) fit(values []any) ([]any, bool) {
	row := append([]any(nil), values...)
	for i, v := range row {
		n, whole := v.(int64)
		if _, real := t.zeros[i].(float64); whole && i > 0 && (real || t.zeros[i] == nil) {
			row[i] = float64(n)
		}
	}
	if key, ok := row[0].(string); ok && key == "" {
		return nil, false
	}
	_, err := t.reader()(row)
	return row, err == nil
}

// unreached brings back the rows that are on pages nothing leads to any more. Where
// the log knows of one, it has the last word: such a page may be an old one.
func (w *wreck) unreached(f found) {
	of := map[rowRef][]merge.Line{}
	for _, l := range f.lines {
		ref := rowRef{l.Table, l.Row}
		of[ref] = append(of[ref], l)
	}
	for _, ref := range f.order {
		if _, ok := w.rows[ref]; ok {
			continue
		}
		t := tableNamed(ref.table)
		said := merge.Row(t.named(f.rows[ref]), of[ref])
		if said == nil {
			continue // deleted
		}
		values := append([]any(nil), t.zeros...)
		values[0] = f.rows[ref][0]
		for name, v := range said {
			if i := t.column(name); i > 0 {
				values[i] = v
			}
		}
		if !w.keep(t, values) {
			continue
		}
		w.rows[ref] = values
		w.out.Rows++
		w.lost++
	}
	if w.lost > 0 {
		w.note("%d rows were on pages that nothing leads to any more; one that was deleted long ago may be among them.", w.lost)
	}
}

// present is a table with the columns this file has; what it lacks is empty. Files
// of older formats lack some.
func (w *wreck) present(t *table) *table {
	has, err := t.plainColumns(w.ctx, w.tx)
	if err != nil || len(has) == 0 {
		return t
	}
	missing := func(column string) bool { return !has[column] }
	if !slices.ContainsFunc(t.columns, missing) {
		return t
	}
	part := *t
	part.columns = slices.Clone(t.columns)
	for i, c := range t.columns {
		if has[c] {
			continue
		}
		switch t.zeros[i].(type) {
		case nil:
			part.columns[i] = "NULL"
		case string:
			part.columns[i] = "''"
		case float64:
			part.columns[i] = "0.0"
		default:
			part.columns[i] = "0"
		}
	}
	return &part
}
