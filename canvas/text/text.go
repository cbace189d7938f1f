// Package text shapes and breaks text, once for every output: with the embedded
// fonts, and with those of the system for what they lack. All lengths are in em
// (multiples of the size of the type), y downwards, so that a line is the same
// on screen, paper and in a file.
//
//	fonts := text.Embedded()
//	lines := fonts.Wrap("Compares times and fares", text.Semibold, 74/13.0)
//
// The package knows nothing of maps, painters or toolkits.
package text

import "github.com/go-text/typesetting/font"

// Style chooses among the weights of the typeface.
type Style uint8

// The styles in use.
const (
	Regular Style = iota
	Italic
	Semibold
	Bold
)

// bold reports whether a style is set in the bold of a typeface that has no more
// than two weights.
func (s Style) bold() bool { return s == Semibold || s == Bold }

// Glyph is one shape of a run.
type Glyph struct {
	ID      font.GID
	X, Y    float64 // where its origin lies, from the left end of the line on the baseline, em
	Advance float64 // em
	Cluster int     // index into Run.Text of the first rune it stands for
	Runes   int     // how many runes the cluster has
	Glyphs  int     // how many glyphs the cluster has
}

// Run is a stretch of a line in one font and direction.
type Run struct {
	Font   *Font
	RTL    bool
	X, W   float64 // em, from the left end of the line
	From   int     // where Text begins in the paragraph, runes
	Text   []rune  // in logical order
	Glyphs []Glyph // from left to right
}

// Line is a shaped line.
type Line struct {
	Runs []Run // from left to right
	W    float64
	RTL  bool   // the paragraph runs from right to left
	Text string // in logical order
}
