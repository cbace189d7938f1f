package mermaid

import (
	"math"
	"regexp"
	"strings"
)

var (
	secondPattern  = regexp.MustCompile(`(?i)^journey[-\w]*\s*[;:]?$`)
	foreignPattern = regexp.MustCompile(`^(?:note (?:over|left of|right of)|click|style|classDef|linkStyle)\s`)
)

// repair reads a line that Mermaid refuses, or says that it is left out.
func (l *lenient) repair(line string, i int) {
	switch {
	case strings.Trim(line, ".…-–—=*_~`:;|<>/\\{}()[]+ ") == "":
		l.warn(i, "%q is left out", shorten(line))
	case strings.HasPrefix(line, "//"):
		l.warn(i, "taken as a comment: %q", shorten(line))
	case fenceMark(line) != "" || strings.HasPrefix(line, "```"):
		l.warn(i, "the mark of a code block is left out")
	case secondPattern.MatchString(line):
		l.warn(i, "a second line that says journey is left out; what follows belongs to the same map")
	case foreignPattern.MatchString(line):
		l.warn(i, "left out, for a journey has no such statement: %q", shorten(line))
	default:
		l.repairText(line, i)
	}
}

func (l *lenient) repairText(line string, i int) {
	text := encodeEntities(line)
	if strings.HasSuffix(text, ";") {
		text = strings.TrimRight(text, "; \t")
		if l.accept(text, i) {
			l.warn(i, "the semicolon at the end is left out")
			return
		}
	}
	if l.several(text, i) {
		return
	}
	switch key := keyword(text); {
	case key == "title":
		l.repairTitle(text[len(key):], i)
	case key == "section" && !scored(text[len(key):]):
		l.repairSection(text[len(key):], i)
	case key == "acctitle" || key == "accdescr":
		value := trim(strings.TrimLeft(text[len(key):], " \t:{"))
		if key == "accdescr" {
			l.d.Description = description(value)
		}
		l.warn(i, "taken as a text for people who do not see the diagram, though a colon is missing")
	default:
		l.repairTask(text, i)
	}
}

// keyword returns the keyword the text begins with, in lower case, or "".
func keyword(text string) string {
	for _, k := range []string{"title", "section", "acctitle", "accdescr"} {
		if hasFold(text, k) && wordLength(text) == len(k) {
			return k
		}
	}
	return ""
}

// several reads statements on one line with semicolons between them.
func (l *lenient) several(text string, i int) bool {
	parts := strings.Split(text, ";")
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		if trim(p) != "" && !l.isStatement(p) {
			return false
		}
	}
	for _, p := range parts {
		if p = trim(p); p != "" && !l.accept(p, i) {
			l.repairText(p, i)
		}
	}
	l.warn(i, "the semicolons are taken as line ends")
	return true
}

func (l *lenient) repairTitle(rest string, i int) {
	title := trim(strings.TrimLeft(rest, " \t:"))
	if title == "" {
		l.warn(i, "a title without text is left out")
		return
	}
	l.d.Title = decodeEntities(title)
	l.warn(i, "read as the title %q", shorten(l.d.Title))
}

func (l *lenient) repairSection(rest string, i int) {
	name := decodeEntities(trim(rest))
	l.d.Sections = append(l.d.Sections, name)
	if name == "" {
		l.warn(i, "a section without text becomes a stage without a name")
		return
	}
	l.warn(i, "read as the section %q", shorten(name))
}

// scored reports whether the text is a task with a score: so "Section review:
// 5: Me" is a task and "section Phase 1: Discovery" is not.
func scored(text string) bool {
	_, _, ok := scoreIn(strings.Split(text, ":"))
	return ok
}

// scoreIn returns the first of the pieces behind the first that is a score, and
// its index.
func scoreIn(pieces []string) (int, float64, bool) {
	for i := 1; i < len(pieces); i++ {
		p := narrow(trim(pieces[i]))
		if v := number(p); p != "" && !math.IsNaN(v) && !math.IsInf(v, 0) {
			return i, v, true
		}
	}
	return 0, math.NaN(), false
}

// repairTask reads anything else as a task: name, score and people as far as
// they can be told apart.
func (l *lenient) repairTask(text string, i int) {
	if !strings.Contains(text, ":") {
		text = strings.ReplaceAll(text, "：", ":")
	}
	pieces := strings.Split(text, ":")
	at, score, ok := scoreIn(pieces)
	name := text
	var people []string
	switch {
	case ok:
		name = strings.Join(pieces[:at], ":")
		people = names(pieces[at+1:])
	case len(pieces) > 1:
		name, people = pieces[0], names(pieces[min(2, len(pieces)):])
	}
	name = decodeEntities(trim(name))
	l.d.Tasks = append(l.d.Tasks, Task{
		Section: len(l.d.Sections) - 1, Name: name, Score: score, People: people, Line: l.s.lines[i],
	})
	if !ok {
		l.warn(i, "%q has no score: kept as a touchpoint without an emotion", shorten(name))
		return
	}
	l.warn(i, "read as the task %q with score %v", shorten(name), score)
}

// names returns the people of the first piece; the comma may be full-width.
func names(pieces []string) []string {
	if len(pieces) == 0 {
		return nil
	}
	var out []string
	for p := range strings.SplitSeq(strings.NewReplacer("，", ",", "、", ",").Replace(pieces[0]), ",") {
		if p = trim(p); p != "" {
			out = append(out, decodeEntities(p))
		}
	}
	return out
}

// narrow turns full-width digits into plain ones.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, s)
}
