package scene

// Mark says in which way a row differs from another state of the map.
type Mark uint8

// The ways.
const (
	MarkAdded Mark = iota
	MarkRemoved
	MarkMoved
	MarkRetold  // a text changed
	MarkRefelt  // an emotion changed
	MarkChanged // anything else
)

// MarkColor returns the colour of a mark on the theme's paper.
func (t Theme) MarkColor(m Mark) Color {
	switch m {
	case MarkAdded:
		return t.PosText
	case MarkRemoved:
		return t.NegText
	case MarkMoved:
		return t.Accent
	case MarkRetold:
		return t.Foreign
	case MarkRefelt:
		return t.Stages[2]
	default:
		return t.Muted
	}
}

// How a mark is drawn, in points.
const (
	markEdge  = 3.0 // from the row to its frame
	markWidth = 2.0
	markSize  = 9.0 // radius of the round sign
)

// Marked returns the scene with a frame and a sign around each of the rows that
// marks names, everything else as it is. The scene itself stays.
func (s *Scene) Marked(marks map[Ref][]Mark) *Scene {
	if len(marks) == 0 {
		return s
	}
	out := *s
	out.Nodes = append(make([]Node, 0, len(s.Nodes)+2*len(marks)), s.Nodes...)
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if ms := marks[n.Ref]; len(ms) > 0 && bears(n, ms) {
			out.Nodes = append(out.Nodes, s.marking(n, ms))
		}
	}
	out.grid = newGrid(out.Size, out.Nodes)
	return &out
}

// bears reports whether a node shows what is marked: a row where it stands, and the
// points of an emotion that changed.
func bears(n *Node, ms []Mark) bool {
	switch n.Role {
	case RoleHeader, RolePersona, RoleStage, RoleLane, RoleTouchpoint, RolePainPoint, RoleOpportunity, RoleMetric:
		return true
	case RoleCell:
		return n.Ref.Kind != "stage" && n.Ref.Kind != "touchpoint"
	case RoleActual, RoleExpected:
		for _, m := range ms {
			if m == MarkRefelt {
				return true
			}
		}
	default:
	}
	return false
}

// marking draws the frame and the signs of a node.
func (s *Scene) marking(n *Node, ms []Mark) Node {
	box := n.Bounds.Inset(-markEdge)
	if n.Role == RoleLane { // its label alone
		box.W = margin + labelWidth - box.X - 4
	}
	if n.Role == RoleActual || n.Role == RoleExpected {
		ms = []Mark{MarkRefelt}
	}
	frame := Stroke{Color: s.Theme.MarkColor(ms[0]), Width: markWidth}
	if ms[0] == MarkRemoved {
		frame.Dash = []float64{6, 5}
	}
	ops := []Op{{Kind: OpStroke, Path: Rounded(box, 8), Stroke: frame}}
	if n.Role != RoleActual && n.Role != RoleExpected {
		for i, m := range ms {
			ops = append(ops, s.sign(m, Point{box.X + markSize + float64(i)*(2*markSize+2), box.Y})...)
		}
	}
	bounds := box.Inset(-markWidth)
	bounds.Y -= markSize
	bounds.H += markSize
	bounds.W = max(bounds.W, float64(len(ms))*(2*markSize+2)+markSize)
	return Node{Ref: n.Ref, Role: RoleMark, Lane: n.Lane, Stage: n.Stage, Bounds: bounds}.With(ops)
}

// sign draws the round sign of a mark.
func (s *Scene) sign(m Mark, at Point) []Op {
	x, y := at.X, at.Y
	var p Path
	switch m {
	case MarkAdded:
		p = p.Move(x-4.5, y).Line(x+4.5, y).Move(x, y-4.5).Line(x, y+4.5)
	case MarkRemoved:
		p = p.Move(x-4.5, y).Line(x+4.5, y)
	case MarkMoved:
		p = p.Move(x-5, y).Line(x+5, y).Move(x+1.5, y-3.5).Line(x+5, y).Line(x+1.5, y+3.5)
	case MarkRetold:
		p = p.Move(x-4.5, y-3.5).Line(x+4.5, y-3.5).Move(x-4.5, y).Line(x+4.5, y).Move(x-4.5, y+3.5).Line(x+1, y+3.5)
	case MarkRefelt:
		p = p.Move(x-5, y+1).Cubic(x-3, y-6, x-1.5, y-4, x, y).Cubic(x+1.5, y+4, x+3, y+6, x+5, y-1)
	default:
		p = Circle(x, y, 1.5)
	}
	return []Op{
		{Kind: OpFill, Path: Circle(x, y, markSize), Color: s.Theme.MarkColor(m)},
		{Kind: OpStroke, Path: Circle(x, y, markSize), Stroke: Stroke{Color: s.Theme.Page, Width: 1.5}},
		{Kind: OpStroke, Path: p, Stroke: Stroke{Color: s.Theme.Page, Width: 1.8}},
	}
}
