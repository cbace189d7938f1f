package svg

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"slices"
	"strings"
)

// table is a part of a font file.
type table struct {
	tag  string
	data []byte
}

// woff packs tables as a font for the web: WOFF File Format 1.0 of the W3C.
func woff(tables []table) []byte {
	const header, entry = 44, 20
	slices.SortFunc(tables, func(a, b table) int { return strings.Compare(a.tag, b.tag) })
	directory, body := []byte(nil), []byte(nil)
	sfnt := 12 + 16*len(tables)
	for _, t := range tables {
		data := packed(t.data)
		directory = append(directory, t.tag...)
		for _, v := range []uint32{uint32(header + entry*len(tables) + len(body)), uint32(len(data)), uint32(len(t.data)), sum(t.data)} {
			directory = binary.BigEndian.AppendUint32(directory, v)
		}
		body = pad(append(body, data...))
		sfnt += (len(t.data) + 3) &^ 3
	}
	out := []byte("wOFF\x00\x01\x00\x00")
	out = binary.BigEndian.AppendUint32(out, uint32(header+len(directory)+len(body)))
	out = binary.BigEndian.AppendUint16(out, uint16(len(tables)))
	out = binary.BigEndian.AppendUint16(out, 0)
	out = binary.BigEndian.AppendUint32(out, uint32(sfnt))
	out = append(out, make([]byte, header-len(out))...) // no version, no metadata, no private data
	return append(append(out, directory...), body...)
}

// packed compresses a table where that makes it smaller.
func packed(data []byte) []byte {
	var b bytes.Buffer
	z, _ := zlib.NewWriterLevel(&b, zlib.BestCompression) // the level is in range
	_, _ = z.Write(data)                                  // a buffer takes everything
	_ = z.Close()
	if b.Len() < len(data) {
		return b.Bytes()
	}
	return data
}

func pad(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// sum is the checksum of a table: the sum of its words.
func sum(data []byte) uint32 {
	s := uint32(0)
	for i := 0; i < len(data); i += 4 {
		var word [4]byte
		copy(word[:], data[i:])
		s += binary.BigEndian.Uint32(word[:])
	}
	return s
}
