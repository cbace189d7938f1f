package scene_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/resources"
)

// randomMap makes a map of up to 300 touchpoints and 40 stages with texts from
// empty to 2,000 characters, some without a space.
func randomMap(r *rand.Rand) *journey.Map {
	m := journey.New("m", words(r, 200))
	m.Head.Scenario, m.Head.Mission, m.Head.Success = words(r, 400), words(r, 300), words(r, 300)
	m.Head.Direction = []journey.Direction{"", journey.LeftToRight, journey.RightToLeft}[r.Intn(3)]
	stages := 1 + r.Intn(40)
	stageKeys := journey.Spread(stages)
	for i := range stages {
		m.Put(journey.Stage{
			ID: id("s", i), Order: stageKeys[i], Name: words(r, 80), Phase: journey.Phases[r.Intn(3)], Goal: words(r, 500),
			Status: journey.CustomerStatuses[r.Intn(8)], Hidden: r.Intn(8) == 0, Width: float64(r.Intn(3) * r.Intn(900)),
		})
	}
	for i, k := range journey.Spread(len(journey.LaneTypes) + 1) {
		t := journey.LaneTouchpoints
		if i < len(journey.LaneTypes) {
			t = journey.LaneTypes[i]
		}
		m.Put(journey.Lane{ID: id("l", i), Order: k, Type: t, Name: words(r, 40), Subtitle: words(r, 100), Height: float64(r.Intn(3) * r.Intn(300)), Color: []string{"", "#FFCC00", "no colour"}[r.Intn(3)]})
	}
	for i := range 1 + r.Intn(4) {
		m.Put(journey.Persona{ID: id("p", i), Name: words(r, 40), Quote: words(r, 200), Employee: r.Intn(2) == 0})
		m.Put(journey.Channel{ID: id("c", i), Name: words(r, 30), Ownership: journey.Ownerships[r.Intn(4)]})
	}
	for i, k := range journey.Spread(r.Intn(301)) {
		m.Put(randomTouchpoint(r, i, k, stages))
		st, tp := id("s", r.Intn(stages)), journey.ID("")
		if r.Intn(2) == 0 {
			tp = id("t", i)
		}
		reach := []journey.Reach{{}, {}, {EndStage: id("s", r.Intn(stages))}, {EndTouchpoint: id("t", r.Intn(i+9)), EndStage: st}}[r.Intn(4)]
		switch r.Intn(5) {
		case 0:
			m.Put(journey.PainPoint{ID: id("pp", i), Order: k, Stage: st, Touchpoint: tp, Lane: lane(journey.LanePainPoints), Text: words(r, 300), Severity: r.Intn(6), Owner: words(r, 30), Reach: reach})
		case 1:
			m.Put(journey.Opportunity{ID: id("op", i), Order: k, Stage: st, Touchpoint: tp, Lane: lane(journey.LaneOpportunities), Text: words(r, 300), Impact: r.Intn(6), Owner: words(r, 30), Reach: reach})
		case 2:
			m.Put(journey.Note{ID: id("n", i), Order: k, Stage: st, Touchpoint: tp, Lane: lane(journey.LaneThoughts), Text: words(r, 2000), Reach: reach})
		case 3:
			m.Put(journey.Metric{ID: id("me", i), Order: k, Stage: st, Touchpoint: tp, Lane: lane(journey.LaneMetrics), Name: words(r, 60), Actual: journey.Known(r.Float64() * 1e6)})
		}
	}
	return m
}

func randomTouchpoint(r *rand.Rand, i int, order string, stages int) journey.Touchpoint {
	t := journey.Touchpoint{
		ID: id("t", i), Order: order, Stage: id("s", r.Intn(stages)), Lane: lane(journey.LaneTouchpoints),
		Title: words(r, 2000), Channel: id("c", r.Intn(5)), Matters: r.Intn(5) == 0, LeaveAsIs: r.Intn(5) == 0,
		Type: journey.Interactions[r.Intn(3)], Delivery: journey.Deliveries[r.Intn(3)],
	}
	if r.Intn(4) == 0 {
		t.Lane = id("l", len(journey.LaneTypes))
	}
	for k := range r.Intn(4) {
		t.Actors = append(t.Actors, id("p", k))
	}
	if r.Intn(4) > 0 {
		t.Expected = journey.Feel(r.Float64()*4 - 2)
	}
	if r.Intn(4) > 0 {
		t.Actual = journey.Feel(r.Float64()*4 - 2)
		t.Actual.Quote = words(r, 200)
		if r.Intn(2) == 0 {
			t.Actual.Evidence = journey.Evidence{Source: journey.Survey, N: r.Intn(1e7), Distribution: []int{1, 5, 9, 4, 2}}
		}
	}
	return t
}

func id(prefix string, i int) journey.ID { return journey.ID(fmt.Sprintf("%s%03d", prefix, i)) }

func lane(t journey.LaneType) journey.ID {
	for i, o := range journey.LaneTypes {
		if o == t {
			return id("l", i)
		}
	}
	return ""
}

// words is mostly short, sometimes empty, sometimes of the full length, with
// words of any length up to the whole.
func words(r *rand.Rand, most int) string {
	n := r.Intn(min(most, 40))
	switch r.Intn(12) {
	case 0:
		return ""
	case 1:
		n = most
	}
	if r.Intn(8) == 0 {
		return strings.Repeat("W", n)
	}
	var b strings.Builder
	for b.Len() < n {
		b.WriteString("abcdefghijklmnopqrstuvwxyzäöüßéÀŁгдеλ"[:1+r.Intn(12)])
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func build(m *journey.Map) *scene.Scene {
	return scene.Build(m, options())
}

func options() scene.Options {
	return scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")}
}

type placed struct {
	r    scene.Rect
	node int
	text string
}

// TestNoTwoTextsOverlap holds on random maps: no two texts overlap, each lies
// inside its node (card, box, lane) and on the page.
func TestNoTwoTextsOverlap(t *testing.T) {
	for seed := range int64(60) {
		s := build(randomMap(rand.New(rand.NewSource(seed))))
		page := scene.Rect{W: s.Size.X, H: s.Size.Y}
		var all []placed
		for i := range s.Nodes {
			n := &s.Nodes[i]
			for k, o := range n.Ops() {
				if !within(marked(&o), n.Bounds) {
					t.Fatalf("seed %d: mark %d of node %d (role %d) lies at %+v, not in %+v", seed, k, i, n.Role, marked(&o), n.Bounds)
				}
			}
			if !within(n.Bounds, page) {
				t.Fatalf("seed %d: node %d (role %d) %+v leaves the page %+v", seed, i, n.Role, n.Bounds, page)
			}
			for k := range n.Ops() {
				if n.Ops()[k].Kind != scene.OpText || n.Ops()[k].Line.W == 0 {
					continue
				}
				r := n.Ops()[k].TextRect()
				if box, ok := frame(n, s); ok && !within(r, box) {
					t.Fatalf("seed %d: %q at %+v leaves its box %+v (role %d)", seed, n.Ops()[k].Line.Text, r, box, n.Role)
				}
				all = append(all, placed{r.Inset(0.05), i, n.Ops()[k].Line.Text})
			}
		}
		overlapping(t, seed, s, all)
	}
}

// frame is what the texts of a node must lie in.
func frame(n *scene.Node, s *scene.Scene) (scene.Rect, bool) {
	switch n.Role {
	case scene.RoleTouchpoint:
		return n.Ops()[1].Rect.Inset(8), true // the card's face, air of 8 kept
	case scene.RolePainPoint, scene.RoleOpportunity, scene.RoleMetric:
		return n.Ops()[0].Rect.Inset(8), true
	case scene.RoleGap:
		return n.Ops()[0].Rect, true
	case scene.RoleStage:
		return n.Ops()[0].Path.Bounds(), true
	case scene.RoleLane, scene.RoleCell, scene.RoleEvidence:
		for _, b := range s.Bands {
			if n.Bounds.Center().Y >= b.Rect.Y && n.Bounds.Center().Y < b.Rect.Bottom() {
				return b.Rect, true
			}
		}
	}
	return scene.Rect{}, false
}

func within(r, box scene.Rect) bool {
	const e = 0.01
	return r.X >= box.X-e && r.Y >= box.Y-e && r.Right() <= box.Right()+e && r.Bottom() <= box.Bottom()+e
}

// overlapping compares each text with those of the nodes near it.
func overlapping(t *testing.T, seed int64, s *scene.Scene, all []placed) {
	t.Helper()
	byNode := map[int][]placed{}
	for _, p := range all {
		byNode[p.node] = append(byNode[p.node], p)
	}
	for i, p := range all {
		for _, n := range s.Visible(p.r) {
			for _, q := range byNode[n] {
				if q != all[i] && p.r.Overlaps(q.r) {
					t.Fatalf("seed %d: %q %+v (role %d) overlaps %q %+v (role %d)", seed, p.text, p.r, s.Nodes[p.node].Role, q.text, q.r, s.Nodes[n].Role)
				}
			}
		}
	}
}

// TestCardsDoNotOverlap holds for cards, boxes and evidence, which have faces.
func TestCardsDoNotOverlap(t *testing.T) {
	for seed := range int64(30) {
		s := build(randomMap(rand.New(rand.NewSource(1000 + seed))))
		for i := range s.Nodes {
			a := &s.Nodes[i]
			if !faced(a.Role) {
				continue
			}
			for _, j := range s.Visible(a.Bounds) {
				if b := &s.Nodes[j]; j != i && faced(b.Role) && a.Bounds.Inset(1).Overlaps(b.Bounds.Inset(1)) {
					t.Fatalf("seed %d: roles %d %+v and %d %+v overlap", seed, a.Role, a.Bounds, b.Role, b.Bounds)
				}
			}
		}
	}
}

func faced(r scene.Role) bool {
	switch r {
	case scene.RoleTouchpoint, scene.RolePainPoint, scene.RoleOpportunity, scene.RoleMetric, scene.RoleGap, scene.RolePersona, scene.RoleEvidence:
		return true
	}
	return false
}

func TestSameMapSameScene(t *testing.T) {
	m := randomMap(rand.New(rand.NewSource(7)))
	a, b := build(m), build(m.Clone())
	if len(a.Nodes) != len(b.Nodes) || a.Size != b.Size {
		t.Fatalf("%d nodes of %v, then %d of %v", len(a.Nodes), a.Size, len(b.Nodes), b.Size)
	}
	for i := range a.Nodes {
		if a.Nodes[i].Hash != b.Nodes[i].Hash {
			t.Fatalf("node %d differs", i)
		}
	}
}

// marked is where a mark lies.
func marked(o *scene.Op) scene.Rect {
	switch o.Kind {
	case scene.OpText:
		return o.TextRect()
	case scene.OpFill:
		return o.Path.Bounds()
	case scene.OpStroke:
		return o.Path.Bounds().Inset(-o.Stroke.Width / 2)
	default:
		return o.Rect
	}
}
