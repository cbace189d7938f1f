package grid

import (
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// rows hands out the rows of a table one after the other.
type rows interface {
	next() ([][]byte, error) // cells that hold until the next call; io.EOF behind the last
	at() int                 // the line, or row of the sheet, of the last one
	found() []Fault
	Close() error
}

// text is delimited text as rows.
type text struct {
	*scanner
	file io.Closer
}

func (t text) at() int        { return t.line }
func (t text) found() []Fault { return t.faults }
func (t text) Close() error   { return t.file.Close() }

// open begins to read the table. What is read of the file goes through watch.
func open(ctx context.Context, src Source, l Layout, watch func(io.Reader) io.Reader) (rows, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	file, err := src.Open()
	if err != nil {
		return nil, err
	}
	r := watch(file)
	if l.Workbook() {
		return openSheet(ctx, file, r, l.Sheet)
	}
	if r, err = decoded(r, l.Encoding); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return text{newScanner(r, l.Delimiter[0]), file}, nil
}

// sampleRows is how many rows are looked at to find out a layout.
const sampleRows = 400

// sample returns the first rows of a table as text, with the lines they begin at.
func sample(ctx context.Context, r rows, cut bool) (out [][]string, lines []int, err error) {
	for len(out) < sampleRows && ctx.Err() == nil {
		cells, err := r.next()
		var refused *Refusal
		switch {
		case errors.Is(err, io.EOF):
			if cut && len(out) > 1 { // the last row is cut off
				out, lines = out[:len(out)-1], lines[:len(lines)-1]
			}
			return out, lines, nil
		case cut && errors.As(err, &refused) && len(out) > 0:
			return out, lines, nil // what refuses it may be the cut
		case err != nil:
			return out, lines, err
		}
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = string(c)
		}
		out, lines = append(out, row), append(lines, r.at())
	}
	return out, lines, ctx.Err()
}

// blankRow reports whether a row holds nothing.
func blankRow(cells [][]byte) bool {
	for _, c := range cells {
		if !blank(c) {
			return false
		}
	}
	return true
}

func blank(cell []byte) bool {
	for _, b := range cell {
		if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			return false
		}
	}
	return true
}

// Clean returns a text fit for a map: valid UTF-8 in one line, without control
// characters or spaces around it, and at most as many letters long as asked.
func Clean(s string, most int) string {
	if len(s) > 8*most {
		s = s[:8*most]
	}
	s = strings.ToValidUTF8(s, "")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == 0xa0 || r == 0x2028 || r == 0x2029:
			return ' '
		case r < 0x20 || r == 0x7f || r == utf8.RuneError || r == 0xfeff:
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most]))
	}
	return s
}
