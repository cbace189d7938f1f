package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"touchline.app/storage"
)

// errUnsound is how check says that a map cannot be trusted; what is the matter
// with it was written already.
var errUnsound = errors.New("the map is not sound")

func (p *program) checkCommand() *cobra.Command {
	salvage := ""
	covers, asJSON := false, false
	var waive waiving
	c := &cobra.Command{
		Use: "check MAP.journey", Short: "Say whether a map's file is sound or what the map leaves unsaid, and save what is in a damaged one", Args: exactly(1, 1),
		Long: "Say whether a map's file is sound: its structure, its texts and its change log.\n\n" +
			"With --salvage what can be read of a damaged file is written into a new one. The damaged file stays as it is.\n" +
			"With --coverage it says what the map leaves unsaid instead: stages without touchpoints, touchpoints without an owner and so on,\n" +
			"each with a way to mend it. Findings are advice and no error.\n" +
			"With --waive a finding may stand: it is written into the map with the reason.\n" +
			"Exit status: 0 it is sound, or was salvaged; 1 it is not, or could not be looked at.",
		Example: "  touchline check flight.journey --salvage mended.journey\n  touchline check flight.journey --coverage\n" +
			"  touchline check flight.journey --coverage --waive \"no-owner=Checks in\" --reason \"the airport has it\"",
		RunE: func(c *cobra.Command, args []string) error {
			if err := waive.fits(covers); err != nil {
				return err
			}
			if len(waive.what) > 0 {
				return p.waive(c.Context(), args[0], waive)
			}
			if covers {
				return p.coverage(args[0], asJSON)
			}
			if salvage == "" {
				return p.check(args[0])
			}
			if err := isMapName(salvage); err != nil {
				return err
			}
			return p.salvage(args[0], salvage)
		},
	}
	c.Flags().StringVar(&salvage, "salvage", "", "write what can be read into this new `file`")
	c.Flags().BoolVar(&covers, "coverage", false, "say what the map leaves unsaid")
	c.Flags().BoolVar(&asJSON, "json", false, "the findings of --coverage as JSON")
	c.Flags().StringArrayVar(&waive.what, "waive", nil, "let the finding `check=NAME` of --coverage stand; without =NAME all of that check")
	c.Flags().StringVar(&waive.reason, "reason", "", "why it may stand")
	c.MarkFlagsMutuallyExclusive("coverage", "salvage")
	return c
}

func (p *program) check(path string) error {
	found, err := storage.Check(path)
	if err != nil {
		return err
	}
	verdict := path + " is sound."
	if !found.Sound() {
		verdict = path + " is not sound:"
	}
	lines := append([]string{verdict}, append(found.Trouble, found.Notes...)...)
	if !found.Sound() && !strings.Contains(strings.Join(found.Trouble, ""), "--salvage") {
		lines = append(lines, "What can be read of it goes into a new file with: touchline check FILE --salvage NEW.journey")
	}
	if err := p.say(lines); err != nil {
		return err
	}
	if !found.Sound() {
		return errUnsound
	}
	return nil
}

func (p *program) salvage(path, out string) error {
	found, err := storage.Salvage(path, out)
	if err != nil {
		return err
	}
	lines := []string{fmt.Sprintf("%s was written: %s read, %s brought back from the log.", out, rows(found.Rows), rows(found.FromLog))}
	lines = append(lines, found.Notes...)
	if len(found.Notes) == 0 {
		lines = append(lines, "Nothing is missing. The steps of its past stay in the old file.")
	}
	return p.say(lines)
}

// say writes lines for a person, each on one line.
func (p *program) say(lines []string) error {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(oneLine(l) + "\n")
	}
	_, err := fmt.Fprint(p.out, b.String())
	return err
}
