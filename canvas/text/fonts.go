package text

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"

	"touchline.app/resources"
)

// Fonts are the typefaces text is set in: Inter, and a Noto face for each script
// Inter lacks. A font file is parsed when the first text needs it. Fonts is safe
// for concurrent use.
type Fonts struct {
	load   func(name string) ([]byte, error)
	mu     sync.Mutex
	loaded map[string]*Font
	byFace map[*font.Face]*Font
	shaper shaping.HarfbuzzShaper
	split  shaping.Segmenter
	wrap   shaping.LineWrapper
	cache  map[cacheKey][]*Line
}

// Embedded returns the fonts that are part of the program. All callers share them.
var Embedded = sync.OnceValue(func() *Fonts { return New(resources.Font) })

// New returns fonts read with load, which is asked for names such as
// "Inter-Regular" and "NotoSansArabic-Bold".
func New(load func(name string) ([]byte, error)) *Fonts {
	f := &Fonts{load: load, loaded: map[string]*Font{}, byFace: map[*font.Face]*Font{}, cache: map[cacheKey][]*Line{}}
	f.shaper.SetFontCacheSize(32)
	return f
}

// names of the Inter file for each style.
var interName = [...]string{Regular: "Inter-Regular", Italic: "Inter-Italic", Semibold: "Inter-SemiBold", Bold: "Inter-Bold"}

// notoScripts names the Noto family of each script that Inter has no shapes for.
var notoScripts = map[language.Script]string{
	language.Arabic:     "NotoSansArabic",
	language.Hebrew:     "NotoSansHebrew",
	language.Devanagari: "NotoSansDevanagari",
	language.Thai:       "NotoSansThai",
}

// font returns the named font, parsed. It panics when an embedded font cannot be
// read: the program was built wrongly then.
func (f *Fonts) font(name string) *Font {
	if ft, ok := f.loaded[name]; ok {
		return ft
	}
	b, err := f.load(name)
	if err != nil {
		panic(fmt.Sprintf("text: font %s: %v", name, err))
	}
	face, err := font.ParseTTF(bytes.NewReader(b))
	if err != nil {
		panic(fmt.Sprintf("text: font %s: %v", name, err))
	}
	ft := &Font{Name: name, Upem: float64(face.Upem()), Bytes: b, font: face.Font, face: face}
	f.loaded[name] = ft
	f.byFace[face] = ft
	return ft
}

// chooser picks the face of each rune for one style.
type chooser struct {
	fonts *Fonts
	style Style
}

// ResolveFace implements shaping.Fontmap.
func (c chooser) ResolveFace(r rune) *font.Face {
	base := c.fonts.font(interName[c.style])
	if _, ok := base.face.NominalGlyph(r); ok {
		return base.face
	}
	if family, ok := notoScripts[language.LookupScript(r)]; ok {
		weight := "-Regular"
		if c.style == Semibold || c.style == Bold {
			weight = "-Bold"
		}
		noto := c.fonts.font(family + weight)
		if _, ok := noto.face.NominalGlyph(r); ok {
			return noto.face
		}
	}
	return base.face
}
