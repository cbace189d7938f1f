package journey

// Outcome is what became of a promise.
type Outcome string

// The outcomes of a promise.
const (
	Kept   Outcome = "kept"
	Broken Outcome = "broken"
	Untold Outcome = "open" // nobody has said what was expected or felt where it is tested
)

// BrokenGap is the gap at or below which the touchpoint that tests an expectation
// breaks the promise: smaller ones nobody can tell from neutral.
const BrokenGap = -0.2

// OutcomeOf says what became of a promise: it is broken where the touchpoint that
// tests it felt worse than was expected.
func OutcomeOf(m *Map, p Promise) Outcome {
	t, ok := m.Touchpoints.Get(p.To)
	gap, known := Gap(t)
	switch {
	case !ok || !known:
		return Untold
	case gap <= BrokenGap+1e-9: // differences below come from binary fractions
		return Broken
	}
	return Kept
}
