package storage

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// whereabouts returns where a file is now that was at path, and whether it is
// anywhere it can be worked on: in a bin it was thrown away.
func whereabouts(path string, identity fs.FileInfo) (string, bool) {
	var found []string
	entries, _ := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		found = append(found, filepath.Join(filepath.Dir(path), e.Name()))
	}
	for _, name := range append(found, openFiles()...) {
		info, err := os.Lstat(name)
		if err == nil && os.SameFile(info, identity) && !thrownAway(name) {
			return name, true
		}
	}
	return "", false
}

// thrownAway reports whether a path leads into a bin, or to a draft.
func thrownAway(path string) bool {
	for _, part := range strings.Split(filepath.ToSlash(path), "/") {
		if part == "Trash" || part == ".Trashes" || strings.HasPrefix(part, ".Trash-") || part == "$RECYCLE.BIN" {
			return true
		}
	}
	return draftNames.MatchString(filepath.Base(path))
}
