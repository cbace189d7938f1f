package scene

// Changed returns a rectangle that holds all in which two scenes differ within an
// area, points; it is empty where they show the same. It looks at no more than what
// lies there.
func Changed(a, b *Scene, area Rect) Rect {
	p, q := between(a.Visible(area), b.Visible(area), func(i, k int) bool { return a.Nodes[i].Hash == b.Nodes[k].Hash })
	if len(p)+len(q) == 0 {
		return Rect{}
	}
	often := map[uint64]int{} // how much more often a node is in a than in b
	for _, i := range p {
		often[a.Nodes[i].Hash]++
	}
	for _, i := range q {
		often[b.Nodes[i].Hash]--
	}
	unlike := 0
	for _, n := range often {
		if n != 0 {
			unlike++
		}
	}
	if unlike > manyUnlike {
		return area
	}
	return apart(a.traces(p, often, area), b.traces(q, often, area), area)
}

// manyUnlike is the number of nodes that differ from which on it is not asked any
// more where: what lies behind a column that became wider has moved.
const manyUnlike = 48

// between takes off what two lists begin and end with alike.
func between[T any](a, b []T, same func(a, b T) bool) ([]T, []T) {
	for len(a) > 0 && len(b) > 0 && same(a[0], b[0]) {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && same(a[len(a)-1], b[len(b)-1]) {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// trace is what a node or a mark leaves in an area.
type trace struct {
	hash  uint64
	where Rect // holds its ink
}

// traces lists what nodes leave in an area: one that is as often in the other scene
// as a whole, and else each of its marks.
func (s *Scene) traces(nodes []int, often map[uint64]int, area Rect) []trace {
	var out []trace
	for _, i := range nodes {
		n := &s.Nodes[i]
		if often[n.Hash] == 0 {
			out = append(out, trace{n.Hash, n.Bounds})
			continue
		}
		ops := n.Ops()
		for k := range ops {
			where := ops[k].ink()
			if !where.Overlaps(area) {
				continue
			}
			o := ops[k]
			if o.plain() { // a ground that became wider elsewhere is the same here
				o.Rect = o.Rect.common(area)
			}
			t := trace{hash([]Op{o}), where.common(area)}
			if n.faint {
				t.hash ^= faintMark
			}
			out = append(out, t)
		}
	}
	return out
}

// apart returns a rectangle around what is in one list only; all of the area where
// the rest is drawn in another order.
func apart(a, b []trace, area Rect) Rect {
	a, b = between(a, b, func(x, y trace) bool { return x.hash == y.hash })
	often := map[uint64]int{}
	for _, t := range a {
		often[t.hash]++
	}
	for _, t := range b {
		often[t.hash]--
	}
	var out Rect
	var rest []uint64
	for _, t := range a {
		if often[t.hash] != 0 {
			out = out.Union(t.where)
		} else {
			rest = append(rest, t.hash)
		}
	}
	for _, t := range b {
		switch {
		case often[t.hash] != 0:
			out = out.Union(t.where)
		case rest[0] != t.hash: // as often in both, so there is one
			return area
		default:
			rest = rest[1:]
		}
	}
	return out
}

// plain reports whether the mark is a rectangle without round corners.
func (o *Op) plain() bool { return o.Kind == OpRect && o.Radius == 0 }

// ink holds what is marked. Letters may reach beyond their line: accents above it,
// slanted ones beside it.
func (o *Op) ink() Rect {
	switch o.Kind {
	case OpText:
		rise := 1.0 // em
		for i := range o.Line.Runs {
			for k := range o.Line.Runs[i].Glyphs {
				g := &o.Line.Runs[i].Glyphs[k]
				rise = max(rise, 1+g.Y, 1-g.Y)
			}
		}
		return o.TextRect().Inset(-rise * o.Size)
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
