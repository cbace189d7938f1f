package png

import (
	"bytes"
	"hash/adler32"
	"math/rand"
	"testing"
)

func TestAdlerIsAdler32(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, n := range []int{0, 1, 7, 8, 9, 175, 176, 177, 5552, 100_003} {
		random := make([]byte, n)
		_, _ = r.Read(random) // never fails
		for _, p := range [][]byte{random, bytes.Repeat([]byte{255}, n), make([]byte, n)} {
			if got, want := adler(p), adler32.Checksum(p); got != want {
				t.Errorf("of %d bytes: %08x, want %08x", n, got, want)
			}
			cut := n / 3
			if got, want := joinAdler(adler(p[:cut]), adler(p[cut:]), n-cut), adler32.Checksum(p); got != want {
				t.Errorf("of %d and %d bytes joined: %08x, want %08x", cut, n-cut, got, want)
			}
		}
	}
}

func BenchmarkAdler(b *testing.B) {
	p := make([]byte, 1<<20)
	b.SetBytes(int64(len(p)))
	for b.Loop() {
		adler(p)
	}
}

func TestRowsOfAStripe(t *testing.T) {
	for _, tc := range []struct{ width, want int }{{1, 32}, {60_000, 32}, {600_000, 32}, {900_000, 16}, {1 << 30, 1}} {
		if got := rowsOf(tc.width, 3); got != tc.want {
			t.Errorf("%d pixels wide: %d rows, want %d", tc.width, got, tc.want)
		}
	}
}
