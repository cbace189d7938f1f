package embed

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
)

// PNGChunk returns the encoded map as a whole iTXt chunk, length and checksum
// included, to be written after IHDR and before IDAT.
func PNGChunk(data []byte) []byte {
	body := append([]byte("iTXt"+PNGKeyword), 0, 1, 0, 0, 0) // compressed by zlib, no language, no translated keyword
	body = append(body, deflate(data)...)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(body)-len("iTXt")))
	return binary.BigEndian.AppendUint32(append(chunk, body...), crc32.ChecksumIEEE(body))
}

// svgLine is how many characters of base64 stand on a line of an SVG.
const svgLine = 120

// SVGElement returns the encoded map as an element to be put inside metadata:
// zlib and base64, broken into lines.
func SVGElement(data []byte) []byte {
	text := base64.StdEncoding.EncodeToString(deflate(data))
	out := []byte("<" + Element + ` xmlns:touchline="` + Namespace + `" encoding="zlib base64">` + "\n")
	for len(text) > 0 {
		n := min(svgLine, len(text))
		out = append(append(out, text[:n]...), '\n')
		text = text[n:]
	}
	return append(out, "</"+Element+">\n"...)
}

func deflate(data []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	// A buffer takes everything, so neither reports an error.
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}
