package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// conflictedName is a free name for a copy of a map that parted from it.
func conflictedName(path string, now time.Time) string {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(path, ext) + " (conflicted copy " + now.Format(time.DateOnly)
	for n := 1; ; n++ {
		name := base + ")" + ext
		if n > 1 {
			name = fmt.Sprintf("%s %d)%s", base, n, ext)
		}
		if _, err := os.Lstat(name); err != nil {
			return name
		}
	}
}
