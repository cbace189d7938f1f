package scene

import "math"

// fullGap is the gap from which a ground has its full colour.
const fullGap = 1.3

// GapTint returns the ground that a gap is written on and the ink it is written
// with: the stronger, the larger the gap as it is shown.
func (t Theme) GapTint(gap float64) (ground, ink Color) {
	tint := t.Negative
	if gap > 0 {
		tint = t.Positive
	}
	strength := 0.13 + 0.72*min(math.Abs(gap)/fullGap, 1)
	if math.Abs(gap) < 0.05 {
		strength = 0.08
	}
	ground = mix(t.Page, tint, strength)
	return ground, t.on(ground)
}
