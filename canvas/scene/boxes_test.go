package scene_test

import (
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// TestBoxesOfOneStageAreEquallyWide: what lies under another box takes the columns
// that one has found free.
func TestBoxesOfOneStageAreEquallyWide(t *testing.T) {
	m := journey.New("m", "M")
	m.Put(journey.Lane{ID: "cards", Order: "V000", Type: journey.LaneTouchpoints})
	m.Put(journey.Lane{ID: "pains", Order: "V001", Type: journey.LanePainPoints})
	m.Put(journey.Stage{ID: "s", Order: "V000", Name: "Book"})
	for i, order := range journey.Spread(15) {
		m.Put(journey.Touchpoint{ID: id("t", i), Stage: "s", Lane: "cards", Order: order, Title: "Pays"})
	}
	ids := []journey.ID{"x", "y", "z"}
	for _, id := range ids {
		m.Put(journey.PainPoint{ID: id, Stage: "s", Lane: "pains", Order: "V00" + string(id), Text: "No sign whether the payment went through"})
	}
	s := build(m)
	below := 0.0
	first, _ := s.NodeOf(scene.Ref{Kind: journey.KindPainPoint, ID: ids[0]}, scene.RolePainPoint)
	for _, id := range ids {
		n, ok := s.NodeOf(scene.Ref{Kind: journey.KindPainPoint, ID: id}, scene.RolePainPoint)
		if !ok || n.Bounds.X != first.Bounds.X || n.Bounds.W != first.Bounds.W || n.Bounds.W < 150 || n.Bounds.Y < below {
			t.Errorf("%s stands at %+v, the first one at %+v", id, n.Bounds, first.Bounds)
		}
		below = n.Bounds.Bottom()
	}
}
