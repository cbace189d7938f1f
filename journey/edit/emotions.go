package edit

import "touchline.app/journey"

// SetEmotions sets one emotion of several touchpoints to the same valence, see
// SetEmotion. Touchpoints that are gone meanwhile are left out.
type SetEmotions struct {
	IDs     []journey.ID
	Which   Which
	Valence float64
	Gesture string // see Put
}

// Plan implements Command.
func (c SetEmotions) Plan(m *journey.Map) (Patch, error) {
	out := Patch{Verb: "feel", Gesture: c.Gesture}
	seen := map[journey.ID]bool{}
	for _, id := range c.IDs {
		if seen[id] || !m.Touchpoints.Has(id) {
			continue
		}
		seen[id] = true
		p, err := SetEmotion{ID: id, Which: c.Which, Valence: c.Valence}.Plan(m)
		if err != nil {
			return Patch{}, err
		}
		if out.Subject == "" {
			out.Subject = p.Subject
		}
		out.Changes = append(out.Changes, p.Changes...)
	}
	return out, nil
}

// ShiftEmotions moves one emotion of several touchpoints by the same distance,
// each as far as the range goes; one nobody has said begins at 0. Touchpoints that
// are gone meanwhile are left out.
type ShiftEmotions struct {
	IDs     []journey.ID
	Which   Which
	By      float64
	Gesture string // see Put
}

// Plan implements Command.
func (c ShiftEmotions) Plan(m *journey.Map) (Patch, error) {
	all := Patch{Verb: "feel", Gesture: c.Gesture}
	seen := map[journey.ID]bool{}
	for _, id := range c.IDs {
		t, ok := m.Touchpoints.Get(id)
		if seen[id] || !ok {
			continue
		}
		seen[id] = true
		e := t.Expected
		if c.Which == Actual {
			e = t.Actual
		}
		p, err := SetEmotion{ID: id, Which: c.Which, Valence: e.Valence + c.By}.Plan(m)
		if err != nil {
			return Patch{}, err
		}
		if all.Subject == "" {
			all.Subject = p.Subject
		}
		all.Changes = append(all.Changes, p.Changes...)
	}
	return all, nil
}
