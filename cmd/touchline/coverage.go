package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"touchline.app/journey"
	"touchline.app/journey/coverage"
	"touchline.app/journey/edit"
	"touchline.app/storage"
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

// waiving says which findings may stand.
type waiving struct {
	what   []string // check=name, or a check
	reason string
}

// fits reports what is the matter with the flags.
func (w waiving) fits(covers bool) error {
	switch {
	case len(w.what) == 0 && w.reason == "":
		return nil
	case !covers:
		return usagef("--waive and --reason go with --coverage")
	case len(w.what) == 0 || strings.TrimSpace(w.reason) == "":
		return usagef("--waive says which finding may stand, and --reason why: give both")
	}
	return nil
}

// waived returns the findings that "check=name" means, or those of a check.
func waived(open []coverage.Finding, what string) ([]int, error) {
	check, name, named := strings.Cut(what, "=")
	if !slices.Contains(coverage.Checks, coverage.Check(check)) {
		return nil, usagef("--waive: there is no check %.40q; there are %s", check, words(coverage.Checks))
	}
	var out []int
	for i, f := range open {
		if string(f.Check) == check && (!named || strings.EqualFold(spaced(f.Label), spaced(name))) {
			out = append(out, i)
		}
	}
	return out, nil
}

// waive lets findings stand.
func (p *program) waive(ctx context.Context, path string, w waiving) (err error) {
	file, m, err := storage.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	last, ids := "", journey.NewIDs(p.random)
	if all := m.WaiversInOrder(); len(all) > 0 {
		last = all[len(all)-1].Order
	}
	put, taken := edit.Put{Verb: "add"}, map[int]bool{}
	open := coverage.Open(coverage.Find(m))
	for _, what := range w.what {
		places, err := waived(open, what)
		if err != nil {
			return err
		}
		if len(places) == 0 {
			return fmt.Errorf("%s has no finding %.80q that is open; touchline check %s --coverage lists them", path, what, path)
		}
		for _, i := range places {
			if taken[i] {
				continue
			}
			if last, err = journey.Between(last, ""); err != nil {
				return fmt.Errorf("waive %s: %w", what, err)
			}
			taken[i] = true
			put.Rows = append(put.Rows, journey.Waiver{ID: ids.Next(), Order: last, Check: string(open[i].Check), Row: open[i].Row, Reason: strings.TrimSpace(w.reason)})
		}
	}
	if err := commit(ctx, file, m, put); err != nil {
		return err
	}
	return p.say([]string{fmt.Sprintf("%s: %s may stand.", path, findings(len(put.Rows)))})
}

// spaced writes a name in one line.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

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
