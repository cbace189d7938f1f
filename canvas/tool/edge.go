package tool

import (
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Edge is a side of something that is dragged to make it larger or smaller.
type Edge uint8

// The edges of the map.
const (
	NoEdge   Edge = iota
	StageEnd      // where a stage ends in time
	LaneFoot      // under the label of a lane
	BoxStart      // where a note, pain point or opportunity begins in time
	BoxEnd        // where it ends
)

// How far beside an edge the hand still takes it, and how wide something must be
// seen for its edges to be told from its middle, pixels of the screen.
const (
	edgeReach = 5.0
	edgeRoom  = 32.0
)

// EdgeAt returns the edge at p and the row it is of. scale is pixels of the screen
// a point.
func EdgeAt(s *scene.Scene, p scene.Point, scale float64) (Edge, scene.Ref) {
	if s == nil || scale <= 0 {
		return NoEdge, scene.Ref{}
	}
	near := edgeReach / scale
	if ref, ok := stageEnd(s, p, near); ok {
		return StageEnd, ref
	}
	for _, b := range s.Bands {
		l := labelOf(s, b)
		if math.Abs(p.Y-b.Rect.Bottom()) <= near && p.X >= l.X && p.X < l.Right() {
			return LaneFoot, scene.Ref{Kind: journey.KindLane, ID: b.Lane}
		}
	}
	return boxEdge(s, p, near)
}

// stageEnd returns the stage whose chevron ends at p.
func stageEnd(s *scene.Scene, p scene.Point, near float64) (scene.Ref, bool) {
	foot := s.Body.Bottom()
	if len(s.Bands) > 0 {
		foot = s.Bands[0].Rect.Y
	}
	if p.Y < s.Body.Y || p.Y >= foot {
		return scene.Ref{}, false
	}
	for _, st := range s.Stages {
		if x := finish(s, st.X, st.W); math.Abs(p.X-x) <= near {
			return scene.Ref{Kind: journey.KindStage, ID: st.Stage}, true
		}
	}
	return scene.Ref{}, false
}

// finish is the side at which something ends in time.
func finish(s *scene.Scene, x, w float64) float64 { return 2*x + w - start(s, x, w) }

// boxEdge returns which edge of something that can reach over several columns is at p.
func boxEdge(s *scene.Scene, p scene.Point, near float64) (Edge, scene.Ref) {
	visible := s.Visible(scene.Rect{X: p.X - near, Y: p.Y, W: 2 * near, H: 0.01})
	for i := len(visible) - 1; i >= 0; i-- {
		n := &s.Nodes[visible[i]]
		r := roomOf(n)
		if !stretches(n) || p.Y < r.Y || p.Y >= r.Bottom() || r.W < edgeRoom/edgeReach*near {
			continue
		}
		switch {
		case math.Abs(p.X-finish(s, r.X, r.W)) <= near:
			return BoxEnd, n.Ref
		case math.Abs(p.X-start(s, r.X, r.W)) <= near:
			return BoxStart, n.Ref
		}
	}
	return NoEdge, scene.Ref{}
}

// stretches reports whether a node can reach over several columns.
func stretches(n *scene.Node) bool {
	switch n.Ref.Kind {
	case journey.KindNote, journey.KindPainPoint, journey.KindOpportunity:
		return content(n)
	default:
		return false
	}
}

// roomOf is what a box takes, or the room a text is set in.
func roomOf(n *scene.Node) scene.Rect {
	r := n.Bounds
	for _, f := range n.Fields() {
		r = r.Union(f.Rect)
	}
	return r
}
