package mermaid

import (
	"strings"
	"unicode/utf8"
)

// kind is the kind of a token.
type kind uint8

const (
	tokenEnd kind = iota
	tokenNewline
	tokenJourney
	tokenTitle
	tokenAccTitle    // the value that follows accTitle:
	tokenDescription // the value that follows accDescr, in either form
	tokenSection
	tokenTaskName
	tokenTaskData
	tokenInvalid
)

// lexer finds tokens by the rules of journey.jison: the first rule that matches
// wins, not the longest match.
type lexer struct {
	text string
	at   int
}

// next returns the next token and its value. White space and comments between
// tokens are passed over.
func (l *lexer) next() (kind, string) {
	for l.at < len(l.text) {
		if n := l.skippable(); n > 0 {
			l.at += n
			continue
		}
		return l.token()
	}
	return tokenEnd, ""
}

// skippable returns the length of the comment or white space the rest begins
// with, 0 where it begins with a token.
func (l *lexer) skippable() int {
	rest := l.text[l.at:]
	if rest[0] == '%' && !strings.HasPrefix(rest, "%{") || rest[0] == '#' {
		return until(rest, "\n")
	}
	// any character but } and then %%; JavaScript counts in UTF-16, where a
	// character beyond the first plane is two
	if r, n := utf8.DecodeRuneInString(rest); r != '}' && r < 0x10000 && strings.HasPrefix(rest[n:], "%%") {
		return n + until(rest[n:], "\n")
	}
	if rest[0] == '\n' {
		return 0
	}
	return len(rest) - len(skipSpace(rest))
}

// take returns a token of the next n bytes.
func (l *lexer) take(k kind, n int) (kind, string) {
	value := l.text[l.at : l.at+n]
	l.at += n
	return k, value
}

func (l *lexer) token() (kind, string) {
	rest := l.text[l.at:]
	if rest[0] == '\n' {
		return l.take(tokenNewline, len(rest)-len(strings.TrimLeft(rest, "\n")))
	}
	if hasFold(rest, "journey") && wordLength(rest) == len("journey") {
		return l.take(tokenJourney, len("journey"))
	}
	if n := statement(rest, "title", "#\n;"); n > 0 {
		_, value := l.take(tokenTitle, n)
		return tokenTitle, afterKeyword(value, "title")
	}
	if k, value, ok := l.accessible(rest); ok {
		return k, value
	}
	if n := statement(rest, "section", "#:\n;"); n > 0 {
		_, value := l.take(tokenSection, n)
		return tokenSection, afterKeyword(value, "section")
	}
	if n := until(rest, "#:\n;"); n > 0 {
		return l.take(tokenTaskName, n)
	}
	if rest[0] == ':' {
		if n := until(rest[1:], "#\n;"); n > 0 {
			_, value := l.take(tokenTaskData, n+1)
			return tokenTaskData, value[1:]
		}
	}
	return l.take(tokenInvalid, 1)
}

// statement returns the length of a keyword, one white space, and at least one
// character before the first stop; 0 where the text is not of that form.
func statement(s, keyword, stops string) int {
	if !hasFold(s, keyword) {
		return 0
	}
	space := leadingSpace(s[len(keyword):])
	if space == 0 {
		return 0
	}
	n := until(s[len(keyword)+space:], stops)
	if n == 0 {
		return 0
	}
	return len(keyword) + space + n
}

// afterKeyword returns what follows a keyword and one white space.
func afterKeyword(s, keyword string) string {
	s = s[len(keyword):]
	return s[leadingSpace(s):]
}

// accessible reads accTitle and accDescr, which have their own lexer states.
func (l *lexer) accessible(rest string) (kind, string, bool) {
	k, keyword := tokenAccTitle, "acctitle"
	if hasFold(rest, "accdescr") {
		k, keyword = tokenDescription, "accdescr"
	} else if !hasFold(rest, keyword) {
		return 0, "", false
	}
	after := skipSpace(rest[len(keyword):])
	switch {
	case strings.HasPrefix(after, ":"):
		after = skipSpace(after[1:])
		if after == "" { // the value would begin behind the end
			l.at = len(l.text)
			return tokenInvalid, "", true
		}
		l.at = len(l.text) - len(after)
		_, value := l.take(k, until(after, "\n"))
		return k, value, true
	case k == tokenDescription && strings.HasPrefix(after, "{"):
		after = skipSpace(after[1:])
		l.at = len(l.text) - len(after)
		end := strings.IndexByte(after, '}')
		if end < 0 {
			l.at = len(l.text)
			return tokenInvalid, "", true
		}
		l.at += end + 1
		return k, after[:end], true
	}
	return 0, "", false
}
