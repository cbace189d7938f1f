package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// draggingTouchpoints carries cards to another place, stage or lane.
type draggingTouchpoints struct {
	grip
	ids []journey.ID
}

func (s draggingTouchpoints) press(*Machine, Event) state { return s }

func (s draggingTouchpoints) move(m *Machine, e Event) state {
	p := s.under(e.At)
	if place, ok := m.host.Scene().PlaceAt(e.At); ok {
		p.Mark, p.Trial = place.Mark, moving(s.ids, place)
	}
	m.host.Show(p)
	return s
}

// moving returns the command that moves touchpoints to a place.
func moving(ids []journey.ID, to scene.Place) edit.Command {
	if len(ids) == 1 {
		return edit.MoveTouchpoint{ID: ids[0], Stage: to.Stage, Lane: to.Lane, Index: to.Index}
	}
	return edit.MoveTouchpoints{IDs: ids, Stage: to.Stage, Lane: to.Lane, Index: to.Index}
}

func (s draggingTouchpoints) release(m *Machine, e Event) state {
	if place, ok := m.host.Scene().PlaceAt(e.At); ok {
		return m.done(moving(s.ids, place))
	}
	return m.done(nil)
}

func (draggingTouchpoints) cancel(m *Machine) { m.host.Show(Preview{}) }
