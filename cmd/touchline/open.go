package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// open shows the window with a map, or with what to begin with. What is in the
// file is for the window to say.
func (p *program) open(o options) error {
	if o.path == "" {
		return p.window(o)
	}
	if _, err := os.Stat(o.path); err != nil {
		if errors.Is(err, fs.ErrNotExist) && filepath.Base(o.path) == o.path && filepath.Ext(o.path) == "" {
			return usagef("there is no command or map %q", o.path)
		}
		return fmt.Errorf("open %s: %w", o.path, plain(err))
	}
	return p.window(o)
}
