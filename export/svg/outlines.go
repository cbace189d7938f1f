package svg

import (
	"strconv"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// symbolKey names the outline of a glyph.
type symbolKey struct {
	font *text.Font
	id   font.GID
}

// symbols are the outlines that occur, each written once.
type symbols struct {
	ids  map[symbolKey]int // 0 is one without marks
	list []string          // of the symbols 1.., their paths
}

// symbol returns the number of the outline of a glyph, 0 where it has none.
func (s *symbols) symbol(f *face, id font.GID) int {
	key := symbolKey{f.font, id}
	n, ok := s.ids[key]
	if !ok {
		if path := glyphPath(f.shape, id); path != "" {
			s.list = append(s.list, path)
			n = len(s.list)
		}
		s.ids[key] = n
	}
	return n
}

// outlines draws the glyphs of a run as shapes.
func (d *drawing) outlines(f *face, r *text.Run, o *scene.Op) {
	k := o.Size / r.Font.Upem
	d.raw(`<g aria-hidden="true" transform="translate(` + number(o.At.X) + " " + number(o.At.Y) + ") scale(" +
		strconv.FormatFloat(k, 'g', 6, 64) + `)"` + paint("fill", o.Color) + ">")
	for _, g := range r.Glyphs {
		at := ""
		if x := g.X * r.Font.Upem; x != 0 {
			at += attr("x", x)
		}
		if y := g.Y * r.Font.Upem; y != 0 {
			at += attr("y", y)
		}
		layers := r.Font.Layers(g.ID)
		if layers == nil {
			d.use(f, g.ID, at)
		}
		for _, l := range layers {
			if l.Foreground {
				d.use(f, l.Glyph, at)
			} else {
				d.use(f, l.Glyph, at+paint("fill", scene.Color(l.Color)))
			}
		}
	}
	d.raw("</g>\n")
}

func (d *drawing) use(f *face, id font.GID, attrs string) {
	if n := d.symbols.symbol(f, id); n > 0 {
		d.raw(`<use xlink:href="#g` + strconv.Itoa(n) + `"` + attrs + "/>")
	}
}

// defs writes the outlines that were used.
func (d *drawing) defs() {
	if len(d.symbols.list) == 0 {
		return
	}
	d.raw("<defs>\n")
	for i, path := range d.symbols.list {
		d.raw(`<path id="g` + strconv.Itoa(i+1) + `" d="` + path + `"/>` + "\n")
	}
	d.raw("</defs>\n")
}

// glyphPath returns the outline of a glyph in font units, y downwards.
func glyphPath(face *font.Face, id font.GID) string {
	o, ok := face.GlyphData(id).(font.GlyphOutline)
	if !ok {
		if o, ok = face.GlyphDataOutline(id); !ok {
			return ""
		}
	}
	var b []byte
	for i := range o.Segments {
		s := &o.Segments[i]
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if len(b) > 0 {
				b = append(b, 'Z')
			}
			b = append(b, 'M')
		case opentype.SegmentOpLineTo:
			b = append(b, 'L')
		case opentype.SegmentOpQuadTo:
			b = append(b, 'Q')
		case opentype.SegmentOpCubeTo:
			b = append(b, 'C')
		}
		for k, p := range s.ArgsSlice() {
			if k > 0 {
				b = append(b, ' ')
			}
			b = append(appendNumber(b, float64(p.X)), ' ')
			b = appendNumber(b, -float64(p.Y))
		}
	}
	if len(b) == 0 {
		return ""
	}
	return string(append(b, 'Z'))
}
