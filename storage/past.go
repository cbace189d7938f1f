package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// logged is a patch of the log with its lines.
type logged struct {
	position int64
	merge.Stamp
	verb, subject, gesture string
	merged                 bool // came from another copy of the file
	lines                  []merge.Line
}

// backwards hands the patches after a position to f, the newest first, until f
// returns false.
func backwards(ctx context.Context, tx *sql.Tx, after int64, f func(*logged) (bool, error)) error {
	at := int64(1<<63 - 1)
	for {
		p, err := patchBefore(ctx, tx, at)
		if err != nil || p == nil || p.position <= after {
			return err
		}
		more, err := f(p)
		if err != nil || !more {
			return err
		}
		at = p.position
	}
}

// patchBefore returns the last patch before a position, nil where there is none.
func patchBefore(ctx context.Context, tx *sql.Tx, at int64) (*logged, error) {
	var p logged
	err := tx.QueryRowContext(ctx, "SELECT position, clock, actor, verb, subject, gesture, merged FROM patch WHERE position < ?"+
		" ORDER BY position DESC LIMIT 1", at).Scan(&p.position, &p.Clock, &p.Actor, &p.verb, &p.subject, &p.gesture, &p.merged)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p.lines, err = lines(ctx, tx, " WHERE clock = ? AND actor = ?", p.Clock, p.Actor)
	return &p, err
}

// lines reads the lines of the log that a condition names.
func lines(ctx context.Context, tx *sql.Tx, where string, args ...any) ([]merge.Line, error) {
	rows, err := tx.QueryContext(ctx, "SELECT kind, row, field, clock, actor, old, new, prior_clock, prior_actor FROM change"+where, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []merge.Line
	for rows.Next() {
		var l merge.Line
		err := rows.Scan(&l.Table, &l.Row, &l.Name, &l.Clock, &l.Actor, &l.Old, &l.New, &l.Prior.Clock, &l.Prior.Actor)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// walker takes patches back, the newest first, from the map as it is.
type walker struct {
	ctx context.Context
	tx  *sql.Tx
	m   *journey.Map
	// values of the rows that were touched; a nil slice stands for no row
	rows map[rowRef][]any

	newest, first *sql.Stmt // see earlier
}

// rowRef names a row as the log does.
type rowRef struct{ table, row string }

// back takes a patch back and returns it as the file took it in: the rows before
// and after. The map then is as it was before.
func (w *walker) back(p *logged) (edit.Patch, error) {
	out := edit.Patch{Verb: p.verb, Subject: p.subject, Gesture: p.gesture}
	for _, of := range byRow(p.lines) {
		t := tableNamed(of[0].Table)
		if t == nil {
			return out, damage("the log names a table %q", of[0].Table)
		}
		ref := rowRef{of[0].Table, of[0].Row}
		now, err := w.now(t, ref)
		if err != nil {
			return out, err
		}
		was, err := w.before(t, p, now, of)
		if err != nil {
			return out, err
		}
		c, err := change(t, was, now)
		if err != nil {
			return out, err
		}
		w.rows[ref] = was
		if c != (edit.Change{}) {
			out.Changes = append(out.Changes, c)
		}
	}
	w.take(out)
	return out, nil
}

func (w *walker) take(p edit.Patch) { p.Invert().Apply(w.m) }

// byRow gathers lines by their row, in their order.
func byRow(lines []merge.Line) [][]merge.Line {
	at := map[rowRef]int{}
	var out [][]merge.Line
	for _, l := range lines {
		ref := rowRef{l.Table, l.Row}
		i, ok := at[ref]
		if !ok {
			i = len(out)
			at[ref] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], l)
	}
	return out
}

// now returns the values of a row at the place the walk has come to.
func (w *walker) now(t *table, ref rowRef) ([]any, error) {
	if values, ok := w.rows[ref]; ok {
		return values, nil
	}
	row, ok := w.m.Row(t.kind, journey.ID(ref.row))
	if t.kind == journey.KindHead {
		row, ok = w.m.Head, true
	}
	if !ok {
		return nil, nil
	}
	return t.values(row)
}

// before returns the values of a row before a patch.
func (w *walker) before(t *table, p *logged, now []any, of []merge.Line) ([]any, error) {
	fields := make([]merge.Field, len(of))
	old := map[string]any{}
	for i, l := range of {
		fields[i], old[l.Name] = l.Field, l.Old
	}
	if p.merged { // another copy's line may have won or lost
		return w.valuesBefore(t, p.position, now, fields)
	}
	return t.rewritten(now, fields, func(f merge.Field) (any, error) { return old[f.Name], nil })
}

// valuesBefore returns the values of a row before a position; fields are those that
// were changed since. Who deleted a row may not have known all that was in it, so one
// that is not there now is made of everything the log has.
func (w *walker) valuesBefore(t *table, position int64, now []any, fields []merge.Field) ([]any, error) {
	if now == nil {
		var err error
		if fields, err = w.fieldsOf(fields[0]); err != nil {
			return nil, err
		}
	}
	return t.rewritten(now, fields, func(f merge.Field) (any, error) { return w.earlier(f, position) })
}

// fieldsOf returns the fields of a row that have a line.
func (w *walker) fieldsOf(row merge.Field) ([]merge.Field, error) {
	return fieldsOf(w.ctx, w.tx, "SELECT DISTINCT kind, row, field FROM change WHERE kind = ? AND row = ?", row.Table, row.Row)
}

// rewritten returns the values of a row with others in some fields; nil stands for no
// row, before and after.
func (t *table) rewritten(now []any, fields []merge.Field, value func(merge.Field) (any, error)) ([]any, error) {
	there := now != nil
	out := append([]any(nil), now...)
	if !there {
		out = append(out, t.zeros...)
		out[0] = t.key(fields[0].Row)
	}
	for _, f := range fields {
		v, err := value(f)
		if err != nil {
			return nil, err
		}
		if f.Name == "" {
			there = v != nil
			continue
		}
		i := t.column(f.Name)
		if i < 1 {
			return nil, damage("the log names a column %s.%s", f.Table, f.Name)
		}
		if out[i] = v; v == nil {
			out[i] = t.zeros[i]
		}
	}
	if !there {
		return nil, nil
	}
	return out, nil
}

// earlier returns the value a field had before a position: what the newest of its lines
// that were there then says, whichever copy it came from.
func (w *walker) earlier(f merge.Field, position int64) (any, error) {
	if err := w.prepare(); err != nil {
		return nil, err
	}
	var v any
	err := w.newest.QueryRowContext(w.ctx, f.Table, f.Row, f.Name, position).Scan(&v)
	if !errors.Is(err, sql.ErrNoRows) {
		return v, err
	}
	// nobody had changed it: what the first who did replaced
	err = w.first.QueryRowContext(w.ctx, f.Table, f.Row, f.Name).Scan(&v)
	return v, err
}

// prepare makes the statements a long walk needs many times. They end with the
// transaction.
func (w *walker) prepare() (err error) {
	if w.newest != nil {
		return nil
	}
	w.newest, err = w.tx.PrepareContext(w.ctx, "SELECT c.new FROM change c JOIN patch p ON p.clock = c.clock AND p.actor = c.actor"+
		" WHERE c.kind = ? AND c.row = ? AND c.field = ? AND p.position < ? ORDER BY c.clock DESC, c.actor DESC LIMIT 1")
	if err != nil {
		return err
	}
	w.first, err = w.tx.PrepareContext(w.ctx, "SELECT old FROM change WHERE kind = ? AND row = ? AND field = ?"+
		" ORDER BY prior_clock, clock, actor LIMIT 1")
	return err
}

// change makes rows of values.
func change(t *table, was, now []any) (edit.Change, error) {
	var c edit.Change
	read := t.reader()
	var err error
	if was != nil {
		if c.Before, err = read(was); err != nil {
			return c, fmt.Errorf("log: %w", err)
		}
	}
	if now != nil {
		if c.After, err = read(now); err != nil {
			return c, fmt.Errorf("log: %w", err)
		}
	}
	return c, nil
}

// column returns the index of a column, -1 where there is none.
func (t *table) column(name string) int {
	for i, c := range t.columns {
		if c == name {
			return i
		}
	}
	return -1
}

// key returns the key of a row the log names.
func (t *table) key(row string) any {
	if t.kind == journey.KindHead {
		return int64(1)
	}
	return row
}
