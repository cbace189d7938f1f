package grid

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"touchline.app/journey/phrase"
)

// sheet is a sheet of a workbook as rows. The library that opens workbooks reads
// some 20,000 rows a second; this reads the same values twenty times as fast, and
// needs no room for what it has read.
type sheet struct {
	in     *markup
	book   *book
	closes []io.Closer
	total  int64 // bytes of the part, unpacked
	row    int
	ahead  int // the row that was read; blank ones before it are handed out first
	filled int
	done   bool
	arena  []byte
	ends   []place
	out    [][]byte
}

// place is where the value of a cell stands: in the arena or among the texts that
// cells share.
type place struct {
	column   int
	from, to int
	shared   []byte
}

// mostGap is how many rows that are not written are handed out as blank ones.
const mostGap = maxSkip

func (s *sheet) at() int        { return s.row }
func (s *sheet) found() []Fault { return nil }

// reached is how far reading has come, in bytes of the sheet.
func (s *sheet) reached() (done, total int64) { return min(s.in.read, s.total), s.total }

func (s *sheet) Close() (err error) {
	for _, c := range s.closes {
		err = errors.Join(err, c.Close())
	}
	return err
}

func (s *sheet) next() ([][]byte, error) {
	if s.ahead <= s.row && !s.done {
		if err := s.read(); err != nil {
			return nil, s.fault(err)
		}
	}
	if s.done {
		return nil, io.EOF
	}
	if gap := s.ahead - s.row; gap > 1 && gap <= mostGap {
		s.row++
		return nil, nil
	}
	s.row = s.ahead
	return s.values()
}

// fault says where the sheet cannot be read on.
func (s *sheet) fault(err error) error {
	var refused *Refusal
	if errors.As(err, &refused) || s.book.ctx.Err() != nil {
		return err
	}
	return &Refusal{s.row + 1, phrase.Of("the sheet is damaged: %s", Clean(err.Error(), 120))}
}

// read reads on to the end of the next row.
func (s *sheet) read() error {
	s.arena, s.ends = s.arena[:0], s.ends[:0]
	c := cellReader{sheet: s}
	for {
		if err := s.in.skip(); err != nil {
			return unexpected(err)
		}
		tag, err := s.in.tag()
		if err != nil {
			return unexpected(err)
		}
		name, attributes, closed := cut(tag)
		switch string(name) {
		case "row":
			s.ahead = max(rowNumber(attributes, s.ahead+1), s.ahead+1)
			c.column = -1
			if closed {
				return nil
			}
		case "/row":
			return nil
		case "/sheetData":
			s.done = true
			return nil
		case "sheetData":
			s.done = closed
			if closed {
				return nil
			}
		default:
			if err := c.take(name, attributes, closed); err != nil {
				return err
			}
		}
	}
}

func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func rowNumber(attributes []byte, next int) int {
	for {
		name, value, rest, ok := attribute(attributes)
		if !ok {
			return next
		}
		if string(name) == "r" {
			if n, err := strconv.Atoi(string(value)); err == nil && n <= maxSheetRows {
				return n
			}
			return next
		}
		attributes = rest
	}
}

// maxSheetRows is how many rows a sheet has at most.
const maxSheetRows = 1 << 20

// cellReader reads the cells of a row.
type cellReader struct {
	*sheet
	column   int // of the last cell
	open     bool
	phonetic bool // within how a text is read out
	kind     string
	style    int
	from     int
}

// take acts on a tag within a row.
func (c *cellReader) take(name, attributes []byte, closed bool) (err error) {
	switch string(name) {
	case "c":
		c.begin(attributes)
		c.open = !closed
	case "v", "t":
		if c.open && !closed && !c.phonetic {
			c.arena, err = c.in.text(c.arena)
		}
	case "rPh":
		c.phonetic = !closed
	case "/rPh":
		c.phonetic = false
	case "/c":
		return c.end()
	}
	return err
}

func (c *cellReader) begin(attributes []byte) {
	c.column++
	c.kind, c.style, c.from, c.phonetic = "", 0, len(c.arena), false
	for {
		name, value, rest, ok := attribute(attributes)
		if !ok {
			return
		}
		switch string(name) {
		case "r":
			if n := columnNumber(value); n >= 0 {
				c.column = n
			}
		case "t":
			c.kind = kindOf(value)
		case "s":
			if n, err := strconv.Atoi(string(value)); err == nil {
				c.style = n
			}
		}
		attributes = rest
	}
}

// kindOf keeps the names of kinds of cells without a copy for each.
func kindOf(value []byte) string {
	for _, k := range []string{"s", "b", "n", "e", "str", "inlineStr", "d"} {
		if string(value) == k {
			return k
		}
	}
	return ""
}

// columnNumber reads the letters of "AB12", from 0 on; -1 where there are none.
func columnNumber(ref []byte) int {
	n := 0
	for i, b := range ref {
		if b < 'A' || b > 'Z' || i > 3 {
			break
		}
		n = n*26 + int(b-'A') + 1
	}
	return n - 1
}

// end notes where the value of the cell stands.
func (c *cellReader) end() error {
	c.open = false
	p := place{column: c.column, from: c.from, to: len(c.arena)}
	if p.from == p.to || p.column < 0 || p.column >= maxColumns {
		return nil
	}
	if c.filled++; c.filled > maxCells {
		return &Refusal{c.ahead, phrase.Of("the sheet has more cells than can be read; save the part that is needed as CSV")}
	}
	value := c.arena[p.from:p.to]
	switch {
	case c.kind == "s":
		n, err := strconv.Atoi(string(bytes.TrimSpace(value)))
		if err != nil {
			return err
		}
		if p.shared, err = c.book.text(n); err != nil {
			return err
		}
	case c.kind == "b":
		text := "FALSE"
		if value[0] == '1' || value[0] == 't' {
			text = "TRUE"
		}
		p.shared = []byte(text)
	case c.kind == "" || c.kind == "n":
		if c.style > 0 {
			p.shared = c.book.shown(value, c.style)
		}
	}
	if len(c.arena) > maxRow {
		return &Refusal{c.ahead, phrase.Of("a row is longer than 8 MB")}
	}
	c.ends = append(c.ends, p)
	return nil
}

// values are the cells of the row that was read.
func (s *sheet) values() ([][]byte, error) {
	s.out = s.out[:0]
	for _, p := range s.ends {
		for len(s.out) <= p.column {
			s.out = append(s.out, nil)
		}
		v := p.shared
		if v == nil {
			v = s.arena[p.from:p.to]
		}
		s.out[p.column] = v[:min(len(v), maxCell)]
	}
	return s.out, nil
}
