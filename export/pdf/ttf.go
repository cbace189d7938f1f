package pdf

import (
	"encoding/binary"
	"slices"
)

// table is a stretch of a TrueType file, big-endian.
type table []byte

func (t table) u16(v ...int) table {
	for _, x := range v {
		t = binary.BigEndian.AppendUint16(t, uint16(x))
	}
	return t
}

func (t table) u32(v ...int) table {
	for _, x := range v {
		t = binary.BigEndian.AppendUint32(t, uint32(x))
	}
	return t
}

func (t table) zeros(n int) table { return append(t, make([]byte, n)...) }

// metrics are what a font says of itself, in its units.
type metrics struct {
	upem, ascent, descent int
}

// trueType returns a TrueType file that shows the given shapes under their
// codes, with no more tables than gofpdf reads. Shape 0 is the missing glyph.
func trueType(name string, m metrics, shapes []shape) []byte {
	slices.SortFunc(shapes, func(a, b shape) int { return a.code - b.code })
	g := encodeShapes(append([]shape{{advance: m.upem / 2}}, shapes...))
	return assembleTables([]namedTable{
		{"OS/2", os2Table(m)},
		{"cmap", cmapTable(shapes)},
		{"glyf", g.glyf},
		{"head", headTable(m, g)},
		{"hhea", hheaTable(m, g)},
		{"hmtx", g.hmtx},
		{"loca", g.loca},
		{"maxp", table(nil).u32(0x10000).u16(g.count, g.maxPoints, g.maxContours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)},
		{"name", nameTable(name)},
		{"post", table(nil).u32(0x30000).zeros(28)},
	})
}

func headTable(m metrics, g glyphData) table {
	t := table(nil).u32(0x10000, 0x10000, 0, 0x5F0F3CF5).u16(3, m.upem).zeros(16)
	return t.u16(g.x0, g.y0, g.x1, g.y1, 0, 3, 2, 1, 0) // long offsets in loca
}

func hheaTable(m metrics, g glyphData) table {
	t := table(nil).u32(0x10000).u16(m.ascent, m.descent, 0, 2*m.upem, 0, 0, g.x1, 1, 0, 0)
	return t.zeros(8).u16(0, g.count)
}

func os2Table(m metrics) table {
	const version, weight, widthClass, regular = 2, 400, 5, 0x40
	t := table(nil).u16(version, m.upem/2, weight, widthClass, 0).zeros(52)
	t = t.u16(regular, 0, 0xFFFF, m.ascent, m.descent, 0, m.ascent, -m.descent).zeros(8)
	return t.u16(m.upem/2, m.upem*7/10).zeros(6)
}

// nameTable names the family, the style, the font and its PostScript name.
func nameTable(name string) table {
	ids := []int{1, 2, 4, 6}
	head := table(nil).u16(0, len(ids), 6+12*len(ids))
	var text table
	for _, id := range ids {
		v := name
		if id == 2 {
			v = "Regular"
		}
		head = head.u16(3, 1, 0x409, id, 2*len(v), len(text))
		for _, c := range []byte(v) {
			text = text.u16(int(c))
		}
	}
	return append(head, text...)
}

// cmapTable maps the codes to the shapes in order, format 4.
func cmapTable(shapes []shape) table {
	type stretch struct{ from, to, delta int }
	var all []stretch
	for i, s := range shapes {
		if n := len(all); n > 0 && all[n-1].to+1 == s.code {
			all[n-1].to++
		} else {
			all = append(all, stretch{s.code, s.code, i + 1 - s.code})
		}
	}
	all = append(all, stretch{0xFFFF, 0xFFFF, 1})
	n := len(all)
	search, selector := 1, 0
	for search*2 <= n {
		search, selector = search*2, selector+1
	}
	t := table(nil).u16(0, 1, 3, 1).u32(12)
	t = t.u16(4, 16+8*n, 0, 2*n, 2*search, selector, 2*n-2*search)
	for _, s := range all {
		t = t.u16(s.to)
	}
	t = t.u16(0)
	for _, s := range all {
		t = t.u16(s.from)
	}
	for _, s := range all {
		t = t.u16(s.delta)
	}
	return t.zeros(2 * n)
}

type namedTable struct {
	name string
	data table
}

// assembleTables joins the tables, which are sorted by name, to a file.
func assembleTables(tables []namedTable) []byte {
	n := len(tables)
	out := table(nil).u32(0x10000).u16(n, 128, 3, n*16-128)
	var body table
	head := 0
	for _, t := range tables {
		at := 12 + 16*n + len(body)
		if t.name == "head" {
			head = at
		}
		out = append(out, t.name...)
		out = out.u32(int(checksum(t.data)), at, len(t.data))
		body = append(body, t.data...)
		body = body.zeros(-len(body) & 3)
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds up the words of t, the last one filled with zeros.
func checksum(t table) uint32 {
	sum := uint32(0)
	for ; len(t) >= 4; t = t[4:] {
		sum += binary.BigEndian.Uint32(t)
	}
	var last [4]byte
	copy(last[:], t)
	return sum + binary.BigEndian.Uint32(last[:])
}
