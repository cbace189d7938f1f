package scene_test

import (
	"math"
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// TestPartsOfALineAreFoundWhereTheyStand: the last of several texts in a line ends
// where the line ends, which in letters from the right is its left.
func TestPartsOfALineAreFoundWhereTheyStand(t *testing.T) {
	for _, tc := range []struct {
		name, owner string
		leftwards   bool
	}{{"Latin", "Payments", false}, {"Arabic", "المدفوعات الرقمية", true}} {
		for _, from := range []journey.Direction{journey.LeftToRight, journey.RightToLeft} {
			t.Run(tc.name+" "+string(from), func(t *testing.T) {
				m := wide()
				m.Head.Direction = from
				m.Put(journey.Opportunity{ID: "o", Stage: "s000", Lane: "opportunities", Text: "Do it", Owner: tc.owner, Due: tc.owner, State: journey.Open})
				m.Put(journey.Lane{ID: "opportunities", Order: "z", Type: journey.LaneOpportunities})
				s := build(m)
				n, ok := s.NodeOf(scene.Ref{Kind: journey.KindOpportunity, ID: "o"}, scene.RoleOpportunity)
				if !ok {
					t.Fatal("it is not on the map")
				}
				var line scene.Rect
				for _, o := range n.Ops() {
					if o.Kind == scene.OpText && strings.Contains(o.Line.Text, "·") {
						line = o.TextRect()
					}
				}
				fields := map[string]scene.Rect{}
				for _, f := range n.Fields() {
					fields[f.Name] = f.Rect
				}
				first, last := fields["Owner"], fields["Due"]
				if tc.leftwards {
					first, last = last, first
				}
				if math.Abs(first.X-line.X) > 1 || math.Abs(last.Right()-line.Right()) > 1 || first.Right() >= last.X {
					t.Errorf("owner %+v and due %+v in the line %+v", fields["Owner"], fields["Due"], line)
				}
				if _, f, ok := s.FieldAt(last.Center()); !ok || fields[f.Name] != last {
					t.Errorf("a click there edits %q", f.Name)
				}
			})
		}
	}
}

func TestThePersonasLineIsATextOfItsOwn(t *testing.T) {
	s := build(named(t, "flight"))
	names := map[string]bool{}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		for _, f := range n.Fields() {
			names[string(n.Ref.Kind)+" "+f.Name] = true
		}
	}
	for _, want := range []string{
		"persona Name", "persona Line", "persona Quote", "persona Goals", "map Version", "map Mission", "map Success", "map Expectation",
		"pain point Severity", "pain point Owner", "opportunity Owner", "opportunity Due", "opportunity Impact", "opportunity Effort",
		"metric Name", "metric Actual", "metric Target", "stage Expectation", "touchpoint Channel", "touchpoint Actual.Quote",
	} {
		if !names[want] {
			t.Errorf("no text is %s", want)
		}
	}
}
