package mermaid

import (
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// loss is something a journey diagram has no place for.
type loss struct {
	one, many phrase.Phrase
	of        func(journey.Touchpoint) bool // whether the touchpoint has it
}

var touchpointLosses = []loss{
	{phrase.Of("expected emotion"), phrase.Of("expected emotions"), func(t journey.Touchpoint) bool { return t.Expected.Known }},
	{phrase.Of("word or quote of an emotion"), phrase.Of("words or quotes of emotions"), func(t journey.Touchpoint) bool {
		return t.Actual.Word != "" || t.Actual.Quote != ""
	}},
	{phrase.Of("evidence of an emotion"), phrase.Of("evidences of emotions"), func(t journey.Touchpoint) bool { return t.Actual.Evidence.Measured() }},
	{phrase.Of("channel of a touchpoint"), phrase.Of("channels of touchpoints"), func(t journey.Touchpoint) bool { return t.Channel != "" }},
	{phrase.Of("mark of a moment that matters"), phrase.Of("marks of moments that matter"), func(t journey.Touchpoint) bool { return t.Matters }},
	{phrase.Of("touchpoint's details"), phrase.Of("touchpoints' details"), func(t journey.Touchpoint) bool {
		return t.Details != "" || t.Expectation != "" || t.Owner != "" || t.Type != "" || t.Delivery != "" || t.Status != ""
	}},
}

// losses says, kind by kind, what is left out or written as something else.
func losses(m *journey.Map) []Warning {
	var out []Warning
	add := func(n int, one, many phrase.Phrase) {
		if n == 1 {
			out = append(out, warning("left out, for Mermaid has no place for it: 1 %s", one))
		} else if n > 1 {
			out = append(out, warning("left out, for Mermaid has no place for them: %d %s", n, many))
		}
	}
	lost := func(n int, one, many string) { add(n, phrase.Of(one), phrase.Of(many)) }
	touchpoints := m.Journey()
	for _, l := range touchpointLosses {
		add(having(touchpoints, l.of), l.one, l.many)
	}
	stages := having(m.StagesInOrder(), func(s journey.Stage) bool {
		return s.Phase != "" || s.Goal != "" || s.Expectation != "" || s.Status != ""
	})
	lost(stages, "stage's phase, goal or expectation", "stages' phases, goals or expectations")
	lost(having(m.PersonasInOrder(), func(p journey.Persona) bool {
		p.ID, p.Order, p.Name = "", "", ""
		return p != journey.Persona{}
	}), "persona's details", "personas' details")
	lost(m.Notes.Len(), "note", "notes")
	lost(m.PainPoints.Len(), "pain point", "pain points")
	lost(m.Opportunities.Len(), "opportunity", "opportunities")
	lost(m.Metrics.Len(), "metric", "metrics")
	lost(m.Readings.Len(), "reading of another source", "readings of other sources")
	lost(m.Promises.Len(), "promise", "promises")
	lost(having(touchpoints, func(t journey.Touchpoint) bool { return t.Passage != journey.Passage{} }), "count of customers at a touchpoint", "counts of customers at touchpoints")
	lost(m.Waivers.Len(), "waiver of a finding", "waivers of findings")
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

func warning(text string, args ...any) Warning { return Warning{Text: phrase.Of(text, args...)} }
