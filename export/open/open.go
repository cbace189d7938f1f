// Package open reads a map out of whatever format it comes in: a PDF, PNG or SVG
// that carries one, JSON, CSV, Markdown, Mermaid, OpenJourney. What a file is, its
// content says, not its name.
//
//	m, warnings, err := open.Map("trip.pdf", data)
//
// A .journey file is not among them: that is a database, which package storage
// opens where it lies. The package knows no file and no window.
package open

import (
	"bytes"
	"path/filepath"
	"strings"

	"touchline.app/export"
	"touchline.app/export/csv"
	"touchline.app/export/embed"
	"touchline.app/export/json"
	"touchline.app/export/markdown"
	"touchline.app/export/mermaid"
	"touchline.app/export/ojf"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// MaxSize is the size in bytes above which no file is read; MaxText is that of
// one that is no PDF, PNG or SVG.
const (
	MaxSize = embed.MaxFile
	MaxText = 64 << 20
)

// Extensions are what the names of files usually end in that Map reads, in lower
// case.
var Extensions = []string{
	".pdf", ".png", ".svg", ".json", ".csv", ".tsv", ".xlsx", ".md", ".markdown", ".mmd", ".mermaid", ".ojf",
}

// Reasons why there is no map, as sentences for a person, beside those of embed.
var (
	ErrStored  = phrase.New("it is a map of Touchline itself, or another database")
	ErrTooLong = phrase.New("it is larger than 64 MB")
)

// Map returns the map in data. The name is that of the file, for messages, and
// for the title of a map that has none. The warnings say what was read otherwise
// than written, or left out. The error names the file and is a sentence for a
// person; it wraps the errors of embed where it is about a map carried along.
func Map(name string, data []byte) (*journey.Map, []export.Warning, error) {
	m, warnings, err := read(name, data)
	if other, said, ok := strange(name, data, m, len(warnings), err); ok {
		m, warnings, err = other, said, nil
	}
	if err != nil {
		return nil, nil, err
	}
	if strings.TrimSpace(m.Head.Title) == "" && !embed.Carries(data) && !json.Is(data) {
		m.Head.Title = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	return m, warnings, nil
}

func read(name string, data []byte) (*journey.Map, []export.Warning, error) {
	switch {
	case bytes.HasPrefix(data, []byte("SQLite format 3\x00")):
		return nil, nil, phrase.Errorf("open %s: %w", name, ErrStored)
	case embed.Carries(data):
		return carried(name, data)
	case len(data) > MaxText:
		return nil, nil, phrase.Errorf("open %s: %w", name, ErrTooLong)
	case json.Is(data):
		return json.Read(name, data)
	case ojf.Is(data):
		return ojf.Read(name, data)
	case markdown.Is(data):
		return markdown.Read(name, data)
	}
	return text(name, data)
}

// carried returns the first map in a PDF, PNG or SVG, and says what else is there.
func carried(name string, data []byte) (*journey.Map, []export.Warning, error) {
	all, damaged, err := embed.FindAll(data)
	if err != nil {
		return nil, nil, phrase.Errorf("open %s: %w", name, err)
	}
	var warnings []export.Warning
	if len(all) > 1 {
		warnings = append(warnings, export.Warn("there are %d maps in it: the first, %q, is taken", len(all), all[0].Head.Title))
	}
	if damaged > 0 {
		warnings = append(warnings, export.Warn("there was another map in it, which is damaged: %q is taken", all[0].Head.Title))
	}
	return all[0], warnings, nil
}

// text reads what says of itself only by its content what it is: a diagram goes
// before a table, and what is neither is refused in the words of what the name
// promises.
func text(name string, data []byte) (*journey.Map, []export.Warning, error) {
	if csv.Is(data) {
		return csv.Read(name, data)
	}
	m, warnings, err := mermaid.Read(name, data)
	if err == nil {
		return m, warnings, nil
	}
	if m, warnings, err := markdown.Read(name, data); err == nil {
		return m, warnings, nil
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return json.Read(name, data)
	case ".ojf":
		return ojf.Read(name, data)
	case ".csv", ".tsv":
		return csv.Read(name, data)
	case ".md", ".markdown":
		return nil, nil, phrase.Errorf("%w; nor is there a table of touchpoints: one has a column of touchpoints or actions and one more, of stages, channels, emotions or the like", err)
	case ".mmd", ".mermaid":
		return nil, nil, err
	case ".pdf", ".png", ".svg":
		return nil, nil, phrase.Errorf("open %s: %w", name, embed.ErrKind)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, nil, phrase.Errorf("%s has nothing in it", name)
	}
	return nil, nil, phrase.Errorf("%s is nothing a map can be read from: that is a PDF, PNG or SVG made by Touchline, JSON, CSV, Markdown, Mermaid or OpenJourney", name)
}
