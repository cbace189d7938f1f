package storage

import (
	"context"
	"database/sql"
	"strings"

	"touchline.app/journey"
)

// Reading a value costs more than comparing it inside SQLite. Of a large table the
// groups of columns that hold nothing in any row are not asked for: most maps have
// no evidence of expected emotions, and nobody counted customers.

// manyRows is the number of rows from which looking for empty groups pays.
const manyRows = 1000

// emptyIn are the groups of columns of a touchpoint that are often empty in all
// rows: each half of the evidence of both emotions, and the passage.
var emptyIn = map[journey.Kind][][]string{journey.KindTouchpoint: seldomOfTouchpoint()}

func seldomOfTouchpoint() [][]string {
	var groups [][]string
	for _, prefix := range []string{"expected_", "actual_"} {
		var none journey.Evidence
		columns := namesOf(evidenceCells(prefix, &none))
		half := len(columns) / 2
		groups = append(groups, columns[:half], columns[half:])
	}
	return append(groups, namesOf(passageCells(&journey.Passage{})))
}

func namesOf(cells []cell) []string {
	var out []string
	for _, c := range cells {
		out = append(out, c.column)
	}
	return out
}

// filled returns the table with those columns alone that hold something in some
// row, as far as its empty groups tell.
func (t *table) filled(ctx context.Context, tx *sql.Tx, rows int) (*table, error) {
	if rows < manyRows {
		return t, nil
	}
	empty := map[string]bool{}
	for _, group := range emptyIn[t.kind] {
		some, err := t.some(ctx, tx, group)
		if err != nil {
			return nil, err
		}
		for _, c := range group {
			empty[c] = !some
		}
	}
	part := &table{name: t.name, kind: t.kind}
	for _, c := range t.columns {
		if !empty[c] {
			part.columns = append(part.columns, c)
		}
	}
	return part, nil
}

// some reports whether a row has something in one of the columns.
func (t *table) some(ctx context.Context, tx *sql.Tx, columns []string) (bool, error) {
	var parts []string
	for _, c := range columns {
		zero := "NULL"
		switch t.zeros[t.column(c)].(type) {
		case string:
			zero = "''"
		case int64, float64:
			zero = "0"
		}
		parts = append(parts, c+" IS NOT "+zero)
	}
	var found bool
	err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+t.name+" WHERE "+strings.Join(parts, " OR ")+")").Scan(&found)
	return found, err
}

// spread puts the values of the columns of part where those of t are.
func (t *table) spread(part *table) func(values []any) []any {
	at := make([]int, len(part.columns))
	for i, c := range part.columns {
		at[i] = t.column(c)
	}
	return func(values []any) []any {
		out := append([]any(nil), t.zeros...)
		for i, v := range values {
			out[at[i]] = v
		}
		return out
	}
}
