package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
)

// fonts gives each font the map from its codes to texts, the tag that marks it
// as a part of a font, and the character collection that its codes are of. It
// returns their objects by the names the content uses.
func (d *objects) fonts(set *fontSet) (map[string]int, error) {
	wanted := set.byName()
	out := map[string]int{}
	for n, b := range d.body {
		if !bytes.Contains(b, []byte("/Subtype /Type0\n")) {
			continue
		}
		base := nameAfter(b, "/BaseFont /")
		f, ok := wanted[strings.TrimPrefix(base, "utf8")]
		if !ok {
			continue
		}
		if err := d.font(n, base, f); err != nil {
			return nil, err
		}
		out[f.resource] = n
	}
	if len(out) != len(wanted) {
		return nil, fmt.Errorf("%w: %d of %d fonts", errOutput, len(out), len(wanted))
	}
	return out, nil
}

func (d *objects) font(n int, base string, f *subset) error {
	child, ok1 := d.reference(d.body[n], "/DescendantFonts [")
	cmap, ok2 := d.reference(d.body[n], "/ToUnicode ")
	if !ok1 || !ok2 {
		return fmt.Errorf("%w: font %s", errOutput, base)
	}
	system, ok1 := d.reference(d.body[child], "/CIDSystemInfo ")
	descriptor, ok2 := d.reference(d.body[child], "/FontDescriptor ")
	if !ok1 || !ok2 {
		return fmt.Errorf("%w: font %s", errOutput, base)
	}
	d.body[cmap] = stream(characterMap(f.texts))
	d.body[system] = []byte("<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>")
	tagged := subsetTag(d.body[cmap]) + "+" + strings.TrimPrefix(base, "utf8")
	for _, k := range []int{n, child, descriptor} {
		d.body[k] = bytes.ReplaceAll(d.body[k], []byte("/"+base), []byte("/"+tagged))
	}
	return nil
}

// reference returns the number of the object that follows key.
func (d *objects) reference(b []byte, key string) (int, bool) {
	n, ok := intAfter(b, bytes.Index(b, []byte(key)), key)
	return n, ok && n > 0 && n < len(d.body)
}

// nameAfter returns the name that follows key.
func nameAfter(b []byte, key string) string {
	_, after, _ := bytes.Cut(b, []byte(key))
	if i := bytes.IndexAny(after, " \n/>"); i >= 0 {
		after = after[:i]
	}
	return string(after)
}

// subsetTag returns six letters made of the content.
func subsetTag(b []byte) string {
	sum := sha256.Sum256(b)
	tag := sum[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag)
}

// characterMap returns a ToUnicode map (PDF 32000-1, 9.10.3).
func characterMap(texts map[int]string) []byte {
	codes := make([]int, 0, len(texts))
	for c, s := range texts {
		if s != "" {
			codes = append(codes, c)
		}
	}
	slices.Sort(codes)
	var b []byte
	b = append(b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"+
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"...)
	for part := range slices.Chunk(codes, 100) {
		b = fmt.Appendf(b, "%d beginbfchar\n", len(part))
		for _, c := range part {
			b = fmt.Appendf(b, "<%04X> <", c)
			b = append(utf16Hex(b, texts[c]), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
}
