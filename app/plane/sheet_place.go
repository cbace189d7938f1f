package plane

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
)

// Where the cells of a sheet are, and what the pointer does with them.

// begin is where a column begins if nothing is scrolled.
func (s *Sheet) begin(col int) float64 {
	x := s.Lead
	for _, w := range s.Widths[:min(max(col, 0), len(s.Widths))] {
		x += w
	}
	return x
}

// room is what shows the cells that are scrolled.
func (s *Sheet) room() scene.Rect {
	size := s.Size()
	x := s.begin(s.Staid)
	return scene.Rect{X: x, Y: headHigh, W: max(float64(size.Width)-x, 1), H: max(float64(size.Height)-headHigh, 1)}
}

// full is how large all the cells that are scrolled are.
func (s *Sheet) full() scene.Point {
	rows, _ := s.length()
	return scene.Point{X: s.begin(len(s.Widths)) - s.begin(s.Staid), Y: float64(rows)*s.High + barRoom}
}

// barRoom is free under the last row, for the bar.
const barRoom = 14

// bound keeps the scrolling within the cells there are.
func (s *Sheet) bound() {
	room, full := s.room(), s.full()
	s.off.X = max(0, min(s.off.X, full.X-room.W))
	s.off.Y = max(0, min(s.off.Y, full.Y-room.H))
}

// Rect is where a cell lies.
func (s *Sheet) Rect(id widget.TableCellID) scene.Rect {
	r := scene.Rect{Y: headHigh + float64(id.Row)*s.High - s.off.Y, W: s.Lead, H: s.High}
	if id.Col >= 0 {
		r.X, r.W = s.begin(id.Col), s.Widths[id.Col]
	}
	if id.Col >= s.Staid {
		r.X -= s.off.X
	}
	if id.Row < 0 {
		r.Y, r.H = 0, headHigh
	}
	return r
}

// rows returns the rows in sight, from the first to before the last.
func (s *Sheet) rows() (from, to int) {
	n, _ := s.length()
	from = max(int(s.off.Y/s.High), 0)
	return from, min(n, from+int(math.Ceil(s.room().H/s.High))+1)
}

// cell returns the cell at a place.
func (s *Sheet) cell(at scene.Point) (widget.TableCellID, bool) {
	n, cols := s.length()
	id := widget.TableCellID{Row: -1, Col: -1}
	if at.Y >= headHigh {
		id.Row = int((at.Y - headHigh + s.off.Y) / s.High)
	}
	x := at.X
	if x >= s.begin(s.Staid) {
		x += s.off.X
	}
	if x >= s.Lead {
		for id.Col = 0; id.Col < cols && x >= s.begin(id.Col+1); id.Col++ {
		}
	}
	return id, id.Row < n && id.Col < cols && cols > 0
}

// MouseDown implements desktop.Mouseable: the keys are noted before the click
// gives them.
func (s *Sheet) MouseDown(e *desktop.MouseEvent) {
	at := s.Logical(e.Position)
	id, ok := s.cell(at)
	s.eager = ok && s.focused && id == s.At
	s.grip = s.gripAt(at)
}

// MouseUp implements desktop.Mouseable.
func (s *Sheet) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable.
func (s *Sheet) Tapped(e *fyne.PointEvent) {
	if s.grip != nil {
		s.grip = nil
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	id, ok := s.cell(s.Logical(e.Position))
	switch {
	case !ok:
	case id.Row < 0:
		if run := s.Look(id).Run; run != nil {
			run()
		}
	default:
		again := s.eager && id == s.At
		s.To(id)
		if (again || s.Once) && s.Open != nil && id.Col >= 0 {
			s.Open(id)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Sheet) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (s *Sheet) MouseMoved(e *desktop.MouseEvent) {
	id, ok := s.cell(s.Logical(e.Position))
	if !ok {
		id = Nowhere
	}
	if id != s.hover {
		s.hover = id
		s.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (s *Sheet) MouseOut() { s.hover = Nowhere; s.Refresh() }

// Scrolled implements fyne.Scrollable.
func (s *Sheet) Scrolled(e *fyne.ScrollEvent) {
	x := -float64(e.Scrolled.DX)
	if s.RTL() {
		x = -x
	}
	s.scroll(scene.Point{X: s.off.X + x, Y: s.off.Y - float64(e.Scrolled.DY)})
}

// scroll shows the cells from another place on. What is typed is taken over: its
// cell moves away.
func (s *Sheet) scroll(to scene.Point) {
	was := s.off
	s.off = to
	s.bound()
	if s.off == was {
		return
	}
	if s.Entry != nil {
		s.Entry.End(widget.TableCellID{}, true)
	}
	s.Refresh()
}
