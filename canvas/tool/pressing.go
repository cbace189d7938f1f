package tool

import (
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// pressing holds still after a press: it becomes a drag, or a click on release.
type pressing struct{ from Event }

func (s pressing) press(_ *Machine, e Event) state { return pressing{from: e} }

func (s pressing) move(m *Machine, e Event) state {
	if math.Hypot(e.At.X-s.from.At.X, e.At.Y-s.from.At.Y)*e.Scale < Threshold {
		return s
	}
	sc := m.host.Scene()
	if sc == nil {
		return idle{}
	}
	n, ok := sc.Hit(s.from.At)
	if !ok || n.Ref.Kind != journey.KindTouchpoint {
		return panning{last: s.from}.move(m, e)
	}
	switch n.Role {
	case scene.RoleTouchpoint:
		m.host.Select(n.Ref, false)
		return draggingTouchpoint{ref: n.Ref, card: n.Bounds, from: s.from.At}.move(m, e)
	case scene.RoleExpected, scene.RoleActual:
		which := edit.Expected
		if n.Role == scene.RoleActual {
			which = edit.Actual
		}
		m.host.Select(n.Ref, false)
		c := n.Bounds.Center()
		return draggingEmotion{ref: n.Ref, which: which, x: c.X, grip: c.Y - s.from.At.Y}.move(m, e)
	default:
		return panning{last: s.from}.move(m, e)
	}
}

func (s pressing) release(m *Machine, e Event) state {
	if sc := m.host.Scene(); sc != nil {
		ref := scene.Ref{}
		if n, ok := sc.Hit(s.from.At); ok {
			ref = n.Ref
		}
		m.host.Select(ref, e.Add)
	}
	return idle{}
}

func (pressing) cancel(*Machine) {}
