package grid

import "strings"

// Marked is a table in a Markdown text.
type Marked struct {
	Line     int        // of its header, from 1
	Headings []string   // those it stands under, the outermost first
	Rows     [][]string // the header first; plain texts
}

// maxTables is how many tables of a text are read.
const maxTables = 200

// Markdown returns the tables of a Markdown text. Those in fenced code are none.
func Markdown(text string) []Marked {
	var out []Marked
	var path []string
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	fence := ""
	for i := 0; i < len(lines) && len(out) < maxTables; i++ {
		line := strings.TrimSpace(lines[i])
		if mark := fenceOf(line); mark != "" && (fence == "" || strings.HasPrefix(mark, fence)) {
			if fence == "" {
				fence = mark
			} else {
				fence = ""
			}
			continue
		}
		if fence != "" {
			continue
		}
		if level, title := heading(line); level > 0 {
			path = append(path[:min(len(path), level-1):min(len(path), level-1)], title)
			continue
		}
		if i+1 < len(lines) && strings.Contains(line, "|") && ruled(lines[i+1]) {
			t := Marked{Line: i + 1, Headings: path, Rows: [][]string{cellsOf(line)}}
			for i += 2; i < len(lines) && strings.Contains(lines[i], "|"); i++ {
				t.Rows = append(t.Rows, cellsOf(lines[i]))
			}
			i--
			out = append(out, t)
		}
	}
	return out
}

func fenceOf(line string) string {
	for _, mark := range []string{"```", "~~~"} {
		if strings.HasPrefix(line, mark) {
			return mark
		}
	}
	return ""
}

func heading(line string) (level int, title string) {
	for level < len(line) && line[level] == '#' {
		level++
	}
	if level == 0 || level > 6 || level < len(line) && line[level] != ' ' {
		return 0, ""
	}
	return level, Unmarked(strings.TrimRight(line[level:], "# "))
}

// ruled reports whether a line is the one of dashes below a header.
func ruled(line string) bool {
	return strings.Contains(line, "-") && strings.Contains(line, "|") && strings.Trim(line, " \t|:-") == ""
}

// cellsOf splits a row at the bars that no backslash stands before.
func cellsOf(line string) []string {
	line = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "|"), "|")
	var out []string
	begin := 0
	for i := 0; i <= len(line); i++ {
		if i == len(line) || line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			out = append(out, Unmarked(line[begin:i]))
			begin = i + 1
		}
	}
	return out
}

var marks = strings.NewReplacer(
	"**", "", "__", "", "`", "", "<br>", "\n", "<br/>", "\n", "<br />", "\n", "\\|", "|", "\\.", ".", "\\*", "*", "\\_", "_", "\\-", "-", "\\#", "#", "&nbsp;", " ", "&amp;", "&",
)

// Unmarked returns a text of a cell without the marks of Markdown.
func Unmarked(s string) string {
	s = strings.TrimSpace(marks.Replace(s))
	if len(s) > 2 && s[0] == '*' && s[len(s)-1] == '*' {
		s = s[1 : len(s)-1]
	}
	return s
}
