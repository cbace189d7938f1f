package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// draggingLanes carries lanes up or down.
type draggingLanes struct{ ids []journey.ID }

func (s draggingLanes) press(*Machine, Event) state { return s }

func (s draggingLanes) move(m *Machine, e Event) state {
	p := Preview{Follow: true}
	if to, mark, ok := lanePlace(m.host.Scene(), s.ids, e.At); ok {
		p.Mark, p.Trial = mark, edit.MoveLanes{IDs: s.ids, Before: to}
	}
	m.host.Show(p)
	return s
}

func (s draggingLanes) release(m *Machine, e Event) state {
	if to, _, ok := lanePlace(m.host.Scene(), s.ids, e.At); ok {
		return m.done(edit.MoveLanes{IDs: s.ids, Before: to})
	}
	return m.done(nil)
}

func (draggingLanes) cancel(m *Machine) { m.host.Show(Preview{}) }

// lanePlace returns the lane that those dropped at p would come before (none: they
// would be the last), and where the drop mark is. There is no place where they would
// stay where they are.
func lanePlace(s *scene.Scene, moved []journey.ID, p scene.Point) (journey.ID, scene.Rect, bool) {
	index := len(s.Bands)
	for i, b := range s.Bands {
		if index == len(s.Bands) && p.Y < b.Rect.Center().Y {
			index = i
		}
	}
	to, ok := before(laneIDs(s), moved, index)
	if !ok {
		return "", scene.Rect{}, false
	}
	return to, laneMark(s, index), true
}

// laneMark is the bar above the lane of an index, or under the last.
func laneMark(s *scene.Scene, index int) scene.Rect {
	if len(s.Bands) == 0 {
		return scene.Rect{}
	}
	b := s.Bands[min(index, len(s.Bands)-1)]
	r := scene.Rect{X: b.Rect.X, Y: b.Rect.Y - 1, W: b.Rect.W, H: 3}
	if index >= len(s.Bands) {
		r.Y = b.Rect.Bottom() - 1
	}
	return r
}
