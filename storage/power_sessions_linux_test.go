//go:build linux && (amd64 || arm64)

package storage

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"touchline.app/journey"
)

// recording begins to watch what is done to the files beside path.
func recording(t *testing.T, path string) *disk {
	t.Helper()
	d := onDisk(t)
	d.folder = filepath.Dir(path)
	return d
}

// filesIn returns the files of a folder.
func filesIn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, name := range namesIn(t, dir) {
		b, err := os.ReadFile(filepath.Join(dir, name))
		must(t, err)
		out[name] = b
	}
	return out
}

// over ends a recording.
func (d *disk) over() []operation {
	d.mu.Lock()
	defer d.mu.Unlock()
	throughVFS = ""
	return append([]operation(nil), d.done...)
}

// reached returns which of the digests the map at path has, -1 where none.
func reached(path string, digests []string) int {
	m, err := modernize(ctx, path)
	if err != nil {
		return -1
	}
	return slices.Index(digests, journey.Digest(m))
}

// editing is a session of 20 edits; the log is folded in between.
func editing(t *testing.T, pragma string) recorded {
	t.Helper()
	m := three()
	f := created(t, m)
	must(t, f.Close())
	d := recording(t, f.Path())
	f, _, err := Open(f.Path())
	must(t, err)
	if pragma != "" {
		must(t, second(f.conn.ExecContext(ctx, pragma)))
	}
	if err := os.Remove(f.Path() + "-journal"); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	out := recorded{start: filesIn(t, d.folder)}
	digests := []string{journey.Digest(m)}
	d.begin(trouble{})
	for n := 1; n <= 20; n++ {
		must(t, numbered(f, m, n))
		if n == 12 && pragma == "" {
			must(t, second(f.Compact(ctx, time.Now().Add(time.Hour))))
		}
		digests = append(digests, journey.Digest(m))
		d.promise(n)
	}
	out.done = d.over()
	must(t, f.Close())
	out.judge = func(dir string) int { return reached(filepath.Join(dir, "map.journey"), digests) }
	return out
}

// saving is a session of edits and copies over an older copy.
func saving(t *testing.T) recorded {
	t.Helper()
	m := three()
	f := created(t, m)
	must(t, f.Close())
	copied := filepath.Join(filepath.Dir(f.Path()), "copy.journey")
	d := recording(t, f.Path())
	f, _, err := Open(f.Path())
	must(t, err)
	must(t, f.SaveAs(copied))
	if err := os.Remove(f.Path() + "-journal"); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	out := recorded{start: filesIn(t, d.folder)}
	digests := []string{journey.Digest(m)}
	d.begin(trouble{})
	for n := 1; n <= 8; n++ {
		must(t, numbered(f, m, n))
		digests = append(digests, journey.Digest(m))
		must(t, f.SaveAs(copied))
		d.promise(n)
	}
	out.done = d.over()
	must(t, f.Close())
	out.judge = func(dir string) int {
		k := reached(filepath.Join(dir, "map.journey"), digests)
		return min(k, reached(filepath.Join(dir, "copy.journey"), digests))
	}
	return out
}

// migrating is the opening of a map of an older format.
func migrating(t *testing.T) recorded {
	t.Helper()
	path := filepath.Join(t.TempDir(), "map.journey")
	must(t, copyFile("testdata/v4-log.journey", path))
	d := recording(t, path)
	out := recorded{start: filesIn(t, d.folder)}
	f, m, err := Open(path)
	must(t, err)
	d.promise(1)
	digests := []string{journey.Digest(m)}
	must(t, numbered(f, m, 1))
	digests = append(digests, journey.Digest(m))
	d.promise(2)
	out.done = d.over()
	must(t, f.Close())
	out.judge = func(dir string) int {
		path := filepath.Join(dir, "map.journey")
		k := reached(path, digests)
		if h, err := inspect(path); k == 0 && err == nil && h.version < Version {
			return 0
		}
		return k + min(k+1, 1)
	}
	return out
}

// creating is the making of a new map.
func creating(t *testing.T) recorded {
	t.Helper()
	path := filepath.Join(t.TempDir(), "map.journey")
	d := recording(t, path)
	out := recorded{start: map[string][]byte{}}
	m := three()
	f, err := Create(path, m)
	must(t, err)
	d.promise(1)
	out.done = d.over()
	must(t, f.Close())
	out.judge = func(dir string) int {
		path := filepath.Join(dir, "map.journey")
		if _, err := os.Lstat(path); err != nil {
			return 0
		}
		return 1 + 2*reached(path, []string{journey.Digest(m)}) // 1, or -1 for a file that is none
	}
	return out
}

// sessions are what the power is cut under.
var powerSessions = map[string]func(*testing.T) recorded{
	"edit":    func(t *testing.T) recorded { return editing(t, "") },
	"save as": saving,
	"migrate": migrating,
	"create":  creating,
}

func TestCrashPowerCuts(t *testing.T) {
	for name, session := range powerSessions {
		t.Run(name, func(t *testing.T) {
			inMemory(t)
			n := *powerCuts
			if name != "edit" {
				n /= 10
			}
			s := session(t)
			out := powerCut(t, s, n)
			t.Logf("%+v, %d operations", out, len(s.done))
			if out.lost+out.corrupt > 0 || out.different < 3 {
				t.Errorf("%+v", out)
			}
		})
	}
}

// The test would see it: what is known to lose edits does.
func TestCrashPowerCutsControls(t *testing.T) {
	controls := map[string]func(*testing.T) recorded{
		"synchronous off":     func(t *testing.T) recorded { return editing(t, "PRAGMA synchronous = OFF") },
		"journal deleted":     func(t *testing.T) recorded { return editing(t, "PRAGMA journal_mode = DELETE") },
		"save as, no folder":  func(t *testing.T) recorded { return without(saving(t), "sync folder") },
		"save as, no sync":    func(t *testing.T) recorded { return without(saving(t), "sync") },
		"migrate, no folder":  func(t *testing.T) recorded { return without(migrating(t), "sync folder") },
		"create, no folder":   func(t *testing.T) recorded { return without(creating(t), "sync folder") },
		"create, no sync":     func(t *testing.T) recorded { return without(creating(t), "sync") },
		"migrate, no syncing": func(t *testing.T) recorded { return without(migrating(t), "sync") },
	}
	for name, session := range controls {
		t.Run(name, func(t *testing.T) {
			inMemory(t)
			out := powerCut(t, session(t), min(*powerCuts, 20000))
			t.Logf("%+v", out)
			if out.lost+out.corrupt == 0 {
				t.Errorf("nothing is lost: %+v", out)
			}
		})
	}
}

// without is a session by a program that does not do one kind of operation.
func without(s recorded, verb string) recorded {
	s.done = slices.DeleteFunc(s.done, func(o operation) bool { return o.verb == verb })
	return s
}
