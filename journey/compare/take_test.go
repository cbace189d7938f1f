package compare

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// altered returns the flight map with one change of each sort.
func altered(t *testing.T) (before, after *journey.Map) {
	t.Helper()
	before, after = flight(t), flight(t)
	all := after.Journey()
	stage := journey.Stage{ID: "s-new", Name: "Elsewhere", Order: "zz"}
	after.Put(stage)
	after.Put(journey.Touchpoint{ID: "t-new", Stage: stage.ID, Lane: all[0].Lane, Order: "zz", Title: "Ask a friend"})
	after.Delete(journey.KindTouchpoint, all[4].ID)
	told := all[0]
	told.Title, told.Actual.Valence, told.Matters = "Told anew", 1.9, !told.Matters
	after.Put(told)
	moved := all[2]
	moved.Stage = stage.ID
	after.Put(moved)
	n := after.NotesInOrder()[0]
	n.Reach.EndStage = after.StagesInOrder()[3].ID
	after.Put(n)
	return before, after
}

func TestTakingEachDifferenceMakesTheMapsTheSame(t *testing.T) {
	for seed := range uint64(40) {
		before, after := altered(t)
		goal := after
		take, ours := Comparison.Take, before
		if seed%2 == 1 {
			take, ours, goal = Comparison.TakeBack, after, before
		}
		r := rand.New(rand.NewPCG(seed, 0))
		for steps := 0; ; steps++ {
			c := Of(ours, goal)
			if seed%2 == 1 {
				c = Of(goal, ours)
			}
			if len(c.Differences) == 0 {
				break
			}
			if steps > 40 {
				t.Fatalf("seed %d: %d differences are left, the first: %s", seed, len(c.Differences), c.Differences[0].Text)
			}
			d := c.Differences[r.IntN(len(c.Differences))]
			p, err := take(c, d).Plan(ours)
			if err != nil {
				t.Fatalf("seed %d: %s: %v", seed, d.Text, err)
			}
			p.Apply(ours)
		}
	}
}

func TestTakingOneDifferenceLeavesTheOthers(t *testing.T) {
	before, after := altered(t)
	c := Of(before, after)
	for _, d := range c.Differences {
		ours := before.Clone()
		p, err := c.Take(d).Plan(ours)
		if err != nil {
			t.Fatalf("%s: %v", d.Text, err)
		}
		p.Apply(ours)
		for _, left := range Of(ours, after).Differences {
			if left.Sort == d.Sort && left.ID == d.ID && left.Kind == d.Kind {
				t.Errorf("%s: it is there still", d.Text)
			}
		}
		if d.Sort == Retold && d.Kind == journey.KindTouchpoint {
			was, _ := before.Touchpoints.Get(d.ID)
			if now, _ := ours.Touchpoints.Get(d.ID); now.Actual.Valence != was.Actual.Valence || now.Matters != was.Matters {
				t.Errorf("%s: more than the text was taken", d.Text)
			}
		}
	}
}

func TestAGroupOfFieldsIsToldFieldByField(t *testing.T) {
	a, b := flight(t), flight(t)
	p := b.Journey()[0]
	p.Passage = journey.Passage{Customers: 40, Finished: 12}
	b.Put(p)
	ds := Maps(a, b)
	if len(ds) != 1 || ds[0].Sort != Changed || len(ds[0].Fields) != 2 || fmt.Sprint(ds[0].Fields[:1]) != fmt.Sprint([]Field{{"passage customers", phrase.Of("0"), phrase.Of("40")}}) {
		t.Errorf("differences: %+v", ds)
	}
}
