package storage

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"touchline.app/journey"
)

// firstLogged is the first format with a change log and digests.
const firstLogged = 4

// carried is the past of a map that goes into a file of the present format: the
// rows of the tables of the log, and what the file said of itself.
type carried struct {
	format int
	made   int64 // when it was brought over, milliseconds since 1970
	rows   map[string][][]any
	said   mark
}

// pastOf reads the past of a file that was brought to the present format and was of
// an older one. What the log says of a column stays true when a later format has
// more columns.
func pastOf(ctx context.Context, path string, format int) (carried, error) {
	out := carried{format: format}
	if format < firstLogged {
		return out, nil
	}
	c, err := connect(ctx, path, forReading)
	if err != nil {
		return out, err
	}
	defer c.Close()
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return out, err
	}
	defer tx.Rollback()
	if out.said, err = readMark(ctx, tx); err != nil {
		return out, err
	}
	out.rows = map[string][][]any{}
	for _, t := range logTables {
		err := t.scan(ctx, tx, "", nil, func(values []any) error {
			out.rows[t.name] = append(out.rows[t.name], append([]any(nil), values...))
			return nil
		})
		if err != nil {
			return out, fmt.Errorf("read table %s: %w", t.name, err)
		}
	}
	return out, nil
}

// writeWith writes a map and its past into the empty file name. The state it had in
// the older format gets a name, so that it can be looked at for ever.
func writeWith(ctx context.Context, name string, m *journey.Map, past carried) error {
	c, err := connect(ctx, name, forEditing)
	if err != nil {
		return err
	}
	if err := fill(ctx, c, m); err != nil {
		_ = c.Close()
		return err
	}
	if err := past.put(ctx, c); err != nil {
		_ = c.Close()
		return err
	}
	return c.closeTidily(ctx)
}

// put writes the past into a file that holds the rows alone.
func (p carried) put(ctx context.Context, c *connection) error {
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	said, err := readMark(ctx, tx)
	if err != nil {
		return err
	}
	if p.format >= firstLogged {
		said.origin, said.log, said.floor = p.said.origin, p.said.log, p.said.floor
	}
	for _, t := range logTables {
		for _, values := range p.rows[t.name] {
			if _, err := tx.ExecContext(ctx, t.insertion(), values...); err != nil {
				return fmt.Errorf("write table %s: %w", t.name, err)
			}
		}
	}
	if err := p.name(ctx, tx, &said); err != nil {
		return err
	}
	if err := writeMark(ctx, tx, &said); err != nil {
		return err
	}
	return tx.Commit()
}

// name gives the state of the map before the migration a name, if it is free.
func (p carried) name(ctx context.Context, tx *sql.Tx, said *mark) error {
	name := fmt.Sprint("Format ", p.format)
	var taken int
	var position int64
	err := tx.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM version WHERE name = ?), (SELECT max(coalesce(max(position), 0), ?) FROM patch)",
		name, said.floor).Scan(&taken, &position)
	if err != nil || taken > 0 {
		return err
	}
	values := []any{name, p.made, position}
	said.log.add("version", values)
	_, err = tx.ExecContext(ctx, "INSERT INTO version VALUES (?, ?, ?)", values...)
	return err
}

// soundBefore holds the rows of a file of an older format against the digest that
// was stored with them, before a migration makes other rows of them.
func soundBefore(ctx context.Context, c *connection) error {
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	said, err := readMark(ctx, tx)
	if err != nil {
		return err
	}
	var sum digest
	for _, k := range journey.Kinds {
		t := &table{name: tables[k].name}
		if t.columns, err = columnsOf(ctx, tx, t.name); err != nil {
			return err
		}
		if len(t.columns) == 0 {
			continue // a later format has it
		}
		err := t.scan(ctx, tx, "", nil, func(values []any) error {
			sum.add(t.name, values)
			return nil
		})
		if err != nil {
			return err
		}
	}
	if sum.limbs != said.content.limbs {
		return altered()
	}
	return nil
}

// columnsOf returns the columns of a table in the order it declares them.
func columnsOf(ctx context.Context, tx *sql.Tx, table string) ([]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	return out, rows.Err()
}

// userAttic is a folder of the person's own, where maps of older formats are kept.
func userAttic() (string, error) {
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "touchline", "older"), err
}

// keep puts the copy of a file of an older format where such copies are kept, under
// the name of its map, and returns where; empty where that cannot be: the file is
// not changed before the new one is complete, so the copy is a comfort, not a need.
func (s Source) keep(twin, path string, format int) string {
	if s.Attic == nil {
		return ""
	}
	dir, err := s.Attic()
	if err != nil || os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
	whole, err := os.ReadFile(twin)
	if err != nil {
		return ""
	}
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	for n := 1; n < 1000; n++ {
		name := fmt.Sprintf("%s.format%d.journey", base, format)
		if n > 1 {
			name = fmt.Sprintf("%s.format%d.%d.journey", base, format, n)
		}
		to := filepath.Join(dir, name)
		switch there, err := os.ReadFile(to); {
		case err == nil && bytes.Equal(there, whole):
			return to
		case err == nil:
			continue // of another map of that name
		}
		if copyFile(twin, to) != nil || flush(to) != nil {
			_ = os.Remove(to)
			return ""
		}
		return to
	}
	return ""
}
