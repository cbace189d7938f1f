package png

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
	"strings"
)

// file writes the chunks of a PNG file and keeps the first error.
type file struct {
	w   io.Writer
	err error
}

func (f *file) write(b []byte) {
	if f.err == nil {
		_, f.err = f.w.Write(b)
	}
}

// chunk writes one chunk whose data is the parts in a row.
func (f *file) chunk(kind string, parts ...[]byte) {
	n := 0
	sum := crc32.ChecksumIEEE([]byte(kind))
	for _, p := range parts {
		n += len(p)
		sum = crc32.Update(sum, crc32.IEEETable, p)
	}
	f.write(append(binary.BigEndian.AppendUint32(nil, uint32(n)), kind...))
	for _, p := range parts {
		f.write(p)
	}
	f.write(binary.BigEndian.AppendUint32(nil, sum))
}

// header writes the signature and IHDR: eight bits; red, green and blue, and
// alpha where asked for.
func (f *file) header(width, height int, alpha bool) {
	f.write([]byte("\x89PNG\r\n\x1a\n"))
	b := binary.BigEndian.AppendUint32(nil, uint32(width))
	b = binary.BigEndian.AppendUint32(b, uint32(height))
	color := byte(2)
	if alpha {
		color = 6
	}
	f.chunk("IHDR", append(b, 8, color, 0, 0, 0))
}

// resolution writes pHYs: pixels a metre, both ways.
func (f *file) resolution(scale float64) {
	const inch = 0.0254
	ppm := uint32(math.Round(scale * 72 / inch))
	b := binary.BigEndian.AppendUint32(nil, ppm)
	b = binary.BigEndian.AppendUint32(b, ppm)
	f.chunk("pHYs", append(b, 1))
}

// text writes iTXt: a keyword and a text in UTF-8, without language.
func (f *file) text(keyword, text string) {
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\uFFFD")
	f.chunk("iTXt", []byte(keyword), make([]byte, 5), []byte(text))
}
