package edit

import (
	"fmt"

	"touchline.app/journey"
)

// Ref names a row of the map.
type Ref struct {
	Kind journey.Kind
	ID   journey.ID
}

// Within carries a command out as part of a gesture: what is done within the
// same, not empty, gesture becomes one step.
type Within struct {
	Gesture string
	Command Command
}

// Plan implements Command.
func (c Within) Plan(m *journey.Map) (Patch, error) {
	p, err := c.Command.Plan(m)
	p.Gesture = c.Gesture
	return p, err
}

// Alter changes the same fields of several rows: the channel of ten touchpoints,
// the colour of two stages. Rows that are gone meanwhile are left out.
type Alter[T journey.Row] struct {
	IDs     []journey.ID
	Change  func(*T)
	Gesture string // see Put
}

// Plan implements Command.
func (c Alter[T]) Plan(m *journey.Map) (Patch, error) {
	var none T
	p := Patch{Verb: "edit", Gesture: c.Gesture}
	for _, id := range c.IDs {
		row, ok := m.Row(none.Kind(), id)
		if !ok {
			continue
		}
		r, ok := row.(T)
		if !ok {
			return Patch{}, fmt.Errorf("%s %q is no %T", row.Kind(), id, none)
		}
		c.Change(&r)
		if r.RowID() != id {
			return Patch{}, fmt.Errorf("%s %q cannot become another row", none.Kind(), id)
		}
		if p.Subject == "" {
			p.Subject = r.Label()
		}
		p.put(m, r)
	}
	return p, nil
}

// RemoveRows deletes several rows with what cannot be without them, as Remove
// does for one. Rows that are gone already are left out.
type RemoveRows struct {
	Rows    []Ref
	Subject string // of the step; empty takes the label of the first row
}

// Plan implements Command.
func (c RemoveRows) Plan(m *journey.Map) (Patch, error) {
	p := Patch{Verb: "delete", Subject: c.Subject}
	gone := c.there(m)
	if len(gone) == 0 {
		return p, nil
	}
	p.removeAll(m, gone)
	if p.Subject == "" {
		p.Subject = called(m, p.Changes[0].Row())
	}
	return p, nil
}

// there returns the rows that are asked for and on the map.
func (c RemoveRows) there(m *journey.Map) map[journey.ID]bool {
	gone := map[journey.ID]bool{}
	for _, r := range c.Rows {
		if _, ok := m.Row(r.Kind, r.ID); ok && r.ID != "" && r.Kind != journey.KindHead {
			gone[r.ID] = true
		}
	}
	return gone
}
