package grid

import (
	"bytes"
	"errors"
	"io"

	"touchline.app/journey/phrase"
)

// The most a table may hold.
const (
	maxCell    = 1 << 20 // bytes
	maxRow     = 8 << 20 // bytes
	maxColumns = 16384   // as in Excel
)

// scanner splits delimited text into rows of cells. Outside quotes every line
// end (LF, CR LF, CR) ends a row. In quotes two quotes are one; a single one that
// does not end the cell stands for itself.
type scanner struct {
	from   io.Reader
	delim  byte
	buf    []byte
	pos    int
	line   int // at which the row begins
	now    int // at which the next byte stands
	arena  []byte
	ends   []int // of the cells in arena
	cells  [][]byte
	faults faults
	err    error // of from; io.EOF behind its end
}

// bufferSize is how much is read at once.
const bufferSize = 128 << 10

func newScanner(from io.Reader, delim byte) *scanner {
	return &scanner{from: from, delim: delim, buf: make([]byte, 0, bufferSize), now: 1}
}

// scan splits a text that is in memory already, without a copy of it.
func scan(data []byte, delim byte) *scanner {
	return &scanner{delim: delim, buf: data, now: 1, err: io.EOF}
}

// peek returns the next byte. At the end, or after an error, there is none.
func (s *scanner) peek() (byte, bool) {
	if s.pos < len(s.buf) {
		return s.buf[s.pos], true
	}
	return s.fill()
}

func (s *scanner) fill() (byte, bool) {
	for s.err == nil {
		n, err := s.from.Read(s.buf[:cap(s.buf)])
		s.buf, s.pos, s.err = s.buf[:max(n, 0)], 0, err
		if n > 0 {
			return s.buf[0], true
		}
	}
	return 0, false
}

// next reads a row. Its cells hold until the next call. It returns io.EOF behind
// the last row and a *Refusal where the text cannot be a table.
func (s *scanner) next() ([][]byte, error) {
	s.arena, s.ends, s.line = s.arena[:0], s.ends[:0], s.now
	if _, ok := s.peek(); !ok {
		return nil, s.err
	}
	for {
		begin := len(s.arena)
		if err := s.cell(); err != nil {
			return nil, err
		}
		s.ends = append(s.ends, len(s.arena))
		switch {
		case len(s.arena)-begin > maxCell:
			return nil, &Refusal{s.line, phrase.Of("a cell is longer than 1 MB")}
		case len(s.arena) > maxRow:
			return nil, &Refusal{s.line, phrase.Of("a row is longer than 8 MB")}
		case len(s.ends) > maxColumns:
			return nil, &Refusal{s.line, phrase.Of("a row has more than 16,384 cells")}
		}
		b, ok := s.peek()
		if !ok {
			if !errors.Is(s.err, io.EOF) {
				return nil, s.err
			}
			break
		}
		s.pos++
		if b == s.delim {
			continue
		}
		s.ended(b)
		break
	}
	return s.row(), nil
}

func (s *scanner) row() [][]byte {
	s.cells = s.cells[:0]
	begin := 0
	for _, end := range s.ends {
		s.cells = append(s.cells, s.arena[begin:end:end])
		begin = end
	}
	return s.cells
}

// ended counts a line end whose first byte was taken, and takes its second.
func (s *scanner) ended(b byte) {
	s.now++
	if b == '\r' {
		if c, ok := s.peek(); ok && c == '\n' {
			s.pos++
		}
	}
}

// cell reads up to what ends the cell, without taking that.
func (s *scanner) cell() error {
	begin := len(s.arena)
	for {
		b, ok := s.peek()
		if !ok {
			return nil
		}
		if b == ' ' && b != s.delim {
			s.arena = append(s.arena, b)
			s.pos++
			if len(s.arena)-begin > maxCell {
				return nil // refused by next
			}
			continue
		}
		if b == '"' {
			s.arena = s.arena[:begin]
			s.pos++
			return s.quoted()
		}
		return s.bare(begin)
	}
}

func (s *scanner) bare(begin int) error {
	for {
		run := s.buf[s.pos:]
		end := 0
		for end < len(run) && run[end] != s.delim && run[end] != '\n' && run[end] != '\r' {
			end++
		}
		s.arena = append(s.arena, run[:end]...)
		s.pos += end
		if end < len(run) || len(s.arena)-begin > maxCell {
			return nil
		}
		if _, ok := s.fill(); !ok {
			return nil
		}
	}
}

func (s *scanner) quoted() error {
	opened, begin := s.now, len(s.arena)
	for {
		if _, ok := s.peek(); !ok {
			return s.unclosed(opened)
		}
		run := s.buf[s.pos:]
		end := bytes.IndexAny(run, "\"\n\r")
		if end < 0 {
			end = len(run)
		}
		s.arena = append(s.arena, run[:end]...)
		s.pos += end
		if len(s.arena)-begin > maxCell {
			return &Refusal{opened, phrase.Of("a quote is opened and not closed within 1 MB")}
		}
		if end == len(run) {
			continue
		}
		s.pos++
		if b := run[end]; b != '"' {
			s.wrapped(b)
		} else if s.closes() {
			return nil
		}
	}
}

func (s *scanner) unclosed(opened int) error {
	if !errors.Is(s.err, io.EOF) {
		return s.err
	}
	return &Refusal{opened, phrase.Of("a quote is opened and never closed")}
}

// wrapped keeps a line end within quotes.
func (s *scanner) wrapped(b byte) {
	s.arena = append(s.arena, b)
	if c, ok := s.peek(); b == '\r' && ok && c == '\n' {
		s.arena = append(s.arena, c)
		s.pos++
	}
	s.now++
}

// closes looks at what follows a quote within quotes: whether it ends the cell.
// If not, the quote is kept.
func (s *scanner) closes() bool {
	spaces := 0
	for {
		b, ok := s.peek()
		switch {
		case !ok || b == s.delim || b == '\n' || b == '\r':
			return true
		case b == '"' && spaces == 0:
			s.pos++
			s.arena = append(s.arena, '"')
			return false
		case b == ' ' && spaces < maxCell:
			s.pos++
			spaces++
			continue
		}
		s.faults.add(s.line, &strayQuote)
		s.arena = append(s.arena, '"')
		for range spaces {
			s.arena = append(s.arena, ' ')
		}
		return false
	}
}
