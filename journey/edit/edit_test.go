package edit_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

func order(m *journey.Map, stage journey.ID) []string {
	var out []string
	for _, t := range m.InStage(stage) {
		out = append(out, t.Title)
	}
	return out
}

func do(t *testing.T, m *journey.Map, c edit.Command) edit.Patch {
	t.Helper()
	p, err := c.Plan(m)
	if err != nil {
		t.Fatal(err)
	}
	p.Apply(m)
	return p
}

func abcd() *journey.Map {
	m := seedMap()
	for i := range 3 {
		m.Delete(journey.KindTouchpoint, journey.ID(fmt.Sprint("t", i)))
	}
	keys := journey.Spread(4)
	for i, n := range []string{"a", "b", "c", "d"} {
		m.Put(journey.Touchpoint{ID: journey.ID(n), Title: n, Order: keys[i], Stage: "s0", Lane: "cards"})
	}
	return m
}

func TestMoveTouchpointToEachIndex(t *testing.T) {
	for _, tc := range []struct {
		id    journey.ID
		index int
		want  []string
	}{
		{"a", 0, []string{"a", "b", "c", "d"}},
		{"a", 1, []string{"a", "b", "c", "d"}},
		{"a", 2, []string{"b", "a", "c", "d"}},
		{"a", 4, []string{"b", "c", "d", "a"}},
		{"d", 0, []string{"d", "a", "b", "c"}},
		{"c", 1, []string{"a", "c", "b", "d"}},
		{"b", 99, []string{"a", "c", "d", "b"}},
		{"b", -5, []string{"b", "a", "c", "d"}},
	} {
		m := abcd()
		do(t, m, edit.MoveTouchpoint{ID: tc.id, Stage: "s0", Lane: "cards", Index: tc.index})
		if got := order(m, "s0"); !slices.Equal(got, tc.want) {
			t.Errorf("%s to %d: %v, want %v", tc.id, tc.index, got, tc.want)
		}
	}
}

// TestOrderKeysStayShort inserts at the same place many times.
func TestOrderKeysStayShort(t *testing.T) {
	m := abcd()
	for i := range 600 {
		do(t, m, edit.AddTouchpoint{ID: journey.ID(fmt.Sprint("x", i)), Stage: "s0", Lane: "cards", Index: 2, Title: fmt.Sprint(i)})
	}
	for tp := range m.Touchpoints.All() {
		if len(tp.Order) > journey.MaxOrderLength {
			t.Fatalf("order key %q is %d bytes long", tp.Order, len(tp.Order))
		}
	}
	if got := order(m, "s0"); got[0] != "a" || got[2] != "599" || got[3] != "598" || got[len(got)-1] != "d" {
		t.Errorf("order is %v ... %v", got[:5], got[len(got)-2:])
	}
}

func TestEqualOrderKeysAreSpread(t *testing.T) {
	m := abcd()
	for _, n := range []journey.ID{"a", "b", "c"} {
		tp, _ := m.Touchpoints.Get(n)
		tp.Order = "V000"
		m.Put(tp)
	}
	do(t, m, edit.MoveTouchpoint{ID: "d", Stage: "s0", Lane: "cards", Index: 1})
	if got := order(m, "s0"); !slices.Equal(got, []string{"a", "d", "b", "c"}) {
		t.Errorf("order is %v", got)
	}
}

func TestGestureIsOneStep(t *testing.T) {
	m := abcd()
	var h edit.History
	for _, v := range []float64{0.1, 0.5, 1.2} {
		p, err := edit.SetEmotion{ID: "a", Which: edit.Actual, Valence: v, Gesture: "drag 1"}.Plan(m)
		if err != nil {
			t.Fatal(err)
		}
		h.Do(m, p)
	}
	h.EndGesture()
	p, _ := edit.SetEmotion{ID: "a", Which: edit.Actual, Valence: -1, Gesture: "drag 1"}.Plan(m)
	h.Do(m, p)
	if _, err := h.Undo(m); err != nil {
		t.Fatal(err)
	}
	if tp, _ := m.Touchpoints.Get("a"); tp.Actual.Valence != 1.2 {
		t.Errorf("after one undo the valence is %v, want 1.2", tp.Actual.Valence)
	}
	if _, err := h.Undo(m); err != nil {
		t.Fatal(err)
	}
	if tp, _ := m.Touchpoints.Get("a"); tp.Actual.Known {
		t.Error("the whole gesture was not taken back in one step")
	}
}

func TestUndoKeepsWhatStillApplies(t *testing.T) {
	m := abcd()
	var h edit.History
	for _, c := range []edit.Command{
		edit.SetEmotion{ID: "a", Which: edit.Actual, Valence: 1},
		edit.SetEmotion{ID: "b", Which: edit.Actual, Valence: 1},
	} {
		p, _ := c.Plan(m)
		h.Do(m, p)
	}
	m.Delete(journey.KindTouchpoint, "b") // another program did that
	if _, err := h.Undo(m); err == nil {
		t.Error("undo of a touchpoint that is gone did not say so")
	}
	if _, err := h.Undo(m); err != nil {
		t.Errorf("undo of what still applies: %v", err)
	}
	if tp, _ := m.Touchpoints.Get("a"); tp.Actual.Known {
		t.Error("undo did not take the emotion of a back")
	}
}

func TestMeasuredBecomesAssumedByHand(t *testing.T) {
	m := abcd()
	tp, _ := m.Touchpoints.Get("a")
	tp.Actual = journey.Emotion{Known: true, Valence: -0.19, Evidence: journey.Evidence{Source: journey.Survey, N: 10, Mean: 2.81}}
	m.Put(tp)
	do(t, m, edit.SetEmotion{ID: "a", Which: edit.Actual, Valence: 1})
	if tp, _ = m.Touchpoints.Get("a"); tp.Actual.Evidence.Measured() {
		t.Error("an emotion set by hand still claims to be measured")
	}
}

func TestRemoveStageTakesWhatItHolds(t *testing.T) {
	m := abcd()
	m.Put(journey.PainPoint{ID: "pain", Stage: "s1", Touchpoint: "a", Lane: "pains"})
	p := do(t, m, edit.Remove{Kind: journey.KindStage, ID: "s0"})
	if m.Touchpoints.Len() != 0 || m.PainPoints.Len() != 0 || m.Stages.Has("s0") {
		t.Errorf("%d touchpoints and %d pain points stay", m.Touchpoints.Len(), m.PainPoints.Len())
	}
	p.Invert().Apply(m)
	if m.Touchpoints.Len() != 4 || m.PainPoints.Len() != 1 {
		t.Error("the inverse does not bring all back")
	}
}

func TestDiffTurnsOneMapIntoTheOther(t *testing.T) {
	a, b := abcd(), abcd()
	do(t, b, edit.Remove{Kind: journey.KindTouchpoint, ID: "c"})
	do(t, b, edit.AddTouchpoint{ID: "e", Stage: "s1", Lane: "cards", Title: "e"})
	do(t, b, edit.MoveStage{ID: "s2", Index: 0})
	edit.Diff(a, b).Apply(a)
	if !reflect.DeepEqual(rows(a), rows(b)) {
		t.Error("the diff does not give the other map")
	}
}
