package csv

import (
	"path/filepath"
	"strings"

	"touchline.app/export"
	"touchline.app/export/table"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// MaxSize is the size in bytes up to which a table is read.
const MaxSize = 64 << 20

// Read returns the map of a table of touchpoints. The columns are found by the
// names in the first line, in any order; a comma, a semicolon or a tab may stand
// between them. The name is that of the file: the map takes its title from it.
// The warnings say, line by line, what was not taken; the error, a sentence for a
// person, says why there is no map.
func Read(name string, data []byte) (*journey.Map, []export.Warning, error) {
	m, warnings, err := read(name, data)
	if err != nil {
		return nil, nil, phrase.Errorf("%s %w", name, err)
	}
	return m, warnings, nil
}

// Is reports whether the first line of data is the header of a table Read takes.
func Is(data []byte) bool {
	const most = 64 << 10
	text, _, err := decode(data[:min(len(data), most)&^1])
	if err != nil || len(text) == 0 {
		return false
	}
	p := parser{text: text, separator: separator(text)}
	first := p.records(1)
	return len(first) == 1 && len(first[0].cells) > 1 && table.Known(first[0].cells)
}

func read(name string, data []byte) (*journey.Map, []export.Warning, error) {
	if len(data) > MaxSize {
		return nil, nil, phrase.Errorf("is larger than %d MB: divide it into several files", MaxSize>>20)
	}
	text, warnings, err := decode(data)
	if err != nil {
		return nil, nil, err
	}
	p := parser{text: text, separator: separator(text)}
	records := p.records(table.MaxRows + 2)
	if len(records) == 0 {
		return nil, nil, phrase.New("has nothing in it")
	}
	var rows []table.Row
	for _, r := range records[1:] {
		rows = append(rows, table.Row{Line: r.line, Cells: r.cells})
	}
	title := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	m, more, err := table.Read(title, "", data, records[0].cells, rows)
	return m, append(append(warnings, p.warnings...), more...), err
}
