package storage

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// pageSize is that of every map this program makes.
const pageSize = 4096

// The pages of a SQLite file that hold records.
const (
	indexInterior = 0x02
	indexLeaf     = 0x0a // of a table WITHOUT ROWID too
	tableLeaf     = 0x0d
)

// errRecord says that bytes are no record.
var errRecord = errors.New("no record")

// pages reads the records of a file page by page, without the trees that lead to
// them. See the description of the format at sqlite.org/fileformat2.html.
type pages struct {
	from io.ReaderAt
	n    int // pages of the file
}

// records hands over every record that can be read: whether it is of a table with
// row ids, the row id, and its values.
func (p pages) records(f func(table bool, rowid int64, values []any)) {
	b := make([]byte, pageSize)
	for n := range p.n {
		if _, err := p.from.ReadAt(b, int64(n)*pageSize); err != nil {
			continue
		}
		head := 0
		if n == 0 {
			head = headerSize
		}
		kind := b[head]
		cells, size := int(binary.BigEndian.Uint16(b[head+3:])), 8
		switch kind {
		case indexInterior:
			size = 12
		case indexLeaf, tableLeaf:
		default:
			continue
		}
		for i := range min(cells, (pageSize-head-size)/2) {
			at := int(binary.BigEndian.Uint16(b[head+size+2*i:]))
			if rowid, values, err := p.cell(b, at, kind); err == nil {
				f(kind == tableLeaf, rowid, values)
			}
		}
	}
}

// cell reads one record of a page.
func (p pages) cell(b []byte, at int, kind byte) (rowid int64, values []any, err error) {
	if kind == indexInterior {
		at += 4 // the page below
	}
	if at < 8 || at >= len(b) {
		return 0, nil, errRecord
	}
	rest := b[at:]
	length, rest, err := varint(rest)
	if err != nil {
		return 0, nil, err
	}
	if kind == tableLeaf {
		if rowid, rest, err = varint(rest); err != nil {
			return 0, nil, err
		}
	}
	whole, err := p.payload(rest, length, kind)
	if err != nil {
		return 0, nil, err
	}
	values, err = decoded(whole)
	return rowid, values, err
}

// payload returns the bytes of a record, those on overflow pages too.
func (p pages) payload(b []byte, length int64, kind byte) ([]byte, error) {
	const usable, longest = pageSize, 16 << 20
	most := (usable-12)*64/255 - 23
	if kind == tableLeaf {
		most = usable - 35
	}
	if length < 0 || length > longest {
		return nil, errRecord
	}
	local := int(length)
	if local > most {
		const least = (usable-12)*32/255 - 23
		if local = least + (int(length)-least)%(usable-4); local > most {
			local = least
		}
	}
	if local > len(b) {
		return nil, errRecord
	}
	out := append([]byte(nil), b[:local]...)
	if local == int(length) {
		return out, nil
	}
	if local+4 > len(b) {
		return nil, errRecord
	}
	next := binary.BigEndian.Uint32(b[local:])
	page := make([]byte, usable)
	for len(out) < int(length) {
		if next == 0 || int(next) > p.n {
			return nil, errRecord
		}
		if _, err := p.from.ReadAt(page, int64(next-1)*pageSize); err != nil {
			return nil, err
		}
		next = binary.BigEndian.Uint32(page)
		out = append(out, page[4:min(usable, 4+int(length)-len(out))]...)
	}
	return out, nil
}

// varint reads a number of SQLite's variable length.
func varint(b []byte) (int64, []byte, error) {
	var v uint64
	for i := range min(9, len(b)) {
		if i == 8 {
			return int64(v<<8 | uint64(b[i])), b[9:], nil
		}
		v = v<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return int64(v), b[i+1:], nil
		}
	}
	return 0, nil, errRecord
}

// decoded reads the values of a record: int64, float64, string or nil.
func decoded(b []byte) ([]any, error) {
	size, rest, err := varint(b)
	if err != nil || size > int64(len(b)) || size < int64(len(b)-len(rest)) {
		return nil, errRecord
	}
	head, body := rest[:int(size)-(len(b)-len(rest))], b[size:]
	var out []any
	for len(head) > 0 {
		var kind int64
		if kind, head, err = varint(head); err != nil || len(out) == limits[sqliteColumns] {
			return nil, errRecord
		}
		n := width(kind)
		if n < 0 || n > len(body) {
			return nil, errRecord
		}
		v, err := value(kind, body[:n])
		if err != nil {
			return nil, err
		}
		out, body = append(out, v), body[n:]
	}
	return out, nil
}

// width is how many bytes a value of a kind takes; -1 for one no map holds.
func width(kind int64) int {
	switch {
	case kind >= 13 && kind%2 == 1 && kind < 1<<31:
		return int(kind-13) / 2
	case kind >= 0 && kind <= 9:
		return []int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[kind]
	}
	return -1
}

// value reads a value.
func value(kind int64, b []byte) (any, error) {
	switch {
	case kind == 0:
		return nil, nil
	case kind >= 13:
		return string(b), nil
	case kind == 7:
		return math.Float64frombits(binary.BigEndian.Uint64(b)), nil
	case kind >= 8:
		return kind - 8, nil
	}
	var v int64
	for i, c := range b {
		if i == 0 {
			v = int64(int8(c))
			continue
		}
		v = v<<8 | int64(c)
	}
	return v, nil
}
