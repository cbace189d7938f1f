package scene_test

import (
	"math/rand"
	"reflect"
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/resources"
)

// TestASeriesEqualsScenesBuiltFromNothing edits maps at random: each scene of the
// series has the nodes, marks and hashes of one that is laid out from nothing, and
// the scenes before stay as they were.
func TestASeriesEqualsScenesBuiltFromNothing(t *testing.T) {
	for seed := range int64(8) {
		r := rand.New(rand.NewSource(seed))
		o := options()
		o.Theme = scene.Themes()[r.Intn(len(scene.Themes()))]
		m := randomMap(r)
		series := scene.NewSeries(o)
		var before, beforeAgain *scene.Scene
		for step := range 12 {
			for range 1 + r.Intn(3) {
				randomEdit(r, m)
			}
			got, want := series.Build(m), scene.Build(m, o)
			if what := difference(got, want); what != "" {
				t.Fatalf("seed %d, step %d: %s", seed, step, what)
			}
			faint := func(n *scene.Node) bool { return n.Role == scene.RoleTouchpoint }
			if what := difference(got.Faint(faint), want.Faint(faint)); what != "" {
				t.Fatalf("seed %d, step %d: faint, %s", seed, step, what)
			}
			if before != nil {
				if what := difference(before, beforeAgain); what != "" {
					t.Fatalf("seed %d, step %d: the scene before has changed: %s", seed, step, what)
				}
			}
			before, beforeAgain = got, want
		}
	}
}

// difference says where two scenes are not the same, or nothing.
func difference(got, want *scene.Scene) string {
	if len(got.Nodes) != len(want.Nodes) {
		return itoa(len(got.Nodes)) + " nodes, want " + itoa(len(want.Nodes))
	}
	for i := range got.Nodes {
		a, b := &got.Nodes[i], &want.Nodes[i]
		for what, same := range map[string]bool{
			"row, place or hash": said(a) == said(b), "fields": reflect.DeepEqual(a.Fields(), b.Fields()), "marks": reflect.DeepEqual(a.Ops(), b.Ops()),
		} {
			if !same {
				return what + " of node " + itoa(i)
			}
		}
	}
	for what, same := range map[string]bool{
		"columns": reflect.DeepEqual(got.Columns, want.Columns), "bands": reflect.DeepEqual(got.Bands, want.Bands), "stages": reflect.DeepEqual(got.Stages, want.Stages),
		"size": got.Size == want.Size, "body": got.Body == want.Body, "plot": got.Emotion == want.Emotion, "begin": got.Left == want.Left && got.RTL == want.RTL,
	} {
		if !same {
			return what
		}
	}
	for x := 0.0; x < want.Size.X; x += 500 {
		if at := (scene.Rect{X: x, W: 300, H: want.Size.Y}); !reflect.DeepEqual(got.Visible(at), want.Visible(at)) {
			return "index at " + itoa(int(x))
		}
	}
	return ""
}

// said is what a node says of itself beside its marks.
func said(n *scene.Node) any {
	return [...]any{n.Ref, n.Role, n.Lane, n.Stage, n.Alt, n.Bounds, n.Hash}
}

// randomEdit changes something of the map, as an edit of a person would or another
// program.
func randomEdit(r *rand.Rand, m *journey.Map) {
	touchpoints, stages, lanes := m.Journey(), m.StagesInOrder(), m.LanesInOrder()
	switch r.Intn(12) {
	case 0, 1, 2, 3, 4:
		if len(touchpoints) > 0 {
			t := touchpoints[r.Intn(len(touchpoints))]
			editTouchpoint(r, m, &t)
			m.Put(t)
		}
	case 5:
		if len(touchpoints) > 0 {
			m.Delete(journey.KindTouchpoint, touchpoints[r.Intn(len(touchpoints))].ID)
		}
	case 6:
		n := r.Intn(1000)
		m.Put(randomTouchpoint(r, n, string(rune(97+r.Intn(25))), len(stages)))
	case 7:
		editStage(r, m, stages[r.Intn(len(stages))])
	case 8:
		editLane(r, m, lanes[r.Intn(len(lanes))])
	case 9:
		m.Head.Direction = []journey.Direction{journey.LeftToRight, journey.RightToLeft}[r.Intn(2)]
	case 10:
		m.Head.Title = words(r, 200)
	default:
		m.Put(journey.Channel{ID: id("c", r.Intn(5)), Name: words(r, 30), Icon: []string{"", "phone"}[r.Intn(2)], Ownership: journey.Ownerships[r.Intn(4)]})
		m.Put(journey.Persona{ID: id("p", r.Intn(4)), Name: words(r, 40), Color: []string{"", "#883311"}[r.Intn(2)], Goals: words(r, 90)})
		m.Put(journey.PainPoint{ID: id("pp", r.Intn(300)), Order: "m", Stage: stages[0].ID, Lane: lane(journey.LanePainPoints), Text: words(r, 300), Severity: r.Intn(6)})
	}
}

func editStage(r *rand.Rand, m *journey.Map, st journey.Stage) {
	switch r.Intn(5) {
	case 0:
		st.Hidden = !st.Hidden
	case 1:
		st.Width = float64(r.Intn(900))
	case 2:
		st.Color = "#AA5511"
	case 3:
		st.Goal = words(r, 300)
	default:
		st.Name = words(r, 60)
	}
	m.Put(st)
}

func editLane(r *rand.Rand, m *journey.Map, l journey.Lane) {
	switch r.Intn(3) {
	case 0:
		l.Hidden = !l.Hidden
	case 1:
		l.Height = float64(r.Intn(600))
	default:
		l.Name, l.Color = words(r, 30), "#2266CC"
	}
	m.Put(l)
}

func editTouchpoint(r *rand.Rand, m *journey.Map, t *journey.Touchpoint) {
	switch r.Intn(9) {
	case 0:
		t.Actual = journey.Feel(float64(r.Intn(5) - 2))
	case 1:
		t.Expected.Known = !t.Expected.Known
	case 2:
		t.Actual.Quote, t.Actual.Word = words(r, 200), words(r, 20)
	case 3:
		stages := m.StagesInOrder()
		t.Stage = stages[r.Intn(len(stages))].ID
	case 4:
		t.Matters, t.Reason = !t.Matters, words(r, 40)
	case 5:
		t.Channel, t.LeaveAsIs = id("c", r.Intn(6)), !t.LeaveAsIs
	case 6:
		t.Actors = append([]journey.ID{id("p", r.Intn(5))}, t.Actors...)
	case 7:
		t.Actual.Evidence = journey.Evidence{Source: journey.Survey, N: r.Intn(1e5), Distribution: []int{r.Intn(9), 5, 9, r.Intn(9), 2}[:1+r.Intn(5)]}
	default:
		t.Title = words(r, 200) + " אבג"[:r.Intn(2)*7]
	}
}

// BenchmarkSeries lays a map out again after a key was pressed: a letter of a
// title, or an emotion.
func BenchmarkSeries(b *testing.B) {
	for _, n := range []int{15, 300, 3000, 10000} {
		for name, press := range map[string]func(t *journey.Touchpoint, i int){
			"title": func(t *journey.Touchpoint, i int) { t.Title = "Compares offers " + "with everything else"[:i%20] },
			"line": func(t *journey.Touchpoint, i int) {
				t.Title = "Compares offers " + strings.Repeat("and all the others in it ", 4+i%2)
			}, // all cards are as tall
			"emotion": func(t *journey.Touchpoint, i int) { t.Actual = journey.Feel(float64(i%5) - 2) },
		} {
			b.Run(itoa(n)+"/"+name, func(b *testing.B) {
				m := many(n)
				s := scene.NewSeries(scene.Options{Theme: scene.Light(), Fonts: text.Embedded(), Words: resources.Words("en")})
				t := m.Journey()[n/2]
				s.Build(m)
				for i := 0; b.Loop(); i++ {
					press(&t, i)
					m.Put(t)
					s.Build(m)
				}
			})
		}
	}
}
