package markdown

import (
	"html"
	"strings"
)

// split returns the cells of a line of a table, and whether it may be one.
func split(bare string) ([]string, bool) {
	bare, piped := strings.CutPrefix(bare, "|")
	var out []string
	from := 0
	for i := 0; i < len(bare); i++ {
		switch bare[i] {
		case '\\':
			i++
		case '|':
			out = append(out, unescape(strings.Trim(bare[from:i], " \t")))
			from, piped = i+1, true
		}
	}
	if last := strings.Trim(bare[min(from, len(bare)):], " \t"); last != "" {
		out = append(out, unescape(last))
	}
	return out, piped && len(out) > 0 && len(out) <= maxCells
}

// maxCells is how many cells a line of a table may have.
const maxCells = 200

// unescape returns the text that Markdown shows: escapes and entities resolved,
// strong and code without their marks, breaks as line ends.
func unescape(s string) string {
	if !strings.ContainsAny(s, "\\&<*`") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case rest[0] == '\\' && len(rest) > 1 && punctuation(rest[1]):
			out.WriteByte(rest[1])
			i += 2
		case rest[0] == '&':
			n := entity(rest)
			out.WriteString(resolve(rest[:n]))
			i += n
		case rest[0] == '<':
			n := breaks(rest)
			if n == 0 {
				out.WriteByte('<')
				n = 1
			} else {
				out.WriteByte('\n')
			}
			i += n
		case strings.HasPrefix(rest, "**"):
			i += 2
		case rest[0] == '`':
			i++
		default:
			out.WriteByte(rest[0])
			i++
		}
	}
	return out.String()
}

func punctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
}

// entity returns how many bytes the entity at the beginning of s takes, 1 if
// there is none.
func entity(s string) int {
	const most = 32
	if end := strings.IndexByte(s[:min(len(s), most)], ';'); end > 1 && !strings.ContainsAny(s[1:end], "& \t<") {
		return end + 1
	}
	return 1
}

// resolve returns the characters of an entity. HTML takes those of Windows-1252
// for 128 to 159, and nothing for some others that are written here as they are.
func resolve(s string) string {
	var n int
	if digits, ok := strings.CutPrefix(s, "&#"); ok {
		for _, c := range strings.TrimSuffix(digits, ";") {
			if c < '0' || c > '9' || n > 0x10ffff {
				return html.UnescapeString(s)
			}
			n = n*10 + int(c-'0')
		}
		if n > 0 && n < 0xa0 {
			return string(rune(n))
		}
	}
	return html.UnescapeString(s)
}

// breaks returns how many bytes the line break at the beginning of s takes, 0 if
// there is none.
func breaks(s string) int {
	for _, tag := range []string{"<br>", "<br/>", "<br />"} {
		if len(s) >= len(tag) && strings.EqualFold(s[:len(tag)], tag) {
			return len(tag)
		}
	}
	return 0
}
