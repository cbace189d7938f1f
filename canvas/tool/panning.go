package tool

import "touchline.app/canvas/scene"

// panning moves the view with the hand. The map moves under it, so the place
// that was gripped stays the same.
type panning struct{ last Event }

func (s panning) press(*Machine, Event) state { return s }

func (s panning) move(m *Machine, e Event) state {
	m.host.Pan(scene.Point{X: s.last.At.X - e.At.X, Y: s.last.At.Y - e.At.Y})
	return s
}

func (panning) release(*Machine, Event) state { return idle{} }
func (panning) cancel(*Machine)               {}
