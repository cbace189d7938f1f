package mermaid

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

// Mermaid sends the title, and nothing else a map takes, through an HTML
// sanitiser (DOMPurify). What follows does the same for the markup that stands
// in titles: plain tags stay without their attributes, others leave their text,
// scripts leave nothing, and what is no markup is escaped.

var (
	markupPattern   = regexp.MustCompile(`(?s)<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>`)
	unclosedPattern = regexp.MustCompile(`<[a-zA-Z/!?]`)
	rawEnds         = map[string]*regexp.Regexp{
		"script": regexp.MustCompile(`(?i)</script`),
		"style":  regexp.MustCompile(`(?i)</style`),
	}
)

var plainTags = strings.Fields("b big br code del div em font h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp " +
	"small span strong sub sup tt u ul var")

// sanitize returns the title as Mermaid keeps it. A text without < stays as it is.
func sanitize(title string) string {
	if !strings.Contains(title, "<") {
		return title
	}
	out := cleanMarkup{count: map[string]int{}}
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
		tag, closing := strings.ToLower(title[m[4]:m[5]]), m[3] > m[2]
		if !closing && (tag == "script" || tag == "style") {
			at += rawText(title[at:], tag)
			continue
		}
		out.tag(tag, closing)
	}
	rest := title[at:]
	if i := unclosedPattern.FindStringIndex(rest); i != nil {
		rest = rest[:i[0]] // a tag without an end takes all that follows
	}
	out.WriteString(escapeText(rest))
	return out.end()
}

// cleanMarkup is markup whose tags are all closed at its end.
type cleanMarkup struct {
	strings.Builder
	open  []string
	count map[string]int // how many of each are open
}

// tag writes a plain tag; others are left out, and so are ends without a beginning.
func (c *cleanMarkup) tag(tag string, closing bool) {
	switch {
	case !slices.Contains(plainTags, tag):
	case tag == "br" || tag == "hr":
		c.WriteString("<" + tag + ">")
	case !closing:
		c.open = append(c.open, tag)
		c.count[tag]++
		c.WriteString("<" + tag + ">")
	case c.count[tag] > 0:
		for last := ""; last != tag; {
			last = c.close()
		}
	}
}

// close closes the tag opened last and returns it.
func (c *cleanMarkup) close() string {
	last := len(c.open) - 1
	tag := c.open[last]
	c.open = c.open[:last]
	c.count[tag]--
	c.WriteString("</" + tag + ">")
	return tag
}

func (c *cleanMarkup) end() string {
	for len(c.open) > 0 {
		c.close()
	}
	return c.String()
}

// rawText returns how many bytes belong to a script that has just begun.
func rawText(s, tag string) int {
	if i := rawEnds[tag].FindStringIndex(s); i != nil {
		return i[0]
	}
	return len(s)
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\u00a0", "&nbsp;")

func escapeText(s string) string { return textEscaper.Replace(html.UnescapeString(s)) }
