package svg

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// subset returns the tables of a TrueType font with the glyphs and characters
// that occur. Glyphs keep their numbers, so that what the font says of ligatures
// and joined letters stays true; what is not used is empty and packs to nothing.
func subset(file []byte, f *face) ([]table, error) {
	ld, err := opentype.NewLoader(bytes.NewReader(file))
	if err != nil {
		return nil, err
	}
	raw := map[string][]byte{}
	for _, tag := range ld.Tables() {
		if raw[tag.String()], err = ld.RawTable(tag); err != nil {
			return nil, fmt.Errorf("table %s: %w", tag, err)
		}
	}
	if err := trimGlyphs(raw, f.glyphs); err != nil {
		return nil, err
	}
	raw["cmap"] = characters(f.runes)
	raw["post"] = append([]byte{0, 3, 0, 0}, raw["post"][4:32]...) // version 3: no names of glyphs
	layout := []string{"GSUB", "GPOS", "GDEF"}
	if f.plain {
		delete(raw, "GSUB")
	}
	if gpos, ok := kerning(f); ok {
		raw["GPOS"] = gpos
	}
	if f.plain && f.kerned {
		delete(raw, "GDEF")
	}
	var out []table
	for _, tag := range append([]string{"OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}, layout...) {
		if raw[tag] != nil {
			out = append(out, table{tag, raw[tag]})
		}
	}
	return out, nil
}

// errFont means that a font is not as TrueType fonts are.
var errFont = errors.New("the font is damaged")

// trimGlyphs empties the glyphs and widths that are not used.
func trimGlyphs(raw map[string][]byte, used map[font.GID]bool) error {
	head, hhea, maxp, glyf, hmtx := raw["head"], raw["hhea"], raw["maxp"], raw["glyf"], slices.Clone(raw["hmtx"])
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 || len(raw["post"]) < 32 {
		return errFont
	}
	glyphs := int(binary.BigEndian.Uint16(maxp[4:]))
	at, ok := offsets(raw["loca"], glyphs, len(glyf), head[51] == 1)
	if !ok {
		return errFont
	}
	keep := closure(glyf, at, used)
	loca, out := make([]byte, 0, 4*(glyphs+1)), []byte(nil)
	for i := range glyphs {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(out)))
		if keep[font.GID(i)] {
			out = pad(append(out, glyf[at[i]:at[i+1]]...))
		} else if w := 4 * i; i < int(binary.BigEndian.Uint16(hhea[34:]))-1 && w+4 <= len(hmtx) {
			clear(hmtx[w : w+4])
		}
	}
	head = slices.Clone(head)
	clear(head[8:12]) // the checksum of the file as it was
	head[51] = 1      // long offsets
	raw["head"], raw["glyf"], raw["hmtx"] = head, out, hmtx
	raw["loca"] = binary.BigEndian.AppendUint32(loca, uint32(len(out)))
	return nil
}

// offsets reads where the glyphs lie, and reports whether all lie in the table.
func offsets(loca []byte, glyphs, size int, long bool) ([]int, bool) {
	at := make([]int, glyphs+1)
	for i := range at {
		switch {
		case long && 4*i+4 <= len(loca):
			at[i] = int(binary.BigEndian.Uint32(loca[4*i:]))
		case !long && 2*i+2 <= len(loca):
			at[i] = 2 * int(binary.BigEndian.Uint16(loca[2*i:]))
		default:
			return nil, false
		}
		if at[i] > size || i > 0 && at[i] < at[i-1] {
			return nil, false
		}
	}
	return at, true
}

// closure adds the glyphs that others are made of.
func closure(glyf []byte, at []int, used map[font.GID]bool) map[font.GID]bool {
	keep := map[font.GID]bool{}
	todo := slices.Sorted(maps.Keys(used))
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if int(id) < len(at)-1 && !keep[id] {
			keep[id] = true
			todo = append(todo, parts(glyf[at[id]:at[id+1]])...)
		}
	}
	return keep
}

// parts returns the glyphs a composite glyph is made of.
func parts(glyph []byte) []font.GID {
	const words, scale, more, both, matrix = 0x1, 0x8, 0x20, 0x40, 0x80
	if len(glyph) < 10 || glyph[0] < 0x80 { // contours of its own
		return nil
	}
	var out []font.GID
	for b, flags := glyph[10:], uint16(more); flags&more != 0 && len(b) >= 4; {
		flags = binary.BigEndian.Uint16(b)
		out = append(out, font.GID(binary.BigEndian.Uint16(b[2:])))
		n := 6
		if flags&words != 0 {
			n += 2
		}
		switch {
		case flags&scale != 0:
			n += 2
		case flags&both != 0:
			n += 4
		case flags&matrix != 0:
			n += 8
		}
		b = b[min(n, len(b)):]
	}
	return out
}

// characters returns a cmap table with one subtable of format 12.
func characters(runes map[rune]font.GID) []byte {
	list := slices.Sorted(maps.Keys(runes))
	b := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12} // one subtable: Windows, all of Unicode
	b = append(b, 0, 12, 0, 0)
	for _, v := range []uint32{uint32(16 + 12*len(list)), 0, uint32(len(list))} {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	for _, r := range list {
		for _, v := range []uint32{uint32(r), uint32(r), uint32(runes[r])} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
	}
	return b
}
