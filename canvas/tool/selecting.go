package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// content reports whether a node stands for a row that lies in a lane and is
// taken by a marquee.
func content(n *scene.Node) bool {
	switch n.Role {
	case scene.RoleTouchpoint, scene.RolePainPoint, scene.RoleOpportunity, scene.RoleMetric:
		return true
	case scene.RoleCell:
		return n.Ref.Kind == journey.KindNote
	default:
		return false
	}
}

// Within returns the touchpoints, notes, pain points, opportunities and metrics
// that touch r, by themselves or by a point of a curve, in drawing order.
func Within(s *scene.Scene, r scene.Rect) []scene.Ref {
	r.W, r.H = max(r.W, 0.01), max(r.H, 0.01)
	var out []scene.Ref
	had := map[scene.Ref]bool{}
	for _, i := range s.Visible(r) {
		n := &s.Nodes[i]
		point := n.Role == scene.RoleExpected || n.Role == scene.RoleActual
		if (content(n) || point) && !had[n.Ref] {
			had[n.Ref] = true
			out = append(out, n.Ref)
		}
	}
	return out
}

// All returns every touchpoint, note, pain point, opportunity and metric on the
// map, in drawing order.
func All(s *scene.Scene) []scene.Ref { return where(s, func(*scene.Node) bool { return true }) }

// InStage returns those of a stage.
func InStage(s *scene.Scene, stage journey.ID) []scene.Ref {
	return where(s, func(n *scene.Node) bool { return n.Stage == stage })
}

// InLane returns those of a lane.
func InLane(s *scene.Scene, lane journey.ID) []scene.Ref {
	return where(s, func(n *scene.Node) bool { return n.Lane == lane })
}

func where(s *scene.Scene, in func(*scene.Node) bool) []scene.Ref {
	var out []scene.Ref
	for i := range s.Nodes {
		if n := &s.Nodes[i]; content(n) && in(n) {
			out = append(out, n.Ref)
		}
	}
	return out
}
