package plane

import (
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/resources"
)

// Cell is how a cell looks: a text, and what stands before or behind it.
type Cell struct {
	Text        string
	From        string // quiet, before the text, with an arrow to it
	Strong      bool
	Quiet       bool        // less than the rest
	Foreign     bool        // not owned by us
	Hue         scene.Color // a bar before the text; without alpha: none
	Icon        string      // path of an icon before the text
	Pill        string      // a number
	Ground, Ink scene.Color // of the pill
	Filled      bool        // the ground fills the cell
	Void        bool        // nothing is here
	Sum         bool        // it counts others
	End         bool        // the text stands at the end, as numbers do
	dots        int         // a rating of five, after the text
	Tag         string      // a word at the end, in a frame
	Opens       bool        // it is chosen from a menu: a small arrow at the end
	Sorted      int         // of a head: 1 upward, -1 downward
	faint       bool        // left out by a filter
	Run         func()      // what a click on it does; nil: the sheet's own
}

// cellPad is the air between the edge of a cell and its text.
const cellPad = 10

// paint draws the cells in sight: those that scroll, over them those that stay,
// over all the head.
func (s *Sheet) paint(b *Brush) {
	if s.owed {
		s.Reveal(s.At)
	}
	s.bound()
	_, cols := s.length()
	from, to := s.rows()
	first := 0
	if s.Lead > 0 {
		first = -1
	}
	if rows, _ := s.length(); rows == 0 && s.Waits != nil && s.Waits() {
		b.WriteMiddle(say.Text("view.wait"), Plain, scene.Rect{W: b.Size.X, Y: headHigh, H: b.Size.Y - 2*headHigh}, b.Theme.Muted)
		return
	}
	s.ground(b, from, to)
	s.columns(b, s.Staid, cols, from, to)
	s.cover(b, scene.Rect{W: s.begin(s.Staid), H: b.Size.Y}, from, to)
	s.columns(b, first, s.Staid, from, to)
	s.cursor(b)
	b.Box(scene.Rect{W: b.Size.X, H: headHigh}, 0, b.Theme.Page)
	s.columns(b, s.Staid, cols, -1, 0)
	b.Box(scene.Rect{W: s.begin(s.Staid), H: headHigh}, 0, b.Theme.Page)
	s.columns(b, first, s.Staid, -1, 0)
	b.Box(scene.Rect{Y: headHigh - 1, W: b.Size.X, H: 1}, 0, b.Theme.Hairline)
	if s.Staid+first >= 0 && s.off.X > 0 {
		b.Box(scene.Rect{X: s.begin(s.Staid) - 1, W: 1, H: b.Size.Y}, 0, b.Theme.Hairline)
	}
	across, down := s.bars()
	for _, bar := range []scene.Rect{across, down} {
		if bar.W > 0 {
			b.Box(bar, 2.5, b.Theme.Muted.Alpha(0.45))
		}
	}
}

// ground draws the row of the cursor and the one under the pointer, and hairlines.
func (s *Sheet) ground(b *Brush, from, to int) {
	for row := from; row < to; row++ {
		r := s.Rect(widget.TableCellID{Row: row, Col: -1})
		r.X, r.W = 0, b.Size.X
		switch row {
		case s.At.Row:
			b.Box(r, 0, b.Theme.Accent.Alpha(0.07))
		case s.hover.Row:
			b.Box(r, 0, b.Theme.Band)
		}
		b.Box(scene.Rect{Y: r.Bottom() - 1, W: b.Size.X, H: 1}, 0, b.Theme.Hairline.Alpha(0.6))
	}
}

// cover hides what has been scrolled under the columns that stay.
func (s *Sheet) cover(b *Brush, r scene.Rect, from, to int) {
	if s.off.X <= 0 || r.W <= 0 {
		return
	}
	b.Box(r, 0, b.Theme.Page)
	within := *b
	within.Size.X = b.Size.X
	for row := from; row < to; row++ {
		at := s.Rect(widget.TableCellID{Row: row, Col: -1})
		at.X, at.W = 0, r.W
		switch row {
		case s.At.Row:
			b.Box(at, 0, b.Theme.Accent.Alpha(0.07))
		case s.hover.Row:
			b.Box(at, 0, b.Theme.Band)
		}
		b.Box(scene.Rect{Y: at.Bottom() - 1, W: r.W, H: 1}, 0, b.Theme.Hairline.Alpha(0.6))
	}
}

// columns draws the cells of some columns and rows.
func (s *Sheet) columns(b *Brush, first, end, from, to int) {
	for col := first; col < end; col++ {
		at := s.Rect(widget.TableCellID{Row: from, Col: col})
		if at.X > b.Size.X || at.Right() < s.begin(min(col, s.Staid)) && col >= s.Staid {
			continue
		}
		for row := from; row < to; row++ {
			id := widget.TableCellID{Row: row, Col: col}
			b.cell(s.Look(id), s.Rect(id), row < 0)
		}
	}
}

// cursor frames the cell the cursor is at.
func (s *Sheet) cursor(b *Brush) {
	rows, cols := s.length()
	if rows == 0 || cols == 0 || s.Entry != nil {
		return
	}
	r := s.Rect(s.At).Inset(1)
	if s.At.Col >= s.Staid && r.X < s.begin(s.Staid) {
		r.W -= s.begin(s.Staid) - r.X
		r.X = s.begin(s.Staid)
	}
	if r.W <= 0 {
		return
	}
	if s.focused {
		b.Ring(r, 5, 2, b.Theme.Accent)
	} else {
		b.Ring(r, 5, 1, b.Theme.Muted)
	}
}

// cell draws a cell.
func (b *Brush) cell(l Cell, r scene.Rect, head bool) {
	in := scene.Rect{X: r.X + cellPad, Y: r.Y, W: r.W - 2*cellPad, H: r.H}
	c, f := b.Theme.Ink, Plain
	switch {
	case l.Quiet:
		c = b.Theme.Muted
	case l.Foreign:
		c = b.Theme.Foreign
	}
	if l.faint {
		c = c.Alpha(0.4)
	}
	switch {
	case head:
		f = Head
	case l.Strong:
		f = planeStrong
	}
	if l.Filled || l.Void {
		b.stock(l, r)
		return
	}
	b.before(&l, &in, c)
	b.behind(l, &in)
	if l.From != "" {
		w := b.Write(l.From, Small, scene.Rect{X: in.X, Y: in.Y, W: in.W * 0.5, H: in.H}, b.Theme.Muted)
		b.arrow(in.X+w+5, in.Y+in.H/2)
		in.X, in.W = in.X+w+22, in.W-w-22
	}
	if l.End {
		b.WriteEnd(l.Text, f, in, c)
	} else {
		b.Write(l.Text, f, in, c)
	}
}

// arrow draws a small arrow that points on.
func (b *Brush) arrow(x, y float64) {
	r := b.At(scene.Rect{X: x, Y: y, W: 11})
	tail, tip := r.X, r.Right()
	if b.RTL {
		tail, tip = tip, tail
	}
	back := tip + (tail-tip)*0.35
	ink := scene.Stroke{Color: b.Theme.Foreign, Width: 1.4}
	b.Stroke(scene.Path(nil).Move(tail, y).Line(tip, y), ink)
	b.Stroke(scene.Path(nil).Move(back, y-3.2).Line(tip, y).Line(back, y+3.2), ink)
}

// before draws what stands before the text and takes its room.
func (b *Brush) before(l *Cell, in *scene.Rect, c scene.Color) {
	if l.Hue.A > 0 {
		b.Box(scene.Rect{X: in.X, Y: in.Y + 8, W: 3, H: in.H - 16}, 1.5, l.Hue)
		in.X, in.W = in.X+10, in.W-10
	}
	if d, ok := resources.Icon(l.Icon); ok && l.Icon != "" {
		const side = 15
		at := b.At(scene.Rect{X: in.X, Y: in.Y + (in.H-side)/2, W: side, H: side})
		b.Icon(d, at.X, at.Y, side, scene.Stroke{Color: c, Width: 1.25})
		in.X, in.W = in.X+side+7, in.W-side-7
	}
	if l.Sorted != 0 {
		x, y, d := in.Right()-8, in.Y+in.H/2, float64(l.Sorted)*3
		at := b.At(scene.Rect{X: x, Y: y, W: 8})
		b.Stroke(scene.Path(nil).Move(at.X, y+d/2).Line(at.X+4, y-d/2).Line(at.X+8, y+d/2), scene.Stroke{Color: b.Theme.Accent, Width: 1.6})
		in.W -= 12
	}
}

// behind draws what stands at the end of the cell and takes its room.
func (b *Brush) behind(l Cell, in *scene.Rect) {
	if l.Opens {
		at := b.At(scene.Rect{X: in.Right() - 8, Y: in.Y + in.H/2 - 1.8, W: 7})
		b.Stroke(scene.Path(nil).Move(at.X, at.Y).Line(at.X+3.5, at.Y+3.6).Line(at.X+7, at.Y), scene.Stroke{Color: b.Theme.Muted, Width: 1.3})
		in.W -= 14
	}
	if l.Pill != "" {
		box := scene.Rect{X: in.Right() - 46, Y: in.Y + 6, W: 46, H: in.H - 12}
		b.Box(box, 4, l.Ground)
		b.WriteMiddle(l.Pill, Mark, box, l.Ink)
		in.W -= 52
	}
	if l.dots > 0 {
		for i := range 5 {
			at := b.At(scene.Rect{X: in.Right() - float64(5-i)*8, Y: in.Y + in.H/2, W: 6})
			c := b.Theme.Hairline
			if i < l.dots {
				c = b.Theme.Accent
			}
			b.Fill(scene.Circle(at.X+3, at.Y, 2.6), c)
		}
		in.W -= 46
	}
	if l.Tag != "" {
		w := min(b.Width(l.Tag, Small)+12, in.W/2)
		box := scene.Rect{X: in.Right() - w, Y: in.Y + (in.H-18)/2, W: w, H: 18}
		b.Ring(box, 9, 1, b.Theme.Muted, 3, 2.5)
		b.WriteMiddle(l.Tag, Small, box, b.Theme.Muted)
		in.W -= w + 6
	}
}

// stock draws a cell of the inventory: how many, and their gap, on the colour of
// the gap; where there is none, an empty frame.
func (b *Brush) stock(l Cell, r scene.Rect) {
	box := r.Inset(3)
	in := scene.Rect{X: box.X + 9, Y: box.Y, W: box.W - 18, H: box.H}
	if l.Void {
		if l.Sum {
			b.WriteMiddle("0", Plain, in, b.Theme.Muted)
			return
		}
		b.Ring(box, 5, 1, b.Theme.Hairline, 3, 3)
		return
	}
	ink := l.Ink
	if l.Sum {
		ink = b.Theme.Ink
		b.Ring(box, 5, 1.2, l.Ground)
	} else {
		b.Box(box, 5, l.Ground)
	}
	b.Write(l.Text, planeStrong, in, ink)
	b.WriteEnd(l.Pill, Plain, in, ink)
}
