package mermaid

import (
	"strings"
	"unicode/utf8"
)

// source is the text of a diagram that knows which line of the file each of its
// lines began in, while parts of it are cut out.
type source struct {
	text  string
	lines []int // line of the file, from 1, for each line of text
}

// newSource returns the text with line ends made \n, as its first step in Mermaid.
func newSource(text string) source {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	s := source{text: text, lines: make([]int, strings.Count(text, "\n")+1)}
	for i := range s.lines {
		s.lines[i] = i + 1
	}
	return s
}

// span is a half-open stretch of bytes.
type span struct{ from, to int }

// cut returns the source without the spans, which ascend and do not overlap.
func (s source) cut(spans []span) source {
	if len(spans) == 0 {
		return s
	}
	var text strings.Builder
	lines := make([]int, 0, len(s.lines))
	line, at := 0, 0
	fresh := true // the next kept byte begins a line
	keep := func(part string) {
		for i := range len(part) {
			if fresh {
				lines, fresh = append(lines, s.lines[line]), false
			}
			if part[i] == '\n' {
				line++
				fresh = true
			}
		}
		text.WriteString(part)
	}
	for _, c := range spans {
		keep(s.text[at:c.from])
		line += strings.Count(s.text[c.from:c.to], "\n")
		at = c.to
	}
	keep(s.text[at:])
	if fresh {
		lines = append(lines, s.lines[line])
	}
	return source{text: text.String(), lines: lines}
}

// trimStart returns the source without the white space it begins with.
func (s source) trimStart() source {
	if n := len(s.text) - len(skipSpace(s.text)); n > 0 {
		return s.cut([]span{{0, n}})
	}
	return s
}

// isSpace reports whether r is white space to a JavaScript regular expression.
func isSpace(r rune) bool {
	switch {
	case r >= '\t' && r <= '\r', r == ' ', r == 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200a,
		r == 0x2028, r == 0x2029, r == 0x202f, r == 0x205f, r == 0x3000, r == 0xfeff:
		return true
	}
	return false
}

// skipSpace returns s without the white space it begins with.
func skipSpace(s string) string { return strings.TrimLeftFunc(s, isSpace) }

// trim is JavaScript's trim.
func trim(s string) string { return strings.TrimFunc(s, isSpace) }

// isWord reports whether a byte is matched by \w.
func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// wordLength returns how many bytes of s, from its beginning, \w+ matches.
func wordLength(s string) int {
	n := 0
	for n < len(s) && isWord(s[n]) {
		n++
	}
	return n
}

// hasFold reports whether s begins with an ASCII word in any case.
func hasFold(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	for i := range len(word) {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != word[i] {
			return false
		}
	}
	return true
}

// leadingSpace returns the length of the first rune of s where that is white
// space, and 0 otherwise.
func leadingSpace(s string) int {
	if r, n := utf8.DecodeRuneInString(s); n > 0 && isSpace(r) {
		return n
	}
	return 0
}

// until returns the length of the part of s before the first of the stop bytes.
func until(s, stops string) int {
	if i := strings.IndexAny(s, stops); i >= 0 {
		return i
	}
	return len(s)
}
