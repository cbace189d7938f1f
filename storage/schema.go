package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	_ "embed"
	"encoding/hex"
	"fmt"
	"strings"

	"touchline.app/journey"
)

// Version is the version of the schema this package writes.
const Version = 5

// appID marks a SQLite file as a map: "TchL".
const appID = 0x5463684c

//go:embed schema.sql
var schema string

// schemas holds, for each version, what fingerprint returns for its tables.
var schemas = map[int]string{
	1: "f564126eff022b0c62820e5cc748915a",
	2: "f1759888d9694bd702527a5379fddd19",
	3: "b9ddfbc5cdb978482f266e122eba7234",
	4: "907efea1c8731c9884ecc2a4ffea38c2",
	5: "abf6cad8510c73696337c8b9d1a87184",
}

// declared is everything a file declares, but for the statistics SQLite keeps
// where another program ran ANALYZE.
const declared = `SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
	WHERE NOT (type = 'table' AND sql IN ('CREATE TABLE sqlite_stat1(tbl,idx,stat)',
		'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)')) ORDER BY type, name`

// fingerprint is a digest of what the file declares. A table, trigger or view
// that Touchline did not make gives another one.
func fingerprint(ctx context.Context, tx *sql.Tx) (string, error) {
	rows, err := tx.QueryContext(ctx, declared)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	h := sha256.New()
	for rows.Next() {
		var kind, name, of, text string
		if err := rows.Scan(&kind, &name, &of, &text); err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%q %q %q %q\n", kind, name, of, text)
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), rows.Err()
}

// examine refuses a file whose schema is not that of its version, or that
// SQLite finds damaged.
func examine(ctx context.Context, tx *sql.Tx) error {
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	got, err := fingerprint(ctx, tx)
	if err != nil {
		return err
	}
	if got != schemas[version] {
		return damage("it holds tables or triggers that Touchline did not make")
	}
	var finding string
	if err := tx.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&finding); err != nil {
		return err
	}
	if finding != "ok" {
		return broken(finding)
	}
	return dangling(ctx, tx)
}

// broken says what SQLite found.
func broken(finding string) error {
	return damage("its pages do not fit together: %s", strings.TrimSpace(strings.TrimPrefix(finding, "*** in database main ***")))
}

// dangling refuses a file with a reference to a row that is not there.
func dangling(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, "SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var table, parent string
		if err := rows.Scan(&table, &parent); err != nil {
			return err
		}
		return damage("a %s belongs to a %s that is not there", table, parent)
	}
	return rows.Err()
}

// load reads every row of the file and holds them against its digest; with care
// it examines the file before.
func load(ctx context.Context, c *connection, care bool) (*journey.Map, extent, error) {
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, extent{}, err
	}
	defer tx.Rollback()
	if care {
		if err := examine(ctx, tx); err != nil {
			return nil, extent{}, err
		}
	}
	return readWhole(ctx, tx)
}

// readWhole reads every row and holds them against the digest of the file.
func readWhole(ctx context.Context, tx *sql.Tx) (*journey.Map, extent, error) {
	m, sum, err := readRows(ctx, tx)
	if err != nil {
		return nil, extent{}, err
	}
	said, err := readMark(ctx, tx)
	if err != nil {
		return nil, extent{}, err
	}
	if said.content.limbs != sum.limbs {
		return nil, extent{}, altered()
	}
	position, err := lastPosition(ctx, tx, said.floor)
	return m, extent{said.origin, position, said.content}, err
}

// readRows reads every row and adds up their digest.
func readRows(ctx context.Context, tx *sql.Tx) (*journey.Map, digest, error) {
	m := journey.New("", "")
	var sum digest
	var n int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM touchpoint").Scan(&n); err != nil {
		return nil, sum, err
	}
	m.Grow(n)
	for _, k := range journey.Kinds {
		rows := 0
		if k == journey.KindTouchpoint {
			rows = n
		}
		if err := tables[k].load(ctx, tx, m, &sum, rows); err != nil {
			return nil, sum, fmt.Errorf("read %s: %w", k, err)
		}
	}
	if m.Head.ID == "" {
		return nil, sum, damage("table map is empty")
	}
	return m, sum, nil
}

// fill writes the schema and every row of m into an empty file.
func fill(ctx context.Context, c *connection, m *journey.Map) error {
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", appID, Version)
	if _, err := tx.ExecContext(ctx, marks+schema); err != nil {
		return err
	}
	rows := map[journey.Kind][]journey.Row{}
	for r := range m.Rows() {
		rows[r.Kind()] = append(rows[r.Kind()], r)
	}
	var said mark
	for _, k := range journey.Kinds {
		if err := tables[k].insert(ctx, tx, rows[k], &said.content); err != nil {
			return fmt.Errorf("write %s: %w", k, err)
		}
	}
	said.origin = said.content.String()
	if err := writeMark(ctx, tx, &said); err != nil {
		return err
	}
	return tx.Commit()
}
