package storage

import (
	"fmt"

	"touchline.app/journey/edit"
	"touchline.app/journey/merge"
)

// change carries out one change of a patch and writes its lines. Of a changed row
// it writes the fields that changed, so that what another program wrote into
// others stays.
func (t *table) change(r *recorder, c edit.Change) error {
	var before, after []any
	var err error
	if c.Before != nil {
		if before, err = t.values(c.Before); err != nil {
			return err
		}
	}
	if c.After != nil {
		if after, err = t.values(c.After); err != nil {
			return err
		}
	}
	key := before
	if key == nil {
		key = after
	}
	now, err := t.fetch(r.ctx, r.tx, key[0])
	if err != nil {
		return err
	}
	to := aim(now, before, after)
	if err := t.log(r, now, to, before); err != nil {
		return err
	}
	return t.put(r.ctx, r.tx, now, to, &r.mark.content)
}

// aim returns what a row shall be: it is now as in the first, and a patch turns it
// from before into after.
func aim(now, before, after []any) []any {
	if after == nil || now == nil || before == nil {
		return after
	}
	to := append([]any(nil), now...)
	for i := range to {
		if after[i] != before[i] {
			to[i] = after[i]
		}
	}
	return to
}

// log writes a line for each field that changes. Where somebody wrote a value the
// patch does not know of, the line says which older one it replaces, so that the
// other stays to be settled.
func (t *table) log(r *recorder, now, to, before []any) error {
	some := now
	if some == nil {
		some = to
	}
	if some == nil {
		return nil
	}
	l := merge.Line{Stamp: r.stamp, Field: merge.Field{Table: t.name, Row: keyText(some[0])}}
	fresh := false // nobody has written of the row before
	if (now == nil) != (to == nil) {
		prior, known, err := r.last(l.Field)
		if err != nil {
			return err
		}
		fresh, l.Prior, l.New = !known && now == nil, prior, any(nil)
		if now == nil {
			l.New = merge.There
		} else {
			l.Old = merge.There
		}
		if err := r.line(l); err != nil {
			return err
		}
	}
	for i, name := range t.columns {
		l.Name, l.Old, l.New, l.Prior = name, t.logged(now, i), t.logged(to, i), merge.Stamp{}
		if i == 0 || l.Old == l.New {
			continue
		}
		if !fresh {
			var err error
			if l.Prior, err = t.prior(r, l, i, now, before); err != nil {
				return err
			}
		}
		if err := r.line(l); err != nil {
			return err
		}
	}
	return nil
}

// prior returns the line that a new one replaces knowingly.
func (t *table) prior(r *recorder, l merge.Line, i int, now, before []any) (merge.Stamp, error) {
	if before != nil && now != nil && before[i] != now[i] {
		return r.gave(l.Field, t.logged(before, i))
	}
	s, _, err := r.last(l.Field)
	return s, err
}

// logged returns the value of a column as the log has it; of no row it is nil.
func (t *table) logged(values []any, i int) any {
	if values == nil || values[i] == t.zeros[i] {
		return nil
	}
	return values[i]
}

// keyText is the key of a row as the log has it.
func keyText(key any) string { return fmt.Sprint(key) }
