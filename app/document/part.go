package document

import (
	"reflect"

	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// takeIn is takeOver of some rows: the others are in the file as the document has them.
func (d *Document) takeIn(part *storage.Part) {
	within := map[edit.Ref]bool{}
	for _, ref := range part.Rows {
		within[ref] = true
	}
	want := part.Map
	for _, n := range d.unacked {
		inside, _ := split(n.patch, within)
		inside.Onto(want).Apply(want)
	}
	inside, held := split(d.held, within)
	inside = inside.Onto(want)
	inside.Apply(want)
	d.held.Changes = append(held.Changes, inside.Changes...)

	var p edit.Patch
	for _, ref := range part.Rows {
		var c edit.Change
		if row, ok := d.m.Row(ref.Kind, ref.ID); ok {
			c.Before = row
		}
		if row, ok := want.Row(ref.Kind, ref.ID); ok {
			c.After = row
		}
		if !reflect.DeepEqual(c.Before, c.After) {
			p.Changes = append(p.Changes, c)
		}
	}
	d.outside(p)
}

// split returns the patch of the rows that are named and that of the others.
func split(p edit.Patch, within map[edit.Ref]bool) (inside, others edit.Patch) {
	inside, others = p, p
	inside.Changes, others.Changes = nil, nil
	for _, c := range p.Changes {
		to := &others
		if within[edit.Ref{Kind: c.Row().Kind(), ID: c.Row().RowID()}] {
			to = &inside
		}
		to.Changes = append(to.Changes, c)
	}
	return inside, others
}
