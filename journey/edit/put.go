package edit

import (
	"fmt"
	"reflect"

	"touchline.app/journey"
)

// Put adds rows or replaces those of the same id: the edit of fields.
type Put struct {
	Verb    string // "edit" when empty
	Rows    []journey.Row
	Gesture string // edits with the same, not empty, word become one step
}

// Plan implements Command. Rows that are as they were are left out.
func (c Put) Plan(m *journey.Map) (Patch, error) {
	p := Patch{Verb: c.Verb, Gesture: c.Gesture}
	if p.Verb == "" {
		p.Verb = "edit"
	}
	for _, r := range c.Rows {
		if r.RowID() == "" {
			return Patch{}, fmt.Errorf("%s %q has no id", r.Kind(), r.Label())
		}
		if p.Subject == "" {
			p.Subject = r.Label()
		}
		p.put(m, r)
	}
	return p, nil
}

// put adds the change that puts r into m, unless it is there as it is.
func (p *Patch) put(m *journey.Map, r journey.Row) {
	old, ok := m.Row(r.Kind(), r.RowID())
	switch {
	case !ok:
		p.Changes = append(p.Changes, Change{After: r})
	case !reflect.DeepEqual(old, r):
		p.Changes = append(p.Changes, Change{Before: old, After: r})
	}
}

// All carries out several commands as one step, each on the map that the ones
// before it leave.
type All struct {
	Verb     string
	Subject  string
	Commands []Command
}

// Plan implements Command.
func (c All) Plan(m *journey.Map) (Patch, error) {
	work := m.Clone()
	var all sum
	verb, subject := "", ""
	for _, cmd := range c.Commands {
		p, err := cmd.Plan(work)
		if err != nil {
			return Patch{}, err
		}
		p.Apply(work)
		all.add(p)
		if verb == "" {
			verb, subject = p.Verb, p.Subject
		}
	}
	out := all.patch()
	out.Verb, out.Subject = verb, subject
	if c.Verb != "" {
		out.Verb, out.Subject = c.Verb, c.Subject
	}
	return out, nil
}
