package markdown

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"touchline.app/export"
	"touchline.app/export/table"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// mark is what a document begins with, unseen where it is shown.
const mark = "<!-- Touchline: touchpoints by stage -->"

// Write writes the document. The warnings say what it leaves out. The error is
// that of w.
func Write(w io.Writer, m *journey.Map) ([]export.Warning, error) {
	out := bufio.NewWriter(w)
	out.WriteString(mark + "\n\n# " + escape(m.Head.Title, true) + "\n")
	if m.Head.Scenario != "" {
		out.WriteString("\n" + escape(m.Head.Scenario, true) + "\n")
	}
	rows := table.Rows(m)
	header := table.Header()
	shown := used(rows, header)
	touchpoints := m.Journey()
	for i, row := range rows {
		if i == 0 || touchpoints[i].Stage != touchpoints[i-1].Stage {
			out.WriteString("\n## " + escape(row[0], true) + "\n\n")
			head(out, header, shown)
		}
		line(out, row, shown)
	}
	if err := out.Flush(); err != nil {
		return nil, phrase.Errorf("write Markdown: %w", err)
	}
	return table.Losses(m), nil
}

// WriteCells writes a document of a title and one table of other things than
// touchpoints, which cannot be read back. The error is that of w.
func WriteCells(w io.Writer, title, lead string, header []string, rows [][]string) error {
	out := bufio.NewWriter(w)
	out.WriteString("# " + escape(title, true) + "\n")
	if lead != "" {
		out.WriteString("\n" + escape(lead, true) + "\n")
	}
	out.WriteString("\n")
	all := make([]int, len(header))
	for i := range all {
		all[i] = i
	}
	head(out, header, all)
	for _, row := range rows {
		line(out, row, all)
	}
	if err := out.Flush(); err != nil {
		return phrase.Errorf("write Markdown: %w", err)
	}
	return nil
}

// used returns the columns something stands in. The first, the stage, is in the
// headings; the touchpoints are always shown.
func used(rows [][]string, header []string) []int {
	var out []int
	for c := 1; c < len(header); c++ {
		some := header[c] == table.Titles
		for _, r := range rows {
			some = some || r[c] != ""
		}
		if some {
			out = append(out, c)
		}
	}
	return out
}

func head(out *bufio.Writer, header []string, shown []int) {
	line(out, header, shown)
	for range shown {
		out.WriteString("| --- ")
	}
	out.WriteString("|\n")
}

func line(out *bufio.Writer, cells []string, shown []int) {
	for _, c := range shown {
		out.WriteString("| ")
		if s := escape(cells[c], false); s != "" {
			out.WriteString(s + " ")
		}
	}
	out.WriteString("|\n")
}

// escape returns a text as Markdown that shows it, on one line, which it may be
// the first of.
func escape(s string, first bool) string {
	var out strings.Builder
	for i, r := range s {
		edge := i == 0 || i+len(string(r)) == len(s)
		switch {
		case strings.ContainsRune("\\`*_[]{}|~$#", r), first && begins(s[:i], r):
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '&':
			out.WriteString("&amp;")
		case r == '<':
			out.WriteString("&lt;")
		case r == '>':
			out.WriteString("&gt;")
		case r == '\n':
			out.WriteString("<br>")
		case r < ' ', r == 0x7f, edge && r == ' ':
			fmt.Fprintf(&out, "&#%d;", r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// begins reports whether the character would begin a list or a rule behind what
// is before it on its line.
func begins(before string, r rune) bool {
	if before == "" {
		return strings.ContainsRune("-+=:", r)
	}
	return (r == '.' || r == ')') && strings.Trim(before, "0123456789") == ""
}
