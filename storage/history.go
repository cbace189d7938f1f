package storage

import (
	"context"
	"database/sql"
	"errors"
	"reflect"
	"slices"

	"touchline.app/journey/edit"
)

// History returns the last steps of work on the file, of this session and of
// those before, so that undo goes on where it was when the program ended: the
// steps that are done, the oldest first, and those that were undone, the next to
// redo last. Changes merged from other copies and what Compact folded are not
// among them. At most limit
// patches of the log are looked at.
func (f *File) History(ctx context.Context, limit int) (done, undone []edit.Patch, err error) {
	err = f.past(ctx, "read the history of", func(tx *sql.Tx, w *walker) error {
		var all []edit.Patch
		said, err := readMark(ctx, tx)
		if err != nil {
			return err
		}
		err = backwards(ctx, tx, said.floor, func(p *logged) (bool, error) {
			patch, err := w.back(p)
			if err != nil {
				return false, err
			}
			if !p.merged && !patch.Empty() {
				all = append(all, patch)
			}
			limit--
			return limit > 0, nil
		})
		slices.Reverse(all)
		done, undone = steps(all)
		return err
	})
	return done, undone, err
}

// steps tells undoing and doing again from doing: an undo is committed as the
// reverse of the step it takes back.
func steps(all []edit.Patch) (done, undone []edit.Patch) {
	for _, p := range all {
		if n, back := reverses(done, p); n > 0 {
			done = done[:len(done)-n]
			undone = append(undone, back)
			continue
		}
		if n := len(undone); n > 0 && same(undone[n-1].Invert(), p) {
			undone = undone[:n-1]
			done = append(done, p)
			continue
		}
		undone = nil
		done = append(done, p)
	}
	return joined(done), undone
}

// reverses returns how many of the last patches p takes back, one or several of
// one gesture, and p as a step that can be taken back in turn; zero where p is a
// change of its own.
func reverses(done []edit.Patch, p edit.Patch) (int, edit.Patch) {
	if p.Gesture != "" || len(done) == 0 {
		return 0, p
	}
	step := edit.Patch{}
	for n := 1; n <= len(done); n++ {
		last := done[len(done)-n]
		if n > 1 && (last.Gesture == "" || last.Gesture != done[len(done)-1].Gesture) {
			break
		}
		step = both(last, step)
		if same(step.Invert(), p) {
			return n, p
		}
	}
	return 0, p
}

// joined makes one step of the patches of each gesture.
func joined(done []edit.Patch) []edit.Patch {
	var out []edit.Patch
	for _, p := range done {
		if n := len(out); n > 0 && p.Gesture != "" && out[n-1].Gesture == p.Gesture {
			out[n-1] = both(out[n-1], p)
			continue
		}
		out = append(out, p)
	}
	return slices.DeleteFunc(out, edit.Patch.Empty)
}

// both returns the patch that does a and then b.
func both(a, b edit.Patch) edit.Patch {
	out := edit.Patch{Verb: a.Verb, Subject: a.Subject, Gesture: a.Gesture}
	if b.Subject != "" {
		out.Subject = b.Subject
	}
	for _, c := range fold(append(slices.Clone(a.Changes), b.Changes...)) {
		if !reflect.DeepEqual(c.Before, c.After) {
			out.Changes = append(out.Changes, c)
		}
	}
	return out
}

// same reports whether two patches change the same rows in the same way, in
// whatever order.
func same(a, b edit.Patch) bool {
	if a.Verb != b.Verb || len(a.Changes) != len(b.Changes) {
		return false
	}
	of := map[edit.Ref]edit.Change{}
	for _, c := range a.Changes {
		of[edit.Ref{Kind: c.Row().Kind(), ID: c.Row().RowID()}] = c
	}
	for _, c := range b.Changes {
		if !reflect.DeepEqual(of[edit.Ref{Kind: c.Row().Kind(), ID: c.Row().RowID()}], c) {
			return false
		}
	}
	return true
}

// past runs f in a transaction that reads, with a walk that begins at the map as
// it is in the file. The log is held against its digest first.
func (f *File) past(ctx context.Context, verb string, do func(*sql.Tx, *walker) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return explain(verb, f.path, f.reading(ctx, func(tx *sql.Tx) error {
		if err := f.trustLog(ctx, tx); err != nil {
			return err
		}
		m, _, err := readRows(ctx, tx)
		if err != nil {
			return err
		}
		return do(tx, &walker{ctx: ctx, tx: tx, m: m, rows: map[rowRef][]any{}})
	}))
}

// reading runs do in a transaction that reads the file that is open.
func (f *File) reading(ctx context.Context, do func(*sql.Tx) error) error {
	if _, err := f.same(); err != nil {
		return err
	}
	if errors.Is(f.barred, ErrNewer) {
		return f.barred // what its log means is for that version to say
	}
	tx, err := f.conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return do(tx)
}

// trustLog holds the log against its digest, once for each state another program
// may have left: what is new in it, or all of it where that is not enough.
func (f *File) trustLog(ctx context.Context, tx *sql.Tx) error {
	if f.trusted {
		return nil
	}
	said, err := readMark(ctx, tx)
	if err != nil {
		return err
	}
	sum, known, err := f.known.whole(ctx, tx)
	if err == nil && sum.limbs != said.log.limbs && f.known.upTo > 0 {
		sum, known, err = tally{}.whole(ctx, tx)
	}
	if err != nil {
		return err
	}
	if sum.limbs != said.log.limbs {
		return damage("its change log is not as Touchline wrote it")
	}
	f.trusted, f.known = true, known
	return nil
}
