package scene

import "slices"

// followed is the number of points beside the one that moves whose stretch of the
// curve it bends.
const followed = 2

// CurveWith returns a stretch of the expected or actual curve (by the role of its
// points) as it would be with the point of a touchpoint at height y; nothing where
// the touchpoint has no point. It costs the same on a map of any size.
func (s *Scene) CurveWith(ref Ref, role Role, at Point) Path {
	const reach = 6 * maxColumn
	var knots []Point
	for _, i := range s.Visible(Rect{at.X - reach, s.Emotion.Y - plotTop, 2 * reach, s.Emotion.H + plotTop + plotBottom}) {
		n := &s.Nodes[i]
		if n.Role == role && n.Ref != ref {
			knots = append(knots, n.Bounds.Center())
		}
	}
	knots = append(knots, at)
	slices.SortFunc(knots, func(a, b Point) int {
		if a.X < b.X {
			return -1
		}
		return 1
	})
	knots = slices.CompactFunc(knots, func(a, b Point) bool { return a.X == b.X })
	own := slices.IndexFunc(knots, func(p Point) bool { return p.X == at.X })
	first, last := max(own-followed, 0), min(own+followed, len(knots)-1)
	if last == first {
		return nil
	}
	c := newCurve(knots)
	p := Path(nil).Move(knots[first].X, knots[first].Y)
	for i := first; i < last; i++ {
		p = c.segment(p, i)
	}
	return p
}
