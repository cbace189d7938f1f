package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"touchline.app/export/press"
	"touchline.app/journey"
)

func (p *program) exportCommand() *cobra.Command {
	var x exporting
	c := &cobra.Command{
		Use: "export IN OUT...", Short: "Write a map as " + extensions(), Args: exactly(2, maxOutputs),
		Long: "Write a map as " + extensions() + ".\n\n" +
			"IN is a map, a file Touchline exported, or a Mermaid diagram. The name of each OUT says its format. A PDF, PNG or SVG\n" +
			"carries the map and opens again in Touchline, unless --no-map leaves it out.",
		Example: "  touchline export flight.journey flight.pdf --page a3\n" +
			"  touchline export flight.journey poster.pdf --page a0 --tile a4\n" +
			"  touchline export flight.journey book.pdf --page a4 --split --report",
		RunE: func(c *cobra.Command, args []string) error {
			o, err := x.options(c, args[1:])
			if err == nil {
				err = apart(args[0], args[1:])
			}
			if err != nil {
				return err
			}
			p.unused(c, args[1:])
			m, err := p.load(args[0])
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return p.exportAll(ctx, m, args[1:], x, o)
		},
	}
	x.flags(c)
	return c
}

// maxOutputs is the most files one command writes.
const maxOutputs = 64

// exportAll writes the map into each of the files, and says what a person should
// know of each.
func (p *program) exportAll(ctx context.Context, m *journey.Map, outputs []string, x exporting, o press.Options) error {
	o, err := x.scope(m, o)
	if err != nil {
		return err
	}
	for _, out := range outputs {
		warnings, err := press.Write(ctx, out, m, o)
		for _, w := range warnings {
			p.warn(out + ": " + w.String())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unused says which flags have no meaning for any of the files.
func (p *program) unused(c *cobra.Command, outputs []string) {
	for _, f := range flagFormats {
		if !c.Flags().Changed(f.name) {
			continue
		}
		used := slices.ContainsFunc(outputs, func(out string) bool {
			format, _ := press.FormatOf(out)
			return slices.Contains(f.formats, format)
		})
		if !used {
			p.warn(fmt.Sprintf("--%s is for %s alone and changes nothing here", f.name, join(f.formats, " and ")))
		}
	}
}

// join writes formats as a person says them: "PDF and PNG".
func join(formats []press.Format, with string) string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name()
	}
	if n := len(names); n > 2 {
		names = []string{strings.Join(names[:n-1], ", "), names[n-1]}
	}
	return strings.Join(names, with)
}

func extensions() string { return join(press.Formats, " or ") }
