package edit

import (
	"fmt"

	"touchline.app/journey"
)

// Remove deletes a row with what cannot be without it: a stage with all it
// holds, a lane with its cards and notes, a touchpoint with its pain points,
// opportunities and metrics. A channel or persona is taken off its touchpoints.
type Remove struct {
	Kind journey.Kind
	ID   journey.ID
}

// Plan implements Command.
func (c Remove) Plan(m *journey.Map) (Patch, error) {
	r, ok := m.Row(c.Kind, c.ID)
	if !ok || c.Kind == journey.KindHead {
		return Patch{}, fmt.Errorf("%s %q is not on the map", c.Kind, c.ID)
	}
	p := Patch{Verb: "delete", Subject: called(m, r)}
	p.removeAll(m, map[journey.ID]bool{c.ID: true})
	return p, nil
}

// called is the text a person knows a row by: a promise without words by what it ties.
func called(m *journey.Map, r journey.Row) string {
	if p, ok := r.(journey.Promise); ok && p.Text == "" {
		from, _ := m.Touchpoints.Get(p.From)
		to, _ := m.Touchpoints.Get(p.To)
		return from.Title + " → " + to.Title
	}
	return r.Label()
}

// removeAll removes the rows named with what cannot be without them, and takes
// them off the others.
func (p *Patch) removeAll(m *journey.Map, gone map[journey.ID]bool) {
	is := func(id journey.ID) bool { return gone[id] }
	for r := range m.Rows() { // a row comes after those it refers to
		if gone[r.RowID()] || journey.Needs(r, is) {
			gone[r.RowID()] = true
			p.Changes = append(p.Changes, Change{Before: r})
			continue
		}
		if rest, freed := journey.Loosened(r, is); freed {
			p.Changes = append(p.Changes, Change{Before: r, After: rest})
		}
	}
}
