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
	return number(answer)
}

// number reads an answer that is a number, begins with one ("4 - satisfied",
// "4 stars", "4/5") or is a row of stars.
func number(answer string) (float64, bool) {
	if v, ok := grid.Number(answer); ok {
		return v, true
	}
	answer = strings.TrimSpace(answer)
	if stars := strings.Count(answer, "★") + strings.Count(answer, "⭐"); stars > 0 && strings.Trim(answer, "★⭐☆✩ \ufe0f") == "" {
		return float64(stars), true
	}
	end := 0
	for end < len(answer) && (answer[end] >= '0' && answer[end] <= '9' || end == 0 && (answer[end] == '-' || answer[end] == '+')) {
		end++
	}
	if rest := strings.TrimSpace(answer[end:]); end == 0 || end > 3 || !follows(rest) {
		return 0, false
	}
	return grid.Number(answer[:end])
}

// follows reports whether what stands behind a number explains it. The rest of a
// date does not.
func follows(rest string) bool {
	if of, ok := strings.CutPrefix(rest, "/"); ok {
		_, number := grid.Number(of)
		return number
	}
	said := strings.TrimLeft(rest, "-–—=:.)( ")
	if said == "" || said[0] >= '0' && said[0] <= '9' {
		return false
	}
	return said != rest || starWord(rest)
}

// starWord reports whether what follows a number is the word for stars or points,
// or says of how many.
func starWord(rest string) bool {
	word, _, _ := strings.Cut(strings.ToLower(rest), " ")
	switch word {
	case "star", "stars", "stern", "sterne", "étoile", "étoiles", "estrella", "estrellas", "estrela", "estrelas", "stelle", "stella",
		"points", "point", "punkte", "of", "von", "sur", "de", "out", "点", "つ星", "星", "分":
		return true
	}
	return false
}

// folded is an answer without case, and with single spaces.
func folded(s string) string {
	s = strings.ToLower(grid.Clean(s, maxAnswer))
	s = typewritten.Replace(s)
	return strings.TrimRight(strings.TrimSpace(s), ".!")
}

// typewritten has the signs of a typewriter for those of a printer.
var typewritten = strings.NewReplacer("’", "'", "‘", "'", "…", "", "–", "-", "—", "-")
