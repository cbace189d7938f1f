package text

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"golang.org/x/text/unicode/bidi"
)

// Marks nobody sees that count as a letter of their direction.
const (
	leftToRight = "\u200E"
	rightToLeft = "\u200F"
)

// Dotted joins parts with dots between them, leaving blank ones out. Dates and
// figures behind a part in letters from the right stay as they are written; they
// would be read as part of it, and an Arabic one turn a date round.
func Dotted(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if b.Len() > 0 {
			p = Figure(b.String(), p)
			b.WriteString(" · ")
		}
		b.WriteString(p)
	}
	return b.String()
}

// Figure returns s as it can stand behind another text without being read as part
// of it, where that has letters from the right and s begins with no letter.
func Figure(behind, s string) string {
	if first, _ := utf8.DecodeRuneInString(s); !fromRight(first) && class(first) != bidi.L && strings.ContainsFunc(behind, fromRight) {
		return leftToRight + s
	}
	return s
}

// Ahead joins a figure and the text that follows it. In one from the right the
// figure stands at its beginning, with the sign still before the digits.
func Ahead(figure, s string) string {
	if direction([]rune(s)) == di.DirectionRTL {
		figure = rightToLeft + leftToRight + figure
	}
	return figure + " " + s
}

func fromRight(r rune) bool {
	c := class(r)
	return c == bidi.R || c == bidi.AL
}
