package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"touchline.app/export"
	"touchline.app/export/table"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Options say how a table is written.
type Options struct {
	BOM bool // begin with a byte order mark, by which Excel knows UTF-8
}

const bom = "\ufeff"

// Write writes a header and a row for each touchpoint. The warnings say what the
// table leaves out. The error is that of w.
func Write(w io.Writer, m *journey.Map, options Options) ([]export.Warning, error) {
	out := bufio.NewWriter(w)
	if options.BOM {
		out.WriteString(bom)
	}
	line(out, table.Header())
	for _, row := range table.Rows(m) {
		line(out, row)
	}
	if err := out.Flush(); err != nil {
		return nil, phrase.Errorf("write CSV: %w", err)
	}
	warnings := table.Losses(m)
	if m.Head.Title != "" || m.Head.Scenario != "" {
		warnings = append([]export.Warning{export.Warn("left out, for a table of touchpoints has no place for it: title and scenario of the map")}, warnings...)
	}
	return warnings, nil
}

// WriteCells writes a table of other things than touchpoints, which cannot be
// read back. The error is that of w.
func WriteCells(w io.Writer, header []string, rows [][]string, options Options) error {
	out := bufio.NewWriter(w)
	if options.BOM {
		out.WriteString(bom)
	}
	line(out, header)
	for _, row := range rows {
		line(out, row)
	}
	if err := out.Flush(); err != nil {
		return phrase.Errorf("write CSV: %w", err)
	}
	return nil
}

// line writes one record. Every cell but a number is quoted: a semicolon in it
// then stays inside, whichever separator a spreadsheet takes.
func line(out *bufio.Writer, cells []string) {
	for i, s := range cells {
		if i > 0 {
			out.WriteString(",")
		}
		if s == "" || isNumber(s) {
			out.WriteString(s)
			continue
		}
		if isFormula(s) {
			s = "'" + s
		}
		out.WriteString(`"` + strings.ReplaceAll(s, `"`, `""`) + `"`)
	}
	out.WriteString("\r\n")
}

// isFormula reports whether a spreadsheet might run the text, or whether it
// already begins with the apostrophes that keep it from that.
func isFormula(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "'"))
	return strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) && !isNumber(s)
}

// isNumber reports whether a cell is a plain number: -0.6, 1e-300.
func isNumber(s string) bool {
	bare := strings.TrimPrefix(s, "-")
	digits := 0
	for i := range len(bare) {
		switch c := bare[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && digits > 0:
		case (c == 'e' || c == 'E') && digits > 0 && i+1 < len(bare):
			return strings.Trim(strings.TrimLeft(bare[i+1:], "+-"), "0123456789") == ""
		default:
			return false
		}
	}
	return digits > 0
}
