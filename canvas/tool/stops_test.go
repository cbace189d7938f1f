package tool_test

import (
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// TestArrowsWalkAlong goes over the cards and on past the end of each stage.
func TestArrowsWalkAlong(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, _ *tool.Machine, forward float64) {
		on := map[float64]tool.Key{1: tool.KeyRight, -1: tool.KeyLeft}[forward]
		g := tool.NewStops(d.s)
		all := m.Journey()
		at, ok := g.Of(ref(journey.KindTouchpoint, all[0].ID))
		if !ok {
			t.Fatal("the first card is no place")
		}
		if label := g.End(at, false); label.Ref.Kind != journey.KindLane {
			t.Errorf("the row begins with %+v", label)
		}
		met, empty := []journey.ID{all[0].ID}, 0
		for next := g.Step(at, on, 0); next != at; next = g.Step(at, on, 0) {
			at = next
			if at.Empty() {
				empty++
				continue
			}
			met = append(met, at.Ref.ID)
		}
		if len(met) != len(all) || empty != m.Stages.Len() {
			t.Fatalf("met %d cards of %d and %d places behind the last of a stage", len(met), len(all), empty)
		}
		for i := range all {
			if met[i] != all[i].ID {
				t.Fatalf("card %d is %s, want %s", i, met[i], all[i].ID)
			}
		}
	})
}

// TestArrowsWalkUpAndDown goes over all rows and back.
func TestArrowsWalkUpAndDown(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, _ *tool.Machine, _ float64) {
		g := tool.NewStops(d.s)
		card, _ := g.Of(ref(journey.KindTouchpoint, m.Journey()[4].ID))
		wish := card.Rect.Center().X
		rows := 0
		at := card
		for next := g.Step(at, tool.KeyDown, wish); next != at; next = g.Step(at, tool.KeyDown, wish) {
			if x := next.Rect; wish < x.X-60 || wish > x.Right()+60 {
				t.Errorf("down leads from x %.0f to %+v", wish, x)
			}
			at = next
			rows++
		}
		if rows < len(d.s.Bands)-2 {
			t.Errorf("down goes over %d rows of %d lanes", rows, len(d.s.Bands))
		}
		top := card
		for range 5 {
			top = g.Step(top, tool.KeyUp, wish)
		}
		if top.Ref.Kind != journey.KindHead && top.Ref.Kind != journey.KindPersona {
			t.Errorf("up ends at %+v", top.Ref)
		}
	})
}

// TestTypingInEmptyCells begins the right kind of row in each kind of lane.
func TestTypingInEmptyCells(t *testing.T) {
	m, d, _ := setUp(t)
	st := m.StagesInOrder()[1]
	for lt, want := range map[journey.LaneType]journey.Kind{
		journey.LaneTouchpoints: journey.KindTouchpoint, journey.LaneThoughts: journey.KindNote, journey.LaneText: journey.KindNote,
		journey.LaneBackstage: journey.KindNote, journey.LanePainPoints: journey.KindPainPoint,
		journey.LaneOpportunities: journey.KindOpportunity, journey.LaneMetrics: journey.KindMetric, journey.LaneGoals: journey.KindStage,
	} {
		lane := journey.ID("lane of " + string(lt))
		p, err := edit.AddLane{Lane: journey.Lane{ID: lane, Type: lt}, Index: 99}.Plan(m)
		if err != nil {
			t.Fatal(err)
		}
		p.Apply(m)
		d.s = lay(m)
		stop := tool.Stop{Lane: lane, Stage: st.ID, Index: 1}
		begun, ok := tool.Begin(d.s, stop, journey.ID("new in "+lt), "W")
		if !ok || begun.Ref.Kind != want {
			t.Errorf("%s: %+v, %v", lt, begun.Ref, ok)
			continue
		}
		d.done = []edit.Command{begun.Command}
		c := carriedOut(t, m, d)
		row, _ := c.Row(begun.Ref.Kind, begun.Ref.ID)
		if got, ok := edit.Text(row, begun.Field); !ok || got != "W" {
			t.Errorf("%s: the text is %q, %v", lt, got, ok)
		}
		if _, ok := tool.TextOf(lay(c), begun.Ref, begun.Field); !ok {
			t.Errorf("%s: the text does not stand on the map", lt)
		}
	}
	if _, ok := tool.Begin(d.s, tool.Stop{Lane: d.s.Bands[2].Lane, Stage: st.ID}, "x", "W"); ok && d.s.Bands[2].Type == journey.LaneEmotion {
		t.Error("something can be typed into the emotion lane")
	}
}

func TestTabGoesOverAllTexts(t *testing.T) {
	_, d, _ := setUp(t)
	all := tool.Texts(d.s)
	at := all[0]
	if at.Field.Name != "Title" || at.Ref.Kind != journey.KindHead {
		t.Errorf("the first text is %s of a %s", at.Field.Name, at.Ref.Kind)
	}
	n := 1
	for ; ; n++ {
		next, ok := tool.NextText(d.s, at.Ref, at.Field.Name, 1)
		if !ok {
			break
		}
		if back, ok := tool.NextText(d.s, next.Ref, next.Field.Name, -1); !ok || back.Ref != at.Ref || back.Field.Name != at.Field.Name {
			t.Fatalf("back from %s of %s leads elsewhere", next.Field.Name, next.Ref.ID)
		}
		at = next
	}
	if n != len(all) {
		t.Errorf("Tab goes over %d texts of %d", n, len(all))
	}
}

func TestWhatIsUnderAPlace(t *testing.T) {
	m, d, _ := setUp(t)
	tp, st := m.Journey()[4], m.StagesInOrder()
	card := node(t, d, ref(journey.KindTouchpoint, tp.ID), scene.RoleTouchpoint).Bounds
	lane, _ := m.FirstLane(journey.LanePainPoints)
	var pains scene.Rect
	for _, b := range d.s.Bands {
		if b.Lane == lane.ID {
			pains = b.Rect
		}
	}
	stage := node(t, d, ref(journey.KindStage, st[2].ID), scene.RoleStage).Bounds
	for name, tc := range map[string]struct {
		at    scene.Point
		part  tool.Part
		ref   scene.Ref
		stage journey.ID
	}{
		"card":    {card.Center(), tool.OnCard, ref(journey.KindTouchpoint, tp.ID), tp.Stage},
		"stage":   {stage.Center(), tool.OnStage, ref(journey.KindStage, st[2].ID), st[2].ID},
		"label":   {scene.Point{X: pains.X + 20, Y: pains.Y + 15}, tool.OnLabel, ref(journey.KindLane, lane.ID), ""},
		"cell":    {scene.Point{X: d.s.Stages[5].X + d.s.Stages[5].W - 20, Y: pains.Bottom() - 4}, tool.OnCell, scene.Ref{}, st[5].ID},
		"paper":   {scene.Point{X: 4, Y: 4}, tool.OnPaper, scene.Ref{}, ""},
		"emotion": {middle(t, d, tp.ID, scene.RoleActual), tool.OnCard, ref(journey.KindTouchpoint, tp.ID), tp.Stage},
	} {
		t.Run(name, func(t *testing.T) {
			got := tool.SpotAt(d.s, tc.at)
			if got.Part != tc.part || got.Ref != tc.ref || got.Stage != tc.stage {
				t.Errorf("%+v, want %+v", got, tc)
			}
		})
	}
}
