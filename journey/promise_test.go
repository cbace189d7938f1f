package journey

import "testing"

func TestOutcomeOf(t *testing.T) {
	for name, c := range map[string]struct {
		expected, actual Emotion
		want             Outcome
	}{
		"kept":               {Feel(1), Feel(1), Kept},
		"outdone":            {Feel(0), Feel(2), Kept},
		"a little less":      {Feel(1), Feel(0.9), Kept},
		"just broken":        {Feel(1), Feel(0.8), Broken},
		"nobody felt it":     {Feel(1), Emotion{}, Untold},
		"nobody expected it": {Emotion{}, Feel(-2), Untold},
	} {
		m := New("m", "")
		m.Put(Touchpoint{ID: "b", Expected: c.expected, Actual: c.actual})
		if got := OutcomeOf(m, Promise{From: "a", To: "b"}); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := OutcomeOf(New("m", ""), Promise{To: "gone"}); got != Untold {
		t.Errorf("without the touchpoint: %s", got)
	}
}

func TestWeightedActualCountsMomentsThatMatterTwice(t *testing.T) {
	m := New("m", "")
	if _, ok := WeightedActual(m); ok {
		t.Error("an empty map has one")
	}
	m.Put(Stage{ID: "s", Order: "V"})
	m.Put(Touchpoint{ID: "a", Stage: "s", Order: "V", Actual: Feel(1)})
	m.Put(Touchpoint{ID: "b", Stage: "s", Order: "W", Actual: Feel(-2), Matters: true})
	m.Put(Touchpoint{ID: "c", Stage: "s", Order: "X", Matters: true})
	if got, ok := WeightedActual(m); !ok || got != -1 {
		t.Errorf("got %v, %v", got, ok)
	}
}

func TestMayStayAsItIs(t *testing.T) {
	measured := func(v float64) Emotion {
		e := Feel(v)
		e.Evidence = Evidence{Source: Survey, N: 50}
		return e
	}
	for name, c := range map[string]struct {
		t    Touchpoint
		want bool
	}{
		"as expected":         {Touchpoint{Expected: Feel(1), Actual: measured(1.1)}, true},
		"better than that":    {Touchpoint{Expected: Feel(1), Actual: measured(2)}, true},
		"worse":               {Touchpoint{Expected: Feel(1), Actual: measured(0.8)}, false},
		"an opinion":          {Touchpoint{Expected: Feel(1), Actual: Feel(1)}, false},
		"neither was angry":   {Touchpoint{Expected: Feel(-2), Actual: measured(-1.9)}, false},
		"somebody decided so": {Touchpoint{LeaveAsIs: true}, true},
	} {
		if got := MayStay(c.t); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
