package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"touchline.app/export/survey"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// report says what was found out and what becomes of it.
func (p *program) report(m *journey.Map, r *survey.Responses, proposals []survey.Proposal, applied []survey.Applied) {
	fmt.Fprintf(p.out, "%s: %s\n%s\nSHA-256 %s\n", r.Name, r.Layout, responses(r), r.Digest)
	for _, f := range r.Faults {
		p.warn(r.Name + ": " + f.String())
	}
	if len(applied) > 0 {
		fmt.Fprintln(p.out)
	}
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	like := map[string]float64{}
	for _, q := range proposals {
		if q.Touchpoint != "" {
			like[q.Question] = q.Likeness
		}
	}
	for i, a := range applied {
		if i == 0 {
			fmt.Fprintln(w, "question\ttouchpoint\tscale\tn\tmean\tsd\t95 %\temotion\tleft out")
		}
		if a.Problem.Blank() {
			low, high, _ := a.Result.Interval()
			fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%.2f\t%.2f\t%.2f..%.2f\t%+.1f\t%s\n", middle(a.Question), middle(a.Touchpoint.Title)+guessed(like[a.Question]), a.Reading.Scale,
				a.Result.N, a.Result.Mean, a.Result.SD, low, high, journey.RoundValence(a.Emotion.Valence), leftOut(a.Result))
		}
	}
	_ = w.Flush() // to a screen
	for _, a := range applied {
		if !a.Problem.Blank() {
			p.warn(fmt.Sprintf("%q is left out: %s", a.Question, a.Problem))
		}
	}
	p.reportDoubts(m, proposals)
}

// guessed says how like a question is to the touchpoint found for it, where that is
// not much.
func guessed(likeness float64) string {
	if likeness == 0 || likeness >= 0.7 {
		return ""
	}
	return fmt.Sprintf(" (likeness %.2f)", likeness)
}

// reportDoubts names the questions that wait for an answer, and those that fit no
// touchpoint.
func (p *program) reportDoubts(m *journey.Map, proposals []survey.Proposal) {
	var alone []string
	for _, q := range proposals {
		f := q.Finding
		switch {
		case len(f.Readings) == 0:
		case len(f.Doubts) > 0 && q.Touchpoint != "":
			t, _ := m.Touchpoints.Get(q.Touchpoint)
			p.warn(fmt.Sprintf("%q (%s) is in doubt and left out: %s. Settle it with %s", q.Question, t.Title, phrase.Join(f.Doubts, "; "), remedy(q)))
		case q.Touchpoint == "":
			alone = append(alone, fmt.Sprintf("%q", q.Question))
		}
	}
	if len(alone) > 0 {
		fmt.Fprintf(p.out, "\nQuestions of no touchpoint: %s\n", oneLine(strings.Join(alone, ", ")))
	}
}

// remedy writes the flags that settle a question as is likeliest.
func remedy(q survey.Proposal) string {
	r := q.Finding.Readings[0]
	from, to := r.Scale.Min, r.Scale.Max
	if r.Scale.Turned {
		from, to = to, from
	}
	codes := cmp.Or(strings.Join(r.NotApplicable, ","), nothing)
	return fmt.Sprintf("--scale %q --na %q", fmt.Sprintf("%s=%g..%g", q.Question, from, to), q.Question+"="+codes)
}

func responses(r *survey.Responses) string {
	what := "responses"
	if r.Long != nil {
		what = "answers"
	}
	out := fmt.Sprintf("%d %s, %d columns", r.Rows, what, len(r.Columns))
	if r.Long != nil {
		out += fmt.Sprintf(": questions in %q, answers in %q", r.Long.Question, r.Long.Answer)
	}
	if len(r.Filter) > 0 {
		out += fmt.Sprintf("; %d where", r.Kept)
		for i, f := range r.Filter {
			if i > 0 {
				out += " and"
			}
			out += " " + f.String()
		}
	}
	return oneLine(out)
}

// middle leaves out the middle of a long name: questions of one kind begin alike.
func middle(s string) string {
	r := []rune(oneLine(s))
	if len(r) <= 42 {
		return string(r)
	}
	return string(r[:14]) + "…" + string(r[len(r)-27:])
}

// leftOut says which answers were not counted.
func leftOut(r survey.Result) string {
	var out []string
	if r.Blank > 0 {
		out = append(out, fmt.Sprintf("%d blank", r.Blank))
	}
	for _, code := range slices.Sorted(maps.Keys(r.NotApplicable)) {
		out = append(out, fmt.Sprintf("%d × %.20s", r.NotApplicable[code], code))
	}
	junk := r.Beyond
	for _, n := range r.Junk {
		junk += n
	}
	if junk > 0 {
		out = append(out, fmt.Sprintf("%d not on the scale", junk))
	}
	return oneLine(cmp.Or(strings.Join(out, ", "), "-"))
}
