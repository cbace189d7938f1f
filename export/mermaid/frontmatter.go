package mermaid

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// maxFrontMatter is the size in bytes above which front matter is refused: no
// diagram needs so much, and YAML is slow.
const maxFrontMatter = 64 << 10

// frontMatter is the YAML before a diagram; empty where there is none.
type frontMatter string

// cutFrontMatter takes the front matter off, as
//
//	/^([^\S\n\r]*)-{3}\s*[\n\r](.*?)[\n\r]\1-{3}\s*[\n\r]+/s
//
// does. The indentation of the opening line is taken from each line.
func cutFrontMatter(s source) (frontMatter, source) {
	text := s.text
	rest := strings.TrimLeftFunc(text, func(r rune) bool { return r != '\n' && isSpace(r) })
	indent := text[:len(text)-len(rest)]
	if !strings.HasPrefix(rest, "---") {
		return "", s
	}
	afterFence := rest[3:]
	blank := afterFence[:len(afterFence)-len(skipSpace(afterFence))]
	last := strings.LastIndexByte(blank, '\n')
	if last < 0 {
		return "", s
	}
	begin := len(text) - len(afterFence) + last + 1
	fence := "\n" + indent + "---"
	for from := begin; ; {
		i := strings.Index(text[from:], fence)
		if i < 0 {
			return blankFrontMatter(s, begin, fence, blank[:last])
		}
		if end, ok := closes(text, from+i+len(fence)); ok {
			return dedent(text[begin:from+i], indent), s.cut([]span{{0, end}})
		}
		from += i + 1
	}
}

// blankFrontMatter finds front matter that is nothing but blank lines: the
// pattern then gives back white space it has taken.
func blankFrontMatter(s source, begin int, fence, before string) (frontMatter, source) {
	if strings.Contains(before, "\n") && strings.HasPrefix(s.text[begin-1:], fence) {
		if end, ok := closes(s.text, begin-1+len(fence)); ok {
			return "", s.cut([]span{{0, end}})
		}
	}
	return "", s
}

// closes reports whether a line ends at, or after blanks from, the given byte,
// and where the last line end of the white space there ends.
func closes(text string, at int) (int, bool) {
	rest := text[at:]
	blank := rest[:len(rest)-len(skipSpace(rest))]
	last := strings.LastIndexByte(blank, '\n')
	return at + last + 1, last >= 0
}

func dedent(text, indent string) frontMatter {
	if indent == "" {
		return frontMatter(text)
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, indent)
	}
	return frontMatter(strings.Join(lines, "\n"))
}

var errFrontMatterSize = errors.New("front matter is too long")

// title returns the title the front matter sets. YAML that cannot be read is
// an error, as in Mermaid.
func (f frontMatter) title() (string, error) {
	if f == "" {
		return "", nil
	}
	if len(f) > maxFrontMatter {
		return "", errFrontMatterSize
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(f), &doc); err != nil {
		return "", fmt.Errorf("read front matter: %w", err)
	}
	var whole any
	if err := doc.Decode(&whole); err != nil { // finds keys set twice
		return "", fmt.Errorf("read front matter: %w", err)
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return "", nil
	}
	pairs := doc.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i].Value == "title" {
			return scalar(pairs[i+1]), nil
		}
	}
	return "", nil
}

// scalar returns a value as JavaScript's toString would give it, and "" for
// what JavaScript takes as false.
func scalar(n *yaml.Node) string {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		n = n.Alias
	}
	if n.Kind != yaml.ScalarNode {
		return ""
	}
	switch n.Tag {
	case "!!null":
		return ""
	case "!!bool":
		if strings.EqualFold(n.Value, "true") {
			return "true"
		}
		return ""
	case "!!int", "!!float":
		var v float64
		if n.Decode(&v) != nil {
			return n.Value
		}
		if v == 0 {
			return ""
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return n.Value
}
