package storage

import (
	"context"
	"database/sql"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// At returns the map as it was after the patch at a position of the log; 0 is
// how the file began. The map is the caller's. The error matches ErrForgotten
// where that part of the log was folded together.
func (f *File) At(ctx context.Context, position int64) (*journey.Map, error) {
	var m *journey.Map
	err := f.past(ctx, "look back in", func(tx *sql.Tx, w *walker) error {
		if err := reachable(ctx, tx, position); err != nil {
			return err
		}
		m = w.m
		return w.backTo(position)
	})
	if err != nil {
		return nil, err
	}
	return m, nil
}

// reachable returns ErrForgotten where a position lies before the floor and has
// no named version.
func reachable(ctx context.Context, tx *sql.Tx, position int64) error {
	said, err := readMark(ctx, tx)
	if err != nil || position >= said.floor {
		return err
	}
	var n int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM version WHERE position = ?", position).Scan(&n); err != nil {
		return err
	}
	if n == 0 {
		return ErrForgotten
	}
	return nil
}

// backTo brings the map to what it was after the patch at a position, field by field:
// it costs what was changed since, however often.
func (w *walker) backTo(position int64) error {
	changed, err := fieldsSince(w.ctx, w.tx, position)
	if err != nil {
		return err
	}
	for _, of := range rowsOfFields(changed) {
		if err := w.rowBackTo(position, of); err != nil {
			return err
		}
	}
	return nil
}

// rowBackTo brings a row to what it was; fields are those that were changed since.
func (w *walker) rowBackTo(position int64, fields []merge.Field) error {
	t := tableNamed(fields[0].Table)
	if t == nil {
		return damage("the log names a table %q", fields[0].Table)
	}
	now, err := w.now(t, rowRef{fields[0].Table, fields[0].Row})
	if err != nil {
		return err
	}
	was, err := w.valuesBefore(t, position+1, now, fields)
	if err != nil {
		return err
	}
	c, err := change(t, was, now)
	if c != (edit.Change{}) {
		w.take(edit.Patch{Changes: []edit.Change{c}})
	}
	return err
}

// fieldsSince returns the fields of the lines that came after a position, sorted.
func fieldsSince(ctx context.Context, tx *sql.Tx, position int64) ([]merge.Field, error) {
	return fieldsOf(ctx, tx, "SELECT DISTINCT c.kind, c.row, c.field FROM patch p JOIN change c ON c.clock = p.clock AND c.actor = p.actor"+
		" WHERE p.position > ? ORDER BY 1, 2, 3", position)
}

// fieldsOf returns the fields a query names.
func fieldsOf(ctx context.Context, tx *sql.Tx, query string, args ...any) ([]merge.Field, error) {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []merge.Field
	for rows.Next() {
		var f merge.Field
		if err := rows.Scan(&f.Table, &f.Row, &f.Name); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, rows.Err()
}
