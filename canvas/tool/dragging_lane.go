package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// draggingLane carries a lane up or down.
type draggingLane struct{ id journey.ID }

func (s draggingLane) press(*Machine, Event) state { return s }

func (s draggingLane) move(m *Machine, e Event) state {
	p := Preview{Follow: true}
	if before, mark, ok := lanePlace(m.host.Scene(), s.id, e.At); ok {
		p.Mark, p.Trial = mark, edit.MoveLaneBefore{ID: s.id, Before: before}
	}
	m.host.Show(p)
	return s
}

func (s draggingLane) release(m *Machine, e Event) state {
	if before, _, ok := lanePlace(m.host.Scene(), s.id, e.At); ok {
		return m.done(edit.MoveLaneBefore{ID: s.id, Before: before})
	}
	return m.done(nil)
}

func (draggingLane) cancel(m *Machine) { m.host.Show(Preview{}) }

// lanePlace returns the lane that one dropped at p would come before (none: it
// would be the last), and where the drop mark is. There is no place where the
// lane would stay where it is.
func lanePlace(s *scene.Scene, id journey.ID, p scene.Point) (journey.ID, scene.Rect, bool) {
	index, own := len(s.Bands), -1
	for i, b := range s.Bands {
		if b.Lane == id {
			own = i
		}
		if index == len(s.Bands) && p.Y < b.Rect.Center().Y {
			index = i
		}
	}
	if own < 0 || index == own || index == own+1 {
		return "", scene.Rect{}, false
	}
	before, mark := laneMark(s, index)
	return before, mark, true
}

// laneMark is the bar above the lane of an index, or under the last, and the lane
// that comes behind it.
func laneMark(s *scene.Scene, index int) (journey.ID, scene.Rect) {
	if len(s.Bands) == 0 {
		return "", scene.Rect{}
	}
	b := s.Bands[min(index, len(s.Bands)-1)]
	r := scene.Rect{X: b.Rect.X, Y: b.Rect.Y - 1, W: b.Rect.W, H: 3}
	if index >= len(s.Bands) {
		r.Y = b.Rect.Bottom() - 1
		return "", r
	}
	return b.Lane, r
}
