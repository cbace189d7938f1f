package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// recorder writes rows and, in the same transaction, what became of them into the
// change log.
type recorder struct {
	ctx   context.Context
	tx    *sql.Tx
	mark  mark
	stamp merge.Stamp // of the patch being written
	lines int         // written under the stamp

	first, last int64 // positions of the patches that were written; 0: none

	insert, newest *sql.Stmt
}

// record begins a patch of the given actor in a transaction.
func record(ctx context.Context, tx *sql.Tx) (*recorder, error) {
	m, err := readMark(ctx, tx)
	return &recorder{ctx: ctx, tx: tx, mark: m}, err
}

// begin takes the stamp of the next patch.
func (r *recorder) begin(s Source, actor string) error {
	var last sql.NullInt64
	if err := r.tx.QueryRowContext(r.ctx, "SELECT max(last) FROM session").Scan(&last); err != nil {
		return err
	}
	r.stamp = merge.Stamp{Clock: merge.Tick(s.Now(), last.Int64), Actor: actor}
	r.lines = 0
	if r.stamp.Clock > merge.MaxClock {
		return damage("its clock stands at the end of time")
	}
	return nil
}

// finish ends the patch. A patch without lines leaves nothing.
func (r *recorder) finish(p edit.Patch, merged bool) error {
	if r.lines == 0 {
		return nil
	}
	position, err := lastPosition(r.ctx, r.tx, r.mark.floor)
	if err != nil {
		return err
	}
	position++
	if r.last = position; r.first == 0 {
		r.first = position
	}
	yes := int64(0)
	if merged {
		yes = 1
	}
	values := []any{position, r.stamp.Clock, r.stamp.Actor, p.Verb, p.Subject, p.Gesture, yes}
	if _, err := r.tx.ExecContext(r.ctx, "INSERT INTO patch VALUES (?, ?, ?, ?, ?, ?, ?)", values...); err != nil {
		return err
	}
	r.mark.log.add("patch", values)
	return r.saw(r.stamp)
}

// lastPosition returns the position of the last patch there was.
func lastPosition(ctx context.Context, tx *sql.Tx, floor int64) (int64, error) {
	var n int64
	err := tx.QueryRowContext(ctx, "SELECT max(coalesce(max(position), 0), ?) FROM patch", floor).Scan(&n)
	return n, err
}

// saw notes that every line of the actor up to the stamp is in the file.
func (r *recorder) saw(s merge.Stamp) error {
	var last int64
	err := r.tx.QueryRowContext(r.ctx, "SELECT last FROM session WHERE actor = ?", s.Actor).Scan(&last)
	switch {
	case err == nil && last >= s.Clock:
		return nil
	case err == nil:
		r.mark.log.take("session", []any{s.Actor, last})
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	r.mark.log.add("session", []any{s.Actor, s.Clock})
	_, err = r.tx.ExecContext(r.ctx, "INSERT INTO session VALUES (?, ?) ON CONFLICT (actor) DO UPDATE SET last = excluded.last", s.Actor, s.Clock)
	return err
}

// close writes the mark; the transaction is then ready to be committed.
func (r *recorder) close() error { return writeMark(r.ctx, r.tx, &r.mark) }

// prepare makes the statements a long patch needs many times. They end with the
// transaction.
func (r *recorder) prepare() (err error) {
	if r.insert != nil {
		return nil
	}
	if r.insert, err = r.tx.PrepareContext(r.ctx, "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"); err != nil {
		return err
	}
	r.newest, err = r.tx.PrepareContext(r.ctx, "SELECT clock, actor FROM change WHERE kind = ? AND row = ? AND field = ?"+
		" ORDER BY clock DESC, actor DESC LIMIT 1")
	return err
}

// line writes a line of the log.
func (r *recorder) line(l merge.Line) error {
	if err := r.prepare(); err != nil {
		return err
	}
	values := []any{l.Table, l.Row, l.Name, l.Clock, l.Actor, l.Old, l.New, l.Prior.Clock, l.Prior.Actor}
	if _, err := r.insert.ExecContext(r.ctx, values...); err != nil {
		return fmt.Errorf("log of %s %q: %w", l.Table, l.Row, err)
	}
	r.mark.log.add("change", values)
	r.lines++
	return nil
}

// newestOf returns the stamp of the newest line of a field, and whether there is one.
func (r *recorder) newestOf(f merge.Field) (merge.Stamp, bool, error) {
	var s merge.Stamp
	if err := r.prepare(); err != nil {
		return s, false, err
	}
	err := r.newest.QueryRowContext(r.ctx, f.Table, f.Row, f.Name).Scan(&s.Clock, &s.Actor)
	if errors.Is(err, sql.ErrNoRows) {
		return s, false, nil
	}
	return s, err == nil, err
}

// gave returns the stamp of the newest line that gave a field the value; the zero
// stamp where none did.
func (r *recorder) gave(f merge.Field, value any) (merge.Stamp, error) {
	var s merge.Stamp
	err := r.tx.QueryRowContext(r.ctx, "SELECT clock, actor FROM change WHERE kind = ? AND row = ? AND field = ? AND new IS ?"+
		" ORDER BY clock DESC, actor DESC LIMIT 1", f.Table, f.Row, f.Name, value).Scan(&s.Clock, &s.Actor)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return s, err
}

// fold brings the changes of a patch to one for each row.
func fold(changes []edit.Change) []edit.Change {
	at := map[edit.Ref]int{}
	out := make([]edit.Change, 0, len(changes))
	for _, c := range changes {
		ref := edit.Ref{Kind: c.Row().Kind(), ID: c.Row().RowID()}
		if i, ok := at[ref]; ok {
			out[i].After = c.After
			continue
		}
		at[ref] = len(out)
		out = append(out, c)
	}
	return out
}
