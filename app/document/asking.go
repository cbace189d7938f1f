package document

import (
	"context"

	"touchline.app/journey"
)

// Ask lets do look into the store, or work on it, beside the interface and after
// what was changed so far is written; where that cannot be written now it does not
// wait. What do returns is called on the goroutine of the interface.
func (d *Document) Ask(do func(context.Context, Store) func()) {
	d.EndGesture()
	d.Peek(do)
}

// Peek is Ask for what only reads and may be a little behind: what is being typed
// goes on.
func (d *Document) Peek(do func(context.Context, Store) func()) { d.writer.ask(&asked{do}) }

// SaveAs goes on in a copy at path. copyTo makes the copy of the store, or of
// the map where the store cannot be read any more. done hears on the
// interface's goroutine whether it worked.
func (d *Document) SaveAs(path string, copyTo copier, done func(error)) {
	d.EndGesture()
	d.writer.moveTo(&moving{path: path, m: d.m.Clone(), upTo: d.seq, copyTo: copyTo, done: done})
}

// copier makes a copy of the store from at path and opens it. whole reports
// that the copy was made of the map m and not of what the store holds.
type copier func(from Store, path string, m *journey.Map) (to Store, whole bool, err error)
