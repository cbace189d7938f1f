package journey

import (
	"iter"
	"slices"
)

// Table holds the rows of one type, in the order they were first put.
// The zero value is an empty table.
type Table[T Row] struct {
	rows  []T
	index map[ID]int
}

// Len returns the number of rows.
func (t *Table[T]) Len() int { return len(t.rows) }

// Get returns the row with the given id, and whether there is one.
func (t *Table[T]) Get(id ID) (T, bool) {
	if i, ok := t.index[id]; ok {
		return t.rows[i], true
	}
	var none T
	return none, false
}

// Has reports whether there is a row with the given id.
func (t *Table[T]) Has(id ID) bool { _, ok := t.index[id]; return ok }

// All yields the rows in no order a person would know; use the sorted
// accessors of Map for that.
func (t *Table[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, r := range t.rows {
			if !yield(r) {
				return
			}
		}
	}
}

// grow makes room for n more rows.
func (t *Table[T]) grow(n int) {
	t.rows = slices.Grow(t.rows, n)
	if t.index == nil {
		t.index = make(map[ID]int, n)
	}
}

func (t *Table[T]) put(r T) {
	if i, ok := t.index[r.RowID()]; ok {
		t.rows[i] = r
		return
	}
	if t.index == nil {
		t.index = map[ID]int{}
	}
	t.index[r.RowID()] = len(t.rows)
	t.rows = append(t.rows, r)
}

// remove moves the last row into the gap, so that it costs the same at any size.
func (t *Table[T]) remove(id ID) {
	i, ok := t.index[id]
	if !ok {
		return
	}
	last := len(t.rows) - 1
	t.rows[i] = t.rows[last]
	t.index[t.rows[i].RowID()] = i
	var none T
	t.rows[last] = none
	t.rows = t.rows[:last]
	delete(t.index, id)
}

func (t *Table[T]) clone() Table[T] {
	c := Table[T]{rows: append([]T(nil), t.rows...), index: make(map[ID]int, len(t.index))}
	for k, v := range t.index {
		c.index[k] = v
	}
	return c
}
