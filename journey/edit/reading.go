package edit

import (
	"fmt"

	"touchline.app/journey"
)

// DrawReading lets another source draw an emotion of its touchpoint: the reading
// takes the place of what drew it so far, and that one its place among the
// readings. The word and the quote of the emotion stay. An emotion nobody has
// spoken of leaves nothing behind.
type DrawReading struct {
	ID journey.ID // of the reading
}

// Plan implements Command.
func (c DrawReading) Plan(m *journey.Map) (Patch, error) {
	r, ok := m.Readings.Get(c.ID)
	if !ok {
		return Patch{}, fmt.Errorf("reading %q is not on the map", c.ID)
	}
	t, ok := m.Touchpoints.Get(r.Touchpoint)
	if !ok {
		return Patch{}, fmt.Errorf("touchpoint %q is not on the map", r.Touchpoint)
	}
	before := r
	e := &t.Actual
	if r.Felt == journey.FeltExpected {
		e = &t.Expected
	}
	was := *e
	e.Known, e.Valence, e.Evidence = true, r.Valence, r.Evidence
	p := Patch{Verb: "choose source of", Subject: t.Title}
	if was.Known {
		r.Valence, r.Evidence = was.Valence, was.Evidence
		p.put(m, r)
	} else {
		p.Changes = append(p.Changes, Change{Before: before})
	}
	p.put(m, t)
	return p, nil
}
