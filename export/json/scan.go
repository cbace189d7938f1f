package json

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"unicode/utf8"

	"touchline.app/journey/phrase"
)

// scanner walks over a document whose grammar has been checked, so that it may
// look for what must be there without asking.
type scanner struct {
	data []byte
	at   int
}

// newScanner checks the grammar with the standard library.
func newScanner(name string, data []byte) (*scanner, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	switch {
	case len(data) > MaxSize:
		return nil, phrase.Errorf("%s is too large: a map as JSON has up to %d MB", name, MaxSize>>20)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, phrase.Errorf("%s has nothing in it", name)
	case !utf8.Valid(data):
		return nil, phrase.Errorf("%s is not text in UTF-8: save it as UTF-8 and import it again", name)
	case !json.Valid(data):
		var wrong *json.SyntaxError
		var none json.RawMessage
		if err := json.Unmarshal(data, &none); errors.As(err, &wrong) {
			return nil, phrase.Errorf("%s is no JSON: line %d: %w", name, line(data, int(wrong.Offset)), wrong)
		}
		return nil, phrase.Errorf("%s is no JSON", name)
	}
	return &scanner{data: data}, nil
}

// line returns the number of the line a place is on, from 1.
func line(data []byte, at int) int {
	return 1 + bytes.Count(data[:min(max(at, 0), len(data))], []byte("\n"))
}

// peek returns the first byte of what comes next.
func (s *scanner) peek() byte {
	for s.data[s.at] == ' ' || s.data[s.at] == '\n' || s.data[s.at] == '\r' || s.data[s.at] == '\t' {
		s.at++
	}
	return s.data[s.at]
}

// next reports whether there is one more item in the array or object, whose
// opening bracket has been read, and goes to it or behind the closing one.
func (s *scanner) next() bool {
	switch s.peek() {
	case ',':
		s.at++
		s.peek()
	case ']', '}':
		s.at++
		return false
	}
	return true
}

// key returns the name of the field that comes next.
func (s *scanner) key() string {
	name := s.text()
	s.peek() // the colon
	s.at++
	s.peek()
	return name
}

// text returns the string that comes next.
func (s *scanner) text() string {
	from, plain := s.at, true
	for s.at++; s.data[s.at] != '"'; s.at++ {
		if s.data[s.at] == '\\' {
			plain = false
			s.at++
		}
	}
	s.at++
	if plain {
		return string(s.data[from+1 : s.at-1])
	}
	var out string
	_ = json.Unmarshal(s.data[from:s.at], &out) // its grammar is known to be right
	return out
}

// number returns the number that comes next; one too large becomes infinite.
func (s *scanner) number() float64 {
	x, _ := strconv.ParseFloat(s.word(), 64)
	return x
}

// word returns the number, true, false or null that comes next.
func (s *scanner) word() string {
	from := s.at
	for ; s.at < len(s.data); s.at++ {
		if c := s.data[s.at]; c <= ' ' || c == ',' || c == ']' || c == '}' {
			break
		}
	}
	return string(s.data[from:s.at])
}

// skip goes behind whatever comes next, and reports whether it is not too deep.
func (s *scanner) skip() bool {
	for open, deepest := 0, 0; ; {
		switch s.peek() {
		case '{', '[':
			s.at++
			open++
			deepest = max(deepest, open)
		case '}', ']':
			s.at++
			open--
		case '"':
			s.text()
		case ',', ':':
			s.at++
		default:
			s.word()
		}
		if open == 0 {
			return deepest <= depth
		}
	}
}

// found names what comes next, for a message.
func (s *scanner) found() string {
	switch c := s.peek(); c {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a text"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	default:
		return "a number"
	}
}
