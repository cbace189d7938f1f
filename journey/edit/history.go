package edit

import "touchline.app/journey"

// Limit is the number of steps a history keeps.
const Limit = 1000

// History is the way back and forth. The zero value is an empty history.
// It is not safe for concurrent use.
type History struct {
	done, undone []Patch
}

// Recall puts steps that were done before, the oldest first, under those of the history,
// and steps that were taken back, the next to redo last, where none of its own came in
// between. A file keeps both.
func (h *History) Recall(done, undone []Patch) {
	if len(h.done)+len(h.undone) == 0 {
		h.undone = append([]Patch(nil), undone...)
	}
	h.done = append(append([]Patch(nil), done...), h.done...)
	h.limit()
}

// limit forgets the oldest steps.
func (h *History) limit() {
	if len(h.done) > Limit {
		h.done = append([]Patch(nil), h.done[len(h.done)-Limit:]...)
	}
}

// Do applies the patch to m and remembers it; what was undone is forgotten. A
// patch of the gesture of the last one is merged into it. An empty patch is
// ignored.
func (h *History) Do(m *journey.Map, p Patch) {
	if p.Empty() {
		return
	}
	p.Apply(m)
	h.undone = nil
	if n := len(h.done); n > 0 && p.Gesture != "" && h.done[n-1].Gesture == p.Gesture {
		if both := h.done[n-1].then(p); !both.Empty() {
			h.done[n-1] = both
		} else {
			h.done = h.done[:n-1]
		}
		return
	}
	h.done = append(h.done, p)
	h.limit()
}

// EndGesture lets the next patch begin a step of its own.
func (h *History) EndGesture() {
	if n := len(h.done); n > 0 {
		h.done[n-1].Gesture = ""
	}
}

// NextUndo returns the step Undo would take back, and whether there is one.
func (h *History) NextUndo() (Patch, bool) { return last(h.done) }

// NextRedo returns the step Redo would do again, and whether there is one.
func (h *History) NextRedo() (Patch, bool) { return last(h.undone) }

func last(ps []Patch) (Patch, bool) {
	if len(ps) == 0 {
		return Patch{}, false
	}
	return ps[len(ps)-1], true
}

// Undo takes the last step back and returns what it changed in m. Where another
// program has changed a row meanwhile, the step is dropped and the error says so.
// With nothing to undo it returns an empty patch.
func (h *History) Undo(m *journey.Map) (Patch, error) {
	p, err := step(m, &h.done, &h.undone)
	return p, err
}

// Redo does the last undone step again; see Undo.
func (h *History) Redo(m *journey.Map) (Patch, error) {
	return step(m, &h.undone, &h.done)
}

func step(m *journey.Map, from, to *[]Patch) (Patch, error) {
	p, ok := last(*from)
	if !ok {
		return Patch{}, nil
	}
	*from = (*from)[:len(*from)-1]
	inv := p.Invert()
	if err := inv.Applies(m); err != nil {
		return Patch{}, err
	}
	inv.Apply(m)
	*to = append(*to, inv)
	return inv, nil
}
