package edit

import (
	"fmt"
	"iter"

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
	p := Patch{Verb: "delete", Subject: r.Label()}
	gone := map[journey.ID]bool{}
	p.remove(r, gone)
	for r := range dependants(m, c.Kind, c.ID) {
		p.remove(r, gone)
		if t, ok := r.(journey.Touchpoint); ok {
			for r := range attached(m, t.ID) {
				p.remove(r, gone)
			}
		}
	}
	for t := range m.Touchpoints.All() {
		if !gone[t.ID] {
			p.put(m, without(t, c.Kind, c.ID))
		}
	}
	return p, nil
}

func (p *Patch) remove(r journey.Row, gone map[journey.ID]bool) {
	if !gone[r.RowID()] {
		gone[r.RowID()] = true
		p.Changes = append(p.Changes, Change{Before: r})
	}
}

// dependants yields the rows that stand in a stage or lane or hang on a touchpoint.
func dependants(m *journey.Map, k journey.Kind, id journey.ID) iter.Seq[journey.Row] {
	return func(yield func(journey.Row) bool) {
		for r := range m.Rows() {
			stage, lane, touchpoint := journey.Homes(r)
			in := (k == journey.KindStage && stage == id) || (k == journey.KindLane && lane == id) ||
				(k == journey.KindTouchpoint && touchpoint == id)
			if in && !yield(r) {
				return
			}
		}
	}
}

// attached yields the pain points, opportunities and metrics of a touchpoint.
func attached(m *journey.Map, id journey.ID) iter.Seq[journey.Row] {
	return dependants(m, journey.KindTouchpoint, id)
}

// without returns t free of the channel or persona.
func without(t journey.Touchpoint, k journey.Kind, id journey.ID) journey.Touchpoint {
	if k == journey.KindChannel && t.Channel == id {
		t.Channel = ""
	}
	if k == journey.KindPersona {
		var keep []journey.ID
		for _, a := range t.Actors {
			if a != id {
				keep = append(keep, a)
			}
		}
		if len(keep) != len(t.Actors) {
			t.Actors = keep
		}
	}
	return t
}
