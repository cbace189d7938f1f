package edit

import "touchline.app/journey"

// TakeBack takes back the gesture that goes on, as if it had not begun, and returns what
// that changed in m; an empty patch where none goes on, or where another program has
// changed one of its rows meanwhile.
func (h *History) TakeBack(m *journey.Map) Patch {
	p, ok := last(h.done)
	if !ok || p.Gesture == "" {
		return Patch{}
	}
	inv := p.Invert()
	if inv.Applies(m) != nil {
		return Patch{}
	}
	inv.Apply(m)
	h.done = h.done[:len(h.done)-1]
	return inv
}
