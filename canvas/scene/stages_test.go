package scene_test

import (
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// TestNoNameOfAStageBreaksInsideAWord holds where the columns beside take all the width
// there is, and wherever the stage begins between two multiples of the grain.
func TestNoNameOfAStageBreaksInsideAWord(t *testing.T) {
	names := []string{"Awareness", "Consideration", "Decision", "Internationalisation", "Gewährleistung", "Wiederbeschaffung"}
	for _, title := range []string{strings.Repeat("Wm", 1500), strings.Repeat("Illiterate ", 300)} {
		for cards := range 8 {
			m := journey.New("m", "Flight")
			m.Put(journey.Lane{ID: "t", Order: "1", Type: journey.LaneTouchpoints})
			orders := journey.Spread(len(names))
			for i, name := range names {
				m.Put(journey.Stage{ID: id("s", i), Order: orders[i], Name: name})
			}
			for i, k := range journey.Spread(cards) {
				m.Put(journey.Touchpoint{ID: id("p", i), Order: k, Stage: id("s", i/3), Lane: "t", Title: title})
			}
			for name := range broken(build(m), names) {
				t.Errorf("%d cards of %q: %q is broken", cards, title[:4], name)
			}
		}
	}
}

// broken returns the names that no stage shows in one line.
func broken(s *scene.Scene, names []string) map[string]bool {
	left := map[string]bool{}
	for _, n := range names {
		left[n] = true
	}
	for i := range s.Nodes {
		for _, o := range s.Nodes[i].Ops() {
			if s.Nodes[i].Role == scene.RoleStage && o.Kind == scene.OpText {
				delete(left, o.Line.Text)
			}
		}
	}
	return left
}
