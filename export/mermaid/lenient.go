package mermaid

import (
	"math"
	"regexp"
	"strings"

	"touchline.app/journey/phrase"
)

// lenient reads line by line what Mermaid refuses as a whole.
type lenient struct {
	s         source
	lines     []string
	lastBrace int // index of the last line with a closing brace, -1 without one
	d         Diagram
	warnings  []Warning
}

// readLenient returns what a person would see in the text, and false where it
// has no line that says journey.
func readLenient(s source) (Diagram, []Warning, bool) {
	title := ""
	if fm, rest := cutFrontMatter(s); fm != "" {
		if t, err := fm.title(); err == nil {
			title, s = t, rest
		}
	}
	s = s.cut(closedDirectives(s.text))
	h, ok := headerLine(s)
	if !ok {
		return Diagram{}, nil, false
	}
	l := &lenient{s: s, lines: strings.Split(s.text, "\n"), lastBrace: -1, d: Diagram{Title: title}}
	for i, line := range l.lines {
		if strings.Contains(line, "}") {
			l.lastBrace = i
		}
	}
	l.before(h)
	l.header(h)
	if len(l.warnings) == 0 {
		l.warn(h, "Mermaid itself refuses this diagram; it is read line by line")
	}
	return l.d, l.warnings, true
}

// header reads the line that says journey and all that follow.
func (l *lenient) header(i int) {
	line := trim(l.lines[i])
	word := until(line, ";: \t")
	if line[:word] != "journey" || strings.ContainsAny(line[word:], ";:") && !strings.HasPrefix(trim(line[word:]), "title") {
		l.warn(i, "%q is taken as the line that says journey", shorten(line))
	}
	l.lines[i] = trim(strings.TrimLeft(line[word:], ";: \t"))
	l.statements(i)
}

var directivePattern = regexp.MustCompile(`(?s)%%\{.*?\}%%`)

// closedDirectives returns the directives that have an end.
func closedDirectives(text string) []span {
	var found []span
	for _, m := range directivePattern.FindAllStringIndex(text, -1) {
		found = append(found, span{m[0], m[1]})
	}
	return found
}

var (
	headerPattern = regexp.MustCompile(`(?i)^journey[-\w]*\s*[;:]?\s*(?:title\s.*|%%.*|#.*)?$`)
	alonePattern  = regexp.MustCompile(`^journey\s*[;:]?$`)
)

// headerLine returns the line that begins a diagram: the first that is neither
// blank nor a comment nor front matter, or a later one that says journey alone.
func headerLine(s source) (int, bool) {
	first, fence := true, 0
	for i, line := range strings.Split(s.text, "\n") {
		line = trim(line)
		switch {
		case line == "" || isComment(line) || fenceMark(line) != "":
		case line == "---":
			fence++
		case first && fence != 1 && headerPattern.MatchString(line), alonePattern.MatchString(line):
			return i, true
		case fence != 1:
			first = false
		}
	}
	return 0, false
}

// isComment reports whether Mermaid, or a person used to it, takes a line as a comment.
func isComment(line string) bool {
	return strings.HasPrefix(line, "%") || strings.HasPrefix(line, "#") && !entityPattern.MatchString(line)
}

var titlePattern = regexp.MustCompile(`^title\s*:\s*(.+)$`)

// before looks for a title in the lines before the header, and says which of
// them are left out.
func (l *lenient) before(header int) {
	fenced, other := -1, -1
	for i, line := range l.lines[:header] {
		line = trim(line)
		switch {
		case line == "---" && fenced < 0:
			fenced = i
		case line == "" || line == "---" || isComment(line) || fenceMark(line) != "":
		case fenced < 0 && other < 0:
			other = i
		case fenced >= 0:
			if m := titlePattern.FindStringSubmatch(line); m != nil {
				l.d.Title = unquote(m[1])
			}
		}
	}
	if fenced >= 0 {
		l.warn(fenced, "the front matter is not as Mermaid wants it: only its title is read")
	}
	if other >= 0 {
		l.warn(other, "what stands before the line that says journey is left out")
	}
}

func unquote(s string) string {
	s = trim(s)
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}

func (l *lenient) statements(from int) {
	for i := from; i < len(l.lines); i++ {
		line := trim(l.lines[i])
		if line == "" || l.accept(line, i) {
			continue
		}
		if hasFold(line, "accdescr") && strings.HasPrefix(skipSpace(line[len("accdescr"):]), "{") {
			i = l.describe(i)
			continue
		}
		l.repair(line, i)
	}
}

// accept takes a line that Mermaid would take if it stood alone.
func (l *lenient) accept(line string, i int) bool {
	d, err := parse(source{text: "journey\n" + encodeEntities(line) + "\n", lines: []int{0, l.s.lines[i], 0}})
	if err != nil {
		return false
	}
	l.merge(d)
	return true
}

// merge adds the diagram of one line.
func (l *lenient) merge(d Diagram) {
	if d.Title != "" {
		l.d.Title = decodeEntities(d.Title)
	}
	if d.Description != "" {
		l.d.Description = d.Description
	}
	l.d.Sections = append(l.d.Sections, d.Sections...)
	for _, t := range d.Tasks {
		t.Section = len(l.d.Sections) - 1
		l.d.Tasks = append(l.d.Tasks, t)
	}
}

// describe reads a description in braces and returns its last line. One that
// is never closed ends before the first line that is a statement.
func (l *lenient) describe(i int) int {
	first := l.lines[i]
	text := []string{first[strings.IndexByte(first, '{')+1:]}
	last := i
	closed := l.lastBrace >= i
	for k := i; closed && !strings.Contains(l.lines[k], "}"); k++ {
		last = k + 1
		text = append(text, l.lines[last])
	}
	for k := i + 1; !closed && k < len(l.lines) && !l.isStatement(l.lines[k]); k++ {
		last = k
		text = append(text, l.lines[k])
	}
	whole := strings.Join(text, "\n")
	if closed {
		whole = whole[:strings.LastIndexByte(whole, '}')]
	} else {
		l.warn(i, "the description has no closing brace: it ends before the next section or task")
	}
	l.d.Description = description(encodeEntities(whole))
	return last
}

// isStatement reports whether a line is a title, a section or a task with a score.
func (l *lenient) isStatement(line string) bool {
	d, err := parse(source{text: "journey\n" + encodeEntities(trim(line)) + "\n", lines: []int{0, 0, 0}})
	if err != nil {
		return hasFold(trim(line), "section")
	}
	return d.Title != "" || len(d.Sections) > 0 || len(d.Tasks) > 0 && !math.IsNaN(d.Tasks[0].Score)
}

func (l *lenient) warn(i int, text string, args ...any) {
	l.warnings = append(l.warnings, Warning{Line: l.s.lines[i], Text: phrase.Of(text, args...)})
}

// shorten returns at most 60 characters of a text, for a message.
func shorten(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}
