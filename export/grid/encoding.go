package grid

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// UTF8 is the name of the encoding that needs no translation.
const UTF8 = "UTF-8"

// Encodings lists the names of the encodings that can be read. The last three
// have to be asked for; the others are found out.
var Encodings = []string{
	UTF8, "UTF-16LE", "UTF-16BE", "Windows-1252", "Shift-JIS", "EUC-JP", "Big5", "GB18030", "EUC-KR", "Windows-1251",
	"Macintosh", "Windows-1250", "ISO-8859-15",
}

var decoders = map[string]encoding.Encoding{
	"UTF-16LE":     utf16.UTF16(utf16.LittleEndian, utf16.UseBOM),
	"UTF-16BE":     utf16.UTF16(utf16.BigEndian, utf16.UseBOM),
	"Windows-1252": charmap.Windows1252,
	"Windows-1251": charmap.Windows1251,
	"Windows-1250": charmap.Windows1250,
	"ISO-8859-15":  charmap.ISO8859_15,
	"Macintosh":    charmap.Macintosh,
	"Shift-JIS":    japanese.ShiftJIS,
	"EUC-JP":       japanese.EUCJP,
	"EUC-KR":       korean.EUCKR,
	"Big5":         traditionalchinese.Big5,
	"GB18030":      simplifiedchinese.GB18030,
}

// decoded returns the text of r as UTF-8. What is no text in the encoding
// becomes the replacement character.
func decoded(r io.Reader, name string) (io.Reader, error) {
	if name == UTF8 {
		return withoutMark(r)
	}
	e, ok := decoders[name]
	if !ok {
		return nil, fmt.Errorf("encoding %.40q is not known; use one of %v", name, Encodings)
	}
	return transform.NewReader(r, e.NewDecoder()), nil
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// withoutMark leaves out the mark that some programs put before UTF-8.
func withoutMark(r io.Reader) (io.Reader, error) {
	start := make([]byte, len(byteOrderMark))
	n, err := io.ReadFull(r, start)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	if bytes.Equal(start[:n], byteOrderMark) {
		return r, nil
	}
	return io.MultiReader(bytes.NewReader(start[:n]), r), nil
}

// guess returns the encoding that the beginning of a text is most likely in.
func guess(data []byte, more bool) string {
	switch {
	case bytes.HasPrefix(data, byteOrderMark):
		return UTF8
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return "UTF-16LE"
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return "UTF-16BE"
	}
	if e := nulls(data); e != "" {
		return e
	}
	if more { // the sample may end within a letter
		for cut := 0; cut < utf8.UTFMax && len(data) > 0 && !utf8.Valid(data); cut++ {
			data = data[:len(data)-1]
		}
	}
	if utf8.Valid(data) {
		return UTF8
	}
	best, most := "Windows-1252", western(data)
	for _, c := range []struct {
		name  string
		score float64
	}{
		{"Shift-JIS", shiftJIS(data)},
		{"EUC-JP", eucJP(data)},
		{"Big5", big5(data)},
		{"GB18030", gb(data)},
		{"EUC-KR", eucKR(data)},
		{"Windows-1251", cyrillic(data)},
		{UTF8, mostly(data)},
	} {
		if c.score > most {
			best, most = c.name, c.score
		}
	}
	return best
}

// nulls tells UTF-16 without a mark by the zero bytes of its Latin letters.
func nulls(data []byte) string {
	var even, odd int
	for i, b := range data {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	half := len(data) / 2
	switch {
	case half < 2:
		return ""
	case odd*5 >= half && even*20 <= odd:
		return "UTF-16LE"
	case even*5 >= half && odd*20 <= even:
		return "UTF-16BE"
	}
	return wide(data)
}

// wide tells UTF-16 without a mark of scripts whose letters have no zero bytes by
// its commas and line ends, which have, and by its letters, all of which there are.
func wide(data []byte) string {
	if bytes.IndexByte(data, 0) < 0 {
		return ""
	}
	best, most := "", len(data)/8*3
	for name, unit := range map[string]func([]byte) uint16{"UTF-16LE": binary.LittleEndian.Uint16, "UTF-16BE": binary.BigEndian.Uint16} {
		signs, letters, others := 0, 0, 0
		for i := 0; i+1 < len(data); i += 2 {
			switch u := rune(unit(data[i:])); {
			case u < 0x7f && (u >= ' ' || strings.ContainsRune("\n\r\t", u)):
				signs++
			case unicode.In(u, unicode.L, unicode.M, unicode.P):
				letters++
			case !unicode.IsGraphic(u) && u&0xf800 != 0xd800:
				others++
			}
		}
		if signs*20 >= letters && others*100 <= signs+letters && signs > 1 && signs+letters > most {
			best, most = name, signs+letters
		}
	}
	return best
}

// mostly is the part of the bytes above ASCII that are UTF-8: a long text may
// have a slip or two.
func mostly(data []byte) float64 {
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good += n
		}
		data = data[n:]
	}
	if bad*20 > good {
		return 0
	}
	return 1
}
