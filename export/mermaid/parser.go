package mermaid

import (
	"fmt"
	"strings"
)

// refusedError says where Mermaid's parser stops.
type refusedError struct{ line int }

func (e refusedError) Error() string { return fmt.Sprintf("line %d is no journey statement", e.line) }

// parseStrict reads a file as Mermaid does. The error is one of front matter,
// errNoJourney or a refusedError.
func parseStrict(s source) (Diagram, error) {
	p, err := prepare(s)
	if err != nil {
		return Diagram{}, err
	}
	d, err := parse(p.source)
	if err != nil {
		return Diagram{}, err
	}
	if d.Title == "" {
		d.Title = p.title
	}
	d.Title = decodeEntities(sanitize(d.Title))
	return d, nil
}

// parse reads the statements of a prepared text, 'journey' included. Names and
// people are decoded, the title is as it stands.
func parse(s source) (Diagram, error) {
	var d Diagram
	l := lexer{text: s.text}
	if k, _ := l.next(); k != tokenJourney {
		return d, refusedError{s.lines[0]}
	}
	lines := lineCounter{source: s}
	for {
		before := l.at
		k, value := l.next()
		switch k {
		case tokenEnd:
			return d, nil
		case tokenNewline, tokenAccTitle:
		case tokenTitle:
			d.Title = value
		case tokenDescription:
			d.Description = description(value)
		case tokenSection:
			d.Sections = append(d.Sections, decodeEntities(value))
		case tokenTaskName:
			line := lines.at(l.at - len(value))
			data, ok := l.data()
			if !ok {
				return d, refusedError{line}
			}
			d.Tasks = append(d.Tasks, newTask(len(d.Sections)-1, value, data, line))
		default:
			return d, refusedError{lines.at(before)}
		}
	}
}

// data returns the task data that has to follow a task name.
func (l *lexer) data() (string, bool) {
	k, data := l.next()
	return data, k == tokenTaskData
}

func newTask(section int, name, data string, line int) Task {
	pieces := strings.Split(data, ":")
	t := Task{Section: section, Name: decodeEntities(name), Score: number(pieces[0]), Line: line}
	if len(pieces) > 1 {
		for p := range strings.SplitSeq(pieces[1], ",") {
			t.People = append(t.People, decodeEntities(trim(p)))
		}
	}
	return t
}

func description(value string) string {
	lines := strings.Split(trim(decodeEntities(value)), "\n")
	for i := range lines {
		lines[i] = trim(lines[i])
	}
	return strings.Join(lines, "\n")
}

// lineCounter finds the line of ascending offsets.
type lineCounter struct {
	source
	offset, line int
}

func (c *lineCounter) at(offset int) int {
	c.line += strings.Count(c.text[c.offset:offset], "\n")
	c.offset = offset
	return c.lines[c.line]
}
