package text

import (
	"strings"

	"github.com/go-text/typesetting/shaping"
)

// widthLimit is the number of widths kept.
const widthLimit = 400_000

// widthKey is a text that was measured: on one line, or the widest part of it
// within which no line may end.
type widthKey struct {
	text  string
	style Style
	part  bool
}

// Width returns how wide s is on one line, em; newlines count as spaces. It
// keeps less than Line does.
func (f *Fonts) Width(s string, style Style) float64 {
	return f.measure(strings.Join(strings.Fields(s), " "), style, false)
}

// About returns about how wide s is on one line, em: the width of its words and
// of a common space between them. Words are often the same from text to text, so
// it costs less than Width.
func (f *Fonts) About(s string, style Style) float64 {
	const space = 0.28
	w := 0.0
	for word := range strings.FieldsSeq(s) {
		w += f.measure(word, style, false) + space
	}
	return max(0, w-space)
}

// Widest returns the width in em of the widest word of s: the narrowest width at
// which Wrap need not break inside a word. Of a script written without spaces it
// is the widest stretch that Wrap would keep together, or maxStretch.
func (f *Fonts) Widest(s string, style Style) float64 {
	w := 0.0
	for word := range strings.FieldsSeq(s) {
		if unspaced(word) {
			w = max(w, min(f.measure(word, style, true), maxStretch))
		} else {
			w = max(w, f.measure(word, style, false))
		}
	}
	return w
}

// maxStretch is about the longest word of a script written without spaces, em.
const maxStretch = 7

// measure returns the width of s on one line, or of the widest part of it within
// which no line may end.
func (f *Fonts) measure(s string, style Style, part bool) float64 {
	if s == "" {
		return 0
	}
	key := widthKey{s, style, part}
	f.mu.Lock()
	defer f.mu.Unlock()
	if w, ok := f.widths[key]; ok {
		return w
	}
	width, within := float64(maxWidth), shaping.WhenNecessary
	if part {
		width, within = 0, shaping.Never
	}
	lines := f.paragraph(clean(s), style, width, within)
	if !part {
		lines = lines[:min(1, len(lines))]
	}
	w := 0.0
	for _, l := range lines {
		w = max(w, l.W)
	}
	if len(f.widths) >= widthLimit {
		clear(f.widths)
	}
	key.text = strings.Clone(s) // a word must not keep its text alive
	f.widths[key] = w
	return w
}
