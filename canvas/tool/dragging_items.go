package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// draggingItems carries notes, pain points, opportunities and metrics to another
// cell, or to another place in theirs.
type draggingItems struct {
	grip
	refs []scene.Ref
}

func (s draggingItems) press(*Machine, Event) state { return s }

func (s draggingItems) move(m *Machine, e Event) state {
	p := s.under(e.At)
	if t, ok := TargetAt(m.host.Scene(), s.ref.Kind, e.At); ok {
		p.Mark, p.Trial = t.Mark, s.command(m.host.Scene(), t, e.At)
	}
	m.host.Show(p)
	return s
}

func (s draggingItems) command(sc *scene.Scene, t Target, p scene.Point) edit.Command {
	return edit.MoveToCell{Rows: rows(s.refs), Stage: t.Stage, Lane: t.Lane, Touchpoint: t.Touchpoint, Before: s.before(sc, t, p)}
}

// before returns the row of the cell that the hand is above.
func (s draggingItems) before(sc *scene.Scene, t Target, p scene.Point) journey.ID {
	var found *scene.Node
	for _, i := range sc.Visible(t.Mark) {
		n := &sc.Nodes[i]
		if n.Lane != t.Lane || n.Ref.Kind != s.ref.Kind || n.Ref == s.ref || n.Bounds.Center().Y < p.Y {
			continue
		}
		if x := t.Mark.X + t.Mark.W/2; x < n.Bounds.X || x > n.Bounds.Right() {
			continue
		}
		if found == nil || n.Bounds.Y < found.Bounds.Y {
			found = n
		}
	}
	if found == nil {
		return ""
	}
	return found.Ref.ID
}

func (s draggingItems) release(m *Machine, e Event) state {
	if t, ok := TargetAt(m.host.Scene(), s.ref.Kind, e.At); ok {
		return m.done(s.command(m.host.Scene(), t, e.At))
	}
	return m.done(nil)
}

func (draggingItems) cancel(m *Machine) { m.host.Show(Preview{}) }
