package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// open shows the window with a map, or with what to begin with where the path is
// empty. What is in the file is for the window to say.
func (p *program) open(path string) error {
	if path == "" {
		return p.window(options{trace: p.trace})
	}
	if _, err := os.Stat(path); err != nil {
		if errors.Is(err, fs.ErrNotExist) && filepath.Base(path) == path && filepath.Ext(path) == "" {
			return usagef("there is no command or map %q", path)
		}
		return fmt.Errorf("open %s: %w", path, plain(err))
	}
	return p.window(options{path, p.trace})
}
