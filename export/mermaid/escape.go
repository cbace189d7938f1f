package mermaid

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// place is where in a diagram a text stands: each has characters that end it.
type place uint8

const (
	inTitle place = iota
	inName        // of a section or a task
	inPeople
	inDescription
)

// stops are the characters that would end the text or be taken as a comment.
var stops = map[place]string{inTitle: "#;<", inName: "#;:", inPeople: "#;:,", inDescription: "#<"}

// escape returns a text, clean already, so that Mermaid reads it back as it is.
// What would end it, or make it another statement, is written as an entity.
func escape(s string, p place) string {
	bad := stops[p]
	if strings.Contains(s, "<") {
		bad += `"` // Mermaid makes double quotes in tags single
	}
	out := escapeWhere(s, func(i int, r rune) bool {
		return strings.ContainsRune(bad, r) || misread(s, i, r, p)
	})
	if out == s {
		return s
	}
	// once there is one entity, Mermaid decodes whatever looks like another; and
	// a colon before one may look like a style
	return escapeWhere(s, func(i int, r rune) bool {
		return strings.ContainsRune(bad+"&:", r) || misread(s, i, r, p)
	})
}

func escapeWhere(s string, bad func(int, rune) bool) string {
	var out strings.Builder
	for i, r := range s {
		switch {
		case !bad(i, r):
			out.WriteRune(r)
		case r == ':':
			out.WriteString("#colon;")
		case r == '&':
			out.WriteString("#amp;")
		case r == '"':
			out.WriteString("#quot;")
		default:
			fmt.Fprintf(&out, "#%d;", r)
		}
	}
	return out.String()
}

// misread reports whether the character at i would begin something else than
// text there: a keyword, a comment, a directive or one of Mermaid's marks.
func misread(s string, i int, r rune, p place) bool {
	rest := s[i:]
	switch {
	case r == '%' && (i == 0 || strings.HasPrefix(rest, "%%") || strings.HasSuffix(s[:i], "%")):
		return true
	case r == '}' && strings.HasPrefix(rest, "}%%"):
		return true
	case strings.HasPrefix(rest, entityMark) || strings.HasPrefix(rest, entityEnd):
		return true
	case i > 0 || p != inName:
		return false
	}
	if strings.HasPrefix(rest[utf8.RuneLen(r):], "%%") {
		return true
	}
	for _, k := range []string{"title", "section", "journey", "acctitle", "accdescr"} {
		if hasFold(s, k) && wordLength(s) == len(k) {
			return true
		}
	}
	return false
}
