package tool

import (
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// resizing drags the end of a stage, or the foot of a lane: all that are selected
// of its sort become as large.
type resizing struct {
	rows   []scene.Ref
	from   float64 // where it begins, points
	grip   float64 // from the hand to its edge
	across bool    // a stage
}

// leastSize is the size in points under which a stage or lane has none of its own.
const leastSize = 34.0

// newResizing returns the state that drags an edge, nil where what it is of is not
// on the map.
func newResizing(s *scene.Scene, ref scene.Ref, at scene.Point, rows []scene.Ref) state {
	for _, st := range s.Stages {
		if ref.Kind == journey.KindStage && st.Stage == ref.ID {
			return resizing{rows: rows, from: start(s, st.X, st.W), grip: finish(s, st.X, st.W) - at.X, across: true}
		}
	}
	if b, ok := bandOf(s, ref.ID); ok {
		return resizing{rows: rows, from: b.Rect.Y, grip: b.Rect.Bottom() - at.Y}
	}
	return nil
}

func (s resizing) press(*Machine, Event) state { return s }

// command gives the rows the size that the hand has drawn.
func (s resizing) command(sc *scene.Scene, e Event) edit.Resize {
	size := e.At.Y + s.grip - s.from
	if s.across {
		size = e.At.X + s.grip - s.from
		if sc.RTL {
			size = -size
		}
	}
	size = math.Round(size)
	if size < leastSize {
		size = 0
	}
	return edit.Resize{Rows: rows(s.rows), Size: size}
}

func (s resizing) move(m *Machine, e Event) state {
	sc := m.host.Scene()
	mark := scene.Rect{X: sc.Body.X, Y: e.At.Y + s.grip - 1, W: sc.Body.W, H: 2}
	if s.across {
		mark = scene.Rect{X: e.At.X + s.grip - 1, Y: sc.Body.Y, W: 2, H: sc.Body.H}
	}
	m.host.Show(Preview{Mark: mark, Line: true, Trial: s.command(sc, e), Follow: true})
	return s
}

func (s resizing) release(m *Machine, e Event) state { return m.done(s.command(m.host.Scene(), e)) }

func (resizing) cancel(m *Machine) { m.host.Show(Preview{}) }
