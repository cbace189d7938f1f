package edit

import (
	"fmt"
	"math"

	"touchline.app/journey"
)

// What is done to stages and lanes from their headers.

// Resize gives stages a least width and lanes a least height. Rows that are gone
// are left out.
type Resize struct {
	Rows    []Ref   // stages or lanes
	Size    float64 // points, brought into range; 0 is as the content asks
	Gesture string  // see Put
}

// Plan implements Command.
func (c Resize) Plan(m *journey.Map) (Patch, error) {
	size := min(max(c.Size, 0), journey.MaxSize)
	if math.IsNaN(size) {
		return Patch{}, fmt.Errorf("a size of %v is none", c.Size)
	}
	return header(m, "resize", c.Gesture, c.Rows, func(r journey.Row) (journey.Row, bool) {
		switch r := r.(type) {
		case journey.Stage:
			r.Width = size
			return r, true
		case journey.Lane:
			r.Height = size
			return r, true
		}
		return r, false
	})
}

// Hide takes stages and lanes off the map without deleting what they hold, or
// shows them again. Rows that are gone are left out.
type Hide struct {
	Rows   []Ref // stages or lanes
	Hidden bool
}

// Plan implements Command.
func (c Hide) Plan(m *journey.Map) (Patch, error) {
	verb := "show"
	if c.Hidden {
		verb = "hide"
	}
	return header(m, verb, "", c.Rows, func(r journey.Row) (journey.Row, bool) {
		switch r := r.(type) {
		case journey.Stage:
			r.Hidden = c.Hidden
			return r, true
		case journey.Lane:
			r.Hidden = c.Hidden
			return r, true
		}
		return r, false
	})
}

// Recolor gives stages, lanes, touchpoints and personas a colour. Rows that are
// gone are left out.
type Recolor struct {
	Rows  []Ref
	Color string // #RRGGBB; empty is the theme's
}

// Plan implements Command.
func (c Recolor) Plan(m *journey.Map) (Patch, error) {
	return header(m, "color", "", c.Rows, func(r journey.Row) (journey.Row, bool) {
		switch r := r.(type) {
		case journey.Stage:
			r.Color = c.Color
			return r, true
		case journey.Lane:
			r.Color = c.Color
			return r, true
		case journey.Touchpoint:
			r.Color = c.Color
			return r, true
		case journey.Persona:
			r.Color = c.Color
			return r, true
		}
		return r, false
	})
}

// header changes each of the rows that is there.
func header(m *journey.Map, verb, gesture string, refs []Ref, change func(journey.Row) (journey.Row, bool)) (Patch, error) {
	p := Patch{Verb: verb, Gesture: gesture}
	seen := map[Ref]bool{}
	for _, ref := range refs {
		r, ok := m.Row(ref.Kind, ref.ID)
		if !ok || seen[ref] {
			continue
		}
		seen[ref] = true
		after, fits := change(r)
		if !fits {
			return Patch{}, fmt.Errorf("%s %q has nothing to %s", r.Kind(), r.Label(), verb)
		}
		if p.Subject == "" {
			p.Subject = r.Label()
		}
		p.put(m, after)
	}
	return p, nil
}
