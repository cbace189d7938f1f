package journey

import (
	"iter"
	"maps"
	"slices"
	"sync/atomic"
)

// Table holds the rows of one type, in the order they were first put.
// The zero value is an empty table.
type Table[T Row] struct {
	rows  []T
	index *places
}

// places say where the row of an id stands. Copies of a table share them until
// one of them gets another row or loses one.
type places struct {
	at     map[ID]int
	shared atomic.Bool
}

// own returns places of the table's own, to be changed.
func (t *Table[T]) own() map[ID]int {
	switch {
	case t.index == nil:
		t.index = &places{at: map[ID]int{}}
	case t.index.shared.Load():
		t.index = &places{at: maps.Clone(t.index.at)}
	}
	return t.index.at
}

// place returns where the row of an id stands, and whether there is one.
func (t *Table[T]) place(id ID) (int, bool) {
	if t.index == nil {
		return 0, false
	}
	i, ok := t.index.at[id]
	return i, ok
}

// Len returns the number of rows.
func (t *Table[T]) Len() int { return len(t.rows) }

// Get returns the row with the given id, and whether there is one.
func (t *Table[T]) Get(id ID) (T, bool) {
	if i, ok := t.place(id); ok {
		return t.rows[i], true
	}
	var none T
	return none, false
}

// Has reports whether there is a row with the given id.
func (t *Table[T]) Has(id ID) bool { _, ok := t.place(id); return ok }

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
		t.index = &places{at: make(map[ID]int, n)}
	}
}

func (t *Table[T]) put(r T) {
	if i, ok := t.place(r.RowID()); ok {
		t.rows[i] = r
		return
	}
	t.own()[r.RowID()] = len(t.rows)
	t.rows = append(t.rows, r)
}

// remove moves the last row into the gap, so that it costs the same at any size.
func (t *Table[T]) remove(id ID) {
	i, ok := t.place(id)
	if !ok {
		return
	}
	at, last := t.own(), len(t.rows)-1
	t.rows[i] = t.rows[last]
	at[t.rows[i].RowID()] = i
	var none T
	t.rows[last] = none
	t.rows = t.rows[:last]
	delete(at, id)
}

func (t *Table[T]) clone() Table[T] {
	if t.index != nil {
		t.index.shared.Store(true)
	}
	return Table[T]{rows: slices.Clone(t.rows), index: t.index}
}
