package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters are spelled without the marks that Unicode does not take apart.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ı': "i", 'ς': "σ",
	'’': "'", '‘': "'", '“': "\"", '”': "\"", '„': "\"", '«': "\"", '»': "\"", '–': "-", '—': "-", '−': "-", 'ـ': "",
	'أ': "ا", 'إ': "ا", 'آ': "ا", 'ٱ': "ا", 'ى': "ي", 'ة': "ه",
}

// Fold writes a text so that two that a person takes for the same word are equal:
// without case, accents, vowel points, widths of letters and repeated blanks.
func Fold(s string) string {
	if ascii, plain := foldASCII(s); plain {
		return ascii
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := true // what comes first is not set off
	for _, r := range s {
		blank = fold(&b, r, blank)
	}
	return strings.TrimRight(b.String(), " ")
}

func foldASCII(s string) (string, bool) {
	tidy := true // nothing is to be changed
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		tidy = tidy && c > ' ' && (c < 'A' || c > 'Z') || c == ' ' && tidy && i > 0 && s[i-1] != ' ' && i+1 < len(s)
	}
	if tidy {
		return s, true
	}
	return strings.Join(strings.Fields(strings.ToLower(s)), " "), true
}

// fold writes one character and reports whether the text now ends in a blank, or
// is empty.
func fold(b *strings.Builder, r rune, blank bool) bool {
	if unicode.IsSpace(r) {
		if !blank {
			b.WriteByte(' ')
		}
		return true
	}
	if r < utf8.RuneSelf {
		b.WriteRune(unicode.ToLower(r))
		return false
	}
	if spelled, ok := letters[unicode.ToLower(r)]; ok {
		b.WriteString(spelled)
		return blank && spelled == ""
	}
	for _, d := range norm.NFKD.String(string(r)) {
		d = unicode.ToLower(d)
		switch spelled, ok := letters[d]; {
		case mark(d) || unicode.Is(unicode.Cf, d) || ok && spelled == "":
			continue
		case ok:
			b.WriteString(spelled)
		case unicode.IsSpace(d):
			blank = fold(b, d, blank)
			continue
		default:
			b.WriteRune(d)
		}
		blank = false
	}
	return blank
}

// mark reports whether r is an accent of Latin, Greek or Cyrillic letters or a
// vowel point of Hebrew or Arabic, which people leave out. The vowel signs of
// other scripts are letters to them.
func mark(r rune) bool {
	return r >= 0x0300 && r <= 0x036F || r >= 0x0591 && r <= 0x05C7 || r >= 0x064B && r <= 0x065F || r == 0x0670
}

// around returns the part of a text in which the folded query stands, with some
// of the text before and behind it, at most n characters.
func around(s, query string, n int) string {
	rs := []rune(strings.Join(strings.Fields(s), " "))
	if len(rs) <= n {
		return string(rs)
	}
	begin := 0
	var b strings.Builder
	blank := true
	for i, r := range rs {
		blank = fold(&b, r, blank)
		if b.Len() >= len(query) && strings.Contains(b.String()[max(0, b.Len()-len(query)-16):], query) {
			begin = max(0, i+1-len([]rune(query))-n/3)
			break
		}
	}
	end := min(begin+n, len(rs))
	begin = max(0, end-n)
	text := string(rs[begin:end])
	if begin > 0 {
		text = "…" + text
	}
	if end < len(rs) {
		text += "…"
	}
	return text
}
