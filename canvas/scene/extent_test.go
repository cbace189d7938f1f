package scene_test

import (
	"math"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// wide is a map of three stages of two touchpoints each, t000 to t005.
func wide() *journey.Map {
	m := journey.New("m", "Wide")
	for i, t := range []journey.LaneType{journey.LaneTouchpoints, journey.LanePainPoints, journey.LaneThoughts, journey.LaneEmotion} {
		m.Put(journey.Lane{ID: journey.ID(t), Order: journey.Spread(4)[i], Type: t})
	}
	for i, k := range journey.Spread(3) {
		m.Put(journey.Stage{ID: id("s", i), Order: k, Name: "Stage"})
	}
	for i, k := range journey.Spread(6) {
		m.Put(journey.Touchpoint{ID: id("t", i), Order: k, Stage: id("s", i/2), Lane: "touchpoints", Title: "Pays"})
	}
	return m
}

func boundsOf(t *testing.T, s *scene.Scene, r journey.Row, role scene.Role) scene.Rect {
	t.Helper()
	n, ok := s.NodeOf(scene.Ref{Kind: r.Kind(), ID: r.RowID()}, role)
	if !ok {
		t.Fatalf("%s %s is not on the map", r.Kind(), r.RowID())
	}
	return n.Bounds
}

func TestABoxReachesOverColumns(t *testing.T) {
	for _, tc := range []struct {
		name        string
		touchpoint  journey.ID
		reach       journey.Reach
		hidden      int // stage that is not shown, -1 none
		first, last int // columns of the whole map
	}{
		{"to a touchpoint of the same stage", "t000", journey.Reach{EndTouchpoint: "t001"}, -1, 0, 1},
		{"to a touchpoint of another stage", "t001", journey.Reach{EndStage: "s001", EndTouchpoint: "t002"}, -1, 1, 2},
		{"to the end of a stage", "t001", journey.Reach{EndStage: "s002"}, -1, 1, 5},
		{"from a stage to the end of the next", "", journey.Reach{EndStage: "s001"}, -1, 0, 3},
		{"its own stage", "t000", journey.Reach{EndStage: "s000"}, -1, 0, 1},
		{"an end before its beginning", "t001", journey.Reach{EndTouchpoint: "t000"}, -1, 1, 1},
		{"an end that is hidden", "t000", journey.Reach{EndStage: "s002", EndTouchpoint: "t004"}, 2, 0, 3},
		{"over a stage that is hidden", "t000", journey.Reach{EndStage: "s002", EndTouchpoint: "t004"}, 1, 0, 4},
	} {
		for _, from := range []journey.Direction{journey.LeftToRight, journey.RightToLeft} {
			t.Run(tc.name+" "+string(from), func(t *testing.T) {
				m := wide()
				m.Head.Direction = from
				if tc.hidden >= 0 {
					st, _ := m.Stages.Get(id("s", tc.hidden))
					st.Hidden = true
					m.Put(st)
				}
				pain := journey.PainPoint{ID: "p", Stage: "s000", Touchpoint: tc.touchpoint, Lane: "pain points", Text: "Nobody says", Reach: tc.reach}
				note := journey.Note{ID: "n", Stage: "s000", Touchpoint: tc.touchpoint, Lane: "thoughts", Text: "Hm", Reach: tc.reach}
				m.Put(pain)
				m.Put(note)
				s := build(m)
				x0, x1 := math.Inf(1), 0.0
				for _, c := range s.Columns {
					if c.Touchpoint >= id("t", tc.first) && c.Touchpoint <= id("t", tc.last) {
						x0, x1 = min(x0, c.X), max(x1, c.X+c.W)
					}
				}
				for name, r := range map[string]scene.Rect{"box": boundsOf(t, s, pain, scene.RolePainPoint), "note": boundsOf(t, s, note, scene.RoleCell)} {
					if r.X < x0 || r.Right() > x1 || r.X > x0+14 || r.Right() < x1-14 {
						t.Errorf("the %s goes from %.0f to %.0f, want %.0f to %.0f", name, r.X, r.Right(), x0, x1)
					}
				}
			})
		}
	}
}

func TestAHiddenStageIsLeftOutWithAllItHolds(t *testing.T) {
	m := wide()
	m.Put(journey.PainPoint{ID: "p", Stage: "s001", Lane: "pain points", Text: "Nobody says"})
	m.Put(journey.Note{ID: "n", Stage: "s001", Touchpoint: "t002", Lane: "thoughts", Text: "Hm"})
	last, _ := build(m).NodeOf(scene.Ref{Kind: journey.KindStage, ID: "s002"}, scene.RoleStage)
	st, _ := m.Stages.Get("s001")
	st.Hidden = true
	m.Put(st)
	s := build(m)
	if len(s.Stages) != 2 || len(s.Columns) != 4 {
		t.Errorf("%d stages and %d columns are shown", len(s.Stages), len(s.Columns))
	}
	for i := range s.Nodes {
		switch s.Nodes[i].Ref.ID {
		case "s001", "t002", "t003", "p", "n":
			t.Errorf("%s %s is shown", s.Nodes[i].Ref.Kind, s.Nodes[i].Ref.ID)
		}
	}
	now, _ := s.NodeOf(scene.Ref{Kind: journey.KindStage, ID: "s002"}, scene.RoleStage)
	if now.Ops()[0].Color != last.Ops()[0].Color {
		t.Error("the stage behind it has another colour")
	}
}

func TestStagesAndLanesOfASizeAndColourOfTheirOwn(t *testing.T) {
	m := wide()
	was := build(m)
	st, _ := m.Stages.Get("s001")
	st.Width = was.Stages[1].W + 333
	m.Put(st)
	for _, lt := range []journey.LaneType{journey.LanePainPoints, journey.LaneEmotion} {
		l, _ := m.FirstLane(lt)
		l.Height, l.Color = 500, "#FFCC00"
		m.Put(l)
	}
	s := build(m)
	if w := s.Stages[1].W; math.Abs(w-st.Width) > 1e-6 {
		t.Errorf("the stage is %v wide, want %v", w, st.Width)
	}
	if s.Bands[1].Rect.H != 500 || s.Bands[3].Rect.H != 500 || s.Emotion.H <= was.Emotion.H {
		t.Errorf("the lanes are %v and %v high, the plot %v", s.Bands[1].Rect.H, s.Bands[3].Rect.H, s.Emotion.H)
	}
	for i, want := range map[int]bool{0: false, 1: true} {
		r := scene.Ref{Kind: journey.KindLane, ID: s.Bands[i].Lane}
		a, _ := was.NodeOf(r, scene.RoleLane)
		b, _ := s.NodeOf(r, scene.RoleLane)
		if got := a.Ops()[0].Color != b.Ops()[0].Color; got != want {
			t.Errorf("lane %d changed its ground: %v", i, got)
		}
	}
	st.Width = 10
	m.Put(st)
	if w := build(m).Stages[1].W; w < 98 {
		t.Errorf("a stage is narrower than its cards: %v", w)
	}
}
