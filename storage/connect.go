package storage

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// The ways to connect. In every one a file from elsewhere is read with care. The
// journal of a document is cut to nothing at each commit and everything is
// synced: of the modes of SQLite the one that loses no acknowledged edit when
// the power goes and leaves a single file behind.
const (
	careful = "?_busy_timeout=5000&_foreign_keys=1&_defensive=1&_dqs=0&_error_rc=1" +
		"&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=mmap_size(0)&_pragma=temp_store(2)"
	forReading = careful + "&mode=ro&_query_only=1"
	forEditing = careful + "&mode=rw&_journal_mode=TRUNCATE&_synchronous=FULL&_txlock=immediate" +
		"&_pragma=cache_spill(0)&_pragma=fullfsync(1)"
)

// limits keep a hostile file from taking memory or time without end.
var limits = map[int]int{
	sqlite3.SQLITE_LIMIT_LENGTH:              64 << 20,
	sqlite3.SQLITE_LIMIT_SQL_LENGTH:          100_000,
	sqlite3.SQLITE_LIMIT_COLUMN:              100,
	sqlite3.SQLITE_LIMIT_EXPR_DEPTH:          50,
	sqlite3.SQLITE_LIMIT_COMPOUND_SELECT:     10,
	sqlite3.SQLITE_LIMIT_VDBE_OP:             250_000,
	sqlite3.SQLITE_LIMIT_FUNCTION_ARG:        16,
	sqlite3.SQLITE_LIMIT_ATTACHED:            1, // VACUUM INTO takes it
	sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
	sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER:     999,
	sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH:       5,
}

// lockByDescription makes the locks of SQLite belong to its own descriptors, so
// that reading the header of a map that is open does not drop them. Where the
// system cannot (it is Linux that can), the file is opened nowhere else while a
// connection holds it.
var lockByDescription = sync.OnceFunc(func() { _, _ = sqlite.OFDLocking(true) })

// throughVFS is added to every location; the tests of failing disks name a VFS of
// their own in it.
var throughVFS = ""

// connection is the one connection to a file.
type connection struct {
	db *sql.DB
	*sql.Conn
}

// connect opens the file at path, which must be there; it may be empty.
func connect(ctx context.Context, path, mode string) (*connection, error) {
	lockByDescription()
	name, err := location(path)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", name+mode+throughVFS)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(ctx)
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	c := &connection{db, conn}
	for id, limit := range limits {
		if _, err := sqlite.Limit(conn, id, limit); err != nil {
			_ = c.Close()
			return nil, err
		}
	}
	return c, nil
}

// location is the path as the URI SQLite takes, whatever characters it holds.
func location(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/maps becomes /C:/maps
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath(), nil
}

// Close ends the connection and leaves the journal as it is.
func (c *connection) Close() error {
	err := c.Conn.Close()
	if e := c.db.Close(); err == nil {
		err = e
	}
	return err
}

// number returns the single number a statement yields.
func (c *connection) number(ctx context.Context, query string) (int64, error) {
	var n int64
	if err := c.QueryRowContext(ctx, query).Scan(&n); err != nil {
		return 0, fmt.Errorf("%s: %w", query, err)
	}
	return n, nil
}

// closeTidily ends the connection so that no journal stays beside the file.
func (c *connection) closeTidily(ctx context.Context) error {
	_, err := c.ExecContext(ctx, "PRAGMA journal_mode=DELETE")
	if e := c.Close(); err == nil {
		err = e
	}
	return err
}
