package tool

import (
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// carrying moves what was picked up by keys from place to place; the hand takes
// no part in it.
type carrying struct {
	rows     [][]spotFor // places, from the top down and in the order of time
	row, col int
	home     [2]int // where it came from
	rtl      bool
}

// spotFor is a place for what is carried.
type spotFor struct {
	command edit.Command
	mark    scene.Rect
}

// PickUp begins to carry rows by keys, the first of them in the lead, and reports
// whether they can be carried. Those that are selected go along, see together.
func (m *Machine) PickUp(ref scene.Ref, selected []scene.Ref) bool {
	s := m.host.Scene()
	if s == nil || m.Busy() {
		return false
	}
	c, ok := carry(s, ref, together(selected, ref))
	if !ok {
		return false
	}
	m.now = c
	c.show(m)
	return true
}

func carry(s *scene.Scene, ref scene.Ref, refs []scene.Ref) (carrying, bool) {
	c := carrying{rtl: s.RTL}
	switch ref.Kind {
	case journey.KindTouchpoint:
		c.touchpoints(s, refs)
	case journey.KindStage:
		c.stages(s, ids(refs))
	case journey.KindLane:
		c.lanes(s, ids(refs))
	case journey.KindNote, journey.KindPainPoint, journey.KindOpportunity, journey.KindMetric:
		c.items(s, ref, refs)
	default:
	}
	c.home = [2]int{c.row, c.col}
	return c, len(c.rows) > 0 && len(c.rows[c.row]) > 0
}

// touchpoints lists the places before each card that stays, and at the end of
// each stage, in every lane of touchpoints.
func (c *carrying) touchpoints(s *scene.Scene, refs []scene.Ref) {
	moved := ids(refs)
	lead, ok := s.NodeOf(refs[0], scene.RoleTouchpoint)
	if !ok {
		return
	}
	for _, b := range s.Bands {
		if b.Type != journey.LaneTouchpoints {
			continue
		}
		var row []spotFor
		home, passed := -1, false
		for _, g := range gaps(s, b) {
			passed = passed || g.before == refs[0].ID
			if slices.Contains(moved, g.before) {
				continue
			}
			if passed && home < 0 {
				home = len(row)
			}
			row = append(row, spotFor{moving(moved, g.Place), g.Mark})
		}
		if b.Lane == lead.Lane {
			c.row, c.col = len(c.rows), max(home, 0)
		}
		c.rows = append(c.rows, row)
	}
}

// gap is a place before a touchpoint, or behind the last one of a stage.
type gap struct {
	scene.Place
	before journey.ID
}

// gaps lists the places of a lane in the order of time.
func gaps(s *scene.Scene, b scene.Band) []gap {
	var out []gap
	add := func(stage journey.ID, index int, before journey.ID, x float64) {
		mark := scene.Rect{X: x - 1, Y: b.Rect.Y + 4, W: 2, H: b.Rect.H - 8}
		out = append(out, gap{scene.Place{Stage: stage, Lane: b.Lane, Index: index, Mark: mark}, before})
	}
	for _, st := range s.Stages {
		index, end := 0, start(s, st.X, st.W)
		for _, c := range s.Columns {
			if c.Stage == st.Stage && c.Touchpoint != "" {
				add(st.Stage, index, c.Touchpoint, start(s, c.X, c.W))
				index++
				end = start(s, c.X, c.W) + c.W
				if s.RTL {
					end = c.X
				}
			}
		}
		add(st.Stage, index, "", end)
	}
	return out
}

// start is the side at which something begins in time.
func start(s *scene.Scene, x, w float64) float64 {
	if s.RTL {
		return x + w
	}
	return x
}

func (c *carrying) stages(s *scene.Scene, moved []journey.ID) {
	order := stageIDs(s)
	indexes, home := places(order, moved)
	var row []spotFor
	for _, i := range indexes {
		to, _ := before(order, moved, i)
		row = append(row, spotFor{edit.MoveStages{IDs: moved, Before: to}, stageMark(s, i)})
	}
	c.rows, c.col = [][]spotFor{row}, home
}

func (c *carrying) lanes(s *scene.Scene, moved []journey.ID) {
	order := laneIDs(s)
	indexes, home := places(order, moved)
	for _, i := range indexes {
		to, _ := before(order, moved, i)
		c.rows = append(c.rows, []spotFor{{edit.MoveLanes{IDs: moved, Before: to}, laneMark(s, i)}})
	}
	c.row = home
}

// items lists the cells a note, pain point, opportunity or metric can go to, in
// each lane that holds it.
func (c *carrying) items(s *scene.Scene, ref scene.Ref, refs []scene.Ref) {
	var lead *scene.Node
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Ref == ref && content(n) {
			lead = n
		}
	}
	if lead == nil {
		return
	}
	for _, b := range s.Bands {
		if !edit.Holds(b.Type, ref.Kind) {
			continue
		}
		var row []spotFor
		home := 0
		for _, p := range cellPlaces(s, ref.Kind, b) {
			t, ok := TargetAt(s, ref.Kind, p)
			if !ok {
				continue
			}
			if x := start(s, lead.Bounds.X+1, lead.Bounds.W-2); lead.Bounds.W > 2 && x >= t.Mark.X && x < t.Mark.X+t.Mark.W {
				home = len(row)
			}
			row = append(row, spotFor{edit.MoveToCell{Rows: rows(refs), Stage: t.Stage, Lane: t.Lane, Touchpoint: t.Touchpoint}, t.Mark})
		}
		if b.Lane == lead.Lane {
			c.row, c.col = len(c.rows), home
		}
		c.rows = append(c.rows, row)
	}
}

// cellPlaces lists the middles of the cells of a lane: one for each stage where
// notes lie, and one for each column elsewhere.
func cellPlaces(s *scene.Scene, k journey.Kind, b scene.Band) []scene.Point {
	var out []scene.Point
	if k == journey.KindNote {
		for _, st := range s.Stages {
			out = append(out, scene.Point{X: st.X + st.W/2, Y: b.Rect.Center().Y})
		}
		return out
	}
	for _, c := range s.Columns {
		out = append(out, scene.Point{X: c.X + c.W/2, Y: b.Rect.Center().Y})
	}
	return out
}

func (c carrying) here() spotFor { return c.rows[c.row][c.col] }

func (c carrying) show(m *Machine) {
	p := Preview{Mark: c.here().mark}
	if c.home != [2]int{c.row, c.col} {
		p.Trial = c.here().command
	}
	m.host.Show(p)
}

func (c carrying) key(m *Machine, k Key) state {
	forward := 1
	if c.rtl {
		forward = -1
	}
	switch k {
	case KeyLeft:
		c.col -= forward
	case KeyRight:
		c.col += forward
	case KeyUp:
		c.row--
	case KeyDown:
		c.row++
	case KeyDrop:
		if c.home == [2]int{c.row, c.col} {
			return m.done(nil)
		}
		return m.done(c.here().command)
	}
	c.row = min(max(c.row, 0), len(c.rows)-1)
	c.col = min(max(c.col, 0), len(c.rows[c.row])-1)
	c.show(m)
	return c
}

// press puts what is carried back: the hand takes over.
func (c carrying) press(m *Machine, e Event) state {
	c.cancel(m)
	return idle{}.press(m, e)
}

func (c carrying) move(*Machine, Event) state    { return c }
func (c carrying) release(*Machine, Event) state { return c }
func (carrying) cancel(m *Machine)               { m.host.Show(Preview{}) }
