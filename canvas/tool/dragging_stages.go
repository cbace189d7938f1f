package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// draggingStages carries stages to another place in time.
type draggingStages struct {
	grip
	ids []journey.ID
}

func (s draggingStages) press(*Machine, Event) state { return s }

func (s draggingStages) move(m *Machine, e Event) state {
	p := s.under(e.At)
	if to, mark, ok := stagePlace(m.host.Scene(), s.ids, e.At); ok {
		p.Mark, p.Trial = mark, edit.MoveStages{IDs: s.ids, Before: to}
	}
	m.host.Show(p)
	return s
}

func (s draggingStages) release(m *Machine, e Event) state {
	if to, _, ok := stagePlace(m.host.Scene(), s.ids, e.At); ok {
		return m.done(edit.MoveStages{IDs: s.ids, Before: to})
	}
	return m.done(nil)
}

func (draggingStages) cancel(m *Machine) { m.host.Show(Preview{}) }

// stagePlace returns the stage that those dropped at p would come before (none: they
// would be the last), and where the drop mark is. There is no place where they would
// stay where they are.
func stagePlace(s *scene.Scene, moved []journey.ID, p scene.Point) (journey.ID, scene.Rect, bool) {
	index := len(s.Stages)
	for i, st := range s.Stages {
		if middle := st.X + st.W/2; index == len(s.Stages) && (p.X < middle) != s.RTL {
			index = i
		}
	}
	to, ok := before(stageIDs(s), moved, index)
	if !ok {
		return "", scene.Rect{}, false
	}
	return to, stageMark(s, index), true
}

// stageMark is the bar before the stage of an index, or behind the last.
func stageMark(s *scene.Scene, index int) scene.Rect {
	if len(s.Stages) == 0 {
		return scene.Rect{}
	}
	st := s.Stages[min(index, len(s.Stages)-1)]
	x := st.X
	if (index == len(s.Stages)) != s.RTL {
		x += st.W
	}
	return scene.Rect{X: x - 4, Y: s.Body.Y, W: 3, H: s.Body.H}
}
