package mermaid

import (
	"fmt"

	"touchline.app/journey"
)

// loss is something a journey diagram has no place for.
type loss struct {
	one, many string
	of        func(journey.Touchpoint) bool // whether the touchpoint has it
}

var touchpointLosses = []loss{
	{"expected emotion", "expected emotions", func(t journey.Touchpoint) bool { return t.Expected.Known }},
	{"word or quote of an emotion", "words or quotes of emotions", func(t journey.Touchpoint) bool {
		return t.Actual.Word != "" || t.Actual.Quote != ""
	}},
	{"evidence of an emotion", "evidences of emotions", func(t journey.Touchpoint) bool { return t.Actual.Evidence.Measured() }},
	{"channel of a touchpoint", "channels of touchpoints", func(t journey.Touchpoint) bool { return t.Channel != "" }},
	{"mark of a moment that matters", "marks of moments that matter", func(t journey.Touchpoint) bool { return t.Matters }},
	{"touchpoint's details", "touchpoints' details", func(t journey.Touchpoint) bool {
		return t.Details != "" || t.Expectation != "" || t.Owner != "" || t.Type != "" || t.Delivery != "" || t.Status != ""
	}},
}

// losses says, kind by kind, what is left out or written as something else.
func losses(m *journey.Map) []Warning {
	var out []Warning
	add := func(n int, one, many string) {
		if n == 1 {
			out = append(out, warning("left out, for Mermaid has no place for it: 1 %s", one))
		} else if n > 1 {
			out = append(out, warning("left out, for Mermaid has no place for them: %d %s", n, many))
		}
	}
	touchpoints := m.Journey()
	for _, l := range touchpointLosses {
		add(having(touchpoints, l.of), l.one, l.many)
	}
	stages := having(m.StagesInOrder(), func(s journey.Stage) bool {
		return s.Phase != "" || s.Goal != "" || s.Expectation != "" || s.Status != ""
	})
	add(stages, "stage's phase, goal or expectation", "stages' phases, goals or expectations")
	add(m.Notes.Len(), "note", "notes")
	add(m.PainPoints.Len(), "pain point", "pain points")
	add(m.Opportunities.Len(), "opportunity", "opportunities")
	add(m.Metrics.Len(), "metric", "metrics")
	add(m.Readings.Len(), "reading of another source", "readings of other sources")
	add(m.Promises.Len(), "promise", "promises")
	if n := having(touchpoints, func(t journey.Touchpoint) bool { return !t.Actual.Known }); n > 0 {
		out = append(out, warning("without an actual emotion, so written with the score %s: %d of %d touchpoints", unscored, n, len(touchpoints)))
	}
	return out
}

// having counts the rows that have something.
func having[T any](rows []T, has func(T) bool) int {
	n := 0
	for _, r := range rows {
		if has(r) {
			n++
		}
	}
	return n
}

func warning(text string, args ...any) Warning { return Warning{Text: fmt.Sprintf(text, args...)} }
