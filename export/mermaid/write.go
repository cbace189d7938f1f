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
	in := map[journey.ID][]journey.Touchpoint{}
	for _, t := range m.Journey() {
		in[t.Stage] = append(in[t.Stage], t)
	}
	last, first := "", true
	for _, s := range m.StagesInOrder() {
		touchpoints := in[s.ID]
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
