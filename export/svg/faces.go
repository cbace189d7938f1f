package svg

import (
	"encoding/base64"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/norm"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/resources"
)

// faces are the fonts of a scene and what of them occurs.
type faces struct {
	byFont map[*text.Font]*face
	list   []*face // in the order they occur
}

// face is what of one font occurs.
type face struct {
	font   *text.Font
	shape  *font.Face
	attrs  string            // the font as attributes of a text
	rule   string            // the font as properties of a style sheet
	glyphs map[font.GID]bool // also those of the characters themselves
	runes  map[rune]font.GID // the characters and their glyphs
	plain  bool              // every character has its own glyph
	kerned bool              // pairs say how far glyphs stand apart
	pairs  map[[2]font.GID]int
}

// collect looks through the texts of a scene.
func collect(s *scene.Scene) *faces {
	fs := &faces{byFont: map[*text.Font]*face{}}
	for i := range s.Nodes {
		for k := range s.Nodes[i].Ops() {
			o := &s.Nodes[i].Ops()[k]
			if o.Kind != scene.OpText || o.Line == nil {
				continue
			}
			for j := range o.Line.Runs {
				if r := &o.Line.Runs[j]; r.Font != nil {
					fs.of(r.Font).add(r)
				}
			}
		}
	}
	return fs
}

// of returns the face of a font.
func (fs *faces) of(f *text.Font) *face {
	fc, ok := fs.byFont[f]
	if !ok {
		fc = newFace(f)
		fs.byFont[f] = fc
		fs.list = append(fs.list, fc)
	}
	return fc
}

func newFace(f *text.Font) *face {
	fc := &face{
		font: f, shape: f.NewFace(), glyphs: map[font.GID]bool{0: true}, runes: map[rune]font.GID{},
		plain: true, kerned: true, pairs: map[[2]font.GID]int{},
	}
	if f.Name == resources.EmojiFont || !slices.Contains(resources.FontNames, f.Name) {
		return fc
	}
	name, cut, _ := strings.Cut(f.Name, "-")
	weight, slant := 400, "normal"
	switch cut {
	case "SemiBold":
		weight = 600
	case "Bold":
		weight = 700
	case "Italic":
		slant = "italic"
	}
	if name != "Inter" {
		fc.attrs = ` font-family="` + family(spaced(name)) + `"`
	}
	if weight != 400 {
		fc.attrs += ` font-weight="` + strconv.Itoa(weight) + `"`
	}
	if slant != "normal" {
		fc.attrs += ` font-style="` + slant + `"`
	}
	fc.rule = fmt.Sprintf("font-family:'%s';font-weight:%d;font-style:%s", spaced(name), weight, slant)
	return fc
}

// spaced returns NotoSansThai as Noto Sans Thai.
func spaced(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// family returns a font with those that may stand in for it where a viewer knows
// no fonts that travel along.
func family(name string) string {
	if name == "Inter" {
		return "Inter,'Helvetica Neue',Arial,sans-serif" // as narrow as it
	}
	return "'" + name + "',sans-serif"
}

// outlined reports whether the font does not travel along: one of the system,
// whose licence nobody has looked at, and one of coloured glyphs.
func (f *face) outlined() bool { return f.rule == "" }

// add notes what of the font a run uses.
func (f *face) add(r *text.Run) {
	if f.outlined() {
		return
	}
	f.cover(string(r.Text))
	pen := r.X
	for i, g := range r.Glyphs {
		f.glyphs[g.ID] = true
		if g.Runes != 1 || g.Glyphs != 1 || f.runes[r.Text[g.Cluster]] != g.ID {
			f.plain = false
		}
		if math.Abs(g.X-pen) > 1e-6 || g.Y != 0 {
			f.kerned = false
		}
		pen += g.Advance
		f.pair(r, i)
	}
}

// cover notes characters, also as a viewer may compose or take apart marks.
func (f *face) cover(s string) {
	for _, form := range []string{s, norm.NFC.String(s), norm.NFD.String(s)} {
		for _, c := range form {
			if _, known := f.runes[c]; known {
				continue
			}
			if id, ok := f.shape.NominalGlyph(c); ok {
				f.runes[c], f.glyphs[id] = id, true
			}
		}
		if norm.NFC.IsNormalString(s) && norm.NFD.IsNormalString(s) {
			return
		}
	}
}

// pair notes how far a glyph stands from the one that is read next.
func (f *face) pair(r *text.Run, i int) {
	g := r.Glyphs[i]
	next := i + 1
	if r.RTL { // the one read next stands to the left
		next = i - 1
	}
	if next < 0 || next == len(r.Glyphs) {
		return // the distance from what follows in another run or line
	}
	off := int(math.Round(g.Advance*f.font.Upem)) - int(f.shape.HorizontalAdvance(g.ID))
	key := [2]font.GID{g.ID, r.Glyphs[next].ID}
	if was, ok := f.pairs[key]; ok && was != off {
		f.kerned = false
	}
	f.pairs[key] = off
}

// styles returns a style sheet of all fonts that travel along.
func (fs *faces) styles() (string, error) {
	var b strings.Builder
	list := slices.Clone(fs.list)
	slices.SortFunc(list, func(a, b *face) int { return strings.Compare(a.font.Name, b.font.Name) })
	for _, f := range list {
		if f.outlined() {
			continue
		}
		file, err := resources.Font(f.font.Name)
		if err != nil {
			return "", err
		}
		tables, err := subset(file, f)
		if err != nil {
			return "", fmt.Errorf("font %s: %w", f.font.Name, err)
		}
		b.WriteString("@font-face{" + f.rule + ";src:url(data:font/woff;base64," +
			base64.StdEncoding.EncodeToString(woff(tables)) + ") format('woff')}\n")
	}
	return "<style>\ntext{white-space:pre}\n" + b.String() + "</style>\n", nil
}
