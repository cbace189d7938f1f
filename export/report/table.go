package report

import (
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

const (
	cellPad = 4.0 // beside, above and below the text of a cell
	paraGap = 2.0 // between the paragraphs of a cell
	// mostMoved is the share of a page up to which a row goes to the next page
	// as a whole.
	mostMoved = 0.6
)

// column is one of a table; the shares of all together are the width.
type column struct {
	head  string
	share float64
}

// para is a paragraph of a cell.
type para struct {
	text  string
	font  scene.Font
	color scene.Color
}

// cell is paragraphs, under a drawing where there is one.
type cell struct {
	paras []para
	high  float64                          // of the drawing
	draw  func(p *scene.Pen, r scene.Rect) // into a rectangle so high
}

// row is a row of cells, or a group: one cell across the table on a tint.
type row struct {
	ref   scene.Ref
	stage scene.Color // of a group: a bar at its beginning
	group bool
	cells []cell
}

// table is drawn row by row; heads and the group are repeated on each page.
type table struct {
	f     *flow
	cols  []column
	x     []float64 // left edges of the columns, and the right end
	group *row
}

func (f *flow) table(cols ...column) *table {
	t := &table{f: f, cols: cols}
	total := 0.0
	for _, c := range cols {
		total += c.share
	}
	x := 0.0
	for _, c := range cols {
		t.x = append(t.x, x)
		x += c.share / total * f.Size.X
	}
	t.x = append(t.x, f.Size.X)
	return t
}

// rows draws all rows.
func (t *table) rows(rows []row) {
	if t.f.left() < t.beginning(rows) {
		t.f.turnWithHeading()
	}
	t.heads()
	outer := t.f.again
	t.f.again = func() {
		if outer != nil {
			outer()
		}
		t.heads()
		if t.group != nil {
			t.again()
		}
	}
	for i := range rows {
		if t.f.full() {
			break
		}
		t.row(&rows[i], t.under(rows, i))
	}
	t.group = nil
	t.f.again = outer
}

func (t *table) heads() {
	f := t.f
	for i, c := range t.cols {
		p := f.pen()
		lines := p.Wrap(c.head, headFont, t.inner(i))
		f.line(p, lines, headFont, t.box(i, f.y), f.theme.Muted)
		f.add(p, scene.RoleTableHead, f.head(), f.row)
	}
	f.y += t.headsHeight()
	t.rule(f.theme.Muted, f.row)
	f.row++
}

// rule draws a line across the table.
func (t *table) rule(c scene.Color, row int) {
	p := t.f.pen()
	p.Rect(scene.Rect{Y: t.f.y - 0.3, W: t.f.Size.X, H: 0.6}, 0, c)
	t.f.add(p, scene.RoleTableCell, t.f.head(), row)
}

func (t *table) inner(col int) float64 { return t.x[col+1] - t.x[col] - 2*cellPad }

// box is the place of a column's text from y down.
func (t *table) box(col int, y float64) scene.Rect {
	return t.f.place(scene.Rect{X: t.x[col] + cellPad, Y: y, W: t.inner(col)})
}

// width is the room for the text of a cell.
func (t *table) width(r *row, col int) float64 {
	if r.group {
		return t.f.Size.X - 4*cellPad
	}
	return t.inner(col)
}

func (t *table) height(r *row) float64 {
	h := 0.0
	p := t.f.pen()
	for i, c := range r.cells {
		own := c.high
		for k, q := range c.paras {
			if k > 0 || c.high > 0 {
				own += paraGap
			}
			own += p.Height(q.text, q.font, t.width(r, i))
		}
		h = max(h, own)
	}
	return h + 2*cellPad
}

// row draws a row, on the next page where it would not fit on this one, and
// over several where it is taller than a page.
func (t *table) row(r *row, next float64) {
	f := t.f
	if r.group {
		t.group = nil
	}
	if h := t.height(r); h+next > f.left() {
		if h <= f.Size.Y*mostMoved || f.left() < f.Size.Y*0.25 {
			f.turn()
		}
		if h > f.left() {
			t.broken(r)
			return
		}
	}
	t.whole(r)
	f.row++
	if r.group {
		t.group = r
	}
}

// again repeats the group at the head of a page.
func (t *table) again() {
	r := *t.group
	r.cells = []cell{{paras: []para{{
		r.cells[0].paras[0].text + " " + t.f.words("page.continued"), strongFont, t.f.theme.Ink,
	}}}}
	if t.height(&r) < t.f.left()/4 {
		t.whole(&r)
		t.f.row++
	}
}

// whole draws a row that fits on the page.
func (t *table) whole(r *row) {
	f := t.f
	h := t.height(r)
	if r.group {
		p := f.pen()
		p.Rect(scene.Rect{Y: f.y, W: f.Size.X, H: h}, 0, f.theme.Band)
		if r.stage.A > 0 {
			p.Rect(f.place(scene.Rect{Y: f.y, W: 3, H: h}), 0, r.stage)
		}
		f.add(p, scene.RoleTableCell, r.ref, f.row)
	}
	for i := range r.cells {
		t.cell(r, i)
	}
	f.y += h
	t.rule(f.theme.Hairline, f.row)
}

// cell draws one cell of a row that fits.
func (t *table) cell(r *row, i int) {
	f, c := t.f, &r.cells[i]
	p := f.pen()
	box := t.box(i, f.y+cellPad)
	if r.group {
		box = f.place(scene.Rect{X: 3 * cellPad, Y: f.y + cellPad, W: t.width(r, i)})
	}
	if c.draw != nil {
		c.draw(p, scene.Rect{X: box.X, Y: box.Y, W: box.W, H: c.high})
		box.Y += c.high + paraGap
	}
	for _, q := range c.paras {
		if f.rtl {
			lines := p.Wrap(q.text, q.font, box.W)
			f.line(p, lines, q.font, box, q.color)
			box.Y += float64(len(lines)) * q.font.Lead
		} else {
			box.Y = p.Block(q.text, q.font, box.X, box.Y, box.W, q.color)
		}
		box.Y += paraGap
	}
	f.add(p, scene.RoleTableCell, r.ref, f.row)
}

// set is a line of a cell on its way to a page.
type set struct {
	line *text.Line
	para *para
	gap  float64 // above it
}

// broken draws a row that is taller than a page: as much of each cell as goes on
// the page, and the rest of it on the next.
func (t *table) broken(r *row) {
	f, at := t.f, t.f.row // the number stays, though heads are repeated within it
	f.row++
	rest := make([][]set, len(r.cells))
	for i, c := range r.cells {
		for k := range c.paras {
			q := &c.paras[k]
			for n, l := range f.pen().Wrap(q.text, q.font, t.width(r, i)) {
				s := set{line: l, para: q}
				if n == 0 && k > 0 {
					s.gap = paraGap
				}
				rest[i] = append(rest[i], s)
			}
		}
	}
	for first := true; !f.full(); first = false {
		bottom := f.y
		more := false
		for i := range rest {
			var y float64
			rest[i], y = t.some(r, i, at, rest[i], first)
			bottom = max(bottom, y)
			more = more || len(rest[i]) > 0
		}
		f.y = min(bottom+cellPad, f.Size.Y)
		t.rule(f.theme.Hairline, at)
		if !more {
			return
		}
		f.turn()
	}
}

// some draws what of a cell goes on the page, at least a line, and returns the
// rest and the y below.
func (t *table) some(r *row, i, at int, lines []set, first bool) ([]set, float64) {
	f, c := t.f, &r.cells[i]
	p := f.pen()
	box := t.box(i, f.y+cellPad)
	if r.group {
		box = f.place(scene.Rect{X: 3 * cellPad, Y: f.y + cellPad, W: t.width(r, i)})
	}
	if first && c.draw != nil {
		c.draw(p, scene.Rect{X: box.X, Y: box.Y, W: box.W, H: c.high})
		box.Y += c.high + paraGap
	}
	n := 0
	for ; n < len(lines); n++ {
		s := lines[n]
		if n > 0 && box.Y+s.gap+s.para.font.Lead > f.Size.Y-cellPad {
			break
		}
		box.Y += s.gap
		f.line(p, []*text.Line{s.line}, s.para.font, box, s.para.color)
		box.Y += s.para.font.Lead
	}
	f.add(p, scene.RoleTableCell, r.ref, at)
	return lines[n:], box.Y
}
