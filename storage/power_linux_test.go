//go:build linux && (amd64 || arm64)

package storage

import (
	"crypto/sha256"
	flags "flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

var (
	powerCuts = flags.Int("crash.cuts", 400, "simulated power cuts")
	faultEdit = flags.Int("crash.edits", 2, "edits of a session on a failing disk")
)

// numbered commits edit n: it counts the title up and writes into a touchpoint.
func numbered(f *File, m *journey.Map, n int) error {
	head := m.Head
	head.Title = fmt.Sprint(n)
	id := journey.ID(fmt.Sprint("t", n%5))
	p := edit.Patch{Verb: "edit", Changes: []edit.Change{
		{Before: m.Head, After: head},
		{After: journey.Touchpoint{ID: id, Title: fmt.Sprint("edit ", n), Details: strings.Repeat("words ", n*n%3000)}},
	}}
	if before, ok := m.Touchpoints.Get(id); ok {
		p.Changes[1].Before = before
	}
	err := f.Commit(ctx, p)
	if err == nil {
		p.Apply(m)
	}
	return err
}

// recorded is a session on a disk that is watched: the file it began with, what was
// done, and the digest of the map after each edit.
type recorded struct {
	start   []byte
	done    []operation
	digests []string
}

func record20(t *testing.T, pragma string) recorded {
	t.Helper()
	d := onDisk(t)
	m := three()
	f := created(t, m)
	if pragma != "" {
		if _, err := f.conn.ExecContext(ctx, pragma); err != nil {
			t.Fatal(err)
		}
	}
	var out recorded
	var err error
	if out.start, err = os.ReadFile(f.Path()); err != nil {
		t.Fatal(err)
	}
	out.digests = []string{journey.Digest(m)}
	if err := os.Remove(f.Path() + "-journal"); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	d.begin(0, 0, false)
	for n := 1; n <= 20; n++ {
		if err := numbered(f, m, n); err != nil {
			t.Fatal(err)
		}
		if n == 12 && pragma == "" {
			if _, err := f.Compact(ctx, time.Now().Add(time.Hour)); err != nil {
				t.Fatal(err)
			}
		}
		out.digests = append(out.digests, journey.Digest(m))
		d.promise(n)
	}
	d.mu.Lock()
	out.done = append([]operation(nil), d.done...)
	d.mu.Unlock()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	throughVFS = ""
	return out
}

// volatile is a file on a disk with a cache: what is durable, and what is not yet.
type volatile struct {
	durable []byte
	pending []operation
}

func (v *volatile) apply(o operation) {
	if o.verb == "truncate" {
		v.durable = resized(v.durable, int(o.at))
		return
	}
	if end := int(o.at) + len(o.data); end > len(v.durable) {
		v.durable = resized(v.durable, end)
	}
	copy(v.durable[o.at:], o.data)
}

func resized(b []byte, n int) []byte {
	if n <= len(b) {
		return b[:n]
	}
	return append(b, make([]byte, n-len(b))...)
}

// The ways in which a disk may leave what was not synced.
var cuts = []string{"none", "all", "torn", "some", "sizes"}

// afterCut returns the files as a power cut after the first operations leaves
// them, and how much was promised by then.
func (s recorded) afterCut(upTo int, way string, r *rand.Rand) (map[string][]byte, int) {
	files := map[string]*volatile{"map.journey": {durable: append([]byte(nil), s.start...)}}
	folder, pending, promised := map[string]bool{"map.journey": true}, []operation{}, 0
	for _, o := range s.done[:upTo] {
		switch o.verb {
		case "promise":
			promised = o.n
		case "create":
			files[o.name] = &volatile{}
			pending = append(pending, o)
		case "delete":
			pending = append(pending, o)
		case "sync folder":
			settleFolder(folder, pending, len(pending))
			pending = nil
		case "sync":
			for _, p := range files[o.name].pending {
				files[o.name].apply(p)
			}
			files[o.name].pending = nil
		default:
			if files[o.name] == nil {
				files[o.name] = &volatile{}
			}
			files[o.name].pending = append(files[o.name].pending, o)
		}
	}
	switch way {
	case "none":
	case "all":
		settleFolder(folder, pending, len(pending))
	default:
		settleFolder(folder, pending, r.IntN(len(pending)+1))
	}
	out := map[string][]byte{}
	for name := range files {
		if folder[name] {
			out[name] = files[name].cut(way, r)
		}
	}
	return out, promised
}

func settleFolder(folder map[string]bool, pending []operation, n int) {
	for _, o := range pending[:n] {
		folder[o.name] = o.verb == "create"
	}
}

// cut is what is left of a file.
func (v *volatile) cut(way string, r *rand.Rand) []byte {
	for _, o := range v.pending {
		switch {
		case way == "none":
		case way == "all", way == "some" && r.IntN(2) == 0:
			v.apply(o)
		case way == "torn" && o.verb == "write":
			for at := 0; at < len(o.data); at += 512 {
				if r.IntN(2) == 0 {
					v.apply(operation{verb: "write", at: o.at + int64(at), data: o.data[at:min(at+512, len(o.data))]})
				}
			}
		case way == "torn" && r.IntN(2) == 0:
			v.apply(o)
		case way == "sizes": // the file grew, what was to be in it did not come
			if end := int(o.at) + len(o.data); o.verb == "truncate" || end > len(v.durable) {
				v.durable = resized(v.durable, end)
			}
		}
	}
	return v.durable
}

// outcome counts what became of power cuts.
type outcome struct{ states, different, lost, corrupt int }

// powerCut cuts the power n times at random moments of a session.
func powerCut(t *testing.T, s recorded, n int) outcome {
	t.Helper()
	r := rand.New(rand.NewPCG(5, 5))
	dir := t.TempDir()
	seen := map[[32]byte]bool{}
	var out outcome
	for range n {
		files, promised := s.afterCut(r.IntN(len(s.done)+1), cuts[r.IntN(len(cuts))], r)
		out.states++
		sum := sha256.Sum256(fmt.Append(nil, promised, files["map.journey"], "\x00", files["map.journey-journal"], files["map.journey-journal"] == nil))
		if seen[sum] {
			continue
		}
		seen[sum] = true
		out.different++
		for _, name := range []string{"map.journey", "map.journey-journal"} {
			if err := os.Remove(filepath.Join(dir, name)); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
		}
		for name, b := range files {
			if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		switch k := s.reached(filepath.Join(dir, "map.journey")); {
		case k < 0:
			out.corrupt++
		case k < promised:
			out.lost++
		}
	}
	return out
}

// reached returns which edit a file has come to, -1 where it is not the map as
// any edit left it.
func (s recorded) reached(path string) int {
	m, err := modernize(ctx, path)
	if err != nil {
		return -1
	}
	digest := journey.Digest(m)
	for n, want := range s.digests {
		if digest == want {
			return n
		}
	}
	return -1
}

func TestCrashPowerCuts(t *testing.T) {
	inMemory(t)
	out := powerCut(t, record20(t, ""), *powerCuts)
	t.Logf("%+v", out)
	if out.lost+out.corrupt > 0 || out.different < 50 {
		t.Errorf("%+v", out)
	}
}

// The test would see it: what is known to lose edits does.
func TestCrashPowerCutsControls(t *testing.T) {
	for _, pragma := range []string{"PRAGMA synchronous = OFF", "PRAGMA journal_mode = DELETE"} {
		t.Run(pragma, func(t *testing.T) {
			inMemory(t)
			out := powerCut(t, record20(t, pragma), min(*powerCuts, 20000))
			t.Logf("%+v", out)
			if out.lost+out.corrupt == 0 {
				t.Errorf("nothing is lost: %+v", out)
			}
		})
	}
}

// An error at each operation of a session: what was acknowledged is there, and the
// work goes on.
func TestCrashDiskFails(t *testing.T) {
	inMemory(t)
	d := onDisk(t)
	for _, full := range []bool{false, true} {
		for _, fails := range []int{1, 6} {
			sessions := 0
			for at := 1; failingSession(t, d, at, fails, full); at++ {
				sessions++
			}
			t.Logf("disk full %v, %d in a row: %d sessions", full, fails, sessions)
			if sessions < 10 {
				t.Errorf("only %d sessions had an operation that failed", sessions)
			}
		}
	}
}

// failingSession reports whether the session had so many operations.
func failingSession(t *testing.T, d *disk, at, fails int, full bool) bool {
	t.Helper()
	d.begin(0, 0, false)
	m := three()
	f, err := Create(filepath.Join(t.TempDir(), "map.journey"), m)
	if err != nil {
		t.Fatal(err)
	}
	d.begin(at, fails, full)
	refused := 0
	for n := 1; n <= *faultEdit; n++ {
		for numbered(f, m, n) != nil {
			if refused++; refused > 20 {
				t.Fatalf("operation %d: the work does not go on", at)
			}
		}
		if n == 2 {
			_, err := f.Compact(ctx, time.Now().Add(time.Hour))
			for ; err != nil && refused < 20; refused++ {
				_, err = f.Compact(ctx, time.Now().Add(time.Hour))
			}
		}
	}
	_ = f.Close() // the error may be the one at this operation; the file is looked at next
	d.mu.Lock()
	reached := d.count >= at
	d.mu.Unlock()
	d.begin(0, 0, false)
	got, err := Read(f.Path())
	if err != nil {
		t.Fatalf("operation %d: %v", at, err)
	}
	sameMap(t, got, m)
	return reached
}
