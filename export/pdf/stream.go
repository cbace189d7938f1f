package pdf

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// packer compresses data as it comes.
type packer struct {
	out bytes.Buffer
	z   *zlib.Writer
}

// writers are kept: each has tables of half a megabyte.
var writers = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

func newPacker() *packer {
	p := &packer{z: writers.Get().(*zlib.Writer)}
	p.z.Reset(&p.out)
	return p
}

func (p *packer) add(data []byte) { _, _ = p.z.Write(data) } // a bytes.Buffer takes everything

// close ends the data, so that the compressor serves another.
func (p *packer) close() {
	if p.z != nil {
		_ = p.z.Close()
		writers.Put(p.z)
		p.z = nil
	}
}

// stream returns all data as a stream of a file. Nothing can be added after.
func (p *packer) stream() []byte { return p.streamOf("") }

// streamOf returns the same with entries in its dictionary.
func (p *packer) streamOf(entries string) []byte {
	p.close()
	out := make([]byte, 0, p.out.Len()+len(entries)+80)
	out = fmt.Appendf(out, "<<%s /Filter /FlateDecode /Length %d>>\nstream\n", entries, p.out.Len())
	return append(append(out, p.out.Bytes()...), "\nendstream"...)
}

// stream returns data as a compressed stream.
func stream(data []byte) []byte { return streamOf("", data) }

// streamOf returns data in a row as a compressed stream with the given entries.
func streamOf(entries string, data ...[]byte) []byte {
	p := newPacker()
	for _, b := range data {
		p.add(b)
	}
	return p.streamOf(entries)
}
