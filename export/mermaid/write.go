package mermaid

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"touchline.app/journey"
)

// unscored stands where a touchpoint has no actual emotion: Mermaid needs
// something there, and what is no number gives no emotion when read again.
const unscored = "n/a"

// blank is a name Mermaid takes and a reader does not see.
const blank = "#160;"

// Write writes the map as a journey diagram, UTF-8 with a newline at its end.
// The warnings say what Mermaid cannot carry. The error is that of w.
func Write(w io.Writer, m *journey.Map) ([]Warning, error) {
	out := bufio.NewWriter(w)
	warnings := losses(m)
	out.WriteString("journey\n")
	if title := clean(m.Head.Title); title != "" {
		fmt.Fprintf(out, "    title %s\n", escape(title, inTitle))
	}
	if text := clean(m.Head.Scenario); text != "" {
		fmt.Fprintf(out, "    accDescr: %s\n", escape(text, inDescription))
	}
	last, first := "", true
	for _, s := range m.StagesInOrder() {
		touchpoints := m.InStage(s.ID)
		name := clean(s.Name)
		switch {
		case name == "" && first && len(touchpoints) > 0: // tasks before any section
		case name == "":
			fmt.Fprintf(out, "    section %s\n", blank)
		default:
			fmt.Fprintf(out, "    section %s\n", escape(name, inName))
		}
		if !first && name == last {
			warnings = append(warnings, warning("two stages called %q follow each other: Mermaid draws them as one", name))
		}
		last, first = name, false
		for _, t := range touchpoints {
			fmt.Fprintf(out, "      %s\n", task(m, t))
		}
	}
	if err := out.Flush(); err != nil {
		return nil, fmt.Errorf("write diagram: %w", err)
	}
	return warnings, nil
}

func task(m *journey.Map, t journey.Touchpoint) string {
	name := blank
	if text := clean(t.Title); text != "" {
		name = escape(text, inName)
	}
	line := name + ": " + score(t.Actual)
	var people []string
	for _, id := range t.Actors {
		p, _ := m.Personas.Get(id)
		if text := clean(p.Name); text != "" {
			people = append(people, escape(text, inPeople))
		}
	}
	if len(people) > 0 {
		line += ": " + strings.Join(people, ", ")
	}
	return line
}

// score returns actual + 3, to a millionth.
func score(e journey.Emotion) string {
	if !e.Known || math.IsNaN(e.Valence) {
		return unscored
	}
	v := min(max(e.Valence+neutral, minScore), maxScore)
	return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
}

func warning(text string, args ...any) Warning { return Warning{Text: fmt.Sprintf(text, args...)} }

// losses says, kind by kind, what a journey diagram has no place for.
func losses(m *journey.Map) []Warning {
	var expected, unknown, channels, words, evidence, matters, details int
	for t := range m.Touchpoints.All() {
		expected += count(t.Expected.Known)
		unknown += count(!t.Actual.Known)
		channels += count(t.Channel != "")
		words += count(t.Actual.Word != "" || t.Actual.Quote != "")
		evidence += count(t.Actual.Evidence.Measured())
		matters += count(t.Matters)
		details += count(t.Details != "" || t.Expectation != "" || t.Owner != "" || t.Type != "" || t.Delivery != "" || t.Status != "")
	}
	var stages int
	for s := range m.Stages.All() {
		stages += count(s.Phase != "" || s.Goal != "" || s.Expectation != "" || s.Status != "")
	}
	var out []Warning
	for _, l := range []struct {
		n         int
		one, many string
	}{
		{expected, "expected emotion", "expected emotions"},
		{words, "word or quote of an emotion", "words or quotes of emotions"},
		{evidence, "evidence of an emotion", "evidences of emotions"},
		{channels, "channel of a touchpoint", "channels of touchpoints"},
		{matters, "mark of a moment that matters", "marks of moments that matter"},
		{details, "touchpoint's details", "touchpoints' details"},
		{stages, "stage's phase, goal or expectation", "stages' phases, goals or expectations"},
		{m.Notes.Len(), "note", "notes"},
		{m.PainPoints.Len(), "pain point", "pain points"},
		{m.Opportunities.Len(), "opportunity", "opportunities"},
		{m.Metrics.Len(), "metric", "metrics"},
	} {
		if l.n == 1 {
			out = append(out, warning("left out, for Mermaid has no place for it: 1 %s", l.one))
		} else if l.n > 1 {
			out = append(out, warning("left out, for Mermaid has no place for them: %d %s", l.n, l.many))
		}
	}
	if unknown > 0 {
		out = append(out, warning("without an actual emotion, so written with the score %s: %d of %d touchpoints", unscored, unknown, m.Touchpoints.Len()))
	}
	return out
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}
