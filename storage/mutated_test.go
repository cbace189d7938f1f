package storage

import (
	"errors"
	flags "flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"touchline.app/journey"
)

var mutations = flags.Int("crash.mutated", 1000, "mutated files that are opened")

// mutate changes bytes of a file in one of the ways disks and programs have.
func mutate(whole []byte, r *rand.Rand) []byte {
	b := append([]byte(nil), whole...)
	pages := len(b) / 4096
	page := func() []byte { i := r.IntN(pages); return b[i*4096 : (i+1)*4096] }
	switch r.IntN(8) {
	case 0:
		for range 1 + r.IntN(30) {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
	case 1:
		for range 1 + r.IntN(6) {
			b[r.IntN(100)] = byte(r.Uint32())
		}
	case 2:
		for range 1 + r.IntN(8) {
			page()[r.IntN(60)] = []byte{0, 1, 0x7f, 0x80, 0xff, byte(r.Uint32())}[r.IntN(6)]
		}
	case 3:
		copy(page(), page())
	case 4:
		clear(page())
	case 5:
		return b[:r.IntN(len(b))]
	case 6:
		n := r.IntN(2000)
		copy(b[r.IntN(len(b)-n):], b[r.IntN(len(b)-n):][:n])
	default:
		at, n := r.IntN(len(b)-20), 1+r.IntN(20)
		for i := range n {
			b[at+i] = byte(r.Uint32())
		}
	}
	return b
}

// Whatever the bytes, the answer is the map as it was written, an error, or, where
// both the number of the format and a table's declaration changed, what a newer
// format is taken to say: never in silence, for Newer says so.
func TestCrashMutatedFiles(t *testing.T) {
	m := large(40)
	f := created(t, m)
	for n := range 20 {
		if err := numberedEdit(f, m, n); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	want := journey.Digest(m)
	path := filepath.Join(t.TempDir(), "x.journey")
	r := rand.New(rand.NewPCG(10, 10))
	opened, altered, newer, slowest := 0, 0, 0, time.Duration(0)
	for range *mutations {
		if err := os.WriteFile(path, mutate(whole, r), 0o600); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		got, err := Read(path)
		slowest = max(slowest, time.Since(began))
		switch {
		case err == nil && Newer(path) != nil && journey.Digest(got) != want:
			newer++
		case err == nil:
			opened++
			if journey.Digest(got) != want {
				t.Fatal("a changed text was taken for the map's")
			}
		case errors.Is(err, ErrAltered):
			altered++
		}
	}
	t.Logf("%d mutated, %d opened as they were, %d refused by the digest alone, %d taken for a newer format, slowest %v", *mutations, opened, altered, newer, slowest)
	if newer > *mutations/1000 {
		t.Errorf("%d of %d are taken for a newer format", newer, *mutations)
	}
}
