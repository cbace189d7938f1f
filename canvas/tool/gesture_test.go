package tool_test

import (
	"reflect"
	"slices"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/resources"
)

// mirrored turns the map of a desk round.
func mirrored(m *journey.Map, d *desk) {
	m.Head.Direction = journey.RightToLeft
	d.s = lay(m)
}

func lay(m *journey.Map) *scene.Scene {
	return scene.Build(m, scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")})
}

// carriedOut applies what was done last to a copy of the map.
func carriedOut(t *testing.T, m *journey.Map, d *desk) *journey.Map {
	t.Helper()
	if len(d.done) == 0 {
		t.Fatal("nothing was done")
	}
	p, err := d.done[len(d.done)-1].Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	if p.Empty() {
		t.Fatalf("%+v changes nothing", d.done[len(d.done)-1])
	}
	c := m.Clone()
	p.Apply(c)
	if wrong := c.Validate(); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return c
}

func ref(k journey.Kind, id journey.ID) scene.Ref { return scene.Ref{Kind: k, ID: id} }

func node(t *testing.T, d *desk, r scene.Ref, role scene.Role) *scene.Node {
	t.Helper()
	n, ok := d.s.NodeOf(r, role)
	if !ok {
		t.Fatalf("%s %s is not on the map", r.Kind, r.ID)
	}
	return n
}

// drag runs a whole gesture with some moves on the way.
func drag(machine *tool.Machine, from, to scene.Point, change func(*tool.Event)) {
	e := func(p scene.Point) tool.Event {
		ev := at(p)
		if change != nil {
			change(&ev)
		}
		return ev
	}
	machine.Press(e(from))
	for i := 1; i <= 4; i++ {
		f := float64(i) / 4
		machine.Move(e(scene.Point{X: from.X + (to.X-from.X)*f, Y: from.Y + (to.Y-from.Y)*f}))
	}
	machine.Release(e(to))
}

// both runs a test on a map from the left and on one from the right.
func both(t *testing.T, f func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, forward float64)) {
	t.Run("from the left", func(t *testing.T) {
		m, d, machine := setUp(t)
		f(t, m, d, machine, 1)
	})
	t.Run("from the right", func(t *testing.T) {
		m, d, machine := setUp(t)
		mirrored(m, d)
		f(t, m, d, machine, -1)
	})
}

func TestDragSeveralTouchpoints(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, forward float64) {
		all := m.Journey()
		picked := []scene.Ref{ref(journey.KindTouchpoint, all[2].ID), ref(journey.KindTouchpoint, all[0].ID)}
		goal := node(t, d, ref(journey.KindTouchpoint, all[9].ID), scene.RoleTouchpoint).Bounds.Center()
		goal.X += 10 * forward
		drag(machine, middle(t, d, all[0].ID, scene.RoleTouchpoint), goal, func(e *tool.Event) { e.Selected = picked })
		c := carriedOut(t, m, d)
		var got []journey.ID
		for _, tp := range c.InStage(all[9].Stage) {
			got = append(got, tp.ID)
		}
		i := slices.Index(got, all[9].ID)
		if i < 0 || i+2 >= len(got) || got[i+1] != all[0].ID || got[i+2] != all[2].ID {
			t.Errorf("the stage is %v; want %s and %s behind %s", got, all[0].ID, all[2].ID, all[9].ID)
		}
		if len(d.selected) > 0 {
			t.Error("the drag of a selection selected something else")
		}
	})
}

func TestDragAStage(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, forward float64) {
		st := m.StagesInOrder()
		from := node(t, d, ref(journey.KindStage, st[0].ID), scene.RoleStage).Bounds.Center()
		to := node(t, d, ref(journey.KindStage, st[2].ID), scene.RoleStage).Bounds.Center()
		to.X += 12 * forward
		drag(machine, from, to, nil)
		if p := d.shown[len(d.shown)-2]; p.Mark.W == 0 || p.Trial == nil || p.Ghost.W == 0 {
			t.Errorf("while it is dragged: %+v", p)
		}
		now := carriedOut(t, m, d).StagesInOrder()
		if now[0].ID != st[1].ID || now[1].ID != st[2].ID || now[2].ID != st[0].ID {
			t.Errorf("the stages are %v", now)
		}
		d.done = nil
		from = node(t, d, ref(journey.KindStage, st[1].ID), scene.RoleStage).Bounds.Center()
		drag(machine, from, from.Add(scene.Point{X: 30 * forward}), nil)
		if len(d.done) > 0 {
			t.Errorf("a stage that stays where it is: %+v", d.done)
		}
	})
}

func TestDragALaneByItsLabel(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, _ float64) {
		lanes := m.LanesInOrder()
		lanes[1].Hidden = true // between those that are seen
		m.Put(lanes[1])
		d.s = lay(m)
		label := func(i int) scene.Point {
			b := d.s.Bands[i].Rect
			if d.s.RTL {
				return scene.Point{X: b.Right() - 20, Y: b.Center().Y}
			}
			return scene.Point{X: b.X + 20, Y: b.Center().Y}
		}
		to := label(0)
		to.Y = d.s.Bands[0].Rect.Y + 2
		moved := d.s.Bands[3].Lane
		drag(machine, label(3), to, nil)
		if now := carriedOut(t, m, d).LanesInOrder(); now[0].ID != moved {
			t.Errorf("the first lane is %s", now[0].Name)
		}
	})
}

func TestDragAPainPointToAnotherCard(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, _ float64) {
		pain := m.PainPointsInOrder()[0]
		card := m.Journey()[11]
		from := node(t, d, ref(journey.KindPainPoint, pain.ID), scene.RolePainPoint).Bounds.Center()
		drag(machine, from, middle(t, d, card.ID, scene.RoleTouchpoint), nil)
		now, _ := carriedOut(t, m, d).PainPoints.Get(pain.ID)
		if now.Touchpoint != card.ID || now.Stage != card.Stage {
			t.Errorf("it is at %s in %s, want %s in %s", now.Touchpoint, now.Stage, card.ID, card.Stage)
		}
	})
}

func TestDropAboveInTheSameCell(t *testing.T) {
	m, d, machine := setUp(t)
	first := m.PainPointsInOrder()[0]
	second := first
	second.ID, second.Text = "second", "The second in the cell"
	p, err := edit.AddToCell{Row: second}.Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	p.Apply(m)
	d.s = lay(m)
	from := node(t, d, ref(journey.KindPainPoint, "second"), scene.RolePainPoint).Bounds.Center()
	to := node(t, d, ref(journey.KindPainPoint, first.ID), scene.RolePainPoint).Bounds
	drag(machine, from, scene.Point{X: to.X + 20, Y: to.Y + 4}, nil)
	now := carriedOut(t, m, d).PainPointsInOrder()
	if slices.IndexFunc(now, func(p journey.PainPoint) bool { return p.ID == "second" }) > slices.IndexFunc(now, func(p journey.PainPoint) bool { return p.ID == first.ID }) {
		t.Error("it is not above the first")
	}
}

func TestDragANoteToAnotherStage(t *testing.T) {
	m, d, machine := setUp(t)
	lane := journey.Lane{ID: "said", Type: journey.LaneThoughts}
	st := m.StagesInOrder()
	for _, c := range []edit.Command{
		edit.AddLane{Lane: lane, Index: 99}, edit.AddToCell{Row: journey.Note{ID: "n", Stage: st[0].ID, Lane: "said", Text: "Where is it?"}},
	} {
		p, err := c.Plan(m)
		if err != nil {
			t.Fatal(err)
		}
		p.Apply(m)
	}
	d.s = lay(m)
	from := node(t, d, ref(journey.KindNote, "n"), scene.RoleCell).Bounds.Center()
	drag(machine, from, scene.Point{X: d.s.Stages[4].X + 50, Y: from.Y}, nil)
	if n, _ := carriedOut(t, m, d).Notes.Get("n"); n.Stage != st[4].ID {
		t.Errorf("the note is in stage %s", n.Stage)
	}
}

func TestBothCurvesMoveTogether(t *testing.T) {
	m, d, machine := setUp(t)
	tp := m.Journey()[2]
	gap, _ := journey.Gap(tp)
	p := middle(t, d, tp.ID, scene.RoleActual)
	for _, to := range []float64{0.5, -9, 9} {
		d.done = nil
		goal := scene.Point{X: p.X, Y: d.s.ValenceY(to)}
		drag(machine, p, goal, func(e *tool.Event) { e.Both = true })
		if f := d.shown[len(d.shown)-2].Feeling; !f.Both || f.Other == (scene.Point{}) {
			t.Errorf("shown %+v", f)
		}
		now, _ := carriedOut(t, m, d).Touchpoints.Get(tp.ID)
		if after, _ := journey.Gap(now); after-gap > 0.051 || gap-after > 0.051 {
			t.Errorf("dragged to %v the gap is %v and was %v", to, after, gap)
		}
	}
}

func TestMarquee(t *testing.T) {
	m, d, machine := setUp(t)
	all := m.Journey()
	a := node(t, d, ref(journey.KindTouchpoint, all[0].ID), scene.RoleTouchpoint).Bounds
	b := node(t, d, ref(journey.KindTouchpoint, all[2].ID), scene.RoleTouchpoint).Bounds
	from, to := scene.Point{X: a.X - 3, Y: a.Y - 6}, scene.Point{X: b.X + 5, Y: b.Center().Y}
	drag(machine, from, to, nil)
	want := []scene.Ref{ref(journey.KindTouchpoint, all[0].ID), ref(journey.KindTouchpoint, all[1].ID), ref(journey.KindTouchpoint, all[2].ID)}
	if !reflect.DeepEqual(d.selected, want) || len(d.done) > 0 || d.panned != (scene.Point{}) {
		t.Errorf("selected %v, done %v, panned %v", d.selected, d.done, d.panned)
	}
	had := []scene.Ref{ref(journey.KindTouchpoint, all[7].ID), want[1]}
	drag(machine, from, to, func(e *tool.Event) { e.Add, e.Selected = true, had })
	if want := []scene.Ref{had[0], want[1], want[0], want[2]}; !reflect.DeepEqual(d.selected, want) {
		t.Errorf("with Shift: %v, want %v", d.selected, want)
	}
}

func TestSelectingInStageLaneAndAll(t *testing.T) {
	m, d, _ := setUp(t)
	st := m.StagesInOrder()[3]
	for _, r := range tool.InStage(d.s, st.ID) {
		if r.Kind == journey.KindTouchpoint {
			if tp, _ := m.Touchpoints.Get(r.ID); tp.Stage != st.ID {
				t.Errorf("%s is in another stage", tp.Title)
			}
		}
	}
	lane, _ := m.FirstLane(journey.LanePainPoints)
	if got := tool.InLane(d.s, lane.ID); len(got) != m.PainPoints.Len() {
		t.Errorf("%d of %d pain points in their lane", len(got), m.PainPoints.Len())
	}
	if got, want := len(tool.All(d.s)), m.Touchpoints.Len()+m.PainPoints.Len()+m.Opportunities.Len()+m.Metrics.Len()+m.Notes.Len(); got != want {
		t.Errorf("%d rows in all, want %d", got, want)
	}
}

// TestCancelledAtEveryEvent begins each gesture anew and cancels it after one
// event more each time, and interrupts it by another press: nothing is done, nothing
// stays shown, nothing of it goes on.
func TestCancelledAtEveryEvent(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, _ float64) {
		for name, g := range gestures(t, m, d) {
			t.Run(name, func(t *testing.T) {
				for stop := 1; stop <= 6; stop++ {
					d.done, d.shown = nil, nil
					machine.Press(g.event(g.from))
					for i := 1; i < stop; i++ {
						f := float64(i) / 5
						machine.Move(g.event(scene.Point{X: g.from.X + (g.to.X-g.from.X)*f, Y: g.from.Y + (g.to.Y-g.from.Y)*f}))
					}
					if p, _ := d.last(); stop == 6 && reflect.DeepEqual(p, tool.Preview{}) && !g.silent {
						t.Error("it shows nothing while it is under way")
					}
					machine.Cancel()
					machine.Move(at(g.to))
					machine.Release(at(g.to))
					if p, shown := d.last(); shown && !reflect.DeepEqual(p, tool.Preview{}) || len(d.done) > 0 || machine.Busy() {
						t.Errorf("cancelled after %d events: shown %+v, done %+v", stop, p, d.done)
					}
				}
			})
		}
	})
}

// TestEveryGestureDoesSomething is the other half: what is not cancelled is done, as
// one command that leaves the map valid.
func TestEveryGestureDoesSomething(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, _ float64) {
		for name, g := range gestures(t, m, d) {
			d.done, d.shown = nil, nil
			drag(machine, g.from, g.to, g.change)
			if g.silent {
				continue
			}
			if p, _ := d.last(); !reflect.DeepEqual(p, tool.Preview{}) || machine.Busy() {
				t.Errorf("%s: afterwards it shows %+v", name, p)
			}
			if len(d.done) > 1 || len(d.done) == 1 == (name == "marquee") {
				t.Errorf("%s: done %+v", name, d.done)
				continue
			}
			if len(d.done) == 1 {
				carriedOut(t, m, d)
			}
		}
	})
}

// scripted is a gesture of the hand.
type scripted struct {
	from, to scene.Point
	change   func(*tool.Event)
	silent   bool // it shows nothing of its own
}

func (g scripted) event(p scene.Point) tool.Event {
	e := at(p)
	if g.change != nil {
		g.change(&e)
	}
	return e
}

// gestures are all that the hand can do on the sample map.
func gestures(t *testing.T, m *journey.Map, d *desk) map[string]scripted {
	t.Helper()
	forward := 1.0
	if d.s.RTL {
		forward = -1
	}
	all, st, pains := m.Journey(), m.StagesInOrder(), m.PainPointsInOrder()
	card := func(i int) scene.Point { return middle(t, d, all[i].ID, scene.RoleTouchpoint) }
	label := func(i int) scene.Point {
		b := d.s.Bands[i].Rect
		if d.s.RTL {
			return scene.Point{X: b.Right() - 20, Y: b.Center().Y}
		}
		return scene.Point{X: b.X + 20, Y: b.Center().Y}
	}
	chevron := func(i int) scene.Rect {
		return node(t, d, ref(journey.KindStage, st[i].ID), scene.RoleStage).Bounds
	}
	pain := node(t, d, ref(journey.KindPainPoint, pains[0].ID), scene.RolePainPoint).Bounds
	begin, end := scene.Point{X: pain.X, Y: pain.Center().Y}, scene.Point{X: pain.Right(), Y: pain.Center().Y}
	stageEnd := scene.Point{X: d.s.Stages[1].X + d.s.Stages[1].W, Y: chevron(1).Center().Y}
	if d.s.RTL {
		begin, end, stageEnd.X = end, begin, d.s.Stages[1].X
	}
	point := middle(t, d, all[1].ID, scene.RoleActual)
	foot := scene.Point{X: label(2).X, Y: d.s.Bands[2].Rect.Bottom()}
	with := func(refs ...scene.Ref) func(*tool.Event) { return func(e *tool.Event) { e.Selected = refs } }
	on := func(p scene.Point, dx, dy float64) scene.Point {
		return p.Add(scene.Point{X: dx * forward, Y: dy})
	}
	return map[string]scripted{
		"card":    {from: card(1), to: card(6)},
		"cards":   {from: card(1), to: card(6), change: with(ref(journey.KindTouchpoint, all[1].ID), ref(journey.KindTouchpoint, all[2].ID))},
		"point":   {from: point, to: on(point, 0, 60)},
		"points":  {from: point, to: on(point, 0, 60), change: func(e *tool.Event) { e.Both = true }},
		"stage":   {from: chevron(1).Center(), to: on(chevron(3).Center(), 20, 0)},
		"stages":  {from: chevron(0).Center(), to: on(chevron(3).Center(), 20, 0), change: with(ref(journey.KindStage, st[0].ID), ref(journey.KindStage, st[2].ID))},
		"lane":    {from: label(2), to: on(label(0), 0, -20)},
		"lanes":   {from: label(2), to: on(label(0), 0, -20), change: with(ref(journey.KindLane, d.s.Bands[2].Lane), ref(journey.KindLane, d.s.Bands[4].Lane))},
		"pain":    {from: pain.Center(), to: card(9)},
		"begin":   {from: begin, to: on(begin, -200, 0)},
		"end":     {from: end, to: on(end, 400, 0)},
		"width":   {from: stageEnd, to: on(stageEnd, 120, 0)},
		"height":  {from: foot, to: on(foot, 0, 90)},
		"marquee": {from: scene.Point{X: 5, Y: 5}, to: scene.Point{X: 700, Y: 500}},
		"pan":     {from: card(1), to: card(6), change: func(e *tool.Event) { e.Pan = true }, silent: true},
	}
}

func TestCarryingCancelledAtEveryKey(t *testing.T) {
	m, d, machine := setUp(t)
	all, st := m.Journey(), m.StagesInOrder()
	pain := m.PainPointsInOrder()[0]
	for name, r := range map[string]scene.Ref{
		"carried card": ref(journey.KindTouchpoint, all[1].ID), "carried stage": ref(journey.KindStage, st[1].ID),
		"carried lane": ref(journey.KindLane, d.s.Bands[2].Lane), "carried pain": ref(journey.KindPainPoint, pain.ID),
	} {
		t.Run(name, func(t *testing.T) {
			for stop := range 5 {
				d.done, d.shown = nil, nil
				if !machine.PickUp(r, nil) {
					t.Fatal("it cannot be picked up")
				}
				for i := range stop {
					machine.Key([]tool.Key{tool.KeyRight, tool.KeyDown, tool.KeyRight, tool.KeyUp}[i])
				}
				machine.Cancel()
				if p, _ := d.last(); !reflect.DeepEqual(p, tool.Preview{}) || len(d.done) > 0 || machine.Key(tool.KeyDrop) || len(d.done) > 0 {
					t.Errorf("cancelled after %d keys: shown %+v, done %+v", stop, p, d.done)
				}
			}
		})
	}
}

func TestCarryByKeys(t *testing.T) {
	both(t, func(t *testing.T, m *journey.Map, d *desk, machine *tool.Machine, forward float64) {
		on := map[float64]tool.Key{1: tool.KeyRight, -1: tool.KeyLeft}[forward]
		all, st := m.Journey(), m.StagesInOrder()
		if !machine.PickUp(ref(journey.KindTouchpoint, all[0].ID), nil) {
			t.Fatal("a card cannot be picked up")
		}
		machine.Key(tool.KeyDrop)
		if len(d.done) > 0 {
			t.Fatalf("put down where it was: %+v", d.done)
		}
		machine.PickUp(ref(journey.KindTouchpoint, all[0].ID), nil)
		machine.Key(on)
		if p, _ := d.last(); p.Trial == nil || p.Mark.W == 0 {
			t.Errorf("carried by one: %+v", p)
		}
		machine.Key(tool.KeyDrop)
		if now := carriedOut(t, m, d).InStage(st[0].ID); now[0].ID != all[1].ID || now[1].ID != all[0].ID {
			t.Errorf("after one step the stage begins with %s, %s", now[0].Title, now[1].Title)
		}
		n := len(m.InStage(st[0].ID))
		machine.PickUp(ref(journey.KindTouchpoint, all[0].ID), nil)
		for range n {
			machine.Key(on)
		}
		machine.Key(tool.KeyDrop)
		if now := carriedOut(t, m, d).InStage(st[1].ID); now[0].ID != all[0].ID {
			t.Errorf("after %d steps the next stage begins with %s", n, now[0].Title)
		}
		machine.PickUp(ref(journey.KindStage, st[1].ID), nil)
		machine.Key(on)
		machine.Key(tool.KeyDrop)
		if now := carriedOut(t, m, d).StagesInOrder(); now[2].ID != st[1].ID {
			t.Errorf("the third stage is %s", now[2].Name)
		}
		lane := m.LanesInOrder()[0]
		machine.PickUp(ref(journey.KindLane, lane.ID), nil)
		machine.Key(tool.KeyDown)
		machine.Key(tool.KeyDrop)
		if now := carriedOut(t, m, d).LanesInOrder(); now[1].ID != lane.ID {
			t.Errorf("the second lane is %s", now[1].Name)
		}
		pain := m.PainPointsInOrder()[0]
		machine.PickUp(ref(journey.KindPainPoint, pain.ID), nil)
		machine.Key(on)
		machine.Key(tool.KeyDrop)
		if now, _ := carriedOut(t, m, d).PainPoints.Get(pain.ID); now.Touchpoint == pain.Touchpoint {
			t.Error("the pain point did not move")
		}
	})
}
