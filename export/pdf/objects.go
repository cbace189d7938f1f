package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// errOutput means that gofpdf's output is not laid out as it was when this was
// written.
var errOutput = errors.New("unexpected output of gofpdf")

// objects are the numbered objects of a file, without "obj" and "endobj".
type objects struct {
	body       [][]byte // by number; nil where there is none
	root, info int
	pages      []int     // in order
	scratch    [2][]byte // see gather
}

// add adds an object and returns its number.
func (d *objects) add(b []byte) int {
	d.body = append(d.body, b)
	return len(d.body) - 1
}

// reserve returns the number of an object that comes later.
func (d *objects) reserve() int { return d.add(nil) }

// parse finds the objects by the cross-reference table.
func parse(raw []byte) (*objects, error) {
	at, ok := intAfter(raw, bytes.LastIndex(raw, []byte("startxref\n")), "startxref\n")
	if !ok || at >= len(raw) {
		return nil, fmt.Errorf("%w: no startxref", errOutput)
	}
	table := raw[at:]
	count, ok := intAfter(table, 0, "xref\n0 ")
	first := bytes.Index(table, []byte(" f \n")) + len(" f \n")
	const entry = 20
	if !ok || first < len(" f \n") || count < 1 || first+(count-1)*entry > len(table) {
		return nil, fmt.Errorf("%w: no cross-reference table", errOutput)
	}
	d := &objects{body: make([][]byte, count)}
	for n := 1; n < count; n++ {
		off, err := strconv.Atoi(string(table[first+(n-1)*entry:][:10]))
		if err != nil || off >= at {
			return nil, fmt.Errorf("%w: object %d lies nowhere", errOutput, n)
		}
		begin := fmt.Appendf(nil, "%d 0 obj\n", n)
		rest, ok := bytes.CutPrefix(raw[off:at], begin)
		if !ok {
			return nil, fmt.Errorf("%w: object %d does not begin", errOutput, n)
		}
		d.body[n] = untilEnd(rest)
	}
	trailer := table[first+(count-1)*entry:]
	if d.root, ok = intAfter(trailer, bytes.Index(trailer, []byte("/Root ")), "/Root "); !ok || d.root >= count {
		return nil, fmt.Errorf("%w: no root", errOutput)
	}
	if d.info, ok = intAfter(trailer, bytes.Index(trailer, []byte("/Info ")), "/Info "); !ok || d.info >= count {
		return nil, fmt.Errorf("%w: no information", errOutput)
	}
	return d, d.findPages()
}

// findPages reads the list of pages, which gofpdf gives the number 1.
func (d *objects) findPages() error {
	_, kids, ok := bytes.Cut(d.body[1], []byte("/Kids ["))
	if ok {
		kids, _, ok = bytes.Cut(kids, []byte("]"))
	}
	for _, f := range bytes.Split(kids, []byte(" 0 R ")) {
		if len(f) == 0 {
			continue
		}
		n, err := strconv.Atoi(string(f))
		if err != nil || n < 1 || n >= len(d.body) || !bytes.HasSuffix(d.body[n], []byte(">>")) {
			return fmt.Errorf("%w: page %q", errOutput, f)
		}
		d.pages = append(d.pages, n)
	}
	if !ok || len(d.pages) == 0 {
		return fmt.Errorf("%w: no pages", errOutput)
	}
	return nil
}

// extend adds entries to a dictionary.
func (d *objects) extend(n int, entries []byte) {
	b := bytes.TrimSuffix(bytes.TrimSpace(d.body[n]), []byte(">>"))
	d.body[n] = append(append(b[:len(b):len(b)], entries...), ">>"...)
}

// untilEnd returns an object up to its end; a stream may hold anything, so its
// length decides.
func untilEnd(b []byte) []byte {
	dict := b
	if i := bytes.Index(b, []byte("endobj")); i >= 0 {
		dict = b[:i]
	}
	if i := bytes.Index(dict, []byte("stream\n")); i >= 0 {
		if n, ok := intAfter(b, bytes.Index(b[:i], []byte("/Length ")), "/Length "); ok {
			end := i + len("stream\n") + n
			if tail := bytes.Index(b[min(end, len(b)):], []byte("endobj")); tail >= 0 {
				return bytes.TrimRight(b[:end+tail], "\n")
			}
		}
	}
	return bytes.TrimRight(dict, "\n")
}

// intAfter reads the number that follows prefix, which begins at b[at].
func intAfter(b []byte, at int, prefix string) (int, bool) {
	if at < 0 || !bytes.HasPrefix(b[at:], []byte(prefix)) {
		return 0, false
	}
	b = b[at+len(prefix):]
	n := 0
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(string(b[:n]))
	return v, err == nil
}
