package mermaid

import (
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Read returns the map of a Mermaid file, or of the first journey diagram of a
// Markdown file. The name is that of the file, for messages. Warnings say what
// was not as Mermaid wants it; the error, a sentence for a person, says why
// there is no map: the file is empty, not in UTF-8 or has no journey diagram.
func Read(name string, data []byte) (*journey.Map, []Warning, error) {
	d, warnings, err := ReadDiagram(name, data)
	if err != nil {
		return nil, nil, err
	}
	m, more := newMap(d, data)
	return m, append(warnings, more...), nil
}

// ReadDiagram is Read up to the diagram.
func ReadDiagram(name string, data []byte) (Diagram, []Warning, error) {
	text, err := decode(name, data)
	if err != nil {
		return Diagram{}, nil, err
	}
	whole := newSource(text)
	if d, err := parseStrict(whole); err == nil {
		return d, nil, nil
	}
	if d, warnings, ok := readFence(whole); ok {
		return d, warnings, nil
	}
	if d, warnings, ok := readLenient(whole); ok {
		return d, warnings, nil
	}
	return Diagram{}, nil, phrase.Errorf("%s has no Mermaid journey diagram in it: one begins with a line that says journey", name)
}

// readFence reads the first fence that holds a journey diagram.
func readFence(s source) (Diagram, []Warning, bool) {
	var d Diagram
	var warnings []Warning
	found := 0
	for _, f := range fences(s) {
		if found > 0 {
			if _, ok := headerLine(f); ok {
				found++
			}
			continue
		}
		var ok bool
		if d, warnings, ok = readEither(f); ok {
			found++
		}
	}
	if found > 1 {
		warnings = append(warnings, Warning{Text: phrase.Of("the file has %d journey diagrams: only the first is read", found)})
	}
	return d, warnings, found > 0
}

func readEither(s source) (Diagram, []Warning, bool) {
	if d, err := parseStrict(s); err == nil {
		return d, nil, true
	}
	return readLenient(s)
}
