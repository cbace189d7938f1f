package mermaid

import (
	"errors"
	"regexp"
	"strings"
)

// prepared is a file after the steps Mermaid takes before its grammar.
type prepared struct {
	source
	title string // of the front matter
}

// errNoJourney says that Mermaid sees no journey diagram.
var errNoJourney = errors.New("no journey diagram")

// prepare does what preprocess.ts does: quotes in tags, front matter,
// directives, comments, then entities.
func prepare(s source) (prepared, error) {
	s.text = singleQuotes(s.text)
	fm, s := cutFrontMatter(s)
	title, err := fm.title()
	if err != nil {
		return prepared{}, err
	}
	s = s.cut(directives(s.text))
	s = s.cut(comments(s.text)).trimStart()
	if !strings.HasPrefix(s.text, "journey") {
		return prepared{}, errNoJourney
	}
	s.text = encodeEntities(s.text) + "\n"
	s.lines = append(s.lines, s.lines[len(s.lines)-1])
	return prepared{source: s, title: title}, nil
}

var (
	tagPattern       = regexp.MustCompile(`<(\w+)([^>]*)>`)
	attributePattern = regexp.MustCompile(`="([^"]*)"`)
)

// singleQuotes replaces the double quotes of attributes in tags.
func singleQuotes(text string) string {
	if !strings.Contains(text, `="`) {
		return text
	}
	return tagPattern.ReplaceAllStringFunc(text, func(tag string) string {
		return attributePattern.ReplaceAllString(tag, "='$1'")
	})
}

// directives returns where %%{ ... }%% stands. It follows
//
//	/%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi
//
// which takes a directive without an end up to whatever it matches.
func directives(text string) []span {
	var found []span
	for at := 0; ; {
		i := strings.Index(text[at:], "%%{")
		if i < 0 {
			return found
		}
		from := at + i
		rest := skipSpace(text[from+3:])
		n := wordLength(rest)
		if n == 0 {
			at = from + 1
			continue
		}
		rest = skipSpace(rest[n:])
		if colon, ok := strings.CutPrefix(rest, ":"); ok {
			rest = skipSpace(colon)
		}
		if n := wordLength(rest); n > 0 {
			rest = rest[n:]
		} else {
			rest = rest[directiveBody(rest):]
		}
		rest, _ = strings.CutPrefix(skipSpace(rest), "}%%")
		at = len(text) - len(rest)
		found = append(found, span{from, at})
	}
}

// directiveBody returns how much of s lies before }%% or a line separator.
func directiveBody(s string) int {
	n := len(s)
	for _, stop := range []string{"}%%", "\u2028", "\u2029"} {
		if i := strings.Index(s[:n], stop); i >= 0 {
			n = i
		}
	}
	return n
}

// comments returns where lines lie that begin with %% and have something after
// it, as in /^\s*%%(?!{)[^\n]+\n?/gm.
func comments(text string) []span {
	var found []span
	for at := 0; at < len(text); {
		rest := skipSpace(text[at:])
		start := len(text) - len(rest)
		if strings.HasPrefix(rest, "%%") && len(rest) > 2 && rest[2] != '{' && rest[2] != '\n' {
			end := start + until(rest, "\n")
			end = min(end+1, len(text))
			found = append(found, span{at, end})
			at = end
			continue
		}
		next := strings.IndexAny(text[start:], "\n\u2028\u2029")
		if next < 0 {
			break
		}
		at = start + next + 1
		if text[at-1] != '\n' {
			at += 2 // the other bytes of a line separator
		}
	}
	return found
}
