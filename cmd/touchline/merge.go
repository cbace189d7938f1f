package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"touchline.app/storage"
)

func (p *program) mergeCommand() *cobra.Command {
	return &cobra.Command{
		Use: "merge INTO.journey FROM", Short: "Take over what another copy of a map changed", Args: exactly(2, 2),
		Long: "Take over what another copy of a map changed, field by field.\n\n" +
			"FROM is a copy of INTO that somebody worked on, or a file that carries the map, such as a PDF that came back. Where both\n" +
			"changed the same field, the later change is shown and the other one kept beside it, to be settled in the window. FROM\n" +
			"stays as it is.",
		Example: "  touchline merge flight.journey \"flight (conflicted copy).journey\"",
		RunE: func(c *cobra.Command, args []string) error {
			if err := isMapName(args[0]); err != nil {
				return err
			}
			return p.merge(c.Context(), args[0], args[1])
		},
	}
}

func (p *program) merge(ctx context.Context, into, from string) (err error) {
	if ctx == nil {
		ctx = context.Background()
	}
	stored := strings.EqualFold(filepath.Ext(from), extension)
	if !stored {
		data, err := readAll(from)
		if err != nil {
			return fmt.Errorf("open %s: %w", from, plain(err))
		}
		stored = data == nil
	}
	f, _, err := storage.Open(into)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if format, kept := f.Migrated(); format > 0 {
		p.warn(fmt.Sprintf("%s was of format %d and is of format %d now; a copy as it was: %s", into, format, storage.Version, kept))
	}
	var done storage.Merged
	if stored {
		done, err = f.Merge(ctx, from)
	} else {
		m, e := p.load(from)
		if e != nil {
			return e
		}
		done, err = f.MergeMap(ctx, m)
	}
	if err != nil {
		return err
	}
	return p.merged(ctx, f, done)
}

// merged says what a merge did.
func (p *program) merged(ctx context.Context, f *storage.File, done storage.Merged) error {
	var b strings.Builder
	added, removed := 0, 0
	for _, c := range done.Changed.Changes {
		switch {
		case c.Before == nil:
			added++
		case c.After == nil:
			removed++
		}
	}
	changed := len(done.Changed.Changes) - added - removed
	fmt.Fprintf(&b, "%s added, %s changed, %s removed.\n", rows(added), rows(changed), rows(removed))
	if done.Absent > 0 {
		fmt.Fprintf(&b, "%s not in the other file; nothing was removed for that.\n", rows(done.Absent)+is(done.Absent))
	}
	for _, name := range done.Left {
		fmt.Fprintf(&b, "The version %.60q stays in the other file: it names a state this one never was in, or its name is taken.\n", name)
	}
	open, err := f.Conflicts(ctx)
	if err != nil {
		return err
	}
	if len(open) > 0 {
		fmt.Fprintf(&b, "%d to settle; both values are kept:\n", len(open))
	}
	for _, c := range open {
		b.WriteString("  " + oneLine(conflictText(c)) + "\n")
	}
	_, err = fmt.Fprint(p.out, b.String())
	return err
}

func rows(n int) string {
	if n == 1 {
		return "1 row"
	}
	return fmt.Sprintf("%d rows", n)
}

func is(n int) string {
	if n == 1 {
		return " is"
	}
	return " are"
}

// conflictText says which value is shown and which is not.
func conflictText(c storage.Conflict) string {
	name := strings.ReplaceAll(c.Table, "_", " ")
	if c.Row != nil && c.Row.Label() != "" {
		name += fmt.Sprintf(" %.60q", c.Row.Label())
	}
	field := strings.ReplaceAll(c.Name, "_", " ")
	switch {
	case !c.There:
		return fmt.Sprintf("%s was deleted here; the other copy gave its %s the value %s", name, field, shown(c.Other.New))
	case c.Name == "":
		return name + " was deleted in the other copy and is kept"
	}
	return fmt.Sprintf("%s, %s: shown %s, also %s", name, field, shown(c.Present), shown(c.Other.New))
}

// shown is a value as a line shows it.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return "nothing"
	case string:
		if r := []rune(v); len(r) > 60 {
			v = string(r[:59]) + "…"
		}
		return fmt.Sprintf("%q", v)
	}
	return fmt.Sprint(v)
}
