package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// draggingStage carries a stage to another place in time.
type draggingStage struct{ grip }

func (s draggingStage) press(*Machine, Event) state { return s }

func (s draggingStage) move(m *Machine, e Event) state {
	p := s.under(e.At)
	if index, mark, ok := stagePlace(m.host.Scene(), s.ref.ID, e.At); ok {
		p.Mark, p.Trial = mark, edit.MoveStage{ID: s.ref.ID, Index: index}
	}
	m.host.Show(p)
	return s
}

func (s draggingStage) release(m *Machine, e Event) state {
	if index, _, ok := stagePlace(m.host.Scene(), s.ref.ID, e.At); ok {
		return m.done(edit.MoveStage{ID: s.ref.ID, Index: index})
	}
	return m.done(nil)
}

func (draggingStage) cancel(m *Machine) { m.host.Show(Preview{}) }

// stagePlace returns the index a stage dropped at p would get, and where the drop
// mark is. There is no place where the stage would stay where it is.
func stagePlace(s *scene.Scene, id journey.ID, p scene.Point) (int, scene.Rect, bool) {
	index, own := len(s.Stages), -1
	for i, st := range s.Stages {
		if st.Stage == id {
			own = i
		}
		if middle := st.X + st.W/2; index == len(s.Stages) && (p.X < middle) != s.RTL {
			index = i
		}
	}
	if own < 0 || index == own || index == own+1 {
		return 0, scene.Rect{}, false
	}
	return index, stageMark(s, index), true
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
