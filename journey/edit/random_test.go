package edit_test

import (
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/clip"
	"touchline.app/journey/edit"
)

type maker = func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command

// moreCommands are those on several rows, and those of package clip.
var moreCommands = map[string]maker{
	"MoveTouchpoints": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		lane := journey.ID("")
		if r.Intn(2) == 0 {
			lane = cardLane(m)
		}
		return edit.MoveTouchpoints{IDs: touchpoints(r, m), Stage: stage(r, m), Lane: lane, Index: r.Intn(9) - 1}
	},
	"InsertTouchpoints": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		c := edit.InsertTouchpoints{}
		for i := range 1 + r.Intn(3) {
			t := journey.Touchpoint{ID: fresh + journey.ID(fmt.Sprint("-", i)), Stage: stage(r, m), Lane: cardLane(m), Title: "whole", Owner: "us"}
			c.Rows = append(c.Rows, edit.Insertion{Touchpoint: t, Index: r.Intn(5)})
		}
		return c
	},
	"AddToCell": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		switch r.Intn(3) {
		case 0:
			return edit.AddToCell{Row: journey.Note{ID: fresh, Stage: stage(r, m), Lane: "notes", Text: "said"}}
		case 1:
			return edit.AddToCell{Row: journey.Opportunity{ID: fresh, Stage: stage(r, m), Lane: "chances", Text: "do"}}
		}
		t, _ := m.Touchpoints.Get(touchpoint(r, m))
		return edit.AddToCell{Row: journey.PainPoint{ID: fresh, Stage: t.Stage, Touchpoint: t.ID, Lane: "pains", Text: "hurts"}, Before: any1(r, m, journey.KindPainPoint)}
	},
	"MoveToCell": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		k := []journey.Kind{journey.KindNote, journey.KindPainPoint, journey.KindOpportunity}[r.Intn(3)]
		t, _ := m.Touchpoints.Get(touchpoint(r, m))
		c := edit.MoveToCell{Rows: []edit.Ref{{Kind: k, ID: any1(r, m, k)}, {Kind: k, ID: any1(r, m, k)}}, Stage: t.Stage, Touchpoint: t.ID}
		if r.Intn(2) == 0 {
			c.Touchpoint, c.Stage, c.Lane, c.Before = "", stage(r, m), "notes", any1(r, m, k)
		}
		return c
	},
	"RemoveRows": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		c := edit.RemoveRows{Rows: []edit.Ref{{Kind: journey.KindNote, ID: any1(r, m, journey.KindNote)}, {Kind: journey.KindPersona, ID: "marta"}}}
		for _, id := range touchpoints(r, m) {
			c.Rows = append(c.Rows, edit.Ref{Kind: journey.KindTouchpoint, ID: id})
		}
		if r.Intn(4) == 0 {
			c.Rows = append(c.Rows, edit.Ref{Kind: journey.KindStage, ID: stage(r, m)})
		}
		return c
	},
	"SetEmotions": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.SetEmotions{IDs: touchpoints(r, m), Which: edit.Which(r.Intn(2)), Valence: float64(r.Intn(5) - 2), Gesture: gesture(r)}
	},
	"ShiftEmotions": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.ShiftEmotions{IDs: touchpoints(r, m), Which: edit.Which(r.Intn(2)), By: r.Float64()*2 - 1, Gesture: gesture(r)}
	},
	"SetText": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		text := fmt.Sprint("typed ", r.Intn(5), "\x00\xff")
		switch r.Intn(3) {
		case 0:
			return edit.SetText{Row: edit.Ref{Kind: journey.KindHead, ID: "map"}, Field: "Scenario", Text: text, Gesture: gesture(r)}
		case 1:
			return edit.SetText{Row: edit.Ref{Kind: journey.KindStage, ID: stage(r, m)}, Field: "Goal", Text: text}
		}
		return edit.SetText{Row: edit.Ref{Kind: journey.KindTouchpoint, ID: touchpoint(r, m)}, Field: "Actual.Quote", Text: text, Gesture: gesture(r)}
	},
	"SetChannel": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		id := []journey.ID{fresh, any1(r, m, journey.KindChannel)}[r.Intn(2)]
		if id == "" {
			id = fresh
		}
		return edit.SetChannel{IDs: touchpoints(r, m), Name: []string{"", "website ", "Shop", "Phone"}[r.Intn(4)], New: id, Gesture: gesture(r)}
	},
	"Alter": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		owner := fmt.Sprint("owner ", r.Intn(4))
		return edit.Alter[journey.Touchpoint]{IDs: touchpoints(r, m), Change: func(t *journey.Touchpoint) { t.Owner = owner }, Gesture: gesture(r)}
	},
	"DrawReading": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		if id := any1(r, m, journey.KindReading); id != "" && r.Intn(3) > 0 {
			return edit.DrawReading{ID: id}
		}
		felt := journey.Felts[r.Intn(2)]
		if m.Touchpoints.Len() == 0 {
			return edit.All{}
		}
		return edit.Put{Verb: "add", Rows: []journey.Row{journey.Reading{ID: fresh, Touchpoint: touchpoint(r, m), Order: "V", Felt: felt, Valence: 0.3}}}
	},
	"Promise": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		a, b := touchpoint(r, m), touchpoint(r, m)
		if a == b || a == "" || b == "" {
			return edit.Put{Verb: "add", Rows: []journey.Row{journey.Waiver{ID: fresh, Order: "V", Check: "no-owner", Row: a}}}
		}
		return edit.Put{Verb: "add", Rows: []journey.Row{journey.Promise{ID: fresh, Order: "V", From: a, To: b}}}
	},
	"Within": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		return edit.Within{Gesture: "typing", Command: edit.AddTouchpoint{ID: fresh, Stage: stage(r, m), Lane: cardLane(m), Title: "t"}}
	},
	"Duplicate": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		refs := []edit.Ref{{Kind: journey.KindTouchpoint, ID: touchpoint(r, m)}, {Kind: journey.KindNote, ID: any1(r, m, journey.KindNote)}}
		if m.Touchpoints.Len() < 60 && r.Intn(3) == 0 {
			refs = append(refs, edit.Ref{Kind: journey.KindStage, ID: stage(r, m)})
		}
		c, _, err := clip.Duplicate(m, refs, numbered(fresh))
		if err != nil {
			panic(err)
		}
		return c
	},
	"Paste": func(r *rand.Rand, m *journey.Map, fresh journey.ID) edit.Command {
		refs := []edit.Ref{{Kind: journey.KindTouchpoint, ID: touchpoint(r, m)}, {Kind: journey.KindPainPoint, ID: any1(r, m, journey.KindPainPoint)}}
		c, _, err := clip.Of(m, refs).Paste(m, clip.Target{Stage: stage(r, m), Touchpoint: touchpoint(r, m)}, numbered(fresh))
		if err != nil {
			panic(err)
		}
		return c
	},
}

// headerCommands are what is done to stages and lanes from their headers, and to what
// reaches over several cells.
var headerCommands = map[string]maker{
	"MoveStages": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.MoveStages{IDs: []journey.ID{stage(r, m), stage(r, m)}, Before: []journey.ID{"", stage(r, m)}[r.Intn(2)]}
	},
	"MoveLanes": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		k := journey.KindLane
		return edit.MoveLanes{IDs: []journey.ID{any1(r, m, k), any1(r, m, k)}, Before: []journey.ID{"", any1(r, m, k)}[r.Intn(2)]}
	},
	"Resize": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.Resize{Rows: headers(r, m), Size: r.Float64()*30_000 - 1000, Gesture: gesture(r)}
	},
	"Hide": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.Hide{Rows: headers(r, m), Hidden: r.Intn(2) == 0}
	},
	"Recolor": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		return edit.Recolor{Rows: headers(r, m), Color: []string{"", "#FFCC00", "#00AA77"}[r.Intn(3)]}
	},
	"Span": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		k := []journey.Kind{journey.KindNote, journey.KindPainPoint, journey.KindOpportunity}[r.Intn(3)]
		t, _ := m.Touchpoints.Get(touchpoint(r, m))
		last, _ := m.Touchpoints.Get(touchpoint(r, m))
		c := edit.Span{Row: edit.Ref{Kind: k, ID: any1(r, m, k)}, Stage: t.Stage, Touchpoint: t.ID, Gesture: gesture(r)}
		c.Reach = []journey.Reach{{}, {EndStage: last.Stage}, {EndStage: last.Stage, EndTouchpoint: last.ID}}[r.Intn(3)]
		return c
	},
	"figures": func(r *rand.Rand, m *journey.Map, _ journey.ID) edit.Command {
		text := []string{"", "3", "9", "-1", "12.5 s", "x", "1e999"}[r.Intn(7)]
		switch r.Intn(3) {
		case 0:
			return edit.SetText{Row: edit.Ref{Kind: journey.KindPainPoint, ID: any1(r, m, journey.KindPainPoint)}, Field: "Severity", Text: text}
		case 1:
			return edit.SetText{Row: edit.Ref{Kind: journey.KindMetric, ID: "speed"}, Field: "Target", Text: text, Gesture: gesture(r)}
		}
		return edit.SetText{Row: edit.Ref{Kind: journey.KindOpportunity, ID: any1(r, m, journey.KindOpportunity)}, Field: "Effort", Text: text}
	},
}

// headers names some stages and lanes.
func headers(r *rand.Rand, m *journey.Map) []edit.Ref {
	return []edit.Ref{{Kind: journey.KindStage, ID: stage(r, m)}, {Kind: journey.KindLane, ID: any1(r, m, journey.KindLane)}}
}

func numbered(id journey.ID) func() journey.ID {
	n := 0
	return func() journey.ID { n++; return journey.ID(fmt.Sprint(id, "-", n)) }
}

func touchpoints(r *rand.Rand, m *journey.Map) []journey.ID {
	ids := make([]journey.ID, 1+r.Intn(3))
	for i := range ids {
		ids[i] = touchpoint(r, m)
	}
	return ids
}

// any1 returns the id of some row of a kind, or none.
func any1(r *rand.Rand, m *journey.Map, k journey.Kind) journey.ID {
	var ids []journey.ID
	for row := range m.Rows() {
		if row.Kind() == k {
			ids = append(ids, row.RowID())
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return ids[r.Intn(len(ids))]
}

// steps is the number of random commands; a long run has 100,000.
func steps(t *testing.T) int {
	s := os.Getenv("TOUCHLINE_STEPS")
	if s == "" {
		return 4000
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("TOUCHLINE_STEPS is %q, no number", s)
	}
	return n
}

// TestRandomEditing does random commands with undo and redo between them. Each
// patch applies, its inverse restores every row, the map stays valid, and doing
// all patches again from the beginning gives the same map.
func TestRandomEditing(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	m := randomSeed()
	replay := m.Clone()
	var h edit.History
	var names []string
	for n := range commands {
		names = append(names, n)
	}
	slices.Sort(names)
	for step := range steps(t) {
		before := m.Clone()
		var p edit.Patch
		var err error
		switch n := r.Intn(10); {
		case n == 0:
			p, err = h.Undo(m)
		case n == 1:
			p, err = h.Redo(m)
		default:
			name := names[r.Intn(len(names))]
			if p, err = commands[name](r, m, journey.ID(fmt.Sprint("n", step))).Plan(m); err != nil {
				continue // a row it names is gone by now
			}
			h.Do(m, p)
		}
		if err != nil {
			t.Fatalf("step %d: %v", step, err)
		}
		checkStep(t, step, before, m, p)
		p.Apply(replay)
		thin(&h, m, replay, r)
	}
	if !reflect.DeepEqual(rows(m), rows(replay)) {
		t.Fatal("doing all again gives another map")
	}
	t.Logf("%d touchpoints at the end", m.Touchpoints.Len())
}

func checkStep(t *testing.T, step int, before, m *journey.Map, p edit.Patch) {
	t.Helper()
	if err := p.Applies(before); err != nil {
		t.Fatalf("step %d: %v", step, err)
	}
	if err := p.Invert().Applies(m); err != nil {
		t.Fatalf("step %d, inverse: %v", step, err)
	}
	back := m.Clone()
	p.Invert().Apply(back)
	if err := p.Applies(back); err != nil {
		t.Fatalf("step %d: the inverse does not restore the map: %v", step, err)
	}
	if step%100 == 0 && !reflect.DeepEqual(rows(back), rows(before)) {
		t.Fatalf("step %d: the inverse gives another map", step)
	}
	if wrong := m.Validate(); len(wrong) > 0 {
		t.Fatalf("step %d (%s): the map is no longer valid: %v", step, p.Verb, wrong[0])
	}
}

// thin keeps the maps small: random editing adds more than it removes.
func thin(h *edit.History, m, replay *journey.Map, r *rand.Rand) {
	if m.Touchpoints.Len()+m.Stages.Len()+m.Lanes.Len()+m.Notes.Len()+m.PainPoints.Len()+m.Opportunities.Len() < 120 {
		return
	}
	c := edit.RemoveRows{Subject: "the rest"}
	for row := range m.Rows() {
		fixed := row.RowID() == "cards" || row.RowID() == "pains" || row.RowID() == "notes" || row.RowID() == "chances" || row.RowID() == "s0" || row.RowID() == "figures"
		if !fixed && r.Intn(2) == 0 {
			c.Rows = append(c.Rows, edit.Ref{Kind: row.Kind(), ID: row.RowID()})
		}
	}
	p, err := c.Plan(m)
	if err != nil {
		panic(err)
	}
	h.Do(m, p)
	p.Apply(replay)
}

func randomSeed() *journey.Map {
	m := journey.New("map", "Seed")
	m.Put(journey.Persona{ID: "marta", Order: "V000", Name: "Marta"})
	m.Put(journey.Channel{ID: "web", Order: "V000", Name: "Website"})
	m.Put(journey.Lane{ID: "figures", Order: "W000", Type: journey.LaneMetrics})
	lanes := []journey.Lane{
		{ID: "cards", Type: journey.LaneTouchpoints},
		{ID: "pains", Type: journey.LanePainPoints},
		{ID: "notes", Type: journey.LaneThoughts},
		{ID: "chances", Type: journey.LaneOpportunities},
	}
	for i, k := range journey.Spread(len(lanes)) {
		lanes[i].Order = k
		m.Put(lanes[i])
	}
	m.Put(journey.Metric{ID: "speed", Order: "V000", Stage: "s0", Lane: "figures", Name: "Speed"})
	for i, k := range journey.Spread(3) {
		m.Put(journey.Stage{ID: journey.ID(fmt.Sprint("s", i)), Order: k, Name: fmt.Sprint("Stage ", i)})
		m.Put(journey.Touchpoint{ID: journey.ID(fmt.Sprint("t", i)), Order: k, Stage: journey.ID(fmt.Sprint("s", i)), Lane: "cards", Channel: "web"})
	}
	return m
}
