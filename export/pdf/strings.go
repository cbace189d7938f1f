package pdf

import (
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// textString returns a text of any characters as PDF writes it: as it is where it
// is plain, else in UTF-16.
func textString(s string) string { return string(appendText(nil, s)) }

func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F {
			return append(utf16Hex(append(b, "<FEFF"...), s), '>')
		}
	}
	return appendLiteral(b, s)
}

// appendLiteral appends plain characters as a string.
func appendLiteral(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		if s[i] == '(' || s[i] == ')' || s[i] == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

// utf16Hex appends s in UTF-16, as hexadecimal digits. Control characters and
// what stands for no character become spaces.
func utf16Hex(b []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	for _, r := range s {
		if unicode.IsControl(r) || r == '\uFEFF' || r&0xFFFE == 0xFFFE {
			r = ' '
		}
		var pair [2]uint16
		for _, u := range utf16.AppendRune(pair[:0], r) {
			b = append(b, hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15])
		}
	}
	return b
}

// shortened returns at most n characters of s, on one line.
func shortened(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
