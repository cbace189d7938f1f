package embed

import (
	"bytes"
	"encoding/hex"
)

// near is how many bytes before a stream its dictionary may take up.
const near = 1024

// pdf looks at the streams of a PDF without following its tables: whatever
// program wrote the file anew, the attachment is a stream of its own. Streams
// that say they are attachments come first, all others after them.
func (s *search) pdf() {
	s.streams(true)
	if len(s.maps) == 0 && s.err == nil {
		s.streams(false)
	}
	if len(s.maps) == 0 && s.err == nil && bytes.Contains(s.data, []byte("/Encrypt")) {
		s.err = ErrEncrypted
	}
}

func (s *search) streams(attached bool) {
	word := []byte("stream")
	for at := 0; !s.done(); {
		i := bytes.Index(s.data[at:], word)
		if i < 0 {
			return
		}
		from := at + i
		at = from + len(word)
		body := s.data[at:]
		switch {
		case bytes.HasPrefix(body, []byte("\r\n")):
			body = body[2:]
		case bytes.HasPrefix(body, []byte("\n")), bytes.HasPrefix(body, []byte("\r")):
			body = body[1:]
		default:
			continue
		}
		before := s.data[max(0, from-near):from]
		digits := isHex(body)
		if bytes.HasSuffix(before, []byte("end")) || !digits && !worthwhile(body) {
			continue
		}
		s.left -= near
		switch {
		case isAttachment(before) != attached:
		case !digits:
			s.stream(body)
		case attached: // no other stream is worth it
			s.stream(s.unhex(body))
		}
	}
}

// isAttachment reports whether the dictionary that ends the bytes before a
// stream is that of an attachment.
func isAttachment(before []byte) bool {
	if i := bytes.LastIndex(before, []byte("obj")); i >= 0 {
		before = before[i:]
	}
	return bytes.Contains(before, []byte("/EmbeddedFile"))
}

// isHex reports whether a stream may be one of hexadecimal digits, as a program
// writes it that is asked for text alone.
func isHex(body []byte) bool {
	_, err := hex.Decode(make([]byte, 4), body[:min(8, len(body))])
	return len(body) >= 8 && err == nil
}

// unhex returns what a stream of hexadecimal digits, ended by a >, says.
func (s *search) unhex(body []byte) []byte {
	digits := body[:min(len(body), 2*MaxMap, max(s.left, 0))]
	if end := bytes.IndexByte(digits, '>'); end >= 0 {
		digits = digits[:end]
	}
	s.left -= len(digits)
	digits = bytes.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, digits)
	out := make([]byte, len(digits)/2)
	n, _ := hex.Decode(out, digits[:2*len(out)])
	return out[:n]
}
