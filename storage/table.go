package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// table reads and writes the rows of one kind.
type table interface {
	// load puts every row into m.
	load(ctx context.Context, tx *sql.Tx, m *journey.Map) error
	// insert adds rows, all of the table's kind.
	insert(ctx context.Context, tx *sql.Tx, rows []journey.Row) error
	// change carries out one change of a patch.
	change(ctx context.Context, tx *sql.Tx, c edit.Change) error
}

// tables holds the table of every kind.
var tables = map[journey.Kind]table{
	journey.KindHead:        rowsOf[journey.Head]{"map", headCells},
	journey.KindPersona:     rowsOf[journey.Persona]{"persona", personaCells},
	journey.KindStage:       rowsOf[journey.Stage]{"stage", stageCells},
	journey.KindLane:        rowsOf[journey.Lane]{"lane", laneCells},
	journey.KindChannel:     rowsOf[journey.Channel]{"channel", channelCells},
	journey.KindTouchpoint:  rowsOf[journey.Touchpoint]{"touchpoint", touchpointCells},
	journey.KindNote:        rowsOf[journey.Note]{"note", noteCells},
	journey.KindPainPoint:   rowsOf[journey.PainPoint]{"pain_point", painPointCells},
	journey.KindOpportunity: rowsOf[journey.Opportunity]{"opportunity", opportunityCells},
	journey.KindMetric:      rowsOf[journey.Metric]{"metric", metricCells},
}

// rowsOf is the table of rows of type R.
type rowsOf[R journey.Row] struct {
	name  string
	cells func(*R) []cell // the columns of a row, the key first
}

func (t rowsOf[R]) load(ctx context.Context, tx *sql.Tx, m *journey.Map) error {
	var r R
	cells := t.cells(&r)
	rows, err := tx.QueryContext(ctx, "SELECT "+columns(cells)+" FROM "+t.name)
	if err != nil {
		return err
	}
	defer rows.Close()
	values, targets := make([]any, len(cells)), make([]any, len(cells))
	for i := range values {
		targets[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		for i, c := range cells {
			if err := c.load(values[i]); err != nil {
				return damage("table %s, row %v, column %s: %w", t.name, values[0], c.column, err)
			}
		}
		m.Put(r)
	}
	return rows.Err()
}

func (t rowsOf[R]) insert(ctx context.Context, tx *sql.Tx, rows []journey.Row) error {
	var r R
	cells := t.cells(&r)
	stmt, err := tx.PrepareContext(ctx, t.insertion(cells))
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, row := range rows {
		r = row.(R)
		values, err := saved(row, cells)
		if err != nil {
			return err
		}
		if _, err := stmt.ExecContext(ctx, values...); err != nil {
			return fmt.Errorf("%s %q: %w", row.Kind(), row.Label(), err)
		}
	}
	return nil
}

func (t rowsOf[R]) change(ctx context.Context, tx *sql.Tx, c edit.Change) error {
	r := c.Row().(R)
	cells := t.cells(&r)
	values, err := saved(r, cells)
	if err != nil {
		return err
	}
	if c.After == nil {
		_, err := tx.ExecContext(ctx, "DELETE FROM "+t.name+" WHERE "+cells[0].column+" = ?", values[0])
		return err
	}
	if before, ok := c.Before.(R); ok {
		found, err := t.update(ctx, tx, before, cells, values)
		if found || err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, t.insertion(cells), values...)
	return err
}

// update writes the columns that differ from before, so that what another
// program wrote into the others stays. It reports whether the row was there.
func (t rowsOf[R]) update(ctx context.Context, tx *sql.Tx, before R, cells []cell, values []any) (bool, error) {
	old, err := saved(before, t.cells(&before))
	if err != nil {
		return false, err
	}
	var set []string
	var args []any
	for i, v := range values {
		if v != old[i] {
			set, args = append(set, cells[i].column+" = ?"), append(args, v)
		}
	}
	if len(set) == 0 {
		return true, nil
	}
	res, err := tx.ExecContext(ctx,
		"UPDATE "+t.name+" SET "+strings.Join(set, ", ")+" WHERE "+cells[0].column+" = ?", append(args, values[0])...)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}

// insertion is the statement that adds a row or writes over the one with its key.
func (t rowsOf[R]) insertion(cells []cell) string {
	var set []string
	for _, c := range cells[1:] {
		set = append(set, c.column+" = excluded."+c.column)
	}
	return "INSERT INTO " + t.name + " (" + columns(cells) + ") VALUES (?" + strings.Repeat(", ?", len(cells)-1) +
		") ON CONFLICT (" + cells[0].column + ") DO UPDATE SET " + strings.Join(set, ", ")
}

func columns(cells []cell) string {
	names := make([]string, len(cells))
	for i, c := range cells {
		names[i] = c.column
	}
	return strings.Join(names, ", ")
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
