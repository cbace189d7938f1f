package embed

import "bytes"

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
		if bytes.HasSuffix(before, []byte("end")) || !worthwhile(body) {
			continue
		}
		s.left -= near
		if isAttachment(before) == attached {
			s.stream(body)
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
