package scene_test

import (
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// TestCurveWithIsTheCurveThatWouldBe: at the height it has, a point bends the curve
// as it is drawn.
func TestCurveWithIsTheCurveThatWouldBe(t *testing.T) {
	m := named(t, "flight")
	s := build(m)
	for i, tp := range m.Journey() {
		ref := scene.Ref{Kind: journey.KindTouchpoint, ID: tp.ID}
		n, ok := s.NodeOf(ref, scene.RoleActual)
		if !ok {
			continue
		}
		at := n.Bounds.Center()
		p := s.CurveWith(ref, scene.RoleActual, at)
		b := p.Bounds()
		if len(p) < 3 || at.X < b.X || at.X > b.Right() || b.W > 5*420 {
			t.Errorf("touchpoint %d: %d segments in %+v", i, len(p), b)
		}
		through := false
		for _, seg := range p {
			end := seg.P[0]
			if seg.Op == scene.CubicTo {
				end = seg.P[2]
			}
			through = through || end == at
		}
		if !through {
			t.Errorf("touchpoint %d: the curve misses its point", i)
		}
	}
	if p := s.CurveWith(scene.Ref{}, scene.RoleGap, scene.Point{}); p != nil {
		t.Errorf("a curve of one point: %v", p)
	}
}
