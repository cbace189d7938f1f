package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// The exit statuses.
const (
	statusDone  = 0
	statusCould = 1 // could not
	statusUsage = 2
)

// program is the command line with what it needs from outside.
type program struct {
	out, err io.Writer
	random   io.Reader // of the ids of new maps
	trace    string    // file that receives a line of JSON on each change of the window; empty writes none
	window   func(options) error
}

// options are what the window opens with.
type options struct {
	path  string // empty shows what to begin with
	trace string // as in program
}

// usageError says that the command was called in a way it does not know.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(text string, args ...any) error { return usageError{fmt.Errorf(text, args...)} }

// run carries out a command line, without the name of the program, and returns
// the exit status. Errors go to the error output in one sentence.
func (p *program) run(args []string) int {
	root := p.root()
	root.SetArgs(args)
	root.SetOut(p.out)
	root.SetErr(p.err)
	err := root.Execute()
	if err == nil {
		return statusDone
	}
	if errors.Is(err, errDiffer) || errors.Is(err, errUnsound) { // said already
		return statusCould
	}
	var usage usageError
	if errors.As(err, &usage) {
		said, _, _ := strings.Cut(oneLine(err.Error()), ": strconv.") // what Go says of a number helps nobody
		fmt.Fprintf(p.err, "touchline: %s (touchline help shows more)\n", said)
		return statusUsage
	}
	fmt.Fprintf(p.err, "touchline: %s\n", oneLine(err.Error()))
	if errors.As(err, &trouble{}) {
		return statusTrouble
	}
	return statusCould
}

// warn writes one line for a person.
func (p *program) warn(text string) { fmt.Fprintln(p.err, oneLine(text)) }

// oneLine keeps messages to one line, whatever a file name holds.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "touchline [MAP.journey]",
		Short: "Draw customer-journey maps",
		Long: "Touchline draws customer-journey maps.\n\n" +
			"With the name of a map, or none, it opens the window. The commands need no display.",
		Args:          exactly(0, 1),
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
		RunE: func(_ *cobra.Command, args []string) error {
			return p.open(append(args, "")[0])
		},
	}
	root.SetVersionTemplate("touchline {{.Version}}\n")
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(p.newCommand(), p.importCommand(), p.exportCommand(), p.watchCommand(), p.diffCommand(), p.mergeCommand(), p.checkCommand(), p.evidenceCommand(), p.measureCommand(), p.infoCommand(), p.versionCommand())
	return root
}

// exactly takes the given number of arguments.
func exactly(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if n := len(args); n < least || n > most {
			return usagef("wrong number of names: it is used as %q", c.UseLine())
		}
		return nil
	}
}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: exactly(0, 0),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(p.out, "touchline", version)
			return err
		},
	}
}
