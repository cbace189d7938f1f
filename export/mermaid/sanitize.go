package mermaid

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

// Mermaid sends the title, and nothing else, through an HTML sanitiser
// (DOMPurify). What follows does the same for the markup that stands in titles:
// plain tags stay without their attributes, others leave their text, scripts
// leave nothing, and what is no markup is escaped.

var (
	markupPattern   = regexp.MustCompile(`(?s)<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>`)
	unclosedPattern = regexp.MustCompile(`<[a-zA-Z/!?]`)
)

var plainTags = []string{
	"b", "big", "br", "code", "del", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6",
	"hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
	"tt", "u", "ul", "var",
}

// sanitize returns the title as Mermaid keeps it. A text without < stays as it is.
func sanitize(title string) string {
	if !strings.Contains(title, "<") {
		return title
	}
	var out strings.Builder
	var open []string
	at := 0
	for _, m := range markupPattern.FindAllStringSubmatchIndex(title, -1) {
		if m[0] < at {
			continue // inside a script
		}
		out.WriteString(escapeText(title[at:m[0]]))
		at = m[1]
		if m[4] < 0 {
			continue // a comment
		}
		tag := strings.ToLower(title[m[4]:m[5]])
		switch closing := m[3] > m[2]; {
		case !closing && (tag == "script" || tag == "style"):
			at = m[1] + rawText(title[m[1]:], tag)
		case !slices.Contains(plainTags, tag):
		case tag == "br" || tag == "hr":
			out.WriteString("<" + tag + ">")
		case !closing:
			open = append(open, tag)
			out.WriteString("<" + tag + ">")
		case slices.Contains(open, tag):
			for last := ""; last != tag; {
				last, open = open[len(open)-1], open[:len(open)-1]
				out.WriteString("</" + last + ">")
			}
		}
	}
	rest := title[at:]
	if i := unclosedPattern.FindStringIndex(rest); i != nil {
		rest = rest[:i[0]] // a tag without an end takes all that follows
	}
	out.WriteString(escapeText(rest))
	for _, tag := range slices.Backward(open) {
		out.WriteString("</" + tag + ">")
	}
	return out.String()
}

// rawText returns how many bytes belong to a script that has just begun.
func rawText(s, tag string) int {
	i := strings.Index(strings.ToLower(s), "</"+tag)
	if i < 0 || i > len(s) {
		return len(s)
	}
	return i
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\u00a0", "&nbsp;")

func escapeText(s string) string { return textEscaper.Replace(html.UnescapeString(s)) }
