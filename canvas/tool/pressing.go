package tool

import (
	"math"
	"slices"

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
	next, ref := s.begin(sc)
	if next == nil {
		return marking{from: s.from.At}.move(m, e)
	}
	if !slices.Contains(s.from.Selected, ref) {
		m.host.Select([]scene.Ref{ref}, false)
	}
	return next.move(m, e)
}

// begin returns the state that drags what was taken, an edge or a node, and its row;
// nil where nothing can be dragged.
func (s pressing) begin(sc *scene.Scene) (state, scene.Ref) {
	switch edge, ref := EdgeAt(sc, s.from.At, s.from.Scale); edge {
	case StageEnd, LaneFoot:
		return newResizing(sc, ref, s.from.At, together(s.from.Selected, ref)), ref
	case BoxStart, BoxEnd:
		return newStretching(sc, edge, ref), ref
	case NoEdge:
	}
	n, ok := sc.Hit(s.from.At)
	if !ok {
		return nil, scene.Ref{}
	}
	return s.drag(sc, n), n.Ref
}

// drag returns the state that drags a node, nil where it cannot be dragged.
func (s pressing) drag(sc *scene.Scene, n *scene.Node) state {
	carried := together(s.from.Selected, n.Ref)
	held := grip{ref: n.Ref, box: n.Bounds, from: s.from.At, count: len(carried)}
	switch n.Role {
	case scene.RoleTouchpoint:
		return draggingTouchpoints{grip: held, ids: ids(carried)}
	case scene.RoleExpected, scene.RoleActual:
		return newDraggingEmotion(sc, n, s.from.At)
	case scene.RoleStage:
		return draggingStages{grip: held, ids: ids(carried)}
	case scene.RoleLane:
		return draggingLanes{ids(carried)}
	case scene.RolePainPoint, scene.RoleOpportunity, scene.RoleMetric:
		return draggingItems{grip: held, refs: carried}
	case scene.RoleCell:
		if n.Ref.Kind == journey.KindNote {
			return draggingItems{grip: held, refs: carried}
		}
	default:
	}
	return nil
}

// together returns what a drag of ref takes along: all that is selected of its
// sort where it is selected, and otherwise itself.
func together(selected []scene.Ref, ref scene.Ref) []scene.Ref {
	if !slices.Contains(selected, ref) {
		return []scene.Ref{ref}
	}
	var out []scene.Ref
	for _, r := range selected {
		if sort(r.Kind) == sort(ref.Kind) {
			out = append(out, r)
		}
	}
	return out
}

// sort tells what is dragged in the same way: all that lies in cells beside the
// touchpoints is.
func sort(k journey.Kind) journey.Kind {
	switch k {
	case journey.KindPainPoint, journey.KindOpportunity, journey.KindMetric:
		return journey.KindNote
	default:
		return k
	}
}

func ids(refs []scene.Ref) []journey.ID {
	var out []journey.ID
	for _, r := range refs {
		out = append(out, r.ID)
	}
	return out
}

// rows says to package edit which rows are meant.
func rows(refs []scene.Ref) []edit.Ref {
	var out []edit.Ref
	for _, r := range refs {
		out = append(out, edit.Ref(r))
	}
	return out
}

func (s pressing) release(m *Machine, e Event) state {
	if sc := m.host.Scene(); sc != nil {
		var refs []scene.Ref
		if n, ok := sc.Hit(s.from.At); ok {
			refs = []scene.Ref{n.Ref}
		}
		m.host.Select(refs, e.Add)
	}
	return idle{}
}

func (pressing) cancel(*Machine) {}

// grip is where something that is dragged was taken.
type grip struct {
	ref   scene.Ref
	box   scene.Rect  // where it stood
	from  scene.Point // where it was taken
	count int         // how many go along, itself counted
}

// under returns the preview of what hovers under the hand.
func (g grip) under(at scene.Point) Preview {
	ghost := g.box
	ghost.X += at.X - g.from.X
	ghost.Y += at.Y - g.from.Y
	return Preview{Card: g.ref, Count: g.count, Ghost: ghost, Follow: true}
}
