package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"touchline.app/journey"
)

// table reads and writes the rows of one kind, as values in the order of its
// columns.
type table struct {
	name    string
	kind    journey.Kind
	columns []string // the key first
	zeros   []any    // of a row that says nothing; the log writes these as NULL

	// reader returns a function that makes rows of values. It refuses what the
	// model does not allow and is for one goroutine.
	reader func() func(values []any) (journey.Row, error)
	// values returns the values of a row, with the same refusals.
	values func(journey.Row) ([]any, error)
}

// tables holds the table of every kind.
var tables = map[journey.Kind]*table{
	journey.KindHead:        rowsOf(journey.KindHead, "map", headCells),
	journey.KindPersona:     rowsOf(journey.KindPersona, "persona", personaCells),
	journey.KindStage:       rowsOf(journey.KindStage, "stage", stageCells),
	journey.KindLane:        rowsOf(journey.KindLane, "lane", laneCells),
	journey.KindChannel:     rowsOf(journey.KindChannel, "channel", channelCells),
	journey.KindTouchpoint:  rowsOf(journey.KindTouchpoint, "touchpoint", touchpointCells),
	journey.KindNote:        rowsOf(journey.KindNote, "note", noteCells),
	journey.KindPainPoint:   rowsOf(journey.KindPainPoint, "pain_point", painPointCells),
	journey.KindOpportunity: rowsOf(journey.KindOpportunity, "opportunity", opportunityCells),
	journey.KindMetric:      rowsOf(journey.KindMetric, "metric", metricCells),
	journey.KindReading:     rowsOf(journey.KindReading, "reading", readingCells),
	journey.KindPromise:     rowsOf(journey.KindPromise, "promise", promiseCells),
	journey.KindWaiver:      rowsOf(journey.KindWaiver, "waiver", waiverCells),
}

// tableNamed returns the table of a name the log gives, nil where there is none.
func tableNamed(name string) *table {
	return tables[journey.Kind(strings.ReplaceAll(name, "_", " "))]
}

// rowsOf is the table of rows of type R.
func rowsOf[R journey.Row](kind journey.Kind, name string, cells func(*R) []cell) *table {
	var none R
	t := &table{name: name, kind: kind}
	t.zeros, _ = saved(none, cells(&none))
	for _, c := range cells(&none) {
		t.columns = append(t.columns, c.column)
	}
	t.values = func(row journey.Row) ([]any, error) {
		r := row.(R)
		return saved(row, cells(&r))
	}
	t.reader = func() func([]any) (journey.Row, error) {
		var r R
		into := cells(&r)
		return func(values []any) (journey.Row, error) {
			for i, c := range into {
				if err := c.load(values[i]); err != nil {
					return nil, damage("table %s, row %v, column %s: %w", name, values[0], c.column, err)
				}
			}
			return r, nil
		}
	}
	return t
}

// saved returns the values of a row's columns.
func saved(r journey.Row, cells []cell) ([]any, error) {
	values := make([]any, len(cells))
	for i, c := range cells {
		v, err := c.save()
		if err != nil {
			return nil, invalid(fmt.Errorf("%s %q, %s: %w", r.Kind(), r.Label(), c.column, err))
		}
		values[i] = v
	}
	return values, nil
}

// load puts every row, about n of them, into m and into the digest. SQLite reads on while rows are
// made of what it read: a large map opens in two thirds of the time.
func (t *table) load(ctx context.Context, tx *sql.Tx, m *journey.Map, d *digest, n int) error {
	const batch = 256 // rows
	part, err := t.filled(ctx, tx, n)
	if err != nil {
		return err
	}
	spread := t.spread(part)
	read := t.reader()
	batches, done := make(chan [][]any, 4), make(chan error, 1)
	go func() {
		var err error
		for rows := range batches {
			for _, values := range rows {
				if err == nil {
					err = t.take(values, read, m, d)
				}
			}
		}
		done <- err
	}()
	var rows [][]any
	err = part.scan(ctx, tx, "", nil, func(values []any) error {
		if rows = append(rows, spread(values)); len(rows) == batch {
			batches <- rows
			rows = make([][]any, 0, batch)
		}
		return nil
	})
	batches <- rows
	close(batches)
	return errors.Join(<-done, err)
}

// take puts one row into m and into the digest.
func (t *table) take(values []any, read func([]any) (journey.Row, error), m *journey.Map, d *digest) error {
	d.add(t.name, values)
	row, err := read(values)
	if err == nil {
		m.Put(row)
	}
	return err
}

// scan hands the values of each row to f, which must not keep the slice.
func (t *table) scan(ctx context.Context, tx *sql.Tx, where string, args []any, f func([]any) error) error {
	rows, err := tx.QueryContext(ctx, "SELECT "+strings.Join(t.columns, ", ")+" FROM "+t.name+where, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	values, targets := make([]any, len(t.columns)), make([]any, len(t.columns))
	for i := range values {
		targets[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		if err := f(values); err != nil {
			return err
		}
	}
	return rows.Err()
}

// fetch returns the values of the row with the key, nil where there is none.
func (t *table) fetch(ctx context.Context, tx *sql.Tx, key any) ([]any, error) {
	var out []any
	err := t.scan(ctx, tx, " WHERE "+t.columns[0]+" = ?", []any{key}, func(values []any) error {
		out = append(out, values...)
		return nil
	})
	return out, err
}

// insert adds rows, all of the table's kind.
func (t *table) insert(ctx context.Context, tx *sql.Tx, rows []journey.Row, d *digest) error {
	stmt, err := tx.PrepareContext(ctx, t.insertion())
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, row := range rows {
		values, err := t.values(row)
		if err != nil {
			return err
		}
		if _, err := stmt.ExecContext(ctx, values...); err != nil {
			return fmt.Errorf("%s %q: %w", row.Kind(), row.Label(), err)
		}
		d.add(t.name, values)
	}
	return nil
}

// put turns the row with values now into the one with values to; nil stands for
// no row. The columns that stay are not written.
func (t *table) put(ctx context.Context, tx *sql.Tx, now, to []any, d *digest) error {
	var err error
	switch {
	case now == nil && to == nil:
		return nil
	case to == nil:
		_, err = tx.ExecContext(ctx, "DELETE FROM "+t.name+" WHERE "+t.columns[0]+" = ?", now[0])
	case now == nil:
		_, err = tx.ExecContext(ctx, t.insertion(), to...)
	default:
		err = t.update(ctx, tx, now, to)
	}
	if err != nil {
		return err
	}
	if now != nil {
		d.take(t.name, now)
	}
	if to != nil {
		d.add(t.name, to)
	}
	return nil
}

func (t *table) update(ctx context.Context, tx *sql.Tx, now, to []any) error {
	var set []string
	var args []any
	for i, v := range to {
		if v != now[i] {
			set, args = append(set, t.columns[i]+" = ?"), append(args, v)
		}
	}
	if len(set) == 0 {
		return nil
	}
	_, err := tx.ExecContext(ctx, "UPDATE "+t.name+" SET "+strings.Join(set, ", ")+" WHERE "+t.columns[0]+" = ?", append(args, now[0])...)
	return err
}

func (t *table) insertion() string {
	return "INSERT INTO " + t.name + " (" + strings.Join(t.columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(t.columns)-1) + ")"
}
