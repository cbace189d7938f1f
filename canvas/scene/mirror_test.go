package scene_test

import (
	"math"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

func TestDirectionGoesByTheTextsUnlessSomebodySays(t *testing.T) {
	m := flight(t)
	for _, tc := range []struct {
		title string
		said  journey.Direction
		want  bool
	}{
		{"Taking a flight", "", false},
		{"السفر بالطائرة", "", true},
		{"2026 – טיסה", "", true},
		{"Taking a flight", journey.RightToLeft, true},
		{"السفر بالطائرة", journey.LeftToRight, false},
		{"", "", false}, // the names of the stages decide
	} {
		m.Head.Title, m.Head.Direction = tc.title, tc.said
		if s := build(m); s.RTL != tc.want {
			t.Errorf("%q, %q: from the right is %v", tc.title, tc.said, s.RTL)
		}
	}
}

// From the right everything lies at the mirrored place, and texts stay texts.
func TestMapFromTheRightIsTheMirrorOfOneFromTheLeft(t *testing.T) {
	m := flight(t)
	left := build(m)
	m.Head.Direction = journey.RightToLeft
	right := build(m)
	if len(left.Nodes) != len(right.Nodes) || left.Size != right.Size {
		t.Fatal("another number of nodes or another size")
	}
	for i := range left.Nodes {
		a, b := &left.Nodes[i], &right.Nodes[i]
		if a.Ref != b.Ref || math.Abs(a.Bounds.X+a.Bounds.W+b.Bounds.X-left.Size.X) > 1e-6 {
			t.Errorf("node %d of role %d lies at %v and %v", i, a.Role, a.Bounds, b.Bounds)
		}
	}
	for i, c := range left.Columns {
		if d := right.Columns[i]; math.Abs(c.X+c.W+d.X-left.Size.X) > 1e-6 || c.Touchpoint != d.Touchpoint {
			t.Errorf("column %d lies at %v and %v", i, c, d)
		}
	}
	if right.Left != left.Size.X-left.Left || right.Body.Right() != left.Size.X-left.Body.X {
		t.Errorf("body %v begins at %v", right.Body, right.Left)
	}
}

func TestAddressesInTexts(t *testing.T) {
	m := flight(t)
	st := m.StagesInOrder()[0]
	const url = "https://example.org/a/very/long/path/that/will/not/fit/into/one/line/of/a/narrow/stage?q=1"
	st.Goal = "See (" + url + "), or mailto:ann@example.org. Not https://example.org/short…"
	m.Put(st)
	found := map[string]int{}
	s := build(m)
	for _, n := range s.Nodes {
		for _, o := range n.Ops() {
			for _, l := range o.Links {
				found[l.URL]++
				if l.X1 <= l.X0 || l.X0 < 0 || l.X1 > o.Line.W*o.Size+1e-6 {
					t.Errorf("link to %s lies at %v..%v", l.URL, l.X0, l.X1)
				}
			}
		}
	}
	if found[url] < 2 || found["mailto:ann@example.org"] != 1 || len(found) != 2 {
		t.Errorf("found %v", found)
	}
}

func TestMapFillsAWiderPage(t *testing.T) {
	o := options()
	o.Width, o.Imprint = 2600, "open in Touchline"
	s := scene.Build(flight(t), o)
	if math.Abs(s.Size.X-o.Width) > 1e-6 {
		t.Errorf("%v points wide, want %v", s.Size.X, o.Width)
	}
	if before := build(flight(t)); s.Size.Y > before.Size.Y {
		t.Errorf("%v points tall, %v when narrow", s.Size.Y, before.Size.Y)
	}
}

func TestHeadingAndLegendAlone(t *testing.T) {
	for _, d := range journey.Directions {
		m := flight(t)
		m.Head.Direction = d
		for name, lay := range map[string]func(*journey.Map, scene.Options, float64) *scene.Scene{"heading": scene.Heading, "legend": scene.Legend} {
			s := lay(m, options(), 700)
			if s.Body.W != 700 || s.Body.H <= 0 || s.Body.H != s.Size.Y {
				t.Errorf("%s %s: body %v, size %v", name, d, s.Body, s.Size)
			}
			for _, n := range s.Nodes[1:] {
				if n.Bounds.X < s.Body.X-1 || n.Bounds.Right() > s.Body.Right()+1 {
					t.Errorf("%s %s: a node of role %d lies at %v, outside %v", name, d, n.Role, n.Bounds, s.Body)
				}
			}
		}
	}
}

func TestWordsForWhatHasNoText(t *testing.T) {
	m := journey.New("m", "x")
	m.Put(journey.Stage{ID: "s", Order: "V"})
	for i, k := range journey.LaneTypes {
		m.Put(journey.Lane{ID: journey.ID("l" + itoa(i)), Order: journey.Spread(len(journey.LaneTypes))[i], Type: k})
	}
	tp := journey.Touchpoint{ID: "t", Stage: "s", Lane: "l0", Order: "V", Title: "Pay", Expected: journey.Feel(1), Actual: journey.Feel(-0.6)}
	tp.Matters, tp.Reason = true, "she pays here"
	m.Put(tp)
	measured := tp
	measured.ID, measured.Title, measured.Order = "u", "Fly", "W"
	measured.Actual.Evidence = journey.Evidence{Source: journey.Survey, N: 1200}
	m.Put(measured)
	s := build(m)
	if n, ok := s.NodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: "u"}, scene.RoleEvidence); !ok || n.Alt != "Fly: survey, n 1200, -0.6" {
		t.Errorf("evidence says %q", n.Alt)
	}
	ref := scene.Ref{Kind: journey.KindTouchpoint, ID: "t"}
	for role, want := range map[scene.Role]string{
		scene.RoleActual:     "Pay: expected +1.0 pleased, actual -0.6 frustrated, gap -1.6",
		scene.RoleExpected:   "",
		scene.RoleTouchpoint: "Moment that matters: she pays here",
	} {
		if n, ok := s.NodeOf(ref, role); !ok || n.Alt != want || n.Stage != "s" || n.Lane == "" {
			t.Errorf("role %d: %q in stage %q and lane %q, want %q", role, n.Alt, n.Stage, n.Lane, want)
		}
	}
}
