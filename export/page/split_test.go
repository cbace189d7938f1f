package page

import (
	"context"
	"math/rand"
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// TestSplitShowsEveryTextWhole holds on random maps, of few and many stages,
// short and very long texts, from either side: each text of the body is whole
// on one of the sheets, and none is cut on any.
func TestSplitShowsEveryTextWhole(t *testing.T) {
	papers := []Paper{A4, A3, Letter, Legal, Tabloid, A1}
	for seed := range int64(40) {
		r := rand.New(rand.NewSource(seed))
		m := randomMap(r, 1+r.Intn(14), r.Intn(90), []int{40, 300, 2000}[r.Intn(3)])
		if seed%2 == 0 {
			across(r, m)
		}
		o := options()
		o.Mode, o.Paper, o.Orientation = Split, papers[r.Intn(len(papers))], Orientations[r.Intn(3)]
		o.NoFooter = r.Intn(4) == 0
		o.Margin = []float64{0, -1, 25, 60}[r.Intn(4)]
		if r.Intn(2) == 0 {
			o.Logo = logo()
		}
		d, err := Set(context.Background(), m, o)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		hold(t, d, true)
		complete(t, seed, m, o, d)
	}
}

// mark is a text at a place.
type mark struct {
	line *text.Line
	at   scene.Point
}

// complete checks that each text of the map's body is on a sheet.
func complete(t *testing.T, seed int64, m *journey.Map, o Options, d *Document) {
	t.Helper()
	seen := shown(d)
	all := laidOut(t, m, o)
	for i := range all.Nodes {
		n := &all.Nodes[i]
		switch n.Role {
		case scene.RoleHeader, scene.RolePersona, scene.RoleFooter, scene.RoleLegend, scene.RolePage:
			continue
		}
		for _, op := range n.Ops() {
			if isText(&op) && op.Line.W > 0 && !seen[mark{op.Line, op.At}] {
				t.Fatalf("seed %d: %q (role %d) at %v is on no sheet", seed, op.Line.Text, n.Role, op.At)
			}
		}
	}
}

// shown returns the texts of the map on the sheets.
func shown(d *Document) map[mark]bool {
	seen := map[mark]bool{}
	for _, s := range d.Sheets {
		for _, p := range s.Parts {
			if p.Kind != Body && p.Kind != Repeat {
				continue
			}
			for _, i := range p.Scene.Visible(p.Window) {
				for _, op := range p.Scene.Nodes[i].Ops() {
					seen[mark{op.Line, op.At}] = true
				}
			}
		}
	}
	return seen
}

// laidOut lays a map out with its stages divided and its rows cut as they are on
// the sheets.
func laidOut(t *testing.T, m *journey.Map, o Options) *scene.Scene {
	t.Helper()
	p := &setter{ctx: context.Background(), Options: o.defaults(), m: m, s: scene.Build(m, o.Scene), logoMost: logoHeight}
	p.unsized()
	pl, err := p.best()
	if err != nil {
		t.Fatal(err)
	}
	c, _ := p.cutUp(pl)
	return c.s
}

func TestSplitKeepsTextReadable(t *testing.T) {
	for name, m := range maps(t) {
		o := options()
		o.Mode = Split
		d, err := Set(context.Background(), m, o)
		if err != nil {
			t.Fatal(err)
		}
		p := &setter{s: scene.Build(m, o.Scene)}
		for i, s := range d.Sheets {
			for _, part := range s.Parts {
				if part.Kind == Body && len(part.Scene.Stages) > 0 && part.Scale*p.smallest() < LeastText-0.01 {
					t.Errorf("%s, sheet %d: the smallest text is %.2f", name, i+1, part.Scale*p.smallest())
				}
			}
		}
	}
}

func TestDividedStageIsContinued(t *testing.T) {
	m := journey.New("m", "Long")
	m.Put(journey.Lane{ID: "l", Type: journey.LaneTouchpoints, Order: "a"})
	m.Put(journey.Stage{ID: "s", Name: "Ride"})
	for i, k := range journey.Spread(40) {
		m.Put(journey.Touchpoint{ID: id("t", i), Stage: "s", Lane: "l", Order: k, Title: "Sees the next stop"})
	}
	o := options()
	o.Mode = Split
	d, err := Set(context.Background(), m, o)
	if err != nil {
		t.Fatal(err)
	}
	points := map[journey.ID]int{}
	for i, s := range d.Sheets {
		if name := stageName(t, s, points); strings.Contains(name, "(continued)") != (i > 0) {
			t.Errorf("sheet %d is headed %q", i+1, name)
		}
	}
	if len(d.Sheets) < 3 || len(points) != 40 {
		t.Errorf("%d sheets with %d touchpoints", len(d.Sheets), len(points))
	}
	for p, n := range points {
		if n != 1 {
			t.Errorf("%s is on %d sheets", p, n)
		}
	}
}

// stageName returns what stands in the stages of a sheet, and counts its
// touchpoints.
func stageName(t *testing.T, s Sheet, points map[journey.ID]int) string {
	t.Helper()
	name := ""
	for _, p := range s.Parts {
		for k := range p.Scene.Nodes {
			switch n := &p.Scene.Nodes[k]; n.Role {
			case scene.RoleStage:
				if n.Ref.ID != "s" || n.Stage != "s" {
					t.Errorf("the stage is called %q", n.Ref.ID)
				}
				for _, op := range n.Ops() {
					if isText(&op) {
						name += op.Line.Text
					}
				}
			case scene.RoleTouchpoint:
				points[n.Ref.ID]++
			}
		}
	}
	return name
}

// TestDropOffIsNamedOnEachSheet holds that what is drawn of the drop-off is named
// wherever a part of it is.
func TestDropOffIsNamedOnEachSheet(t *testing.T) {
	m := flight(t)
	across(rand.New(rand.NewSource(3)), m)
	for _, direction := range []journey.Direction{journey.LeftToRight, journey.RightToLeft} {
		m.Head.Direction = direction
		o := options()
		o.Mode = Split
		d, err := Set(context.Background(), m, o)
		if err != nil {
			t.Fatal(err)
		}
		drawn := 0
		for i, s := range d.Sheets {
			ribbon, named := dropOff(s)
			if ribbon {
				drawn++
			}
			if ribbon != named {
				t.Errorf("%s, sheet %d: drawn %v, named %v", direction, i+1, ribbon, named)
			}
		}
		if drawn < 2 {
			t.Errorf("%s: the drop-off is on %d sheets", direction, drawn)
		}
	}
}

// dropOff reports whether a sheet has a stretch of the ribbon, and its name.
func dropOff(s Sheet) (ribbon, named bool) {
	for _, p := range s.Parts {
		for _, i := range p.Scene.Visible(p.Window) {
			n := &p.Scene.Nodes[i]
			if n.Role != scene.RoleDropOff || n.Ref.Kind != journey.KindHead || p.Kind != Body {
				continue
			}
			for _, op := range n.Ops() {
				ribbon = ribbon || op.Kind == scene.OpFill
				named = named || isText(&op) && strings.Contains(op.Line.Text, "Drop-off")
			}
		}
	}
	return ribbon, named
}
