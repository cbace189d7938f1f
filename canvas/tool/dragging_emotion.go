package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// draggingEmotion moves a point of a curve up and down, and that of the other
// curve along with it while the key for both is held.
type draggingEmotion struct {
	ref    scene.Ref
	which  edit.Which
	x      float64 // of the point, which stays
	grip   float64 // from the hand to the middle of the point
	start  float64 // valence at the beginning
	other  float64 // that of the other curve
	paired bool    // the other curve has a point too
}

func newDraggingEmotion(s *scene.Scene, n *scene.Node, from scene.Point) draggingEmotion {
	which, second := edit.Expected, scene.RoleActual
	if n.Role == scene.RoleActual {
		which, second = edit.Actual, scene.RoleExpected
	}
	c := n.Bounds.Center()
	d := draggingEmotion{ref: n.Ref, which: which, x: c.X, grip: c.Y - from.Y, start: s.ValenceAt(c.Y)}
	if o, ok := s.NodeOf(n.Ref, second); ok {
		d.other, d.paired = s.ValenceAt(o.Bounds.Center().Y), true
	}
	return d
}

func (s draggingEmotion) press(*Machine, Event) state { return s }

// feeling is where the hand has brought the emotion.
func (s draggingEmotion) feeling(sc *scene.Scene, e Event) Feeling {
	v := sc.ValenceAt(e.At.Y + s.grip)
	f := Feeling{Ref: s.ref, Which: s.which, Both: e.Both && s.paired}
	if f.Both { // as far as both stay in range, so that the gap stays what it is
		by := min(max(v-s.start, journey.MinValence-s.start, journey.MinValence-s.other), journey.MaxValence-s.start, journey.MaxValence-s.other)
		v = journey.RoundValence(s.start + by)
		f.Second = journey.RoundValence(s.other + by)
		f.Other = scene.Point{X: s.x, Y: sc.ValenceY(f.Second)}
	}
	f.Valence, f.Point = v, scene.Point{X: s.x, Y: sc.ValenceY(v)}
	return f
}

// command sets what is felt.
func (f Feeling) command() edit.Command {
	first := edit.SetEmotion{ID: f.Ref.ID, Which: f.Which, Valence: f.Valence}
	if !f.Both {
		return first
	}
	second := edit.SetEmotion{ID: f.Ref.ID, Which: edit.Expected + edit.Actual - f.Which, Valence: f.Second}
	return edit.All{Commands: []edit.Command{first, second}}
}

func (s draggingEmotion) move(m *Machine, e Event) state {
	f := s.feeling(m.host.Scene(), e)
	m.host.Show(Preview{Feeling: f, Trial: f.command()})
	return s
}

func (s draggingEmotion) release(m *Machine, e Event) state {
	return m.done(s.feeling(m.host.Scene(), e).command())
}

func (draggingEmotion) cancel(m *Machine) { m.host.Show(Preview{}) }
