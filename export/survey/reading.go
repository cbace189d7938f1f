package survey

import (
	"strings"

	"touchline.app/export/grid"
	"touchline.app/journey/evidence"
)

// Reading says how the answers to a question are understood.
type Reading struct {
	Scale         evidence.Scale     `json:"scale"`
	NotApplicable []string           `json:"not_applicable"`  // answers that are left out
	Words         map[string]float64 `json:"words,omitempty"` // what answers in words stand for; folded
}

// String says the reading in words.
func (r Reading) String() string {
	out := r.Scale.String()
	if r.Words != nil {
		out = "words, " + out
	}
	if len(r.NotApplicable) > 0 {
		out += ", not applicable: " + strings.Join(r.NotApplicable, ", ")
	}
	return out
}

// Result is what a question comes to under a reading.
type Result struct {
	evidence.Figures
	Blank         int
	NotApplicable map[string]int // by answer
	Junk          map[string]int // answers that are neither on the scale nor known to mean "not applicable"
	Beyond        int            // answers not told apart, see Question.Answers; none of them is counted
}

// Apply counts the answers to a question, in the responses the filter lets
// through. What is not on the scale is left out and named.
func (q Question) Apply(r Reading) Result {
	out := Result{Blank: q.tally.blank.kept, Beyond: q.tally.beyond.kept, NotApplicable: map[string]int{}, Junk: map[string]int{}}
	left := r.left()
	counts := map[float64]int{}
	for _, a := range q.Answers() {
		if a.Kept == 0 {
			continue
		}
		v, ok := r.value(a.Text)
		switch {
		case left(a.Text):
			out.NotApplicable[a.Text] += a.Kept
		case ok && v >= r.Scale.Min && v <= r.Scale.Max:
			counts[v] += a.Kept
		default:
			out.Junk[a.Text] += a.Kept
		}
	}
	out.Figures = evidence.Of(counts)
	return out
}

// left returns whether an answer is one of those left out. Numbers are the same
// however they are written.
func (r Reading) left() func(string) bool {
	texts, numbers := map[string]bool{}, map[float64]bool{}
	for _, code := range r.NotApplicable {
		texts[folded(code)] = true
		if v, ok := grid.Number(code); ok {
			numbers[v] = true
		}
	}
	return func(answer string) bool {
		v, ok := grid.Number(answer)
		return ok && numbers[v] || texts[folded(answer)]
	}
}

// value returns what an answer stands for.
func (r Reading) value(answer string) (float64, bool) {
	if v, ok := r.Words[folded(answer)]; ok {
		return v, true
	}
	said, ok := rated(answer)
	return said.value, ok
}
