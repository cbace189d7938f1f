package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey/edit"
)

// draggingEmotion moves a point of a curve up and down.
type draggingEmotion struct {
	ref   scene.Ref
	which edit.Which
	x     float64 // of the point, which stays
	grip  float64 // from the hand to the middle of the point
}

func (s draggingEmotion) press(*Machine, Event) state { return s }

func (s draggingEmotion) move(m *Machine, e Event) state {
	sc := m.host.Scene()
	v := sc.ValenceAt(e.At.Y + s.grip)
	m.host.Show(Preview{Emotion: s.ref, Which: s.which, Valence: v, Point: scene.Point{X: s.x, Y: sc.ValenceY(v)}})
	return s
}

func (s draggingEmotion) release(m *Machine, e Event) state {
	m.host.Show(Preview{})
	m.host.Do(edit.SetEmotion{ID: s.ref.ID, Which: s.which, Valence: m.host.Scene().ValenceAt(e.At.Y + s.grip)})
	return idle{}
}

func (draggingEmotion) cancel(m *Machine) { m.host.Show(Preview{}) }
