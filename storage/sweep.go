package storage

import "strings"

// sweep hands every row that can be read to f and reports whether that were all.
// Around a place that cannot be read it comes from both sides.
func (w *wreck) sweep(t *table, key, where string, args []any, f func([]any)) bool {
	tries := 400
	return w.between(t, key, where, args, nil, nil, &tries, f)
}

func (w *wreck) between(t *table, key, where string, args []any, lo, hi any, tries *int, f func([]any)) bool {
	condition, with := " WHERE 1"+where, append([]any(nil), args...)
	if lo != nil {
		condition, with = condition+" AND "+key+" > ?", append(with, lo)
	}
	if hi != nil {
		condition, with = condition+" AND "+key+" < ?", append(with, hi)
	}
	column := t.column(key)
	from, to := lo, hi
	first := t.scan(w.ctx, w.tx, condition+" ORDER BY "+key, with, func(v []any) error { from = v[column]; f(v); return nil })
	if first == nil {
		return true
	}
	last := t.scan(w.ctx, w.tx, condition+" ORDER BY "+key+" DESC", with, func(v []any) error { to = v[column]; f(v); return nil })
	*tries -= 2
	a, okA := from.(string)
	b, okB := to.(string)
	if last == nil || *tries <= 0 || (from != nil && !okA) || (to != nil && !okB) {
		return false
	}
	middle := between(a, b)
	if middle <= a || b != "" && middle >= b {
		return false
	}
	w.between(t, key, where, args, from, middle, tries, f)
	w.between(t, key, where, args, middle, to, tries, f)
	return false
}

// between returns a text that sorts between two, as far as their first characters
// go; an empty b is the end.
func between(a, b string) string {
	at := func(s string, i int, none int) int {
		if i < len(s) {
			return int(s[i])
		}
		return none
	}
	end := 127
	var out strings.Builder
	for i := range 8 {
		lo, hi := at(a, i, 0), end
		if b != "" {
			hi = at(b, i, 0)
		}
		if hi-lo > 1 {
			out.WriteByte(byte((lo + hi) / 2))
			return out.String()
		}
		out.WriteByte(byte(lo))
		if hi > lo {
			b = "" // anything above the rest of a
		}
	}
	return out.String()
}
