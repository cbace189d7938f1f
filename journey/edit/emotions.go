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
