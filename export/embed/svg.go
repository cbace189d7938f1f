package embed

import (
	"bytes"
	"encoding/base64"
)

// How long a tag, the prefix of a name and what stands before the first element may be.
const (
	maxTag    = 1 << 10
	maxPrefix = 64
	maxProlog = 64 << 10
)

func looksLikeSVG(data []byte) bool {
	head := data[:min(len(data), maxProlog)]
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	return bytes.HasPrefix(start, []byte("<")) && (bytes.Contains(head, []byte("<svg")) || bytes.Contains(head, []byte(":svg")))
}

// svg looks for elements called map, whatever prefix a program that wrote the
// file anew gave them.
func (s *search) svg() {
	for at := 0; !s.done(); {
		i := bytes.Index(s.data[at:], []byte("map"))
		if i < 0 {
			return
		}
		from := at + i
		at = from + len("map")
		if text, ok := content(s.data, from); ok {
			s.encoded(text)
		}
	}
}

// content returns the text of the element whose name ends with the word map at
// the given place.
func content(data []byte, at int) ([]byte, bool) {
	before := data[max(0, at-maxPrefix):at]
	prefix := before[bytes.LastIndexByte(before, '<')+1:]
	if len(prefix) == len(before) || len(prefix) > 0 && (prefix[len(prefix)-1] != ':' || bytes.ContainsAny(prefix, "/ \t\r\n>\"'")) {
		return nil, false
	}
	rest := data[at+len("map"):]
	if len(rest) == 0 || !bytes.ContainsRune([]byte(" \t\r\n>"), rune(rest[0])) {
		return nil, false
	}
	end := bytes.IndexByte(rest[:min(len(rest), maxTag)], '>')
	if end < 0 {
		return nil, false
	}
	text, _, closed := bytes.Cut(rest[end+1:], []byte("<"))
	return text, closed
}

// encoded takes the map encoded in the text of an element.
func (s *search) encoded(text []byte) {
	s.left -= len(text)
	bare := bytes.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\r' || r == '\n' {
			return -1
		}
		return r
	}, text)
	data := make([]byte, base64.StdEncoding.DecodedLen(len(bare)))
	n, err := base64.StdEncoding.Decode(data, bare)
	if s.begins(data[:n]) && err != nil {
		s.fail(ErrChanged)
		return
	}
	s.stream(data[:n])
}
