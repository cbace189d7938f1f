package embed_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"touchline.app/export/embed"
	"touchline.app/export/exporttest"
	"touchline.app/journey"
)

// TestMutatedExports damages exports in many ways and wants of each that it
// gives the map it was made with, or none. A run of the program's tests takes a
// short walk; a long one says how many with TOUCHLINE_MUTATIONS, and prints what
// came of them:
//
//	TOUCHLINE_MUTATIONS=100000 go test -tags ci -v -run MutatedExports ./export/embed
//
// Files that other programs or the exports themselves wrote join in when they lie
// in the folder TOUCHLINE_EXPORTS.
func TestMutatedExports(t *testing.T) {
	count := 2000
	if n, err := strconv.Atoi(os.Getenv("TOUCHLINE_MUTATIONS")); err == nil {
		count = n
	}
	seeds := exports(t)
	r := rand.New(rand.NewPCG(9, 9))
	var taken, refused int
	var slowest time.Duration
	for i := range count {
		e := seeds[r.IntN(len(seeds))]
		file := e.mutated(r, seeds)
		began := time.Now()
		got, err := embed.Find(file)
		slowest = max(slowest, time.Since(began))
		switch {
		case (got == nil) == (err == nil):
			t.Fatalf("mutation %d: neither a map nor an error, or both", i)
		case got == nil:
			refused++
		case !known(seeds, journey.Digest(got)):
			t.Fatalf("mutation %d of %s: taken with another content", i, e.name)
		default:
			taken++
		}
	}
	if taken == 0 || refused == 0 {
		t.Errorf("%d taken, %d refused: this tests nothing", taken, refused)
	}
	t.Logf("%d mutations: %d refused, %d taken with their content as it was, slowest %v", count, refused, taken, slowest)
}

// specimen is an export: the file, the map as it is encoded, and how it is put
// into a file of its kind.
type specimen struct {
	name    string
	file    []byte
	data    []byte
	wrap    func([]byte) []byte
	digests []string // of the maps in it
}

func exports(t *testing.T) []specimen {
	t.Helper()
	var out []specimen
	wraps := map[string]func([]byte) []byte{
		"pdf":       func(d []byte) []byte { return pdfWith(deflated(d)) },
		"plain pdf": func(d []byte) []byte { return pdfWith(d) },
		"png":       func(d []byte) []byte { return pngWith(t, embed.PNGChunk(d)) },
		"svg":       func(d []byte) []byte { return svgWith(embed.SVGElement(d)) },
	}
	maps := []*journey.Map{flight(t), exporttest.Random(3), exporttest.Random(15), exporttest.LargeMap(60)}
	for i, m := range maps {
		data := encoded(t, m)
		for _, name := range []string{"pdf", "plain pdf", "png", "svg"} {
			out = append(out, specimen{fmt.Sprint(name, " ", i), wraps[name](data), data, wraps[name], []string{journey.Digest(m)}})
		}
	}
	folder := os.Getenv("TOUCHLINE_EXPORTS")
	if folder == "" {
		return out
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		file, err := os.ReadFile(folder + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		all, _, err := embed.FindAll(file)
		if err != nil {
			t.Fatalf("%s: %v", e.Name(), err)
		}
		s := specimen{name: e.Name(), file: file}
		for _, m := range all {
			s.digests = append(s.digests, journey.Digest(m))
		}
		out = append(out, s)
	}
	return out
}

func known(seeds []specimen, digest string) bool {
	for _, s := range seeds {
		if slices.Contains(s.digests, digest) {
			return true
		}
	}
	return false
}

// mutated damages the file; or the map in it, which is then put in with every
// checksum right, as somebody would who means harm.
func (e specimen) mutated(r *rand.Rand, seeds []specimen) []byte {
	if e.wrap == nil || r.IntN(2) == 0 {
		return damaged(r, e.file, seeds[r.IntN(len(seeds))].file)
	}
	data := damaged(r, e.data, seeds[r.IntN(len(seeds))].data)
	if r.IntN(4) == 0 { // what JSON takes for the same
		data = bytes.Replace(data, []byte(`"`), []byte(` "`), 1+r.IntN(9))
	}
	return e.wrap(data)
}

// damaged changes a few places of a text.
func damaged(r *rand.Rand, of, other []byte) []byte {
	out := bytes.Clone(of)
	for range 1 + r.IntN(3) {
		if len(out) < 2 {
			return out
		}
		at := r.IntN(len(out))
		n := min(1+r.IntN(1<<r.IntN(12)), len(out)-at)
		switch r.IntN(8) {
		case 0:
			out[at] ^= 1 << r.IntN(8)
		case 1:
			out[at] = byte(r.IntN(256))
		case 2: // a letter or digit for another
			out[at] = base64.StdEncoding.EncodeToString([]byte{byte(r.IntN(256))})[0]
		case 3:
			out = append(out[:at], out[at+n:]...)
		case 4:
			out = append(out[:at+n:at+n], out[at:]...)
		case 5:
			if len(other) > 0 {
				from := r.IntN(len(other))
				out = append(append(bytes.Clone(out[:at]), other[from:min(from+n, len(other))]...), out[at:]...)
			}
		case 6:
			to := r.IntN(len(out) - n + 1)
			copy(out[to:], bytes.Clone(out[at:at+n]))
		case 7:
			if r.IntN(8) == 0 {
				out = out[:at]
			} else {
				out[at]++
			}
		}
	}
	return out
}
