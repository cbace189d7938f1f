package clip

import (
	"strings"
	"unicode"

	"touchline.app/journey/edit"
)

// cells breaks a text into rows of trimmed cells, without empty rows.
func cells(text string) [][]string {
	var out [][]string
	for _, row := range grid(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)) {
		if strings.Join(row, "") == "" {
			continue
		}
		if len(row) == 1 {
			row[0] = unlisted(row[0])
		}
		out = append(out, row)
	}
	return out
}

// grid parts a text at line ends and tabs, except within cells that are quoted.
func grid(text string) [][]string {
	var out [][]string
	row := []string{}
	for {
		cell, rest, quoted := unquoted(text)
		if !quoted {
			end := strings.IndexAny(text, "\t\n")
			if end < 0 {
				end = len(text)
			}
			cell, rest = text[:end], text[end:]
		}
		row = append(row, edit.Clean(strings.TrimSpace(cell)))
		if rest == "" {
			return append(out, row)
		}
		if rest[0] == '\n' {
			out, row = append(out, row), []string{}
		}
		text = rest[1:]
	}
}

// unquoted reads a cell as spreadsheets quote it: one with tabs, line ends or quotes
// stands in quotes, and its own are doubled. Any other text in quotes is meant so.
func unquoted(text string) (cell, rest string, ok bool) {
	body, found := strings.CutPrefix(text, `"`)
	if !found {
		return "", "", false
	}
	for at := 0; ; {
		i := strings.IndexByte(body[at:], '"')
		if i < 0 {
			return "", "", false
		}
		at += i + 1
		switch after := body[at:]; {
		case strings.HasPrefix(after, `"`):
			at++
		case after == "" || after[0] == '\t' || after[0] == '\n':
			cell = body[:at-1]
			return strings.ReplaceAll(cell, `""`, `"`), after, strings.ContainsAny(cell, "\t\n\"")
		default:
			return "", "", false
		}
	}
}

// unlisted takes the sign of a list away: "- Books", "3. Books", "• Books".
func unlisted(s string) string {
	rest := strings.TrimLeftFunc(s, unicode.IsDigit)
	if rest != s && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return strings.TrimSpace(rest[2:])
	}
	for _, sign := range []string{"- ", "* ", "• ", "– "} {
		if after, ok := strings.CutPrefix(s, sign); ok {
			return strings.TrimSpace(after)
		}
	}
	return s
}
