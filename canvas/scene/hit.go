package scene

import (
	"touchline.app/journey"
)

// reach is how far beside a small point a click still hits it, in points.
const reach = 6.0

// Hit returns the topmost node at p that stands for a row somebody can select,
// and whether there is one. Points of the curves are hit from a little further
// away than they are large; where both are in reach the nearer one is hit. A lane
// is hit at its label.
func (s *Scene) Hit(p Point) (*Node, bool) {
	var point *Node
	best := 1e18
	var top *Node
	for _, i := range s.Visible(Rect{p.X - reach, p.Y - reach, 2 * reach, 2 * reach}) {
		n := &s.Nodes[i]
		switch n.Role {
		case RoleExpected, RoleActual:
			c := n.Bounds.Center()
			d := (c.X-p.X)*(c.X-p.X) + (c.Y-p.Y)*(c.Y-p.Y)
			if n.Bounds.Inset(-reach).Contains(p) && d <= best {
				best, point = d, n
			}
		case RolePage, RoleCurve, RoleLegend, RoleFooter, RoleMark:
		case RoleLane: // by its label alone: the rest of the band is for what lies on it
			if n.Bounds.Contains(p) && s.along(p.X) < margin+labelWidth {
				top = n
			}
		default:
			if n.Bounds.Contains(p) {
				top = n
			}
		}
	}
	if point != nil {
		return point, true
	}
	return top, top != nil
}

// Place is a cell of the map and a place in the order of its stage.
type Place struct {
	Stage journey.ID
	Lane  journey.ID
	Index int  // place among the touchpoints of the stage: 0 is before the first
	Mark  Rect // where the drop mark is drawn, a thin upright bar
}

// PlaceAt returns the place in a touchpoint lane where something dropped at p
// would go, and whether there is one. Beside the stages the nearest counts.
func (s *Scene) PlaceAt(p Point) (Place, bool) {
	lane, ok := s.BandAt(p.Y)
	if !ok || lane.Type != journey.LaneTouchpoints || len(s.Stages) == 0 {
		return Place{}, false
	}
	st := s.StageAt(p.X)
	pl := Place{Stage: st.Stage, Lane: lane.Lane}
	x := s.begin(st.X, st.W)
	for _, c := range s.Columns {
		if c.Stage != st.Stage || c.Touchpoint == "" {
			continue
		}
		if s.along(p.X) < s.along(c.X+c.W/2) {
			x = s.begin(c.X, c.W)
			break
		}
		pl.Index++
		x = s.begin(c.X, c.W) + s.forward()*c.W
	}
	pl.Mark = Rect{x - 1, lane.Rect.Y + 4, 2, lane.Rect.H - 8}
	return pl, true
}

// BandAt returns the lane at height y, and whether there is one.
func (s *Scene) BandAt(y float64) (Band, bool) {
	for _, b := range s.Bands {
		if y >= b.Rect.Y && y < b.Rect.Bottom() {
			return b, true
		}
	}
	return Band{}, false
}

// StageAt returns the stage at x, or the nearest one. The scene has stages.
func (s *Scene) StageAt(x float64) StageSpan {
	for _, st := range s.Stages {
		if s.along(x) < s.along(s.begin(st.X, st.W))+st.W {
			return st
		}
	}
	return s.Stages[len(s.Stages)-1]
}

// along returns how far x lies from where the map begins: its left edge, or its
// right one where the stages run from there.
func (s *Scene) along(x float64) float64 {
	if s.RTL {
		return s.Size.X - x
	}
	return x
}

// begin returns the x at which something from x on, w wide, begins in time.
func (s *Scene) begin(x, w float64) float64 {
	if s.RTL {
		return x + w
	}
	return x
}

// forward is the sign of x in which time runs.
func (s *Scene) forward() float64 {
	if s.RTL {
		return -1
	}
	return 1
}
