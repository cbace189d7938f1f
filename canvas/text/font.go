package text

import (
	"fmt"
	"image/color"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Font is one typeface, parsed. It is safe for concurrent use; a goroutine that
// reads outlines makes a face of its own with NewFace.
type Font struct {
	Name   string // stable and unique, e.g. "Inter-Regular"
	Upem   float64
	font   *font.Font
	face   *font.Face // of the Fonts it belongs to
	layers map[font.GID][]Layer
}

// Layer is a part of a coloured glyph: the outline of another glyph of the same
// font, at the same place, filled with one colour.
type Layer struct {
	Glyph font.GID
	Color color.NRGBA
	// Foreground means that the layer has the colour of the text instead.
	Foreground bool
}

// ParseFont reads a TrueType or OpenType font; of a collection the one with the
// index. Of a variable font it takes the weight nearest to 400, or to 700 where
// bold is true. The file is not needed afterwards. The name has to be unique
// among the fonts of a Source. The error says what is wrong with the file.
func ParseFont(name string, file font.Resource, index int, bold bool) (*Font, error) {
	loaders, err := opentype.NewLoaders(file)
	if err != nil {
		return nil, fmt.Errorf("font %s cannot be read: %w", name, err)
	}
	if index < 0 || index >= len(loaders) {
		return nil, fmt.Errorf("font %s: the collection has no font %d, only %d", name, index, len(loaders))
	}
	ft, err := font.NewFont(loaders[index])
	if err != nil {
		return nil, fmt.Errorf("font %s cannot be read: %w", name, err)
	}
	mendCoverage(ft)
	f := &Font{Name: name, Upem: float64(ft.Upem()), font: ft, face: font.NewFace(ft)}
	if !(f.Upem > 0) {
		return nil, fmt.Errorf("font %s has no em", name)
	}
	weight := font.Variation{Tag: opentype.MustNewTag("wght"), Value: 400}
	if bold {
		weight.Value = 700
	}
	f.face.SetVariations([]font.Variation{weight}) // no more than a word where it is not variable
	return f, nil
}

// NewFace returns a face for one goroutine.
func (f *Font) NewFace() *font.Face {
	face := font.NewFace(f.font)
	face.SetCoords(f.face.Coords())
	return face
}

// Layers returns what a coloured glyph is made of, the lowest layer first, and
// nothing for an ordinary glyph. It must not be changed.
func (f *Font) Layers(id font.GID) []Layer { return f.layers[id] }

// readLayers reads the coloured glyphs (COLR version 0) in the first palette.
func (f *Font) readLayers() {
	if f.font.COLR == nil || len(f.font.CPAL) == 0 {
		return
	}
	palette := f.font.CPAL[0]
	f.layers = map[font.GID][]Layer{}
	for id := range 1 << 16 {
		paint, ok := f.font.COLR.Search(tables.GlyphID(id))
		if !ok {
			continue
		}
		parts, ok := paint.(tables.PaintColrLayersResolved)
		if !ok {
			continue
		}
		layers := make([]Layer, len(parts))
		for i, p := range parts {
			layers[i] = Layer{Glyph: font.GID(p.GlyphID), Foreground: true}
			if k := int(p.PaletteIndex); k < len(palette) {
				c := palette[k]
				layers[i] = Layer{Glyph: font.GID(p.GlyphID), Color: color.NRGBA{R: c.Red, G: c.Green, B: c.Blue, A: c.Alpha}}
			}
		}
		f.layers[font.GID(id)] = layers
	}
}

// has reports whether the font has a shape for a character.
func (f *Font) has(r rune) bool {
	id, ok := f.face.NominalGlyph(r)
	return ok && id != 0
}
