package edit_test

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// commands makes a random command of each kind for m. A new command registers
// here, so that its inverse is tested.
var commands = map[string]func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command{
	"AddTouchpoint": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		return edit.AddTouchpoint{ID: fresh, Stage: stage(r, m), Lane: cardLane(m), Index: r.Intn(9) - 1, Title: "new " + string(fresh)}
	},
	"MoveTouchpoint": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.MoveTouchpoint{ID: touchpoint(r, m), Stage: stage(r, m), Lane: cardLane(m), Index: r.Intn(9) - 1}
	},
	"SetEmotion": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.SetEmotion{ID: touchpoint(r, m), Which: edit.Which(r.Intn(2)), Valence: r.Float64()*6 - 3, Gesture: gesture(r)}
	},
	"Put": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		h := m.Head
		h.Title = fmt.Sprint("title ", r.Intn(3))
		t, _ := m.Touchpoints.Get(touchpoint(r, m))
		t.Details = fmt.Sprint("details ", r.Intn(3))
		rows := []journey.Row{h}
		if t.ID != "" {
			rows = append(rows, t, journey.PainPoint{ID: fresh, Order: "V001", Stage: t.Stage, Touchpoint: t.ID, Lane: "pains", Text: "it hurts"})
		}
		return edit.Put{Rows: rows, Gesture: gesture(r)}
	},
	"Remove": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		switch r.Intn(5) {
		case 0:
			return edit.Remove{Kind: journey.KindStage, ID: stage(r, m)}
		case 1:
			return edit.Remove{Kind: journey.KindPersona, ID: "marta"}
		case 2:
			return edit.Remove{Kind: journey.KindChannel, ID: "web"}
		}
		return edit.Remove{Kind: journey.KindTouchpoint, ID: touchpoint(r, m)}
	},
	"AddStage": func(r *rand.Rand, _ *journey.Map, fresh journey.ID) edit.Command {
		return edit.AddStage{Stage: journey.Stage{ID: fresh, Name: string(fresh)}, Index: r.Intn(6) - 1}
	},
	"MoveStage": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.MoveStage{ID: stage(r, m), Index: r.Intn(6) - 1}
	},
	"AddLane": func(r *rand.Rand, _ *journey.Map, fresh journey.ID) edit.Command {
		return edit.AddLane{Lane: journey.Lane{ID: fresh, Type: journey.LaneText}, Index: r.Intn(4)}
	},
	"MoveLane": func(r *rand.Rand, _ *journey.Map, _ journey.ID) edit.Command {
		return edit.MoveLane{ID: []journey.ID{"cards", "pains"}[r.Intn(2)], Index: r.Intn(4)}
	},
	"All": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		return edit.All{Verb: "add", Subject: "two", Commands: []edit.Command{
			edit.AddTouchpoint{ID: fresh, Stage: stage(r, m), Lane: cardLane(m), Title: "a"},
			edit.SetEmotion{ID: fresh, Which: edit.Actual, Valence: -1},
		}}
	},
}

func init() {
	for _, more := range []map[string]maker{moreCommands, headerCommands} {
		for name, make := range more {
			commands[name] = make
		}
	}
}

func gesture(r *rand.Rand) string { return []string{"", "drag"}[r.Intn(2)] }

func cardLane(*journey.Map) journey.ID { return "cards" }

func stage(r *rand.Rand, m *journey.Map) journey.ID {
	all := m.StagesInOrder()
	if len(all) == 0 {
		return ""
	}
	return all[r.Intn(len(all))].ID
}

func touchpoint(r *rand.Rand, m *journey.Map) journey.ID {
	all := m.Journey()
	if len(all) == 0 {
		return ""
	}
	return all[r.Intn(len(all))].ID
}

func seedMap() *journey.Map {
	m := journey.New("map", "Seed")
	m.Put(journey.Persona{ID: "marta", Name: "Marta"})
	m.Put(journey.Channel{ID: "web", Name: "Website"})
	m.Put(journey.Lane{ID: "cards", Order: "V000", Type: journey.LaneTouchpoints})
	m.Put(journey.Lane{ID: "pains", Order: "V001", Type: journey.LanePainPoints})
	m.Put(journey.Lane{ID: "figures", Order: "V002", Type: journey.LaneMetrics})
	m.Put(journey.Metric{ID: "speed", Stage: "s0", Lane: "figures", Name: "Speed"})
	for i, k := range journey.Spread(3) {
		m.Put(journey.Stage{ID: journey.ID(fmt.Sprint("s", i)), Order: k})
		m.Put(journey.Touchpoint{ID: journey.ID(fmt.Sprint("t", i)), Order: k, Stage: journey.ID(fmt.Sprint("s", i)), Lane: "cards", Channel: "web", Actors: []journey.ID{"marta"}})
	}
	return m
}

// rows lists a map's content; two equal lists are equal maps.
func rows(m *journey.Map) []journey.Row {
	var out []journey.Row
	for r := range m.Rows() {
		out = append(out, r)
	}
	return out
}

// TestEveryCommandAndItsInverse walks random commands forth, all the way back
// and forth again, and wants the same maps each time.
func TestEveryCommandAndItsInverse(t *testing.T) {
	used := map[string]int{}
	var names []string
	for n := range commands {
		names = append(names, n)
	}
	slices.Sort(names) // the same commands every time
	for seed := range int64(140) {
		r := rand.New(rand.NewSource(seed))
		m := seedMap()
		var h edit.History
		first := rows(m)
		for step := range 60 {
			name := names[r.Intn(len(names))]
			before := rows(m)
			p, err := commands[name](r, m, journey.ID(fmt.Sprintf("n%d-%d", seed, step))).Plan(m)
			if !reflect.DeepEqual(before, rows(m)) {
				t.Fatalf("%s changed the map while planning", name)
			}
			if err != nil {
				continue // a row it names is gone by now
			}
			if err := p.Applies(m); err != nil {
				t.Fatalf("%s plans what does not apply: %v", name, err)
			}
			p.Apply(m)
			p.Invert().Apply(m)
			if !reflect.DeepEqual(before, rows(m)) {
				t.Fatalf("seed %d: %s and its inverse do not give the same map", seed, name)
			}
			h.Do(m, p)
			used[name]++
		}
		last := rows(m)
		walk(t, &h, m, (*edit.History).Undo, (*edit.History).NextUndo)
		if !reflect.DeepEqual(first, rows(m)) {
			t.Fatalf("seed %d: undoing all does not give the first map", seed)
		}
		walk(t, &h, m, (*edit.History).Redo, (*edit.History).NextRedo)
		if !reflect.DeepEqual(last, rows(m)) {
			t.Fatalf("seed %d: redoing all does not give the last map", seed)
		}
	}
	for name := range commands {
		if used[name] < 20 {
			t.Errorf("%s was carried out %d times only", name, used[name])
		}
	}
}

func walk(t *testing.T, h *edit.History, m *journey.Map, step func(*edit.History, *journey.Map) (edit.Patch, error), next func(*edit.History) (edit.Patch, bool)) {
	t.Helper()
	for _, more := next(h); more; _, more = next(h) {
		if _, err := step(h, m); err != nil {
			t.Fatal(err)
		}
	}
}
