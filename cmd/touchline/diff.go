package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"touchline.app/journey/compare"
)

// errDiffer is how diff says that two maps are not the same; it is no failure and
// nothing is written about it.
var errDiffer = errors.New("the maps differ")

// statusTrouble is the exit status of a comparison that could not be made, for 1
// says that the maps differ.
const statusTrouble = 2

// trouble is an error of a command whose exit status 1 means something else.
type trouble struct{ error }

func (t trouble) Unwrap() error { return t.error }

func (p *program) diffCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use: "diff A B", Short: "Say how two maps differ", Args: exactly(2, 2),
		Long: "Say how two maps differ: what B added, removed, moved, retold (its texts changed) and re-felt (its emotions changed).\n\n" +
			"A and B are maps, or files that carry one, such as a PDF that came back.\n" +
			"Exit status: 0 the maps say the same, 1 they differ, 2 they could not be compared.",
		Example: "  touchline diff flight.journey returned.pdf",
		RunE: func(_ *cobra.Command, args []string) error {
			err := p.diff(args[0], args[1], asJSON)
			if err != nil && !errors.Is(err, errDiffer) {
				return trouble{err}
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (p *program) diff(from, to string, asJSON bool) error {
	a, err := p.load(from)
	if err != nil {
		return err
	}
	b, err := p.load(to)
	if err != nil {
		return err
	}
	differences := compare.Maps(a, b)
	if asJSON {
		err = p.diffJSON(differences)
	} else {
		err = p.diffText(differences)
	}
	if err == nil && len(differences) > 0 {
		err = errDiffer
	}
	return err
}

// diffText writes a line for each difference and their number.
func (p *program) diffText(differences []compare.Difference) error {
	var b strings.Builder
	counts := map[compare.Sort]int{}
	for _, d := range differences {
		b.WriteString(oneLine(d.Text) + "\n")
		counts[d.Sort]++
	}
	var parts []string
	for _, s := range compare.Sorts {
		if counts[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[s], s))
		}
	}
	if len(parts) == 0 {
		parts = []string{"The maps say the same"}
	}
	_, err := fmt.Fprintln(p.out, b.String()+strings.Join(parts, ", ")+".")
	return err
}

// diffJSON writes the differences for programs. The names of its members stay.
func (p *program) diffJSON(differences []compare.Difference) error {
	type field struct {
		Name   string `json:"name"`
		Before string `json:"before"`
		After  string `json:"after"`
	}
	type difference struct {
		Sort   compare.Sort `json:"sort"`
		Kind   string       `json:"kind"`
		ID     string       `json:"id"`
		Label  string       `json:"label"`
		Fields []field      `json:"fields"`
		Text   string       `json:"text"`
	}
	out := struct {
		Same        bool         `json:"same"`
		Differences []difference `json:"differences"`
	}{len(differences) == 0, []difference{}}
	for _, d := range differences {
		one := difference{d.Sort, string(d.Kind), string(d.ID), d.Label, []field{}, d.Text}
		for _, f := range d.Fields {
			one.Fields = append(one.Fields, field{f.Name, f.Before.String(), f.After.String()})
		}
		out.Differences = append(out.Differences, one)
	}
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
