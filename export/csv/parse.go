package csv

import (
	"strings"

	"touchline.app/export"
	"touchline.app/journey/phrase"
)

// record is one record of a table.
type record struct {
	line  int // it begins on, from 1
	cells []string
}

// parser splits a text into records as spreadsheets do: a quote inside a cell
// that is not quoted is a quote, what follows a closing quote belongs to the cell.
type parser struct {
	text      string
	separator byte
	at, line  int
	warnings  []export.Warning
}

// records returns the records that have something in them.
func (p *parser) records(most int) []record {
	var out []record
	p.line = 1
	for p.at < len(p.text) && len(out) < most {
		r := p.record()
		if len(r.cells) > 1 || strings.TrimSpace(r.cells[0]) != "" {
			out = append(out, r)
		}
	}
	return out
}

func (p *parser) record() record {
	r := record{line: p.line}
	for {
		r.cells = append(r.cells, unguarded(p.cell()))
		if p.at == len(p.text) || p.text[p.at] != p.separator || len(r.cells) == maxCells {
			break
		}
		p.at++
	}
	p.rest()
	return r
}

// maxCells is how many cells of a record are read.
const maxCells = 1000

// rest goes behind the end of the line.
func (p *parser) rest() {
	end := strings.IndexAny(p.text[p.at:], "\r\n")
	if end < 0 {
		p.at = len(p.text)
		return
	}
	p.at += end + 1
	if p.text[p.at-1] == '\r' && p.at < len(p.text) && p.text[p.at] == '\n' {
		p.at++
	}
	p.line++
}

// cell reads up to the separator or the end of the line that ends it.
func (p *parser) cell() string {
	quoted := ""
	if p.at < len(p.text) && p.text[p.at] == '"' {
		quoted = p.quoted()
	}
	from := p.at
	for p.at < len(p.text) && p.text[p.at] != p.separator && p.text[p.at] != '\n' && p.text[p.at] != '\r' {
		p.at++
	}
	return quoted + p.text[from:p.at]
}

func (p *parser) quoted() string {
	var out strings.Builder
	began := p.line
	for p.at++; p.at < len(p.text); p.at++ {
		c := p.text[p.at]
		if c == '"' {
			if p.at++; p.at == len(p.text) || p.text[p.at] != '"' {
				return out.String()
			}
		}
		if c == '\n' || c == '\r' && (p.at+1 == len(p.text) || p.text[p.at+1] != '\n') {
			p.line++
		}
		out.WriteByte(c)
	}
	p.warnings = append(p.warnings, export.Warning{Line: began, Text: phrase.Of("a quote that begins here is not closed: the rest of the file counts as one cell")})
	return out.String()
}

// unguarded takes off the apostrophe that keeps a text from being run.
func unguarded(s string) string {
	if strings.HasPrefix(s, "'") && isFormula(s) {
		return s[1:]
	}
	return s
}

// separator finds which character stands between the cells of the first line.
func separator(text string) byte {
	count := map[rune]int{}
	quoted := false
	for _, c := range text {
		if c == '"' {
			quoted = !quoted
		}
		if quoted {
			continue
		}
		if c == '\n' || c == '\r' {
			if len(count) > 0 {
				break
			}
			continue
		}
		if strings.ContainsRune(",;\t", c) {
			count[c]++
		}
	}
	best := ','
	for _, c := range ",;\t" {
		if count[c] > count[best] {
			best = c
		}
	}
	return byte(best)
}
