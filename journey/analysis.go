package journey

import (
	"iter"
	"math"
)

// Gap returns actual minus expected valence of a touchpoint, -4..+4: negative is
// a promise broken, positive a delight. It returns false unless both are known
// numbers. The result is not rounded; neither are those of the functions below.
func Gap(t Touchpoint) (float64, bool) { return GapBetween(&t.Expected, &t.Actual) }

// GapBetween is the gap of a touchpoint with these emotions.
func GapBetween(expected, actual *Emotion) (float64, bool) {
	a, ok := felt(actual)
	e, known := felt(expected)
	if !ok || !known {
		return 0, false
	}
	return a - e + 0, true // + 0 turns -0 into 0
}

// felt returns the valence of an emotion, and whether there is one to count with.
func felt(e *Emotion) (float64, bool) {
	if !e.Known || math.IsNaN(e.Valence) || math.IsInf(e.Valence, 0) {
		return 0, false
	}
	return e.Valence + 0, true
}

// counted yields the touchpoints that the figures below are of: those of the journey
// without those of hidden stages, which are not shown either.
func (m *Map) counted() iter.Seq[*Touchpoint] {
	hidden := map[ID]bool{}
	for s := range m.Stages.All() {
		if s.Hidden {
			hidden[s.ID] = true
		}
	}
	all := m.Travel()
	if len(hidden) == 0 {
		return all
	}
	return func(yield func(*Touchpoint) bool) {
		for t := range all {
			if !hidden[t.Stage] && !yield(t) {
				return
			}
		}
	}
}

// MeanGap returns the mean gap of the touchpoints that have one, and false where
// none has.
func MeanGap(m *Map) (float64, bool) {
	return mean(m, func(t *Touchpoint) (float64, bool) { return GapBetween(&t.Expected, &t.Actual) })
}

// MeanActual returns the mean valence of the known actual emotions, and false
// where there is none.
func MeanActual(m *Map) (float64, bool) {
	return mean(m, func(t *Touchpoint) (float64, bool) { return felt(&t.Actual) })
}

// WeightedActual is MeanActual with every moment that matters counted twice.
func WeightedActual(m *Map) (float64, bool) {
	sum, n := 0.0, 0
	for t := range m.counted() {
		v, ok := felt(&t.Actual)
		switch {
		case ok && t.Matters:
			sum, n = sum+2*v, n+2
		case ok:
			sum, n = sum+v, n+1
		}
	}
	if n == 0 {
		return 0, false
	}
	return sum/float64(n) + 0, true
}

// MayStay reports whether no change is needed at a touchpoint: somebody decided to
// leave it as it is, or answers show that it is not unpleasant and meets what was
// expected.
func MayStay(t Touchpoint) bool {
	gap, ok := Gap(t)
	return t.LeaveAsIs || ok && gap > BrokenGap+1e-9 && t.Actual.Valence >= 0 && t.Actual.Evidence.Measured()
}

// mean adds up in journey order, so that the same map gives the same last digit.
func mean(m *Map, value func(*Touchpoint) (float64, bool)) (float64, bool) {
	sum, n := 0.0, 0
	for t := range m.counted() {
		if v, ok := value(t); ok {
			sum += v
			n++
		}
	}
	if n == 0 {
		return 0, false
	}
	return sum/float64(n) + 0, true
}

// PeakEnd returns the average of the strongest actual emotion (the largest
// distance from neutral; of equals the later one) and the last one in journey
// order. It returns false where no actual emotion is known.
//
// People remember an experience by these two moments rather than by its sum or
// length: B. L. Fredrickson and D. Kahneman, "Duration neglect in retrospective
// evaluations of affective episodes", Journal of Personality and Social
// Psychology 65 (1993), 45-55.
func PeakEnd(m *Map) (float64, bool) {
	peak, end, found := 0.0, 0.0, false
	for t := range m.counted() {
		v, ok := felt(&t.Actual)
		if !ok {
			continue
		}
		if math.Abs(v) >= math.Abs(peak) {
			peak = v
		}
		end, found = v, true
	}
	return (peak+end)/2 + 0, found
}

// LargestGap returns the touchpoint with the gap farthest from zero, and the
// gap. Of equal distances a negative gap comes before a positive one, and the
// earlier touchpoint before the later. It returns false where no touchpoint has
// a gap.
func LargestGap(m *Map) (Touchpoint, float64, bool) {
	const dust = 1e-9 // differences below come from binary fractions, not from feelings
	var largest *Touchpoint
	gap := 0.0
	for t := range m.counted() {
		g, ok := GapBetween(&t.Expected, &t.Actual)
		if !ok {
			continue
		}
		farther := math.Abs(g) - math.Abs(gap)
		if largest == nil || farther > dust || farther > -dust && g < 0 && gap > 0 {
			largest, gap = t, g
		}
	}
	if largest == nil {
		return Touchpoint{}, 0, false
	}
	return *largest, gap, true
}

// Coverage says how much of a map is known, in touchpoints.
type Coverage struct {
	Touchpoints int // all of them
	Expected    int // with an expected emotion
	Actual      int // with an actual emotion
	Gaps        int // with both
	Measured    int // whose actual emotion rests on answers
	Assumed     int // whose actual emotion is an opinion
	Answers     int // answers behind all measured ones
}

// Cover counts what is known of the touchpoints of a map.
func Cover(m *Map) Coverage {
	var c Coverage
	for t := range m.counted() {
		c.Touchpoints++
		if _, ok := felt(&t.Expected); ok {
			c.Expected++
		}
		if _, ok := GapBetween(&t.Expected, &t.Actual); ok {
			c.Gaps++
		}
		if _, ok := felt(&t.Actual); !ok {
			continue
		}
		c.Actual++
		if t.Actual.Evidence.Measured() {
			c.Measured++
			c.Answers += t.Actual.Evidence.N
		} else {
			c.Assumed++
		}
	}
	return c
}

// Met reports whether a metric has reached its target, and whether both are known.
func Met(k Metric) (met, known bool) {
	if !k.Target.Known || !k.Actual.Known {
		return false, false
	}
	if k.LowerIsBetter {
		return k.Actual.Value <= k.Target.Value, true
	}
	return k.Actual.Value >= k.Target.Value, true
}
