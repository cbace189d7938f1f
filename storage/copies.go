package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Copy is a copy of a map that parted from it and lies beside it, as sync clients
// make them of files that were changed in two places.
type Copy struct {
	Path string
	New  int // steps in it that are not in the map; 0 where it has no log in common with it
}

// conflicting are the names sync clients give such copies, after the map's own
// name: Dropbox and Nextcloud (and Touchline) in several languages, Syncthing.
var conflicting = regexp.MustCompile(`(?i)^(\.sync-conflict-[0-9]{8}-[0-9]{6}(-[A-Z0-9]+)?` +
	`| \(.*(conflicted copy|case conflict|konflikt|en confli[ct]|競合|متعارض).*\)|_conflict-[0-9]+-[0-9]+)$`)

// counted are the names OneDrive, Google Drive and iCloud give them, and people
// give copies they wanted: what is in the file decides.
var counted = regexp.MustCompile(`^( [0-9]{1,3}| ?\([0-9]{1,3}\)|-[\pL\pN._-]{1,63}|( -)? (copy|Kopie|copie|copia)( [0-9]+)?)$`)

// mostCopies is how many files are looked into.
const mostCopies = 50

// Copies returns the copies beside the map that hold something it does not, sorted
// by name. Merge takes over what is in one. Files that cannot be read are none.
func (f *File) Copies(ctx context.Context) ([]Copy, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	path, err := resolve(f.path)
	if err != nil {
		return nil, explain("look beside", f.path, err)
	}
	candidates := copiesBeside(path)
	if len(candidates) == 0 {
		return nil, nil
	}
	var ours map[string]int64
	err = f.reading(ctx, func(tx *sql.Tx) (err error) {
		ours, err = sessionsIn(ctx, tx)
		return err
	})
	if err != nil {
		return nil, explain("look beside", f.path, err)
	}
	var out []Copy
	for _, c := range candidates {
		n, related := f.newIn(ctx, c.path, ours)
		if n > 0 || c.sure && !related {
			out = append(out, Copy{c.path, n})
		}
	}
	return out, nil
}

// beside is a file that may be a copy, by its name.
type beside struct {
	path string
	sure bool
}

// copiesBeside returns the files beside a map that are copies of it by their names.
func copiesBeside(path string) []beside {
	entries, _ := os.ReadDir(filepath.Dir(path)) // a folder that cannot be listed shows none
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(filepath.Base(path), ext)
	var out []beside
	for _, e := range entries {
		rest, ok := strings.CutPrefix(strings.TrimSuffix(e.Name(), ext), base)
		if !ok || !strings.HasSuffix(e.Name(), ext) || !e.Type().IsRegular() || len(out) == mostCopies {
			continue
		}
		if sure := conflicting.MatchString(rest); sure || counted.MatchString(rest) {
			out = append(out, beside{filepath.Join(filepath.Dir(path), e.Name()), sure})
		}
	}
	slices.SortFunc(out, func(a, b beside) int { return strings.Compare(a.path, b.path) })
	return out
}

// newIn returns how many steps of a copy are not among ours, and whether it is a
// copy with a log to tell by.
func (f *File) newIn(ctx context.Context, path string, ours map[string]int64) (n int, related bool) {
	h, err := inspect(path)
	if err != nil || h.hot || h.version != Version {
		return 0, err != nil // one that is no map is not offered
	}
	c, err := connect(ctx, path, forReading)
	if err != nil {
		return 0, true
	}
	defer c.Close()
	tx, err := c.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return 0, true
	}
	defer tx.Rollback()
	if examine(ctx, tx) != nil {
		return 0, true
	}
	said, err := readMark(ctx, tx)
	if err != nil || said.origin != f.origin {
		return 0, err != nil
	}
	n, err = stepsBeyond(ctx, tx, ours)
	return n, err == nil
}

// stepsBeyond counts the steps that came after the latest of their actor in ours.
func stepsBeyond(ctx context.Context, tx *sql.Tx, ours map[string]int64) (int, error) {
	theirs, err := sessionsIn(ctx, tx)
	n := 0
	for actor, last := range theirs {
		if last <= ours[actor] {
			continue
		}
		var more int
		e := tx.QueryRowContext(ctx, "SELECT count(*) FROM patch WHERE actor = ? AND clock > ?", actor, ours[actor]).Scan(&more)
		err = errors.Join(err, e)
		n += more
	}
	return n, err
}

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
