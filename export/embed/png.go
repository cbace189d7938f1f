package embed

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// png looks at the international texts of a PNG.
func (s *search) png() {
	for rest := s.data[len(pngSignature):]; len(rest) >= 12 && !s.done(); {
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest)-12) {
			return
		}
		body, sum := rest[4:8+n], binary.BigEndian.Uint32(rest[8+n:])
		rest = rest[12+n:]
		text, ours := bytes.CutPrefix(body, []byte("iTXt"+PNGKeyword+"\x00"))
		if !ours {
			continue
		}
		if crc32.ChecksumIEEE(body) != sum {
			s.fail(ErrChanged)
			continue
		}
		s.international(text)
	}
}

// international takes the map of an iTXt chunk from behind its keyword: two
// bytes about compression, a language, a translated keyword, the text.
func (s *search) international(text []byte) {
	if len(text) < 2 {
		return
	}
	text = text[2:]
	for range 2 {
		_, after, found := bytes.Cut(text, []byte{0})
		if !found {
			return
		}
		text = after
	}
	if !s.stream(text) {
		s.fail(ErrChanged)
	}
}
