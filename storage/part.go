package storage

import (
	"context"
	"database/sql"
	"fmt"
	"os"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// Part are some rows of a map as the file has them now.
type Part struct {
	Rows []edit.Ref
	Map  *journey.Map // holds these rows; one that is not in it is not in the file any more
}

// mostParts is how many rows are read one by one; of more the map is read whole.
const mostParts = 1000

// CatchUp is Recover for a caller who has the rows of the file as they were read last,
// and what was committed here since. Where others changed a few of them by the rules it
// returns those and no Map: that costs the same in a map of any size.
func (f *File) CatchUp(ctx context.Context) (Recovery, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	seen := f.seen
	if p := f.partSince(ctx); p != nil {
		return Recovery{Part: p}, nil
	}
	if f.seen != seen {
		f.seen = "" // whatever is the matter, all of the file is looked at
	}
	r, err := f.recover(ctx, true)
	return r, explain("bring back", f.path, err)
}

// partSince returns the rows others changed since the file was read; nil where that
// cannot be told, or something else is the matter.
func (f *File) partSince(ctx context.Context) *Part {
	if f.conn == nil || f.barred != nil {
		return nil
	}
	info, err := os.Stat(f.path)
	if err != nil || !os.SameFile(info, f.identity) || f.connectedTo(ctx, info) != nil {
		return nil
	}
	version, err := f.conn.number(ctx, "PRAGMA data_version")
	if err != nil {
		return nil
	}
	tx, err := f.conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil
	}
	defer tx.Rollback()
	if f.trustLog(ctx, tx) != nil {
		return nil
	}
	p, at, err := readPart(ctx, tx, f.extent)
	if err != nil || p == nil {
		return nil
	}
	f.extent, f.version = at, version
	return p
}

// connectedTo sees to a connection that knows the file as it is.
func (f *File) connectedTo(ctx context.Context, info os.FileInfo) error {
	if state(info) == f.seen {
		return nil
	}
	return f.connectAnew(ctx, info)
}

// readPart returns the rows that were changed since an extent, and the extent with
// them. They are held against the digest of the file: with what they were and what they
// are, the earlier one has to become the present one. It returns nil where it does not.
func readPart(ctx context.Context, tx *sql.Tx, since extent) (*Part, extent, error) {
	fields, err := fieldsSince(ctx, tx, since.position)
	if err != nil || len(fields) == 0 {
		return nil, since, err
	}
	said, err := readMark(ctx, tx)
	if err != nil {
		return nil, since, err
	}
	at := extent{since.origin, 0, since.content}
	if at.position, err = lastPosition(ctx, tx, said.floor); err != nil {
		return nil, since, err
	}
	p := &Part{Map: journey.New("", "")}
	w := &walker{ctx: ctx, tx: tx}
	for _, of := range rowsOfFields(fields) {
		if len(p.Rows) == mostParts {
			return nil, since, nil
		}
		if err := p.read(w, of, since.position, &at.content); err != nil {
			return nil, since, err
		}
	}
	if at.content.limbs != said.content.limbs {
		return nil, since, nil
	}
	return p, at, nil
}

// read takes a row in; of are its fields that changed since a position. The digest
// loses what it was and gets what it is.
func (p *Part) read(w *walker, of []merge.Field, position int64, sum *digest) error {
	t := tableNamed(of[0].Table)
	if t == nil {
		return damage("the log names a table %q", of[0].Table)
	}
	now, err := t.fetch(w.ctx, w.tx, t.key(of[0].Row))
	if err != nil {
		return err
	}
	was, err := w.valuesBefore(t, position+1, now, of)
	if err != nil {
		return err
	}
	if was != nil {
		sum.take(t.name, was)
	}
	ref := edit.Ref{Kind: t.kind, ID: journey.ID(of[0].Row)}
	if now != nil {
		sum.add(t.name, now)
		row, err := t.reader()(now)
		if err != nil {
			return fmt.Errorf("read %s: %w", t.kind, err)
		}
		p.Map.Put(row)
		ref.ID = row.RowID()
	}
	p.Rows = append(p.Rows, ref)
	return nil
}

// rowsOfFields gathers sorted fields by their row.
func rowsOfFields(fields []merge.Field) [][]merge.Field {
	var out [][]merge.Field
	for i, f := range fields {
		if i > 0 && f.Table == fields[i-1].Table && f.Row == fields[i-1].Row {
			out[len(out)-1] = append(out[len(out)-1], f)
			continue
		}
		out = append(out, []merge.Field{f})
	}
	return out
}
