package svg

import (
	"encoding/binary"
	"maps"
	"slices"

	"github.com/go-text/typesetting/font"
)

// maxPairs is the most pairs that fit the offsets of one table.
const maxPairs = 8000

// kerning returns a GPOS table that sets the pairs that occur as far apart as they
// were laid out: a few hundred numbers instead of the tens of thousands a font
// has. It returns false where pairs do not say it all.
func kerning(f *face) ([]byte, bool) {
	if !f.kerned || len(f.pairs) > maxPairs {
		return nil, false
	}
	keys := slices.SortedFunc(maps.Keys(f.pairs), func(a, b [2]font.GID) int { return slices.Compare(a[:], b[:]) })
	keys = slices.DeleteFunc(keys, func(k [2]font.GID) bool { return f.pairs[k] == 0 })
	if len(keys) == 0 {
		return nil, true
	}
	var firsts []font.GID
	var sets [][]byte // for each first glyph: the second ones and the distances
	for _, k := range keys {
		if n := len(firsts); n == 0 || firsts[n-1] != k[0] {
			firsts, sets = append(firsts, k[0]), append(sets, nil)
		}
		last := &sets[len(sets)-1]
		*last = words(*last, int(k[1]), f.pairs[k])
	}
	// Header; one script with one feature; the feature; one lookup of pairs.
	b := words(nil, 1, 0, 10, 30, 44)
	b = append(words(append(words(b, 1), "DFLT"...), 8), words(nil, 4, 0, 0, 0xFFFF, 1, 0)...)
	b = words(append(words(b, 1), "kern"...), 8, 0, 1, 0)
	b = words(b, 1, 4, 2, 0, 1, 8)
	at := 10 + 2*len(sets) // of the coverage, from the subtable
	b = words(b, 1, at, 4, 0, len(sets))
	at += 4 + 2*len(firsts)
	for _, s := range sets {
		b = words(b, at)
		at += 2 + len(s)
	}
	b = words(b, 1, len(firsts))
	for _, id := range firsts {
		b = words(b, int(id))
	}
	for _, s := range sets {
		b = append(words(b, len(s)/4), s...)
	}
	return b, at <= 0xFFFF
}

// words appends numbers of 16 bits.
func words(b []byte, vs ...int) []byte {
	for _, v := range vs {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}
