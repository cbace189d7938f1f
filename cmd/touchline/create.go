package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"touchline.app/journey"
	"touchline.app/journey/sample"
	"touchline.app/storage"
)

func (p *program) newCommand() *cobra.Command {
	template, force := sample.Names[0], false
	c := &cobra.Command{
		Use: "new OUT.journey", Short: "Make a map", Args: exactly(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if !slices.Contains(sample.Names, template) {
				return usagef("there is no template %q; there are %s", template, strings.Join(sample.Names, ", "))
			}
			if err := isMapName(args[0]); err != nil {
				return err
			}
			m, err := sample.Named(template, journey.NewIDs(p.random))
			if err != nil {
				return err
			}
			return save(args[0], m, force)
		},
	}
	c.Flags().StringVar(&template, "template", template, "what is in it: "+strings.Join(sample.Names, ", "))
	c.Flags().BoolVar(&force, "force", false, "replace a file that is there")
	return c
}

func (p *program) importCommand() *cobra.Command {
	force := false
	c := &cobra.Command{
		Use: "import IN OUT.journey", Short: "Make a map of an export that carries one, or of JSON, CSV, Markdown, Mermaid or OpenJourney", Args: exactly(2, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := isMapName(args[1]); err != nil {
				return err
			}
			m, err := p.load(args[0])
			if err != nil {
				return err
			}
			return save(args[1], m, force)
		},
	}
	c.Flags().BoolVar(&force, "force", false, "replace a file that is there")
	return c
}

func isMapName(path string) error {
	if !strings.EqualFold(filepath.Ext(path), extension) {
		return usagef("the name of a map ends in %s, unlike %q", extension, path)
	}
	return nil
}

// save writes the map into a new file. One that is there stays, unless force is
// set: then it is replaced in one step.
func save(path string, m *journey.Map, force bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("create %s: %w", path, errFolder)
	case err == nil && force:
		return replace(path, m)
	case err == nil:
		return fmt.Errorf("create %s: there is a file of this name already; --force replaces it", path)
	}
	f, err := storage.Create(path, m)
	if err != nil {
		return err
	}
	return f.Close()
}

// replace writes the map beside the file and lets storage put it in its place,
// which knows about journals and locks.
func replace(path string, m *journey.Map) (err error) {
	folder, err := os.MkdirTemp(filepath.Dir(path), ".touchline-")
	if err != nil {
		return fmt.Errorf("create %s: %w", path, plain(err))
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	f, err := storage.Create(filepath.Join(folder, "map"+extension), m)
	if err != nil {
		return err
	}
	if err := f.SaveAs(path); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}
