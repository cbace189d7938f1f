package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"touchline.app/journey"
)

// newer says that a map of a newer format can be looked at and nothing else.
func newer(version int) error {
	return &fault{kind: ErrNewer, text: "this map was made by a newer version of Touchline, in format %d: it can be looked at, " +
		"exported and copied; to change it, install the newest version", facts: []any{version}}
}

// ReadOnly returns why the file cannot be written to, nil where nothing is known
// to be in the way. The error matches ErrNewer where the file is of a newer format:
// what this version knows of it was read, and every change is refused. It matches
// ErrReadOnly where the right to write is missing.
func (f *File) ReadOnly() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.barred != nil {
		return f.barred
	}
	path, err := resolve(f.path)
	if err != nil {
		return nil // it is gone, which is for Commit to say
	}
	for _, name := range []string{path, filepath.Dir(path)} {
		if !writable(name) {
			return ErrReadOnly
		}
	}
	return nil
}

// Newer returns a sentence for a person where the map at path is of a newer format,
// of which Read returns what this version knows; nil where it is not, or is no map.
func Newer(path string) error {
	real, err := resolve(path)
	if err != nil {
		return nil
	}
	if h, err := inspect(real); err == nil && h.version > Version {
		return newer(h.version)
	}
	return nil
}

// attachNewer opens a file of a newer format for reading alone.
func (f *File) attachNewer(ctx context.Context, path string, h header) (*journey.Map, error) {
	identity, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	c, m, err := connectNewer(ctx, path, h)
	if err != nil {
		return nil, err
	}
	version, err := c.number(ctx, "PRAGMA data_version")
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	f.hold(c, identity, version, extent{})
	f.barred = newer(h.version)
	return m, nil
}

// copyAsIs copies a file that is open for reading alone, byte by byte, into the
// empty file name; nobody writes to it meanwhile.
func (f *File) copyAsIs(ctx context.Context, name string) error {
	tx, err := f.conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var n int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&n); err != nil {
		return err
	}
	from, err := resolve(f.path)
	if f.stand != "" {
		from = filepath.Join(f.stand, standIn)
	}
	if err != nil {
		return err
	}
	return copyFile(from, name)
}

// readNewer returns what this version knows of a map in a newer format.
func readNewer(ctx context.Context, path string, h header) (*journey.Map, error) {
	c, m, err := connectNewer(ctx, path, h)
	if err != nil {
		return nil, err
	}
	return m, c.Close()
}

func connectNewer(ctx context.Context, path string, h header) (*connection, *journey.Map, error) {
	if h.hot {
		return nil, nil, ErrNewer // what a program left half done is for that version to take back
	}
	c, err := connect(ctx, path, forReading)
	if err != nil {
		return nil, nil, err
	}
	m, err := loadNewer(ctx, c)
	if err != nil {
		return nil, nil, errors.Join(err, c.Close())
	}
	return c, m, nil
}

// loadNewer reads what this version knows. A file with the tables of this format is
// held against its digest as well. One with those of an older format is damaged
// rather than newer.
func loadNewer(ctx context.Context, c *connection) (*journey.Map, error) {
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	got, err := fingerprint(ctx, tx)
	if err != nil {
		return nil, err
	}
	if got == schemas[Version] {
		m, _, err := readWhole(ctx, tx)
		return m, err
	}
	for version, known := range schemas {
		if got == known {
			return nil, damage("it says it is of a newer format and holds the tables of format %d", version)
		}
	}
	return foreignRows(ctx, tx)
}

// foreignRows reads the tables and columns this version knows. What it cannot
// understand it leaves out: unknown words, references to rows it does not see.
func foreignRows(ctx context.Context, tx *sql.Tx) (*journey.Map, error) {
	var finding string
	if err := tx.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&finding); err != nil {
		return nil, err
	}
	if finding != "ok" {
		return nil, broken(finding)
	}
	m := journey.New("", "")
	rows := map[rowRef][]any{}
	var order []rowRef
	for _, k := range journey.Kinds {
		err := tables[k].loadForeign(ctx, tx, func(values []any) {
			ref := rowRef{tables[k].name, keyText(values[0])}
			if rows[ref] == nil {
				order = append(order, ref)
			}
			rows[ref] = values
		})
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", k, err)
		}
	}
	for _, ref := range order {
		t := tableNamed(ref.table)
		t.loosen(rows[ref], func(to rowRef) bool { return rows[to] != nil })
		if row, _, err := t.lenient(rows[ref]); err == nil {
			m.Put(row)
		}
	}
	if m.Head.ID == "" {
		return nil, damage("table map is empty")
	}
	return m, nil
}

// loadForeign hands over the rows of a table of a newer format, with what this
// version lacks empty.
func (t *table) loadForeign(ctx context.Context, tx *sql.Tx, f func([]any)) error {
	known, err := t.plainColumns(ctx, tx)
	if err != nil {
		return err
	}
	if !known[t.columns[0]] {
		return nil
	}
	part := &table{name: t.name, kind: t.kind}
	var at []int
	for i, c := range t.columns {
		if known[c] {
			part.columns = append(part.columns, c)
			at = append(at, i)
		}
	}
	return part.scan(ctx, tx, "", nil, func(values []any) error {
		out := append([]any(nil), t.zeros...)
		for i, v := range values {
			out[at[i]] = v
		}
		f(out)
		return nil
	})
}

// plainColumns returns the columns a table holds. A view or a virtual table of its
// name has none, and what would be worked out while it is read is left alone: both
// can take any time.
func (t *table) plainColumns(ctx context.Context, tx *sql.Tx) (map[string]bool, error) {
	out := map[string]bool{}
	var text string
	err := tx.QueryRowContext(ctx, "SELECT coalesce(sql, '') FROM sqlite_schema WHERE type = 'table' AND name = ?", t.name).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !strings.HasPrefix(text, "CREATE TABLE ") {
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	rows, err := tx.QueryContext(ctx, "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", t.name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out[name] = true
	}
	return out, rows.Err()
}

// lenient returns the row with these values and the columns that held what none
// can; they are empty in it, and in values. The error says that there is no key.
func (t *table) lenient(values []any) (journey.Row, []string, error) {
	read := t.reader()
	if row, err := read(values); err == nil {
		return row, nil, nil
	}
	alone := append([]any(nil), t.zeros...)
	alone[0] = values[0]
	if _, err := read(alone); err != nil {
		return nil, nil, err
	}
	var emptied []string
	for i := 1; i < len(values); i++ {
		alone[i] = values[i]
		if _, err := read(alone); err != nil {
			emptied = append(emptied, t.columns[i])
			alone[i] = t.zeros[i]
		}
	}
	copy(values, alone)
	row, err := read(values)
	return row, emptied, err
}
