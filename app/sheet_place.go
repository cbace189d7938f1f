package app

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
)

// Where the cells of a sheet are, and what the pointer does with them.

// begin is where a column begins if nothing is scrolled.
func (s *sheet) begin(col int) float64 {
	x := s.lead
	for _, w := range s.widths[:min(max(col, 0), len(s.widths))] {
		x += w
	}
	return x
}

// room is what shows the cells that are scrolled.
func (s *sheet) room() scene.Rect {
	size := s.Size()
	x := s.begin(s.staid)
	return scene.Rect{X: x, Y: headHigh, W: max(float64(size.Width)-x, 1), H: max(float64(size.Height)-headHigh, 1)}
}

// full is how large all the cells that are scrolled are.
func (s *sheet) full() scene.Point {
	rows, _ := s.length()
	return scene.Point{X: s.begin(len(s.widths)) - s.begin(s.staid), Y: float64(rows)*s.high + barRoom}
}

// barRoom is free under the last row, for the bar.
const barRoom = 14

// bound keeps the scrolling within the cells there are.
func (s *sheet) bound() {
	room, full := s.room(), s.full()
	s.off.X = max(0, min(s.off.X, full.X-room.W))
	s.off.Y = max(0, min(s.off.Y, full.Y-room.H))
}

// rect is where a cell lies.
func (s *sheet) rect(id widget.TableCellID) scene.Rect {
	r := scene.Rect{Y: headHigh + float64(id.Row)*s.high - s.off.Y, W: s.lead, H: s.high}
	if id.Col >= 0 {
		r.X, r.W = s.begin(id.Col), s.widths[id.Col]
	}
	if id.Col >= s.staid {
		r.X -= s.off.X
	}
	if id.Row < 0 {
		r.Y, r.H = 0, headHigh
	}
	return r
}

// rows returns the rows in sight, from the first to before the last.
func (s *sheet) rows() (from, to int) {
	n, _ := s.length()
	from = max(int(s.off.Y/s.high), 0)
	return from, min(n, from+int(math.Ceil(s.room().H/s.high))+1)
}

// cell returns the cell at a place.
func (s *sheet) cell(at scene.Point) (widget.TableCellID, bool) {
	n, cols := s.length()
	id := widget.TableCellID{Row: -1, Col: -1}
	if at.Y >= headHigh {
		id.Row = int((at.Y - headHigh + s.off.Y) / s.high)
	}
	x := at.X
	if x >= s.begin(s.staid) {
		x += s.off.X
	}
	if x >= s.lead {
		for id.Col = 0; id.Col < cols && x >= s.begin(id.Col+1); id.Col++ {
		}
	}
	return id, id.Row < n && id.Col < cols && cols > 0
}

// MouseDown implements desktop.Mouseable: the keys are noted before the click
// gives them.
func (s *sheet) MouseDown(e *desktop.MouseEvent) {
	at := s.logical(e.Position)
	id, ok := s.cell(at)
	s.eager = ok && s.focused && id == s.at
	s.grip = s.gripAt(at)
}

// MouseUp implements desktop.Mouseable.
func (s *sheet) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable.
func (s *sheet) Tapped(e *fyne.PointEvent) {
	if s.grip != nil {
		s.grip = nil
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	id, ok := s.cell(s.logical(e.Position))
	switch {
	case !ok:
	case id.Row < 0:
		if run := s.look(id).run; run != nil {
			run()
		}
	default:
		again := s.eager && id == s.at
		s.move(id)
		if (again || s.once) && s.open != nil && id.Col >= 0 {
			s.open(id)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (s *sheet) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (s *sheet) MouseMoved(e *desktop.MouseEvent) {
	id, ok := s.cell(s.logical(e.Position))
	if !ok {
		id = nowhere
	}
	if id != s.hover {
		s.hover = id
		s.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (s *sheet) MouseOut() { s.hover = nowhere; s.Refresh() }

// Scrolled implements fyne.Scrollable.
func (s *sheet) Scrolled(e *fyne.ScrollEvent) {
	x := -float64(e.Scrolled.DX)
	if s.rtl() {
		x = -x
	}
	s.scroll(scene.Point{X: s.off.X + x, Y: s.off.Y - float64(e.Scrolled.DY)})
}

// scroll shows the cells from another place on. What is typed is taken over: its
// cell moves away.
func (s *sheet) scroll(to scene.Point) {
	was := s.off
	s.off = to
	s.bound()
	if s.off == was {
		return
	}
	if s.entry != nil {
		s.entry.end(widget.TableCellID{}, true)
	}
	s.Refresh()
}
