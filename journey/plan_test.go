package journey

import "testing"

func TestPlanIsByStateThenImpactThenEffort(t *testing.T) {
	m := New("m", "")
	m.Put(Stage{ID: "s", Order: "V"})
	for _, o := range []Opportunity{
		{ID: "done", State: Done, Impact: 5, Effort: 1},
		{ID: "late", State: Open, Impact: 5},
		{ID: "small", Impact: 2, Effort: 1},
		{ID: "first", Impact: 5, Effort: 1},
		{ID: "doing", State: Doing},
		{ID: "odd", State: "someday", Impact: 5, Effort: 2},
	} {
		o.Stage = "s"
		m.Put(o)
	}
	want := []ID{"first", "odd", "late", "small", "doing", "done"}
	for i, o := range Plan(m) {
		if o.ID != want[i] {
			t.Errorf("place %d has %s, want %s", i, o.ID, want[i])
		}
	}
}
