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

// Fonts are the typefaces text is set in: Inter, a Noto face for each of some
// scripts Inter lacks, Twemoji for emoji, and what a Source finds for the rest. A
// font is read when the first text needs it. Fonts is safe for concurrent use.
type Fonts struct {
	load   func(name string) ([]byte, error)
	source Source
	mu     sync.Mutex
	loaded map[string]*Font
	byFace map[*font.Face]*Font
	found  map[Want]*Font
	shaper shaping.HarfbuzzShaper
	split  shaping.Segmenter
	wrap   shaping.LineWrapper
	last   last
	cache  map[cacheKey][]*Line
	widths map[widthKey]float64
}

// Source finds fonts for characters that the embedded ones lack.
type Source interface {
	// Find returns a font that has the character, or nil. The same question
	// gets the same font. Calls never overlap.
	Find(w Want) *Font
}

// Want says what a font is wanted for.
type Want struct {
	Rune   rune
	Script language.Script // of the rune
	Lang   string          // "ja", "ko", "zh-Hant" or "zh-Hans" for what these write differently, else empty
	Bold   bool
}

// Embedded returns the fonts that are part of the program, and those of the
// system for what they lack. All callers share them.
var Embedded = sync.OnceValue(func() *Fonts {
	f := New(resources.Font)
	f.source = &System{}
	return f
})

// New returns fonts read with load, which is asked for names such as
// "Inter-Regular" and "NotoSansArabic-Bold". It never looks at the fonts of the
// system: a character none of its fonts has is shown as an empty box.
func New(load func(name string) ([]byte, error)) *Fonts {
	f := &Fonts{load: load, loaded: map[string]*Font{}, byFace: map[*font.Face]*Font{}, found: map[Want]*Font{}, cache: map[cacheKey][]*Line{}, widths: map[widthKey]float64{}}
	f.reset()
	return f
}

// reset makes what shapes and breaks anew.
func (f *Fonts) reset() {
	f.shaper, f.split, f.wrap, f.last = shaping.HarfbuzzShaper{}, shaping.Segmenter{}, shaping.LineWrapper{}, last{}
	f.shaper.SetFontCacheSize(32)
}

// WithSource returns fonts that ask a source for what the others lack.
func WithSource(load func(name string) ([]byte, error), s Source) *Fonts {
	f := New(load)
	f.source = s
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
	ft, err := ParseFont(name, bytes.NewReader(b), 0, false)
	if err != nil {
		panic(fmt.Sprintf("text: %v", err))
	}
	if name == resources.EmojiFont {
		ft.readLayers()
	}
	f.loaded[name] = ft
	f.byFace[ft.face] = ft
	return ft
}

// inter returns the typeface of a style.
func (f *Fonts) inter(style Style) *Font {
	if int(style) >= len(interName) {
		style = Regular
	}
	return f.font(interName[style])
}

// noto returns the bundled font for the script of a character, or nil.
func (f *Fonts) noto(script language.Script, style Style) *Font {
	family, ok := notoScripts[script]
	if !ok {
		return nil
	}
	if style.bold() {
		return f.font(family + "-Bold")
	}
	return f.font(family + "-Regular")
}

// find returns what the source has for a character, or nil.
func (f *Fonts) find(w Want) *Font {
	if f.source == nil {
		return nil
	}
	ft, ok := f.found[w]
	if !ok {
		if ft = f.source.Find(w); ft != nil {
			f.byFace[ft.face] = ft
		}
		f.found[w] = ft
	}
	return ft
}
