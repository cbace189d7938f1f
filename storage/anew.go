package storage

import (
	"context"
	"database/sql"
	"io/fs"
)

// connectAnew replaces the connection to a file somebody else wrote to, so that no
// page of it is taken for known, and refuses one that is another file by now or
// lost what this session wrote. Its state is to be info.
func (f *File) connectAnew(ctx context.Context, info fs.FileInfo) error {
	path, err := resolve(f.path)
	if err != nil {
		return err
	}
	h, err := look(path) // once: a journal may be another program's, which is at work, or ours after an error
	if h.wal {
		h, err = f.leaveWAL(ctx, path)
	}
	if err != nil && !h.moving {
		return err
	}
	if h.version != Version {
		return ErrChanged
	}
	c, err := connect(ctx, path, forEditing)
	if err != nil {
		return err
	}
	goesOn, err := f.continues(ctx, c)
	if err != nil || !goesOn {
		_ = c.Close()
		if err == nil {
			err = ErrChanged
		}
		return err
	}
	_ = f.conn.Close()
	f.conn, f.seen, f.trusted, f.refused = c, state(info), false, false
	f.version = unread
	return nil
}

// leaveWAL brings a file that another program put into WAL mode while it was open here
// back out of it, with what was written meanwhile. As long as the other one has it open
// that does not work, and the header still says so.
func (f *File) leaveWAL(ctx context.Context, path string) (header, error) {
	if _, err := f.conn.number(ctx, "SELECT count(*) FROM sqlite_schema"); err != nil { // it learns of the mode by reading
		return header{}, err
	}
	mode := ""
	if err := f.conn.QueryRowContext(ctx, "PRAGMA journal_mode=TRUNCATE").Scan(&mode); err != nil {
		return header{}, err
	}
	return look(path)
}

// unread is the data_version of rows that were not read through a connection.
const unread = -1

// continues reports whether a connection leads to the file f works on, with all
// that this session wrote.
func (f *File) continues(ctx context.Context, c *connection) (bool, error) {
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return false, err
	}
	defer tx.Rollback()
	got, err := fingerprint(ctx, tx)
	if err != nil || got != schemas[Version] {
		return false, err
	}
	said, err := readMark(ctx, tx)
	if err != nil || said.origin != f.origin {
		return false, err
	}
	if len(f.written) == 0 {
		return true, nil
	}
	last := f.written[len(f.written)-1]
	var at int64
	err = tx.QueryRowContext(ctx, "SELECT coalesce((SELECT last FROM session WHERE actor = ?), 0)", last.Actor).Scan(&at)
	return at >= last.Clock, err
}
