package main

import (
	"github.com/spf13/cobra"

	"touchline.app/export/summary"
)

func (p *program) infoCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use: "info IN", Short: "Say what is in a map", Args: exactly(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			m, err := p.load(args[0])
			if err != nil {
				return err
			}
			s := summary.Of(m)
			if asJSON {
				return s.WriteJSON(p.out)
			}
			return s.WriteText(p.out)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
