package scene

// Alike reports whether two scenes show the same within an area, points. It looks
// at no more than what lies there.
func Alike(a, b *Scene, area Rect) bool {
	p, q := a.Visible(area), b.Visible(area)
	i, k := 0, 0
	for i < len(p) || k < len(q) {
		if i < len(p) && k < len(q) && a.Nodes[p[i]].Hash == b.Nodes[q[k]].Hash {
			i, k = i+1, k+1
			continue
		}
		m, nextI := a.nextWithin(p, i, area)
		n, nextK := b.nextWithin(q, k, area)
		if !sameMarks(m, n, area) {
			return false
		}
		i, k = nextI, nextK
	}
	return true
}

// within is what of a node lies in an area.
type within struct {
	ops   []Op
	faint bool
}

// nextWithin returns the first of the nodes from i on that marks the area, and
// the place behind it.
func (s *Scene) nextWithin(nodes []int, i int, area Rect) (within, int) {
	for ; i < len(nodes); i++ {
		n := &s.Nodes[nodes[i]]
		out := within{faint: n.faint}
		for _, o := range n.Ops() {
			if o.bounds().Overlaps(area) {
				out.ops = append(out.ops, o)
			}
		}
		if len(out.ops) > 0 {
			return out, i + 1
		}
	}
	return within{}, i
}

func sameMarks(a, b within, area Rect) bool {
	if len(a.ops) != len(b.ops) || a.faint != b.faint {
		return false
	}
	for i := range a.ops {
		p, q := a.ops[i], b.ops[i]
		if p.plain() && q.plain() { // a ground that became wider elsewhere is the same here
			p.Rect, q.Rect = p.Rect.common(area), q.Rect.common(area)
		}
		if hash([]Op{p}) != hash([]Op{q}) {
			return false
		}
	}
	return true
}

// plain reports whether the mark is a rectangle without round corners.
func (o *Op) plain() bool { return o.Kind == OpRect && o.Radius == 0 }

// bounds holds what is marked.
func (o *Op) bounds() Rect {
	switch o.Kind {
	case OpText:
		return o.TextRect()
	case OpFill:
		return o.Path.Bounds()
	case OpStroke:
		return o.Path.Bounds().Inset(-o.Stroke.Width / 2)
	default:
		return o.Rect
	}
}

// common returns what lies in both.
func (r Rect) common(s Rect) Rect {
	x, y := max(r.X, s.X), max(r.Y, s.Y)
	return Rect{x, y, min(r.Right(), s.Right()) - x, min(r.Bottom(), s.Bottom()) - y}
}
