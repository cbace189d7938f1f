package tool_test

import (
	"bytes"
	"reflect"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/canvas/tool"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/sample"
	"touchline.app/resources"
)

// desk records what a machine asks for.
type desk struct {
	s        *scene.Scene
	shown    []tool.Preview
	done     []edit.Command
	selected []scene.Ref
	panned   scene.Point
}

func (d *desk) Scene() *scene.Scene { return d.s }
func (d *desk) Show(p tool.Preview) { d.shown = append(d.shown, p) }
func (d *desk) Do(c edit.Command)   { d.done = append(d.done, c) }
func (d *desk) Select(refs []scene.Ref, add bool) {
	if !add {
		d.selected = nil
	}
	d.selected = append(d.selected, refs...)
}
func (d *desk) Pan(by scene.Point) { d.panned = d.panned.Add(by) }
func (d *desk) last() (p tool.Preview, ok bool) { // what is shown now
	if len(d.shown) == 0 {
		return tool.Preview{}, false
	}
	return d.shown[len(d.shown)-1], true
}

func setUp(t *testing.T) (*journey.Map, *desk, *tool.Machine) {
	t.Helper()
	seed := make([]byte, 1<<16)
	for i := range seed {
		seed[i] = byte(i*31 + i>>8)
	}
	m, err := sample.Named("flight", journey.NewIDs(bytes.NewReader(seed)))
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{s: scene.Build(m, scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")})}
	return m, d, tool.NewMachine(d)
}

func at(p scene.Point) tool.Event { return tool.Event{At: p, Scale: 1} }

func middle(t *testing.T, d *desk, id journey.ID, role scene.Role) scene.Point {
	t.Helper()
	n, ok := d.s.NodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: id}, role)
	if !ok {
		t.Fatalf("touchpoint %s has no node of role %d", id, role)
	}
	return n.Bounds.Center()
}

func TestDragATouchpointToAnotherStage(t *testing.T) {
	m, d, machine := setUp(t)
	all := m.Journey()
	from, to := all[0], all[len(all)-1]
	goal := middle(t, d, to.ID, scene.RoleTouchpoint).Add(scene.Point{X: 10})
	machine.Press(at(middle(t, d, from.ID, scene.RoleTouchpoint)))
	machine.Move(at(goal))
	if p, _ := d.last(); p.Card.ID != from.ID || p.Mark.W == 0 {
		t.Errorf("while it is dragged the preview is %+v", p)
	}
	if len(d.done) > 0 {
		t.Fatal("something was done before release")
	}
	machine.Release(at(goal))
	want := edit.MoveTouchpoint{ID: from.ID, Stage: to.Stage, Lane: to.Lane, Index: len(m.InStage(to.Stage))}
	if len(d.done) != 1 || !reflect.DeepEqual(d.done[0], want) {
		t.Errorf("done: %+v, want %+v", d.done, want)
	}
	if p, _ := d.last(); !reflect.DeepEqual(p, tool.Preview{}) {
		t.Errorf("after release the preview stays: %+v", p)
	}
}

func TestDragAPointOfEachCurve(t *testing.T) {
	for _, tc := range []struct {
		name  string
		role  scene.Role
		which edit.Which
	}{{"expected", scene.RoleExpected, edit.Expected}, {"actual", scene.RoleActual, edit.Actual}} {
		t.Run(tc.name, func(t *testing.T) {
			m, d, machine := setUp(t)
			tp := m.Journey()[1]
			p := middle(t, d, tp.ID, tc.role)
			goal := scene.Point{X: p.X + 40, Y: d.s.ValenceY(-1.5)}
			machine.Press(at(p))
			machine.Move(at(goal))
			if now, _ := d.last(); now.Feeling.Valence != -1.5 || now.Feeling.Point.X != p.X {
				t.Errorf("preview %+v: want -1.5 at x %.1f", now, p.X)
			}
			machine.Release(at(goal))
			want := edit.SetEmotion{ID: tp.ID, Which: tc.which, Valence: -1.5}
			if len(d.done) != 1 || d.done[0] != edit.Command(want) {
				t.Errorf("done: %+v, want %+v", d.done, want)
			}
		})
	}
}

func TestCancelDoesNothing(t *testing.T) {
	m, d, machine := setUp(t)
	p := middle(t, d, m.Journey()[0].ID, scene.RoleTouchpoint)
	machine.Press(at(p))
	machine.Move(at(p.Add(scene.Point{X: 500})))
	if !machine.Cancel() {
		t.Error("cancel says that nothing was under way")
	}
	machine.Release(at(p.Add(scene.Point{X: 500})))
	if len(d.done) > 0 {
		t.Errorf("done after cancel: %+v", d.done)
	}
	if now, _ := d.last(); !reflect.DeepEqual(now, tool.Preview{}) {
		t.Errorf("the preview stays: %+v", now)
	}
	if machine.Cancel() {
		t.Error("cancel at rest says that something was under way")
	}
}

func TestASmallMoveIsAClick(t *testing.T) {
	m, d, machine := setUp(t)
	tp := m.Journey()[2]
	p := middle(t, d, tp.ID, scene.RoleTouchpoint)
	machine.Press(at(p))
	machine.Move(at(p.Add(scene.Point{X: 2, Y: 2})))
	machine.Release(at(p.Add(scene.Point{X: 2, Y: 2})))
	if len(d.done) > 0 || len(d.selected) != 1 || d.selected[0].ID != tp.ID {
		t.Errorf("done %v, selected %v; want %s selected", d.done, d.selected, tp.ID)
	}
}

// TestThresholdIsOnTheScreen: at a tenth of the size the hand moves ten times
// as far over the map before a press becomes a drag.
func TestThresholdIsOnTheScreen(t *testing.T) {
	m, d, machine := setUp(t)
	p := middle(t, d, m.Journey()[0].ID, scene.RoleTouchpoint)
	far := p.Add(scene.Point{X: 30})
	machine.Press(tool.Event{At: p, Scale: 0.1})
	machine.Move(tool.Event{At: far, Scale: 0.1})
	machine.Release(tool.Event{At: far, Scale: 0.1})
	if len(d.done) > 0 || len(d.shown) > 0 {
		t.Errorf("three pixels on the screen were a drag: %+v", d.done)
	}
}

func TestDropBesideTheLaneIsNoMove(t *testing.T) {
	m, d, machine := setUp(t)
	p := middle(t, d, m.Journey()[0].ID, scene.RoleTouchpoint)
	beside := d.s.Emotion.Center()
	machine.Press(at(p))
	machine.Move(at(beside))
	if now, _ := d.last(); now.Mark.W != 0 {
		t.Errorf("a mark is shown where nothing can be dropped: %+v", now)
	}
	machine.Release(at(beside))
	if len(d.done) > 0 {
		t.Errorf("done: %+v", d.done)
	}
}

func TestPanWithSpace(t *testing.T) {
	m, d, machine := setUp(t)
	p := middle(t, d, m.Journey()[0].ID, scene.RoleTouchpoint)
	machine.Press(tool.Event{At: p, Scale: 1, Pan: true})
	machine.Move(at(p.Add(scene.Point{X: 7, Y: -3})))
	machine.Release(at(p))
	if d.panned != (scene.Point{X: -7, Y: 3}) || len(d.done) > 0 {
		t.Errorf("panned %+v, done %v", d.panned, d.done)
	}
}

func TestTargets(t *testing.T) {
	m, d, _ := setUp(t)
	tp := m.Journey()[4]
	p := middle(t, d, tp.ID, scene.RoleTouchpoint)
	for _, k := range []journey.Kind{journey.KindPainPoint, journey.KindOpportunity} {
		got, ok := tool.TargetAt(d.s, k, p)
		lane, _ := m.Lanes.Get(got.Lane)
		if !ok || got.Touchpoint != tp.ID || got.Stage != tp.Stage || string(lane.Type) != string(k)+"s" && lane.Type != journey.LaneOpportunities {
			t.Errorf("%s on a card: %+v (%s)", k, got, lane.Type)
		}
	}
	if got, ok := tool.TargetAt(d.s, journey.KindNote, p); !ok || got.Stage != tp.Stage {
		t.Errorf("note: %+v, %v", got, ok)
	}
	if _, ok := tool.TargetAt(d.s, journey.KindTouchpoint, scene.Point{X: -5, Y: 10}); ok {
		t.Error("something can be dropped beside the page")
	}
}
