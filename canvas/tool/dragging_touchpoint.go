package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey/edit"
)

// draggingTouchpoint carries a card to another place, stage or lane.
type draggingTouchpoint struct {
	ref  scene.Ref
	card scene.Rect  // where the card stood
	from scene.Point // where it was gripped
}

func (s draggingTouchpoint) press(*Machine, Event) state { return s }

func (s draggingTouchpoint) move(m *Machine, e Event) state {
	ghost := s.card
	ghost.X += e.At.X - s.from.X
	ghost.Y += e.At.Y - s.from.Y
	p := Preview{Card: s.ref, Ghost: ghost}
	if place, ok := m.host.Scene().PlaceAt(e.At); ok {
		p.Mark = place.Mark
	}
	m.host.Show(p)
	return s
}

func (s draggingTouchpoint) release(m *Machine, e Event) state {
	m.host.Show(Preview{})
	if place, ok := m.host.Scene().PlaceAt(e.At); ok {
		m.host.Do(edit.MoveTouchpoint{ID: s.ref.ID, Stage: place.Stage, Lane: place.Lane, Index: place.Index})
	}
	return idle{}
}

func (draggingTouchpoint) cancel(m *Machine) { m.host.Show(Preview{}) }
