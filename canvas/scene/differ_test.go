package scene_test

import (
	"slices"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

func TestMarksStandAroundWhatTheyAreAbout(t *testing.T) {
	m := flight(t)
	s := build(m)
	card := scene.Ref{Kind: journey.KindTouchpoint, ID: m.Journey()[2].ID}
	stage := scene.Ref{Kind: journey.KindStage, ID: m.StagesInOrder()[1].ID}
	marked := s.Marked(map[scene.Ref][]scene.Mark{card: {scene.MarkMoved, scene.MarkRefelt}, stage: {scene.MarkRetold}})
	found := map[scene.Ref]int{}
	for i := range marked.Nodes {
		n := &marked.Nodes[i]
		if n.Role != scene.RoleMark {
			continue
		}
		found[n.Ref]++
		near := func(o scene.Node) bool { return o.Ref == n.Ref && n.Bounds.Overlaps(o.Bounds) }
		if !slices.ContainsFunc(s.Nodes, near) {
			t.Errorf("the mark of %s stands at %v, away from it", n.Ref.Kind, n.Bounds)
		}
	}
	if found[card] != 3 || found[stage] != 1 || len(found) != 2 {
		t.Errorf("marks: %v; want the card with both points and the chevron", found)
	}
	if len(s.Marked(nil).Nodes) != len(s.Nodes) || len(marked.Nodes) != len(s.Nodes)+4 {
		t.Errorf("%d nodes became %d", len(s.Nodes), len(marked.Nodes))
	}
	n, _ := s.NodeOf(card, scene.RoleTouchpoint)
	if hit, ok := marked.Hit(scene.Point{X: n.Bounds.X + 2, Y: n.Bounds.Y + 2}); !ok || hit.Role != scene.RoleTouchpoint {
		t.Error("the sign is in the way of a click on its card")
	}
}

func TestMarksAreSeenInEveryTheme(t *testing.T) {
	for _, th := range scene.Themes() {
		for _, mark := range []scene.Mark{scene.MarkAdded, scene.MarkRemoved, scene.MarkMoved, scene.MarkRetold, scene.MarkRefelt, scene.MarkChanged} {
			if c := scene.Contrast(th.MarkColor(mark), th.Page); c < 3 {
				t.Errorf("%s: the mark %d has a contrast of %.1f", th.Name, mark, c)
			}
		}
	}
}
