//go:build linux && (amd64 || arm64)

package storage

import (
	"crypto/sha256"
	flags "flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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

// recorded is a session on a disk that is watched: the files it began with, what
// was done, and what tells how far the files have come.
type recorded struct {
	start map[string][]byte
	done  []operation
	// judge returns which promise the files in a folder keep; -1 where one of them is
	// not as any promise left it.
	judge func(dir string) int
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

// platters are the files of a folder while a session goes on.
type platters struct {
	files   []*volatile
	now     map[string]int // the files by their names
	durable map[string]int // the same, as it is after a power cut
	pending []operation    // changes of names that are not on disk
	inode   []int          // the files they are about
}

// name changes names as an operation does.
func name(names map[string]int, o operation, file int) {
	switch o.verb {
	case "create":
		names[o.name] = file
	case "link":
		names[o.to] = file
	case "rename":
		delete(names, o.name)
		names[o.to] = file
	case "delete":
		delete(names, o.name)
	}
}

// settle brings the first n changes of names to disk.
func (p *platters) settle(n int) {
	for i, o := range p.pending[:n] {
		name(p.durable, o, p.inode[i])
	}
	p.pending, p.inode = p.pending[n:], p.inode[n:]
}

// do carries an operation out.
func (p *platters) do(o operation) {
	switch o.verb {
	case "create", "rename", "link", "delete":
		file, ok := p.now[o.name]
		if o.verb == "create" && !ok {
			file = len(p.files)
			p.files = append(p.files, &volatile{})
		}
		p.pending, p.inode = append(p.pending, o), append(p.inode, file)
		name(p.now, o, file)
	case "sync folder":
		p.settle(len(p.pending))
	case "sync":
		if file, ok := p.now[o.name]; ok {
			for _, w := range p.files[file].pending {
				p.files[file].apply(w)
			}
			p.files[file].pending = nil
		}
	case "write", "truncate":
		file, ok := p.now[o.name]
		if !ok {
			file = len(p.files)
			p.files = append(p.files, &volatile{})
			p.now[o.name] = file
		}
		p.files[file].pending = append(p.files[file].pending, o)
	}
}

// afterCut returns the files as a power cut after the first operations leaves
// them, and how much was promised by then.
func (s recorded) afterCut(upTo int, way string, r *rand.Rand) (map[string][]byte, int) {
	p, promised := &platters{now: map[string]int{}, durable: map[string]int{}}, 0
	for _, n := range slices.Sorted(maps.Keys(s.start)) {
		p.now[n], p.durable[n] = len(p.files), len(p.files)
		p.files = append(p.files, &volatile{durable: append([]byte(nil), s.start[n]...)})
	}
	for _, o := range s.done[:upTo] {
		if o.verb == "promise" {
			promised = o.n
		}
		p.do(o)
	}
	switch way {
	case "none":
	case "all":
		p.settle(len(p.pending))
	default:
		p.settle(r.IntN(len(p.pending) + 1))
	}
	out := map[string][]byte{}
	left := map[int][]byte{}
	for _, name := range slices.Sorted(maps.Keys(p.durable)) {
		file := p.durable[name]
		if _, ok := left[file]; !ok {
			left[file] = p.files[file].cut(way, r)
		}
		out[name] = left[file]
	}
	return out, promised
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
		h := sha256.New()
		fmt.Fprint(h, promised)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			fmt.Fprintf(h, "\x00%q %d\x00", name, len(files[name]))
			h.Write(files[name])
		}
		sum := [32]byte(h.Sum(nil))
		if seen[sum] {
			continue
		}
		seen[sum] = true
		out.different++
		left, err := os.ReadDir(dir)
		must(t, err)
		for _, e := range left {
			must(t, os.Remove(filepath.Join(dir, e.Name())))
		}
		for name, b := range files {
			must(t, os.WriteFile(filepath.Join(dir, name), b, 0o600))
		}
		switch k := s.judge(dir); {
		case k < 0:
			out.corrupt++
		case k < promised:
			out.lost++
		}
	}
	return out
}
