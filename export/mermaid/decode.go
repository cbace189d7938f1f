package mermaid

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"touchline.app/journey/phrase"
)

// decode returns the text of a file. The error is a sentence for a person.
func decode(name string, data []byte) (string, error) {
	switch {
	case wide(data):
		return "", phrase.Errorf("%s is in UTF-16 or UTF-32: save it as UTF-8 and import it again", name)
	case !utf8.Valid(data):
		return "", phrase.Errorf("%s is not text in UTF-8: save it as UTF-8 and import it again", name)
	case trim(string(data)) == "":
		return "", phrase.Errorf("%s has nothing in it", name)
	}
	return string(data), nil
}

// wide reports whether data is in UTF-16 or UTF-32: it begins with their mark,
// or its first character takes a null byte.
func wide(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return true
	}
	return len(data) >= 2 && (data[0] == 0) != (data[1] == 0) || bytes.HasPrefix(data, []byte{0, 0, 0xfe, 0xff})
}

// fences returns the bodies of the Mermaid fences of a Markdown text.
func fences(s source) []source {
	var found []source
	lines := strings.SplitAfter(s.text, "\n")
	from, offset := -1, 0
	mark := ""
	for _, line := range lines {
		bare := trim(line)
		switch {
		case from < 0:
			if m := fenceMark(bare); m != "" {
				mark, from = m, offset+len(line)
			}
		case strings.HasPrefix(bare, mark) && strings.Trim(bare, mark[:1]) == "":
			found = append(found, s.part(from, offset))
			from = -1
		}
		offset += len(line)
	}
	if from >= 0 {
		found = append(found, s.part(from, len(s.text)))
	}
	return found
}

// fenceMark returns the mark a Mermaid fence begins with, "" for another line.
func fenceMark(line string) string {
	for _, c := range "`~:" {
		rest := strings.TrimLeft(line, string(c))
		if mark := line[:len(line)-len(rest)]; len(mark) >= 3 {
			word := strings.TrimLeft(trim(rest), "{. ")
			if hasFold(word, "mermaid") && wordLength(word) == len("mermaid") {
				return mark
			}
		}
	}
	return ""
}

// part returns a stretch of the text that begins at a line.
func (s source) part(from, to int) source {
	line := strings.Count(s.text[:from], "\n")
	text := s.text[from:to]
	return source{text: text, lines: s.lines[line : line+strings.Count(text, "\n")+1]}
}
