package mermaid

import (
	"html"
	"regexp"
	"strings"
)

// Mermaid writes #name; and #35; with marks no grammar stumbles over, and
// turns the marks into HTML entities when it draws.
const (
	entityMark    = "ﬂ°"  // before a name
	entityMarkInt = "ﬂ°°" // before a number
	entityEnd     = "¶ß"
)

var (
	entityPattern   = regexp.MustCompile(`#(\w+);`)
	stylePattern    = regexp.MustCompile(`style[^\n\x{2028}\x{2029}]*:[^\s\x{a0}\x{2028}\x{2029}\x{3000}\x{feff}]*#[^\n\x{2028}\x{2029}]*;`)
	classDefPattern = regexp.MustCompile(`classDef[^\n\x{2028}\x{2029}]*:[^\s\x{a0}\x{2028}\x{2029}\x{3000}\x{feff}]*#[^\n\x{2028}\x{2029}]*;`)
)

// encodeEntities does what the function of the same name in utils.ts does. A
// line with a style of another kind of diagram loses its last semicolon.
func encodeEntities(text string) string {
	if !strings.ContainsRune(text, '#') {
		return text
	}
	dropLast := func(s string) string { return s[:len(s)-1] }
	if strings.Contains(text, "style") {
		text = stylePattern.ReplaceAllStringFunc(text, dropLast)
	}
	if strings.Contains(text, "classDef") {
		text = classDefPattern.ReplaceAllStringFunc(text, dropLast)
	}
	return entityPattern.ReplaceAllStringFunc(text, func(s string) string {
		name := s[1 : len(s)-1]
		if strings.Trim(name, "0123456789") == "" {
			return entityMarkInt + name + entityEnd
		}
		return entityMark + name + entityEnd
	})
}

var entityDecoder = strings.NewReplacer(entityMarkInt, "&#", entityMark, "&", entityEnd, ";")

// decodeEntities turns the marks of encodeEntities into the characters they
// stand for. A text without marks stays as it is, entities of HTML included.
func decodeEntities(s string) string {
	if !strings.Contains(s, entityMark) {
		return s
	}
	return html.UnescapeString(entityDecoder.Replace(s))
}
