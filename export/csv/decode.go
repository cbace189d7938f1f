package csv

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"touchline.app/export"
	"touchline.app/journey/phrase"
)

// decode returns the text of a file in UTF-8, in UTF-16 with its mark, or in
// Latin-1, which it only takes when it can be nothing else, with a warning.
func decode(data []byte) (string, []export.Warning, error) {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return wide(data[2:], binary.LittleEndian), nil, nil
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return wide(data[2:], binary.BigEndian), nil, nil
	case bytes.IndexByte(data, 0) >= 0:
		return "", nil, phrase.New("is not text: save it as CSV in UTF-8 and import it again")
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), bom), nil, nil
	}
	return latin(data), []export.Warning{export.Warn("the file is not in UTF-8: read as Latin-1 (Windows-1252); look whether names with accents are right")}, nil
}

func wide(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return strings.ReplaceAll(string(utf16.Decode(units)), "\x00", "")
}

// windows are the characters 0x80 to 0x9f of Windows-1252, where Latin-1 has
// none a person writes.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

func latin(data []byte) string {
	var out strings.Builder
	high := []rune(windows)
	for _, c := range data {
		if c >= 0x80 && c < 0xa0 {
			out.WriteRune(high[c-0x80])
		} else {
			out.WriteRune(rune(c))
		}
	}
	return out.String()
}
