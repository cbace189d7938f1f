package passage

import (
	"cmp"
	"slices"
	"time"

	"touchline.app/journey"
)

// Counter gathers events. An event takes 16 bytes, a customer her name once.
type Counter struct {
	places []journey.ID // the touchpoints, in the order of the map
	stage  []int        // of each place, counted from 0
	stages []journey.ID
	at     map[journey.ID]int32
	names  map[string]uint32
	events []event
	last   time.Time
}

// event is one customer at one place. Events come in the order of the file, which
// decides between those of the same second.
type event struct {
	seconds  int64
	customer uint32
	place    int32 // offMap where the map does not show it
}

const offMap = -1

// New returns a counter for the touchpoints of a map.
func New(m *journey.Map) *Counter {
	c := &Counter{at: map[journey.ID]int32{}, names: map[string]uint32{}}
	number := map[journey.ID]int{}
	for i, s := range m.StagesInOrder() {
		c.stages, number[s.ID] = append(c.stages, s.ID), i
	}
	for i, t := range m.Journey() {
		c.places, c.stage = append(c.places, t.ID), append(c.stage, number[t.Stage])
		c.at[t.ID] = int32(i)
	}
	return c
}

// Add takes an event: that the customer was at a touchpoint at a time, to the
// second. A touchpoint that is not on the map, or none, counts as off the map.
func (c *Counter) Add(customer string, touchpoint journey.ID, at time.Time) {
	id, known := c.names[customer]
	if !known {
		id = uint32(len(c.names))
		c.names[customer] = id
	}
	place, ok := c.at[touchpoint]
	if !ok {
		place = offMap
	}
	c.events = append(c.events, event{at.Unix(), id, place})
	if at.After(c.last) {
		c.last = at
	}
}

// Result is how the customers went.
type Result struct {
	Customers int // in the events
	Finished  int // who came to the end of the journey
	AdHoc     int // who came to something the map does not show
	End       journey.ID
	Last      time.Time // of the events
	Passages  map[journey.ID]journey.Passage
	Stages    map[journey.ID]int // customers who came to a touchpoint of the stage
}

// Count adds the events up. A customer finished who came to the touchpoint end;
// without one, to the last touchpoint of the map that anybody came to.
func (c *Counter) Count(end journey.ID) Result {
	r := Result{Customers: len(c.names), Last: c.last, Passages: map[journey.ID]journey.Passage{}, Stages: map[journey.ID]int{}}
	goal, ok := c.at[end]
	if !ok {
		goal = offMap
		for _, e := range c.events {
			goal = max(goal, e.place)
		}
	}
	if goal != offMap {
		r.End = c.places[goal]
	}
	slices.SortStableFunc(c.events, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.customer, b.customer), cmp.Compare(a.seconds, b.seconds))
	})
	t := tally{counter: c, goal: goal, visits: make([]int32, len(c.places)), passages: make([]journey.Passage, len(c.places)), stages: make([]int, len(c.stages))}
	for from := 0; from < len(c.events); {
		to := from + 1
		for to < len(c.events) && c.events[to].customer == c.events[from].customer {
			to++
		}
		t.customer(c.events[from:to])
		from = to
	}
	r.Finished, r.AdHoc = t.finished, t.adHoc
	for i, p := range t.passages {
		p.Skipped = t.finished - p.Finished
		p.Optimal = 2*p.Finished > t.finished
		r.Passages[c.places[i]] = p
	}
	for i, n := range t.stages {
		r.Stages[c.stages[i]] = n
	}
	return r
}

// tally counts customer after customer.
type tally struct {
	counter  *Counter
	goal     int32
	visits   []int32 // of the present customer by place; 0 again after her
	passages []journey.Passage
	stages   []int
	finished int
	adHoc    int

	order, tails, tailAt, before []int32 // see strays
}

// customer counts the events of one customer, in the order of time.
func (t *tally) customer(events []event) {
	t.order = t.order[:0] // places in the order in which she first came there
	adHoc := false
	for _, e := range events {
		if e.place == offMap {
			adHoc = true
			continue
		}
		if t.visits[e.place]++; t.visits[e.place] == 1 {
			t.order = append(t.order, e.place)
		}
	}
	if adHoc {
		t.adHoc++
	}
	finished := t.goal != offMap && t.visits[t.goal] > 0
	if finished {
		t.finished++
		t.strays(func(place int32) { t.passages[place].OutOfOrder++ })
	}
	seen := map[int]bool{}
	for _, place := range t.order {
		p := &t.passages[place]
		p.Customers++
		if finished {
			p.Finished++
		}
		if finished && t.visits[place] > 1 {
			p.Repeated++
		}
		if s := t.counter.stage[place]; !seen[s] {
			seen[s] = true
			t.stages[s]++
		}
		t.visits[place] = 0
	}
}

// strays calls f for the places that are not part of the longest run of first
// visits that follows the order of the map: the fewest that have to be taken out
// for the rest to be in order. Of several longest runs it takes the one whose
// places lie furthest ahead. (Longest increasing subsequence by patience sorting:
// M. L. Fredman, Discrete Mathematics 11, 1975.)
func (t *tally) strays(f func(place int32)) {
	t.tails, t.tailAt = t.tails[:0], t.tailAt[:0]
	t.before = slices.Grow(t.before[:0], len(t.order))[:len(t.order)]
	for i, place := range t.order {
		at, _ := slices.BinarySearch(t.tails, place)
		t.before[i] = -1
		if at > 0 {
			t.before[i] = t.tailAt[at-1]
		}
		if at == len(t.tails) {
			t.tails, t.tailAt = append(t.tails, place), append(t.tailAt, int32(i))
		} else {
			t.tails[at], t.tailAt[at] = place, int32(i)
		}
	}
	next := int32(-1)
	if n := len(t.tailAt); n > 0 {
		next = t.tailAt[n-1]
	}
	for i := int32(len(t.order)) - 1; i >= 0; i-- {
		if i == next {
			next = t.before[i]
			continue
		}
		f(t.order[i])
	}
}
