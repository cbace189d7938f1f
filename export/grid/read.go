package grid

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"

	"touchline.app/journey/phrase"
)

// Visitor receives a table.
type Visitor struct {
	Columns func([]Column) error                 // once, before the rows
	Row     func(line int, cells [][]byte) error // as many cells as columns; they hold until it returns
	// Progress is told now and then how far reading has come: in bytes of the file
	// and of its size, of a workbook in those of its sheet. It may be nil.
	Progress func(done, total int64)
}

// Summary says what was read.
type Summary struct {
	Rows   int    // below the header
	Digest string // SHA-256 of the file, in hexadecimal
	Bytes  int64  // of the file
	Faults []Fault
}

// progressStep is how many bytes lie between two reports of progress.
const progressStep = 4 << 20

// rowsStep is how many rows of a workbook lie between two.
const rowsStep = 5000

// Read hands a table out row by row, in memory that does not grow with it. Rows
// that hold nothing are left out. Cancelling the context ends it with its error;
// a table that cannot be read with a *Refusal.
func Read(ctx context.Context, src Source, l Layout, v Visitor) (Summary, error) {
	m := &meter{ctx: ctx, total: Size(src), sum: sha256.New()}
	if !l.Workbook() {
		m.progress = v.Progress
	}
	in, err := open(ctx, src, l, func(r io.Reader) io.Reader { m.from = r; return m })
	if err != nil {
		return Summary{}, phrase.Errorf("read %s: %w", src.Name(), err)
	}
	s := Summary{}
	err = read(ctx, in, l, v, &s)
	s.Faults = append(in.found(), s.Faults...)
	if err == nil {
		_, err = io.Copy(io.Discard, m) // a workbook is not always read to its end
	}
	if err = errors.Join(err, in.Close()); err != nil {
		return s, phrase.Errorf("read %s: %w", src.Name(), err)
	}
	s.Digest, s.Bytes = hex.EncodeToString(m.sum.Sum(nil)), m.done
	if total := m.done; v.Progress != nil {
		if sh, ok := in.(*sheet); ok {
			_, total = sh.reached()
		}
		v.Progress(total, total)
	}
	return s, nil
}

// meter counts, digests and reports what is read.
type meter struct {
	ctx         context.Context
	from        io.Reader
	sum         hash.Hash
	done, total int64
	told        int64
	progress    func(done, total int64)
}

func (m *meter) Read(p []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := m.from.Read(p)
	m.sum.Write(p[:n])
	m.done += int64(n)
	if m.progress != nil && m.done-m.told >= progressStep {
		m.told = m.done
		m.progress(m.done, max(m.total, m.done))
	}
	return n, err
}

func read(ctx context.Context, in rows, l Layout, v Visitor, s *Summary) error {
	p := &pass{visitor: v, layout: l, summary: s}
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		cells, err := in.next()
		switch {
		case errors.Is(err, io.EOF):
			return p.end()
		case err != nil:
			return err
		}
		if err := p.row(in.at(), cells); err != nil {
			return err
		}
		if sh, ok := in.(*sheet); ok && v.Progress != nil && n%rowsStep == rowsStep-1 {
			v.Progress(sh.reached())
		}
	}
}

// pass is one way through a table. The first rows are held back until the width
// of the table is known.
type pass struct {
	visitor Visitor
	layout  Layout
	summary *Summary
	above   int // rows seen above the first one of the body
	header  [][]string
	held    [][]string
	lines   []int
	width   int // 0 while rows are held back
	cells   [][]byte
	faults  faults
}

func (p *pass) row(line int, cells [][]byte) error {
	if p.above < p.layout.Skip+p.layout.Header {
		if p.above >= p.layout.Skip {
			p.header = append(p.header, copied(cells))
		}
		p.above++
		return nil
	}
	if p.width > 0 {
		return p.give(line, cells)
	}
	p.held, p.lines = append(p.held, copied(cells)), append(p.lines, line)
	if len(p.held) < sampleRows {
		return nil
	}
	return p.begin()
}

func copied(cells [][]byte) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = string(c)
	}
	return out
}

// begin names the columns and gives the rows held back.
func (p *pass) begin() error {
	columns := columnsOf(p.header, width(append(p.header[:len(p.header):len(p.header)], p.held...)))
	if p.width = len(columns); p.width == 0 {
		return refusal("there is nothing in the file but blanks")
	}
	if err := p.visitor.Columns(columns); err != nil {
		return err
	}
	for i, r := range p.held {
		cells := make([][]byte, len(r))
		for j, c := range r {
			cells[j] = []byte(c)
		}
		if err := p.give(p.lines[i], cells); err != nil {
			return err
		}
	}
	p.held = nil
	return nil
}

func (p *pass) end() error {
	if p.width == 0 {
		if err := p.begin(); err != nil {
			return err
		}
	}
	p.summary.Faults = p.faults
	return nil
}

// give hands out a row with as many cells as there are columns.
func (p *pass) give(line int, cells [][]byte) error {
	if p.nothing(cells) {
		return nil
	}
	p.cells = append(p.cells[:0], cells...)
	switch n := len(cells); {
	case n > p.width:
		if !blankRow(cells[p.width:]) {
			p.faults.add(line, &tooManyCells)
		}
		p.cells = p.cells[:p.width]
	case n < p.width && !p.layout.Workbook():
		p.faults.add(line, &tooFewCells)
	}
	for len(p.cells) < p.width {
		p.cells = append(p.cells, nil)
	}
	p.summary.Rows++
	return p.visitor.Row(line, p.cells)
}

// nothing reports whether a row is no response: a line with nothing in it, and in
// a workbook any row of blanks.
func (p *pass) nothing(cells [][]byte) bool {
	return (len(cells) < 2 || p.layout.Workbook()) && blankRow(cells)
}
