package scene_test

import (
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// TestEveryTextSaysWhereItIsEdited: each row has the text it is known by where it
// stands, in the middle of its room, on maps of both directions.
func TestEveryTextSaysWhereItIsEdited(t *testing.T) {
	for _, dir := range journey.Directions {
		m := named(t, "flight")
		m.Head.Direction = dir
		s := build(m)
		found := map[scene.Ref]int{}
		for i := range s.Nodes {
			n := &s.Nodes[i]
			row, _ := m.Row(n.Ref.Kind, n.Ref.ID)
			for _, f := range n.Fields() {
				found[n.Ref]++
				if _, ok := edit.TextIn(m, row, f.Name); !ok {
					t.Errorf("%s: a %s has no text %s", dir, n.Ref.Kind, f.Name)
				}
				checkField(t, s, n, f)
			}
		}
		for r := range m.Rows() {
			if r.Kind() != journey.KindChannel && r.Label() != "" && found[scene.Ref{Kind: r.Kind(), ID: r.RowID()}] == 0 {
				t.Errorf("%s: %s %q cannot be edited on the map", dir, r.Kind(), r.Label())
			}
		}
	}
}

func checkField(t *testing.T, s *scene.Scene, n *scene.Node, f scene.Field) {
	t.Helper()
	if f.Rect.X < 0 || f.Rect.Right() > s.Size.X || f.Rect.W <= 0 || f.Rect.H < f.Font.Lead {
		t.Errorf("%s of %s lies at %+v", f.Name, n.Ref.ID, f.Rect)
	}
	at := n.Bounds.Center()
	at.Y = f.Rect.Center().Y
	if ref, g, ok := s.FieldAt(at); f.Rect.Contains(at) && (!ok || ref != n.Ref || g.Name != f.Name) {
		t.Errorf("%s of %s is not found where it stands", f.Name, n.Ref.ID)
	}
}
