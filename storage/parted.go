package storage

import (
	"context"
	"database/sql"
	"os"

	"touchline.app/journey"
)

// copyOf is another file, read.
type copyOf struct {
	identity os.FileInfo
	m        *journey.Map
	origin   string    // empty where there is no log
	patches  []*logged // the oldest first
	versions []NamedVersion
	floor    int64
}

// readCopyOf reads a file and its log with the care Open takes.
func readCopyOf(ctx context.Context, path string) (*copyOf, error) {
	path, err := resolve(path)
	if err != nil {
		return nil, err
	}
	h, err := inspect(path)
	if err != nil {
		return nil, err
	}
	identity, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if h.hot || h.version != Version {
		m, err := readAs(ctx, path, h)
		return &copyOf{identity: identity, m: m}, err
	}
	c, err := connect(ctx, path, forReading)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	out, err := copyThrough(ctx, c)
	if err == nil {
		out.identity = identity
	}
	return out, err
}

// copyThrough reads a file and its log through a connection.
func copyThrough(ctx context.Context, c *connection) (*copyOf, error) {
	m, _, err := load(ctx, c, true)
	if err != nil {
		return nil, err
	}
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	other := &File{}
	if err := other.trustLog(ctx, tx); err != nil {
		return nil, err
	}
	said, err := readMark(ctx, tx)
	if err != nil {
		return nil, err
	}
	out := &copyOf{m: m, origin: said.origin, floor: said.floor}
	if out.patches, err = allPatches(ctx, tx); err != nil {
		return nil, err
	}
	out.versions, err = namedVersions(ctx, tx)
	return out, err
}

// allPatches returns the patches of a log, the oldest first.
func allPatches(ctx context.Context, tx *sql.Tx) ([]*logged, error) {
	var out []*logged
	err := backwards(ctx, tx, 0, func(p *logged) (bool, error) {
		out = append(out, p)
		return true, nil
	})
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out, err
}
