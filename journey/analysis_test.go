package journey

import (
	"math"
	"strconv"
	"testing"
)

// felts returns a map of touchpoints with the given expected and actual
// valences; NaN stands for unknown.
func felts(pairs ...[2]float64) *Map {
	m := New("m", "")
	m.Put(Stage{ID: "s", Order: "V"})
	m.Put(Lane{ID: "l", Order: "V", Type: LaneTouchpoints})
	keys := Spread(len(pairs))
	for i, p := range pairs {
		t := Touchpoint{ID: ID("t" + strconv.Itoa(i)), Stage: "s", Lane: "l", Order: keys[i]}
		if !math.IsNaN(p[0]) {
			t.Expected = Emotion{Known: true, Valence: p[0]}
		}
		if !math.IsNaN(p[1]) {
			t.Actual = Emotion{Known: true, Valence: p[1]}
		}
		m.Put(t)
	}
	return m
}

func TestAnalysis(t *testing.T) {
	nan := math.NaN()
	const none = -99.0
	tests := map[string]struct {
		m                            *Map
		gap, actual, peakEnd, widest float64
		at                           ID
	}{
		"empty map":                 {felts(), none, none, none, none, ""},
		"nothing known":             {felts([2]float64{nan, nan}), none, none, none, none, ""},
		"actual only":               {felts([2]float64{nan, 1}, [2]float64{nan, -1}), none, 0, -1, none, ""},
		"expected only":             {felts([2]float64{1, nan}), none, none, none, none, ""},
		"one gap":                   {felts([2]float64{1, -0.5}, [2]float64{nan, 2}), -1.5, 0.75, 2, -1.5, "t0"},
		"peak in the middle":        {felts([2]float64{0, 1}, [2]float64{0, -2}, [2]float64{0, 1}), 0, 0, -0.5, -2, "t1"},
		"peak of equals is later":   {felts([2]float64{nan, -2}, [2]float64{nan, 2}, [2]float64{nan, 0}), none, 0, 1, none, ""},
		"gaps of equals negative":   {felts([2]float64{0, 1}, [2]float64{0, -1}, [2]float64{1, 0}), -1.0 / 3, 0, -0.5, -1, "t1"},
		"gaps of equals with dust":  {felts([2]float64{0.3, 0.1}, [2]float64{0, -0.2}), -0.2, -0.05, -0.2, -0.2, "t0"},
		"expected zero, actual all": {felts([2]float64{0, 0}), 0, 0, 0, 0, "t0"},
		"infinite counts as none":   {felts([2]float64{0, math.Inf(1)}), none, none, none, none, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			check := func(what string, want float64) func(float64, bool) {
				return func(got float64, ok bool) {
					if ok != (want != none) || ok && math.Abs(got-want) > 1e-12 {
						t.Errorf("%s: got %v, %v, want %v", what, got, ok, want)
					}
					if ok && got == 0 && math.Signbit(got) {
						t.Errorf("%s is -0", what)
					}
				}
			}
			check("mean gap", tt.gap)(MeanGap(tt.m))
			check("mean actual", tt.actual)(MeanActual(tt.m))
			check("peak-end", tt.peakEnd)(PeakEnd(tt.m))
			at, gap, ok := LargestGap(tt.m)
			check("largest gap", tt.widest)(gap, ok)
			if at.ID != tt.at {
				t.Errorf("largest gap at %q, want %q", at.ID, tt.at)
			}
		})
	}
}

func TestGapIsNeverMinusZero(t *testing.T) {
	tp := Touchpoint{Expected: Emotion{Known: true}, Actual: Emotion{Known: true, Valence: math.Copysign(0, -1)}}
	if g, ok := Gap(tp); !ok || math.Signbit(g) {
		t.Errorf("got %v, %v", g, ok)
	}
}

func TestCover(t *testing.T) {
	want := Coverage{Touchpoints: 2, Expected: 1, Actual: 2, Gaps: 1, Measured: 1, Assumed: 1, Answers: 25}
	m := fullMap(1)
	for _, s := range m.StagesInOrder() {
		s.Hidden = false
		m.Put(s)
	}
	if got := Cover(m); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestWhatIsHiddenDoesNotCount holds that the figures are of what is shown.
func TestWhatIsHiddenDoesNotCount(t *testing.T) {
	m := felts([2]float64{0, 1}, [2]float64{1, -2})
	m.Put(Stage{ID: "gone", Order: "W", Hidden: true})
	last, _ := m.Touchpoints.Get("t1")
	last.Stage = "gone"
	last.Actual.Evidence = Evidence{Source: Survey, N: 9}
	m.Put(last)
	if tp, gap, ok := LargestGap(m); !ok || tp.ID != "t0" || gap != 1 {
		t.Errorf("the largest gap is %v at %s", gap, tp.ID)
	}
	if mean, _ := MeanActual(m); mean != 1 {
		t.Errorf("the mean is %v", mean)
	}
	if end, _ := PeakEnd(m); end != 1 {
		t.Errorf("peak and end are %v", end)
	}
	if c := Cover(m); c.Touchpoints != 1 || c.Measured != 0 || c.Actual != 1 {
		t.Errorf("%+v", c)
	}
}
