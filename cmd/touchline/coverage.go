package main

import (
	"encoding/json"
	"fmt"

	"touchline.app/journey"
	"touchline.app/journey/coverage"
)

// coverage writes what a map leaves unsaid and how to mend it. Findings are advice:
// they are no error.
func (p *program) coverage(path string, asJSON bool) error {
	m, err := p.load(path)
	if err != nil {
		return err
	}
	found := coverage.Find(m)
	if asJSON {
		return p.coverageJSON(found)
	}
	open := coverage.Open(found)
	lines := []string{fmt.Sprintf("%s: %s, %d waived.", path, findings(len(open)), len(found)-len(open))}
	if len(open) == 0 {
		lines[0] = fmt.Sprintf("%s leaves nothing unsaid, %d findings waived.", path, len(found))
	}
	for _, f := range open {
		lines = append(lines, fmt.Sprintf("%s: %s %s", f.Check, f.Text(), f.Mend()))
	}
	for _, f := range found {
		if f.Waived() {
			lines = append(lines, fmt.Sprintf("%s, waived (%s): %s", f.Check, f.Reason, f.Text()))
		}
	}
	return p.say(lines)
}

func findings(n int) string {
	if n == 1 {
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}

func (p *program) coverageJSON(found []coverage.Finding) error {
	type finding struct {
		Check  coverage.Check `json:"check"`
		Kind   journey.Kind   `json:"kind"`
		ID     journey.ID     `json:"id,omitempty"`
		Label  string         `json:"label,omitempty"`
		Text   string         `json:"text"`
		Mend   string         `json:"mend"`
		Waived bool           `json:"waived"`
		Reason string         `json:"reason,omitempty"`
	}
	out := make([]finding, 0, len(found))
	for _, f := range found {
		out = append(out, finding{f.Check, f.Kind, f.Row, f.Label, f.Text(), f.Mend(), f.Waived(), f.Reason})
	}
	e := json.NewEncoder(p.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}
