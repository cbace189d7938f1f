package pdf

import (
	"fmt"
	"math"
	"strconv"
	"unicode"

	"github.com/go-text/typesetting/font"

	"touchline.app/canvas/text"
)

// Codes of shapes that have no character of their own lie in the private use
// area of Unicode; when it is full the next font is begun.
const (
	firstPrivate = 0xE000
	lastPrivate  = 0xF8FF
)

// glyphCode says where a shape is found: a font of the file and a code in it.
type glyphCode struct {
	font  *subset
	code  int
	width int // thousandths of an em
}

// mostTexts is the number of characters one code may stand for: readers refuse
// long entries. What is more goes to codes without marks.
const mostTexts = 24

// fontSet makes the fonts of a file from the texts that are shown.
type fontSet struct {
	faces map[*text.Font]*typeface
	order []*typeface
	count int // fonts of the file
	signs []*sign
}

// typeface is a font of the program and the fonts of the file made from it.
type typeface struct {
	set     *fontSet
	name    string
	face    *font.Face
	metrics metrics
	simple  map[simpleKey]glyphCode
	complex map[string]glyphCode
	subsets []*subset
	source  *text.Font
	signs   map[font.GID]*sign
}

// subset is a font of the file.
type subset struct {
	name     string // in gofpdf
	resource string // in the content
	shapes   []shape
	texts    map[int]string // what each code stands for
	next     int            // private code
}

// simpleKey is a glyph that stands for one character, at its normal place.
type simpleKey struct {
	id   font.GID
	char rune
}

func (fs *fontSet) typeface(f *text.Font) *typeface {
	if t, ok := fs.faces[f]; ok {
		return t
	}
	t := &typeface{set: fs, name: f.Name, face: f.NewFace(), simple: map[simpleKey]glyphCode{}, complex: map[string]glyphCode{}, source: f, signs: map[font.GID]*sign{}}
	t.metrics = metrics{int(f.Upem), int(f.Upem * 0.95), -int(f.Upem * 0.25)}
	if e, ok := t.face.FontHExtents(); ok {
		t.metrics.ascent, t.metrics.descent = int(e.Ascender), int(e.Descender)
	}
	t.begin()
	fs.faces[f] = t
	fs.order = append(fs.order, t)
	return t
}

// begin begins the next font of the file.
func (t *typeface) begin() {
	name := fmt.Sprintf("%s-%d", asciiName(t.name), len(t.subsets))
	t.subsets = append(t.subsets, &subset{name: name, resource: fmt.Sprint("F", t.set.count), texts: map[int]string{}, next: firstPrivate})
	t.set.count++
}

// asciiName keeps what a name in a PDF file can hold; gofpdf wants it in lower
// case.
func asciiName(s string) string {
	b := []byte("tl-")
	for _, c := range []byte(s) {
		switch {
		case c >= 'A' && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-':
			b = append(b, c)
		}
	}
	return string(b)
}

// walk calls show for each cluster of a run from left to right, with the code
// of its shape and its left end in em from that of the line. A cluster is what
// the shaper does not take apart: a letter with its marks, a ligature.
func (t *typeface) walk(r *text.Run, followed bool, show func(x float64, c glyphCode)) {
	pen := r.X
	for i := 0; i < len(r.Glyphs); {
		j := i + 1
		advance := r.Glyphs[i].Advance
		for j < len(r.Glyphs) && r.Glyphs[j].Cluster == r.Glyphs[i].Cluster {
			advance += r.Glyphs[j].Advance
			j++
		}
		t.cluster(r, r.Glyphs[i:j], pen, advance, followed, show)
		pen += advance
		i = j
	}
}

func (t *typeface) cluster(r *text.Run, gs []text.Glyph, pen, advance float64, followed bool, show func(x float64, c glyphCode)) {
	chars := clusterText(r, gs[0])
	if r.RTL && misread(r, gs[0], followed) {
		show(pen, t.mark(fromRight))
	}
	if len(gs) == 1 && len(chars) == 1 && gs[0].Y == 0 && math.Abs(gs[0].X-pen) < 1e-6 {
		show(pen, t.simpleGlyph(gs[0].ID, chars[0]))
		return
	}
	if r.RTL && len(chars) > 1 {
		if t.source.Layers(gs[0].ID) != nil {
			t.cells(chars, pen, advance, show)
			return
		}
		// Readers turn right-to-left text around shape by shape: the later
		// characters of a cluster come before, on shapes without marks.
		for k := len(chars) - 1; k > 0; k-- {
			show(pen, t.complexGlyph("|"+string(chars[k]), string(chars[k]), nil, 0, 0))
		}
		chars = chars[:1]
	}
	for i := 0; i == 0 || i < len(chars); i += mostTexts {
		s := string(chars[i:min(i+mostTexts, len(chars))])
		if i == 0 {
			show(pen, t.complexGlyph(clusterKey(gs, pen)+"|"+s, s, gs, pen, advance))
		} else {
			show(pen+advance, t.complexGlyph("|"+s, s, nil, 0, 0))
		}
	}
}

// clusterKey tells clusters apart: by their glyphs and where these lie.
func clusterKey(gs []text.Glyph, pen float64) string {
	key := make([]byte, 0, 64)
	for _, g := range gs {
		key = strconv.AppendUint(key, uint64(g.ID), 36)
		key = strconv.AppendInt(append(key, ','), int64(math.Round((g.X-pen)*1e4)), 36)
		key = strconv.AppendInt(append(key, ','), int64(math.Round(g.Y*1e4)), 36)
		key = append(key, ';')
	}
	return string(key)
}

// clusterText returns the characters a cluster stands for.
func clusterText(r *text.Run, g text.Glyph) []rune {
	from, to := g.Cluster, g.Cluster+g.Runes
	if from < 0 || to > len(r.Text) || from > to {
		return nil
	}
	return r.Text[from:to]
}

func (t *typeface) simpleGlyph(id font.GID, char rune) glyphCode {
	k := simpleKey{id, char}
	c, ok := t.simple[k]
	if !ok {
		nominal, has := t.face.NominalGlyph(char)
		c = t.add(string(char), has && nominal == id, shape{advance: int(t.face.HorizontalAdvance(id)), segments: t.segments(id, 0, 0)})
		t.simple[k] = c
	}
	return c
}

func (t *typeface) complexGlyph(key, chars string, gs []text.Glyph, pen, advance float64) glyphCode {
	c, ok := t.complex[key]
	if !ok {
		upem := float64(t.metrics.upem)
		s := shape{advance: int(math.Round(advance * upem))}
		for _, g := range gs {
			s.segments = append(s.segments, t.segments(g.ID, (g.X-pen)*upem, -g.Y*upem)...)
		}
		c = t.add(chars, false, s)
		t.complex[key] = c
	}
	return c
}

// segments returns the outline of a glyph, moved by font units; of a coloured
// glyph, which is drawn apart, its frame.
func (t *typeface) segments(id font.GID, dx, dy float64) []font.Segment {
	o, ok := t.face.GlyphDataOutline(id)
	if t.source.Layers(id) != nil {
		o, ok = t.frame(t.face.HorizontalAdvance(id)), true
	}
	if !ok {
		return nil
	}
	out := make([]font.Segment, len(o.Segments))
	for i, s := range o.Segments {
		for k := range s.Args {
			s.Args[k].X += float32(dx)
			s.Args[k].Y += float32(dy)
		}
		out[i] = s
	}
	return out
}

// add gives a shape a code. One that is the font's own shape of a character
// gets that character, so that even a reader which ignores ToUnicode finds it.
func (t *typeface) add(chars string, nominal bool, s shape) glyphCode {
	f := t.subsets[len(t.subsets)-1]
	if f.next > lastPrivate {
		t.begin()
		f = t.subsets[len(t.subsets)-1]
	}
	r := []rune(chars)
	if nominal && len(r) == 1 && standsForItself(r[0]) && f.texts[int(r[0])] == "" {
		s.code = int(r[0])
	} else {
		s.code = f.next
		f.next++
	}
	s.advance = min(max(s.advance, 0), math.MaxInt16)
	f.texts[s.code] = chars
	f.shapes = append(f.shapes, s)
	// As gofpdf computes the width it writes.
	width := int(math.Round(1000 / float64(t.metrics.upem) * float64(s.advance)))
	return glyphCode{f, s.code, width}
}

// standsForItself reports whether a character can be a code: two bytes, and
// none that means something else.
func standsForItself(r rune) bool {
	return r >= 0x20 && r < 0xFFF0 && (r < 0xD800 || r > lastPrivate) && !unicode.IsControl(r)
}

// byName returns the fonts of the file by their names in gofpdf.
func (fs *fontSet) byName() map[string]*subset {
	out := map[string]*subset{}
	for _, t := range fs.order {
		for _, f := range t.subsets {
			out[f.name] = f
		}
	}
	return out
}
