package inventory

import (
	"strings"
	"unicode"

	"touchline.app/export/grid"
)

// lines is a text fit for a map that keeps its lines.
func lines(s string) string {
	var out []string
	for line := range strings.Lines(grid.Unmarked(s)) {
		if line = grid.Clean(line, maxText); line != "" {
			out = append(out, line)
		}
	}
	text := strings.Join(out, "\n")
	if r := []rune(text); len(r) > maxText {
		return string(r[:maxText])
	}
	return text
}

// maxParts is how many touchpoints one cell may name.
const maxParts = 30

// separate returns the items of a cell that lists some: one a line, or with
// semicolons, slashes or commas between them. What stands in brackets stays
// together, and so does a sentence.
func separate(s string) []string {
	s = grid.Unmarked(s)
	var parts []string
	switch {
	case strings.Contains(strings.TrimSpace(s), "\n"):
		parts = split(s, "\n")
	case strings.ContainsAny(s, ";；"):
		parts = split(s, ";；")
	case strings.ContainsAny(s, "/／") && (eastern(s) || strings.Contains(s, " / ")):
		parts = split(s, "/／")
	case strings.ContainsAny(s, "、，"):
		parts = split(s, "、，")
	default:
		parts = split(s, ",")
	}
	var out []string
	for _, p := range parts {
		p = grid.Clean(strings.TrimLeft(strings.TrimSpace(p), "-•*· "), maxTitle)
		if len(strings.Fields(p)) > 7 { // a sentence
			return []string{grid.Clean(s, maxTitle)}
		}
		if p != "" && len(out) < maxParts {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return []string{grid.Clean(s, maxTitle)}
	}
	return out
}

// split cuts at each of the signs outside brackets.
func split(s, signs string) []string {
	var out []string
	depth, begin := 0, 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("([（「『", r):
			depth++
		case strings.ContainsRune(")]）」』", r):
			depth = max(depth-1, 0)
		case depth == 0 && strings.ContainsRune(signs, r):
			out = append(out, s[begin:i])
			begin = i + len(string(r))
		}
	}
	return append(out, s[begin:])
}

func eastern(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	})
}
