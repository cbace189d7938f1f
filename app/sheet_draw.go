package app

import (
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/resources"
)

// cellLook is how a cell looks: a text, and what stands before or behind it.
type cellLook struct {
	text        string
	from        string // quiet, before the text, with an arrow to it
	strong      bool
	quiet       bool        // less than the rest
	foreign     bool        // not owned by us
	hue         scene.Color // a bar before the text; without alpha: none
	icon        string      // path of an icon before the text
	pill        string      // a number
	ground, ink scene.Color // of the pill
	filled      bool        // the ground fills the cell
	void        bool        // nothing is here
	sum         bool        // it counts others
	end         bool        // the text stands at the end, as numbers do
	dots        int         // a rating of five, after the text
	tag         string      // a word at the end, in a frame
	opens       bool        // it is chosen from a menu: a small arrow at the end
	sorted      int         // of a head: 1 upward, -1 downward
	faint       bool        // left out by a filter
	run         func()      // what a click on it does; nil: the sheet's own
}

// cellPad is the air between the edge of a cell and its text.
const cellPad = 10

// paint draws the cells in sight: those that scroll, over them those that stay,
// over all the head.
func (s *sheet) paint(b *brush) {
	s.bound()
	_, cols := s.length()
	from, to := s.rows()
	first := 0
	if s.lead > 0 {
		first = -1
	}
	if rows, _ := s.length(); rows == 0 && s.waits != nil && s.waits() {
		b.middle(say.Text("view.wait"), planeText, scene.Rect{W: b.size.X, Y: headHigh, H: b.size.Y - 2*headHigh}, b.theme.Muted)
		return
	}
	s.ground(b, from, to)
	s.columns(b, s.staid, cols, from, to)
	s.cover(b, scene.Rect{W: s.begin(s.staid), H: b.size.Y}, from, to)
	s.columns(b, first, s.staid, from, to)
	s.cursor(b)
	b.box(scene.Rect{W: b.size.X, H: headHigh}, 0, b.theme.Page)
	s.columns(b, s.staid, cols, -1, 0)
	b.box(scene.Rect{W: s.begin(s.staid), H: headHigh}, 0, b.theme.Page)
	s.columns(b, first, s.staid, -1, 0)
	b.box(scene.Rect{Y: headHigh - 1, W: b.size.X, H: 1}, 0, b.theme.Hairline)
	if s.staid+first >= 0 && s.off.X > 0 {
		b.box(scene.Rect{X: s.begin(s.staid) - 1, W: 1, H: b.size.Y}, 0, b.theme.Hairline)
	}
	across, down := s.bars()
	for _, bar := range []scene.Rect{across, down} {
		if bar.W > 0 {
			b.box(bar, 2.5, b.theme.Muted.Alpha(0.45))
		}
	}
}

// ground draws the row of the cursor and the one under the pointer, and hairlines.
func (s *sheet) ground(b *brush, from, to int) {
	for row := from; row < to; row++ {
		r := s.rect(widget.TableCellID{Row: row, Col: -1})
		r.X, r.W = 0, b.size.X
		switch row {
		case s.at.Row:
			b.box(r, 0, b.theme.Accent.Alpha(0.07))
		case s.hover.Row:
			b.box(r, 0, b.theme.Band)
		}
		b.box(scene.Rect{Y: r.Bottom() - 1, W: b.size.X, H: 1}, 0, b.theme.Hairline.Alpha(0.6))
	}
}

// cover hides what has been scrolled under the columns that stay.
func (s *sheet) cover(b *brush, r scene.Rect, from, to int) {
	if s.off.X <= 0 || r.W <= 0 {
		return
	}
	b.box(r, 0, b.theme.Page)
	within := *b
	within.size.X = b.size.X
	for row := from; row < to; row++ {
		at := s.rect(widget.TableCellID{Row: row, Col: -1})
		at.X, at.W = 0, r.W
		switch row {
		case s.at.Row:
			b.box(at, 0, b.theme.Accent.Alpha(0.07))
		case s.hover.Row:
			b.box(at, 0, b.theme.Band)
		}
		b.box(scene.Rect{Y: at.Bottom() - 1, W: r.W, H: 1}, 0, b.theme.Hairline.Alpha(0.6))
	}
}

// columns draws the cells of some columns and rows.
func (s *sheet) columns(b *brush, first, end, from, to int) {
	for col := first; col < end; col++ {
		at := s.rect(widget.TableCellID{Row: from, Col: col})
		if at.X > b.size.X || at.Right() < s.begin(min(col, s.staid)) && col >= s.staid {
			continue
		}
		for row := from; row < to; row++ {
			id := widget.TableCellID{Row: row, Col: col}
			b.cell(s.look(id), s.rect(id), row < 0)
		}
	}
}

// cursor frames the cell the cursor is at.
func (s *sheet) cursor(b *brush) {
	rows, cols := s.length()
	if rows == 0 || cols == 0 || s.entry != nil {
		return
	}
	r := s.rect(s.at).Inset(1)
	if s.at.Col >= s.staid && r.X < s.begin(s.staid) {
		r.W -= s.begin(s.staid) - r.X
		r.X = s.begin(s.staid)
	}
	if r.W <= 0 {
		return
	}
	if s.focused {
		b.ring(r, 5, 2, b.theme.Accent)
	} else {
		b.ring(r, 5, 1, b.theme.Muted)
	}
}

// cell draws a cell.
func (b *brush) cell(l cellLook, r scene.Rect, head bool) {
	in := scene.Rect{X: r.X + cellPad, Y: r.Y, W: r.W - 2*cellPad, H: r.H}
	c, f := b.theme.Ink, planeText
	switch {
	case l.quiet:
		c = b.theme.Muted
	case l.foreign:
		c = b.theme.Foreign
	}
	if l.faint {
		c = c.Alpha(0.4)
	}
	switch {
	case head:
		f = planeHead
	case l.strong:
		f = planeStrong
	}
	if l.filled || l.void {
		b.stock(l, r)
		return
	}
	b.before(&l, &in, c)
	b.behind(l, &in)
	if l.from != "" {
		w := b.one(l.from, planeSmall, scene.Rect{X: in.X, Y: in.Y, W: in.W * 0.5, H: in.H}, b.theme.Muted)
		b.arrow(in.X+w+5, in.Y+in.H/2)
		in.X, in.W = in.X+w+22, in.W-w-22
	}
	if l.end {
		b.end(l.text, f, in, c)
	} else {
		b.one(l.text, f, in, c)
	}
}

// arrow draws a small arrow that points on.
func (b *brush) arrow(x, y float64) {
	r := b.at(scene.Rect{X: x, Y: y, W: 11})
	tail, tip := r.X, r.Right()
	if b.rtl {
		tail, tip = tip, tail
	}
	back := tip + (tail-tip)*0.35
	ink := scene.Stroke{Color: b.theme.Foreign, Width: 1.4}
	b.Stroke(scene.Path(nil).Move(tail, y).Line(tip, y), ink)
	b.Stroke(scene.Path(nil).Move(back, y-3.2).Line(tip, y).Line(back, y+3.2), ink)
}

// before draws what stands before the text and takes its room.
func (b *brush) before(l *cellLook, in *scene.Rect, c scene.Color) {
	if l.hue.A > 0 {
		b.box(scene.Rect{X: in.X, Y: in.Y + 8, W: 3, H: in.H - 16}, 1.5, l.hue)
		in.X, in.W = in.X+10, in.W-10
	}
	if d, ok := resources.Icon(l.icon); ok && l.icon != "" {
		const side = 15
		at := b.at(scene.Rect{X: in.X, Y: in.Y + (in.H-side)/2, W: side, H: side})
		b.Icon(d, at.X, at.Y, side, scene.Stroke{Color: c, Width: 1.25})
		in.X, in.W = in.X+side+7, in.W-side-7
	}
	if l.sorted != 0 {
		x, y, d := in.Right()-8, in.Y+in.H/2, float64(l.sorted)*3
		at := b.at(scene.Rect{X: x, Y: y, W: 8})
		b.Stroke(scene.Path(nil).Move(at.X, y+d/2).Line(at.X+4, y-d/2).Line(at.X+8, y+d/2), scene.Stroke{Color: b.theme.Accent, Width: 1.6})
		in.W -= 12
	}
}

// behind draws what stands at the end of the cell and takes its room.
func (b *brush) behind(l cellLook, in *scene.Rect) {
	if l.opens {
		at := b.at(scene.Rect{X: in.Right() - 8, Y: in.Y + in.H/2 - 1.8, W: 7})
		b.Stroke(scene.Path(nil).Move(at.X, at.Y).Line(at.X+3.5, at.Y+3.6).Line(at.X+7, at.Y), scene.Stroke{Color: b.theme.Muted, Width: 1.3})
		in.W -= 14
	}
	if l.pill != "" {
		box := scene.Rect{X: in.Right() - 46, Y: in.Y + 6, W: 46, H: in.H - 12}
		b.box(box, 4, l.ground)
		b.middle(l.pill, planeMark, box, l.ink)
		in.W -= 52
	}
	if l.dots > 0 {
		for i := range 5 {
			at := b.at(scene.Rect{X: in.Right() - float64(5-i)*8, Y: in.Y + in.H/2, W: 6})
			c := b.theme.Hairline
			if i < l.dots {
				c = b.theme.Accent
			}
			b.Fill(scene.Circle(at.X+3, at.Y, 2.6), c)
		}
		in.W -= 46
	}
	if l.tag != "" {
		w := min(b.Width(l.tag, planeSmall)+12, in.W/2)
		box := scene.Rect{X: in.Right() - w, Y: in.Y + (in.H-18)/2, W: w, H: 18}
		b.ring(box, 9, 1, b.theme.Muted, 3, 2.5)
		b.middle(l.tag, planeSmall, box, b.theme.Muted)
		in.W -= w + 6
	}
}

// stock draws a cell of the inventory: how many, and their gap, on the colour of
// the gap; where there is none, an empty frame.
func (b *brush) stock(l cellLook, r scene.Rect) {
	box := r.Inset(3)
	in := scene.Rect{X: box.X + 9, Y: box.Y, W: box.W - 18, H: box.H}
	if l.void {
		if l.sum {
			b.middle("0", planeText, in, b.theme.Muted)
			return
		}
		b.ring(box, 5, 1, b.theme.Hairline, 3, 3)
		return
	}
	ink := l.ink
	if l.sum {
		ink = b.theme.Ink
		b.ring(box, 5, 1.2, l.ground)
	} else {
		b.box(box, 5, l.ground)
	}
	b.one(l.text, planeStrong, in, ink)
	b.end(l.pill, planeText, in, ink)
}
