package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// errOutput means that gofpdf's output is not laid out as it was when this was
// written.
var errOutput = errors.New("unexpected output of gofpdf")

// objects are the numbered objects of a file, without "obj" and "endobj".
type objects struct {
	body       [][]byte // by number; nil where there is none
	root, info int
}

// finish puts right what gofpdf cannot say: what the codes of the fonts stand
// for, the names the content uses, the texts of the information dictionary in
// full Unicode, the language, and an identity made of the content.
func (x *writing) finish(raw []byte) ([]byte, error) {
	d, err := parse(raw)
	if err != nil {
		return nil, err
	}
	fonts, err := d.fonts(x.painter.fonts)
	if err != nil {
		return nil, err
	}
	if err := d.resources(fonts, &x.painter.alphas); err != nil {
		return nil, err
	}
	d.body[d.info] = x.information()
	catalog := bytes.TrimSuffix(bytes.TrimSpace(d.body[d.root]), []byte(">>"))
	d.body[d.root] = append(catalog[:len(catalog):len(catalog)], x.catalogEntries()...)
	return d.write(len(raw)), nil
}

// resourcesObject is the number gofpdf gives the resources of all pages.
const resourcesObject = 2

// resources says what the names in the content mean: those of the fonts and
// alphas are ours, those of pictures gofpdf's.
func (d *objects) resources(fonts map[string]int, alphas *[256]bool) error {
	_, pictures, ok := bytes.Cut(d.body[resourcesObject], []byte("/XObject <<"))
	if ok {
		pictures, _, ok = bytes.Cut(pictures, []byte(">>"))
	}
	if !ok {
		return fmt.Errorf("%w: no resources", errOutput)
	}
	b := []byte("<</Font <<")
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		b = fmt.Appendf(b, "/%s %d 0 R ", name, fonts[name])
	}
	b = append(append(append(b, ">> /XObject <<"...), pictures...), ">> /ExtGState <<"...)
	for a, used := range alphas {
		if used {
			v := number(nil, float64(a)/255, 3)
			b = fmt.Appendf(b, "/A%d <</ca %s /CA %s>> ", a, v, v)
		}
	}
	d.body[resourcesObject] = append(b, ">>>>"...)
	return nil
}

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
	return d, nil
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

// write returns the file.
func (d *objects) write(size int) []byte {
	w := bytes.NewBuffer(make([]byte, 0, size+size/8+4096))
	w.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(d.body))
	for n := 1; n < len(d.body); n++ {
		offsets[n] = w.Len()
		fmt.Fprintf(w, "%d 0 obj\n", n)
		w.Write(d.body[n])
		w.WriteString("\nendobj\n")
	}
	id := sha256.Sum256(w.Bytes())
	at := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(d.body))
	for _, off := range offsets[1:] {
		fmt.Fprintf(w, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(w, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(d.body), d.root, d.info, id[:16], id[:16], at)
	return w.Bytes()
}
