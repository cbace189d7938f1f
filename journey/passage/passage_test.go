package passage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"touchline.app/journey"
)

// line is a map of touchpoints named by one letter each; a space begins a stage.
func line(letters string) *journey.Map {
	m := journey.New("m", "")
	m.Put(journey.Lane{ID: "l", Order: "V", Type: journey.LaneTouchpoints})
	keys := journey.Spread(len(letters) + 1)
	stage := journey.ID("s0")
	m.Put(journey.Stage{ID: stage, Order: keys[0]})
	for i, r := range letters {
		if r == ' ' {
			stage = journey.ID(fmt.Sprint("s", m.Stages.Len()))
			m.Put(journey.Stage{ID: stage, Order: keys[i]})
			continue
		}
		m.Put(journey.Touchpoint{ID: journey.ID(r), Stage: stage, Lane: "l", Order: keys[i], Title: string(r)})
	}
	return m
}

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// walks counts customers who came to the places of a word each, a minute apart; a
// dot is a place off the map.
func walks(m *journey.Map, end journey.ID, words ...string) Result {
	c := New(m)
	for n, w := range words {
		for i, r := range w {
			c.Add(fmt.Sprint("customer ", n), journey.ID(r), noon.Add(time.Duration(i)*time.Minute))
		}
	}
	return c.Count(end)
}

func TestCount(t *testing.T) {
	type want = map[string]journey.Passage // zero passages and those of everybody left out
	all := func(n, finished int) journey.Passage {
		return journey.Passage{Customers: n, Finished: finished, Skipped: 0, Optimal: finished > 0}
	}
	for name, c := range map[string]struct {
		end      journey.ID
		words    []string
		finished int
		want     want
	}{
		"all go through":      {"", []string{"abc", "abc"}, 2, want{"a": all(2, 2), "b": all(2, 2), "c": all(2, 2)}},
		"one drops off":       {"", []string{"abc", "ab"}, 1, want{"a": {Customers: 2, Finished: 1, Optimal: true}, "b": {Customers: 2, Finished: 1, Optimal: true}, "c": all(1, 1)}},
		"one skips":           {"", []string{"abc", "abc", "ac"}, 3, want{"a": all(3, 3), "b": {Customers: 2, Finished: 2, Skipped: 1, Optimal: true}, "c": all(3, 3)}},
		"half is not most":    {"", []string{"abc", "ac"}, 2, want{"a": all(2, 2), "b": {Customers: 1, Finished: 1, Skipped: 1}, "c": all(2, 2)}},
		"one repeats":         {"", []string{"abbac"}, 1, want{"a": {Customers: 1, Finished: 1, Repeated: 1, Optimal: true}, "b": {Customers: 1, Finished: 1, Repeated: 1, Optimal: true}, "c": all(1, 1)}},
		"one comes too early": {"", []string{"cab"}, 1, want{"a": all(1, 1), "b": all(1, 1), "c": {Customers: 1, Finished: 1, OutOfOrder: 1, Optimal: true}}},
		"another end":         {"b", []string{"ab", "ac"}, 1, want{"a": {Customers: 2, Finished: 1, Optimal: true}, "b": all(1, 1), "c": {Customers: 1, Skipped: 1}}},
		"off the map":         {"", []string{"a.c", "...", "a"}, 1, want{"a": {Customers: 2, Finished: 1, Optimal: true}, "b": {Skipped: 1}, "c": all(1, 1)}},
		"nobody":              {"", nil, 0, want{}},
		"nobody on the map":   {"", []string{"."}, 0, want{}},
	} {
		t.Run(name, func(t *testing.T) {
			r := walks(line("abc"), c.end, c.words...)
			if r.Customers != len(c.words) || r.Finished != c.finished {
				t.Errorf("%d customers, %d finished, want %d", r.Customers, r.Finished, c.finished)
			}
			for id, got := range r.Passages {
				if got != c.want[string(id)] {
					t.Errorf("%s: %+v, want %+v", id, got, c.want[string(id)])
				}
			}
		})
	}
}

func TestStagesAndWhatIsOffTheMapCountCustomersOnce(t *testing.T) {
	r := walks(line("ab cd"), "", "abab", "a.c.d", "cd")
	if r.Stages["s0"] != 2 || r.Stages["s1"] != 2 || r.AdHoc != 1 || r.End != "d" || !r.Last.Equal(noon.Add(4*time.Minute)) {
		t.Errorf("got %+v", r)
	}
}

func TestEventsMayComeInAnyOrder(t *testing.T) {
	m := line("abc def")
	type one struct {
		who  string
		at   journey.ID
		when time.Time
	}
	r := rand.New(rand.NewPCG(1, 2))
	var events []one
	for i := range 2000 {
		events = append(events, one{fmt.Sprint(r.IntN(90)), journey.ID("abcdef."[r.IntN(7)]), noon.Add(time.Duration(i) * time.Second)})
	}
	count := func() string {
		c := New(m)
		for _, e := range events {
			c.Add(e.who, e.at, e.when)
		}
		return fmt.Sprint(c.Count("f"))
	}
	want := count()
	r.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
	if got := count(); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// The strays of any order are as few as can be: as many as a slow search finds.
func TestStraysAreAsFewAsCanBe(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		var order []int32
		for _, n := range r.Perm(9)[:r.IntN(9)] {
			order = append(order, int32(n))
		}
		tl := tally{order: order}
		var out []int32
		tl.strays(func(p int32) { out = append(out, p) })
		if !slices.IsSorted(slices.DeleteFunc(slices.Clone(order), func(p int32) bool { return slices.Contains(out, p) })) {
			t.Fatalf("%v without %v is not in order", order, out)
		}
		best := 0
		for set := range 1 << len(order) {
			var run []int32
			for i, p := range order {
				if set&(1<<i) != 0 {
					run = append(run, p)
				}
			}
			if slices.IsSorted(run) {
				best = max(best, len(run))
			}
		}
		if len(order)-len(out) != best {
			t.Fatalf("%v: %d are in order, could be %d", order, len(order)-len(out), best)
		}
	}
}

func TestChangeWritesTheCounts(t *testing.T) {
	m := line("ab c")
	r := walks(m, "", "abc", "ac", "a")
	patch, err := r.Change(m, journey.Events{File: "events.csv", FileDigest: strings.Repeat("0", 64)}).Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	patch.Apply(m)
	if e := m.Head.Events; e.Customers != 3 || e.Finished != 2 || e.File != "events.csv" || e.Date.IsZero() {
		t.Errorf("events are %+v", e)
	}
	b, _ := m.Touchpoints.Get("b")
	s, _ := m.Stages.Get("s1")
	if b.Passage != (journey.Passage{Customers: 1, Finished: 1, Skipped: 1}) || s.Customers != 2 {
		t.Errorf("passage %+v, %d in the stage", b.Passage, s.Customers)
	}
	if p := m.Validate(); len(p) > 0 {
		t.Error(p)
	}
}

func BenchmarkMillionEvents(b *testing.B) {
	m := line("abcdef ghijkl mnopqr")
	r := rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		c := New(m)
		for i := range 1_000_000 {
			c.Add(fmt.Sprint(r.IntN(100_000)), journey.ID("abcdefghijklmnopqr"[r.IntN(18)]), noon.Add(time.Duration(i)*time.Second))
		}
		c.Count("")
	}
}
