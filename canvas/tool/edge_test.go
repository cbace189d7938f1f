package tool_test

import (
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// apply carries a command out on the map of a desk and lays it out.
func apply(t *testing.T, m *journey.Map, d *desk, c edit.Command) {
	t.Helper()
	p, err := c.Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	p.Apply(m)
	if wrong := m.Validate(); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	d.s = lay(m)
}

func TestDragTheEndOfAStage(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, _ float64) {
		g := gestures(t, m, d)["width"]
		before := d.s.Stages[1]
		drag(machine, g.from, g.to, nil)
		apply(t, m, d, d.done[0])
		if got, want := d.s.Stages[1].W, before.W+120; got < want-3 || got > want+3 {
			t.Errorf("the stage is %.0f wide, was %.0f, want %.0f", got, before.W, want)
		}
		begin := d.s.Stages[1].X
		if d.s.RTL {
			begin += d.s.Stages[1].W
		}
		drag(machine, gestures(t, m, d)["width"].from, scene.Point{X: begin, Y: g.from.Y}, nil)
		apply(t, m, d, d.done[1])
		if st, _ := m.Stages.Get(before.Stage); st.Width != 0 || d.s.Stages[1].W != before.W {
			t.Errorf("dragged to nothing it keeps a width of %.0f and is %.0f wide", st.Width, d.s.Stages[1].W)
		}
	})
}

func TestDragTheFootOfSeveralLanes(t *testing.T) {
	m, d, machine := setUp(t)
	g := gestures(t, m, d)["height"]
	two := []scene.Ref{ref(journey.KindLane, d.s.Bands[2].Lane), ref(journey.KindLane, d.s.Bands[5].Lane)}
	want := d.s.Bands[2].Rect.H + 90
	drag(machine, g.from, g.to, func(e *tool.Event) { e.Selected = two })
	apply(t, m, d, d.done[0])
	for _, i := range []int{2, 5} {
		if got := d.s.Bands[i].Rect.H; got < want-2 || got > want+2 {
			t.Errorf("lane %d is %.0f high, want %.0f", i, got, want)
		}
	}
	g = gestures(t, m, d)["height"]
	drag(machine, g.from, g.from.Add(scene.Point{Y: -5000}), nil)
	apply(t, m, d, d.done[1])
	if l, _ := m.Lanes.Get(d.s.Bands[2].Lane); l.Height != 0 {
		t.Errorf("dragged to nothing it keeps a height of %.0f", l.Height)
	}
}

func TestDragTheEdgesOfAPainPoint(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, _ float64) {
		pain := m.PainPointsInOrder()[0]
		all := m.Journey()
		own, _ := m.Touchpoints.Get(pain.Touchpoint)
		goal := middle(t, d, all[7].ID, scene.RoleTouchpoint)
		drag(machine, gestures(t, m, d)["end"].from, goal, nil)
		apply(t, m, d, d.done[0])
		now, _ := m.PainPoints.Get(pain.ID)
		if now.Touchpoint != own.ID || now.Reach.EndTouchpoint != all[7].ID || now.Reach.EndStage != all[7].Stage {
			t.Errorf("it goes from %s to %+v, want from %s to %s", now.Touchpoint, now.Reach, own.ID, all[7].ID)
		}
		drag(machine, gestures(t, m, d)["begin"].from, middle(t, d, all[0].ID, scene.RoleTouchpoint), nil)
		apply(t, m, d, d.done[1])
		if now, _ = m.PainPoints.Get(pain.ID); now.Touchpoint != all[0].ID || now.Reach.EndTouchpoint != all[7].ID {
			t.Errorf("it begins at %s and goes to %+v, want from %s to %s", now.Touchpoint, now.Reach, all[0].ID, all[7].ID)
		}
		last := m.InStage(all[7].Stage)
		drag(machine, gestures(t, m, d)["end"].from, middle(t, d, last[len(last)-1].ID, scene.RoleTouchpoint), nil)
		apply(t, m, d, d.done[2])
		if now, _ = m.PainPoints.Get(pain.ID); now.Reach != (journey.Reach{EndStage: all[7].Stage}) {
			t.Errorf("drawn to the end of a stage it goes to %+v", now.Reach)
		}
	})
}

func TestStretchedByKeys(t *testing.T) {
	m, d, _ := setUp(t)
	pain := ref(journey.KindPainPoint, m.PainPointsInOrder()[0].ID)
	width := func() float64 { return node(t, d, pain, scene.RolePainPoint).Bounds.W }
	steps := func(by int) {
		t.Helper()
		c, ok := tool.Stretched(d.s, pain, by)
		if !ok {
			t.Fatal("it cannot be stretched")
		}
		apply(t, m, d, c)
	}
	first := width()
	steps(1)
	steps(1)
	if width() <= first+100 {
		t.Errorf("two columns more make it %.0f wide, it was %.0f", width(), first)
	}
	for range 5 {
		steps(-1)
		if p, _ := m.PainPoints.Get(pain.ID); p.Reach == (journey.Reach{}) {
			break
		}
	}
	if p, _ := m.PainPoints.Get(pain.ID); p.Reach != (journey.Reach{}) || width() != first {
		t.Errorf("back again it reaches to %+v and is %.0f wide", p.Reach, width())
	}
	for range 20 {
		if c, ok := tool.Stretched(d.s, pain, 1); ok {
			apply(t, m, d, c)
		}
	}
	if _, ok := tool.Stretched(d.s, pain, 1); ok {
		t.Error("it goes on behind the last column")
	}
	if _, ok := tool.Stretched(d.s, ref(journey.KindMetric, m.MetricsInOrder()[0].ID), 1); ok {
		t.Error("a metric was stretched")
	}
}

func TestResizedByKeys(t *testing.T) {
	m, d, _ := setUp(t)
	pain := ref(journey.KindPainPoint, m.PainPointsInOrder()[0].ID)
	stages := []scene.Ref{ref(journey.KindStage, d.s.Stages[2].Stage), ref(journey.KindStage, d.s.Stages[3].Stage)}
	was := d.s.Stages[2].W
	c, ok := tool.Resized(d.s, stages, 400)
	if !ok {
		t.Fatal("a stage cannot be resized")
	}
	apply(t, m, d, c)
	if a, b := d.s.Stages[2].W, d.s.Stages[3].W; a < was+399 || a > was+401 || b > a+1 || b < a-1 {
		t.Errorf("the stages are %.0f and %.0f wide, want %.0f", a, b, was+400)
	}
	if _, ok := tool.Resized(d.s, []scene.Ref{pain}, 10); ok {
		t.Error("a pain point was resized")
	}
}

func TestSeveralStagesAndLanesGoTogether(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, _ float64) {
		st, lanes := m.StagesInOrder(), m.LanesInOrder()
		for _, name := range []string{"stages", "lanes"} {
			g := gestures(t, m, d)[name]
			d.done = nil
			drag(machine, g.from, g.to, g.change)
			c := carriedOut(t, m, d)
			if now := c.StagesInOrder(); name == "stages" && (now[2].ID != st[0].ID || now[3].ID != st[2].ID) {
				t.Errorf("the stages are %v", now)
			}
			if now := c.LanesInOrder(); name == "lanes" && (now[0].ID != lanes[2].ID || now[1].ID != lanes[4].ID) {
				t.Errorf("the lanes are %v", now)
			}
		}
		both := []scene.Ref{ref(journey.KindStage, st[0].ID), ref(journey.KindStage, st[1].ID)}
		if !machine.PickUp(both[0], both) {
			t.Fatal("two stages cannot be picked up")
		}
		on := tool.KeyRight
		if d.s.RTL {
			on = tool.KeyLeft
		}
		machine.Key(on)
		d.done = nil
		machine.Key(tool.KeyDrop)
		if now := carriedOut(t, m, d).StagesInOrder(); now[1].ID != st[0].ID || now[2].ID != st[1].ID {
			t.Errorf("carried by keys the stages are %v", now)
		}
	})
}
