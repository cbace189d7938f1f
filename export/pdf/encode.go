package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// gathered is how many objects are compressed together. A reader that wants one
// of them unpacks them all.
const gathered = 400

// encode returns the file. All objects that are no streams are put into
// compressed ones (PDF 32000-1, 7.5.7), for structure and bookmarks are many and
// alike; the cross-references are a stream then too.
func (d *objects) encode() []byte {
	w := append(make([]byte, 0, d.size()), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	xref := d.reserve()
	places := make([]entry, len(d.body), len(d.body)+len(d.body)/gathered+1)
	var small []int
	for n := 1; n < len(places); n++ {
		switch {
		case n == xref || d.body[n] == nil:
		case isStream(d.body[n]):
			places[n] = entry{1, int64(len(w)), 0}
			w = appendObject(w, n, d.body[n])
		default:
			small = append(small, n)
		}
	}
	for len(small) > 0 {
		part := small[:min(gathered, len(small))]
		small = small[len(part):]
		n := d.add(d.gather(part))
		for i, k := range part {
			places[k] = entry{2, int64(n), int64(i)}
		}
		places = append(places, entry{1, int64(len(w)), 0})
		w = appendObject(w, n, d.body[n])
	}
	return d.crossReferences(w, xref, places)
}

// size returns about how long the file becomes, rather too much.
func (d *objects) size() int {
	n := 4096
	for _, b := range d.body {
		if isStream(b) {
			n += len(b) + 40
		} else {
			n += len(b)/4 + 10
		}
	}
	return n
}

// entry is a line of the cross-references: 1, the offset, 0 of an object that
// stands alone; 2, its stream, its place in it.
type entry [3]int64

func isStream(b []byte) bool { return bytes.HasSuffix(b, []byte("endstream")) }

func appendObject(w []byte, n int, b []byte) []byte {
	w = append(strconv.AppendInt(w, int64(n), 10), " 0 obj\n"...)
	return append(append(w, b...), "\nendobj\n"...)
}

// gather returns a stream of objects.
func (d *objects) gather(part []int) []byte {
	head, body := d.scratch[0][:0], d.scratch[1][:0]
	for _, n := range part {
		head = append(strconv.AppendInt(head, int64(n), 10), ' ')
		head = append(strconv.AppendInt(head, int64(len(body)), 10), ' ')
		body = append(append(body, d.body[n]...), '\n')
	}
	d.scratch = [2][]byte{head, body}
	return streamOf(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(part), len(head)), head, body)
}

// crossReferences appends the cross-references and the end of the file. The
// identity is made of all before.
func (d *objects) crossReferences(w []byte, xref int, places []entry) []byte {
	places[xref] = entry{1, int64(len(w)), 0}
	const width = 8 // bytes of an entry: 1, 5, 2
	var above [width]byte
	rows := make([]byte, 0, len(places)*(1+width))
	for _, e := range places {
		row := [width]byte{byte(e[0]), byte(e[1] >> 32), byte(e[1] >> 24), byte(e[1] >> 16), byte(e[1] >> 8), byte(e[1]), byte(e[2] >> 8), byte(e[2])}
		rows = append(rows, 2) // each byte less the one above it
		for i := range row {
			rows = append(rows, row[i]-above[i])
		}
		above = row
	}
	id := sha256.Sum256(w)
	at := len(w)
	dict := fmt.Sprintf("/Type /XRef /Size %d /W [1 5 2] /DecodeParms <</Predictor 12 /Columns %d>> /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]",
		len(places), width, d.root, d.info, id[:16], id[:16])
	w = appendObject(w, xref, streamOf(dict, rows))
	return fmt.Appendf(w, "startxref\n%d\n%%%%EOF\n", at)
}
