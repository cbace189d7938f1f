package page

import (
	"context"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

func TestLogoStandsAtTheUpperEndAndIsSmall(t *testing.T) {
	for _, mode := range Modes {
		for name, m := range map[string]*journey.Map{"from the left": flight(t), "from the right": arabic(t)} {
			o := options()
			o.Mode, o.Paper, o.Logo = mode, A3, logo()
			d, err := Set(context.Background(), m, o)
			if err != nil {
				t.Fatal(err)
			}
			r, n := logos(d)
			if n == 0 || n != len(d.Sheets) && mode != Poster {
				t.Fatalf("%s, %s: %d logos on %d sheets", mode, name, n, len(d.Sheets))
			}
			if r.H > logoHeight+0.01 || r.Y > 2*logoHeight {
				t.Errorf("%s, %s: the logo is at %v", mode, name, r)
			}
			if size := d.Sheets[0].Size; mode != Poster && (r.X > size.X/2) == m.RightToLeft() {
				t.Errorf("%s, %s: the logo is at %v of %v", mode, name, r, size)
			}
		}
	}
}

// logos returns where the first logo lies on its sheet, and how many there are.
func logos(d *Document) (scene.Rect, int) {
	var first scene.Rect
	n := 0
	for _, s := range d.Sheets {
		for _, p := range s.Parts {
			for i := range p.Scene.Nodes {
				for _, op := range p.Scene.Nodes[i].Ops() {
					if op.Kind != scene.OpImage || !op.Rect.Overlaps(p.Window) {
						continue
					}
					if n++; n == 1 {
						k := p.Scale
						first = scene.Rect{X: p.At.X + (op.Rect.X-p.Window.X)*k, Y: p.At.Y + (op.Rect.Y-p.Window.Y)*k, W: op.Rect.W * k, H: op.Rect.H * k}
					}
				}
			}
		}
	}
	return first, n
}

// TestSplitFollowsTime holds for both directions: the stages come in time order,
// and the labels stand where the map begins.
func TestSplitFollowsTime(t *testing.T) {
	for name, m := range map[string]*journey.Map{"from the left": flight(t), "from the right": arabic(t)} {
		o := options()
		o.Mode, o.Paper = Split, A4
		d, err := Set(context.Background(), m, o)
		if err != nil {
			t.Fatal(err)
		}
		place := map[journey.ID]int{}
		for i, st := range m.StagesInOrder() {
			place[st.ID] = i
		}
		last := 0
		for i, s := range d.Sheets {
			for _, p := range s.Parts {
				for k := range p.Scene.Nodes {
					switch n := &p.Scene.Nodes[k]; n.Role {
					case scene.RoleTouchpoint:
						if at := place[n.Stage]; at < last {
							t.Errorf("%s, sheet %d: stage %d after %d", name, i+1, at, last)
						} else {
							last = at
						}
					case scene.RoleLane:
						labels(t, name, s, p, n, m.RightToLeft())
					}
				}
			}
		}
	}
}

// labels checks that the words of a lane stand at the beginning of the sheet.
func labels(t *testing.T, name string, s Sheet, p Part, n *scene.Node, rtl bool) {
	t.Helper()
	for _, op := range n.Ops() {
		if isText(&op) && (p.Rect().Center().X > s.Size.X/2) != rtl {
			t.Errorf("%s: the label %q is at %v", name, op.Line.Text, p.Rect())
		}
	}
}

// TestArrowsNameWhatTheyCarryOn holds for the status of a customer that stays
// the same from one sheet to the next.
func TestArrowsNameWhatTheyCarryOn(t *testing.T) {
	m := journey.New("m", "Long")
	m.Put(journey.Lane{ID: "a", Type: journey.LaneTouchpoints, Order: "a"})
	m.Put(journey.Lane{ID: "b", Type: journey.LaneStatus, Order: "b"})
	for i, k := range journey.Spread(14) {
		m.Put(journey.Stage{ID: id("s", i), Order: k, Name: "Ride", Status: journey.StatusAdvocate})
	}
	for i, k := range journey.Spread(28) {
		m.Put(journey.Touchpoint{ID: id("t", i), Stage: id("s", i/2), Lane: "a", Order: k, Title: "Sees the next stop"})
	}
	o := options()
	o.Mode = Split
	d, err := Set(context.Background(), m, o)
	if err != nil || len(d.Sheets) < 3 {
		t.Fatal(len(d.Sheets), err)
	}
	for i, s := range d.Sheets {
		n := 0
		for _, p := range s.Parts {
			for k := range p.Scene.Nodes {
				for _, op := range p.Scene.Nodes[k].Ops() {
					if isText(&op) && op.Line.Text == "Advocate" {
						n++
					}
				}
			}
		}
		if n != 1 {
			t.Errorf("sheet %d says %d times who she is", i+1, n)
		}
	}
}
