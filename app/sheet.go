package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// sheet is a table with a cursor of its own that the arrow keys move. Head and
// first column stay while the rest is scrolled.
type sheet struct {
	widget.Table
	at      widget.TableCellID
	focused bool
	rushed  bool // it had the keys before the click

	draw  func(widget.TableCellID) cellLook // a cell; row or column -1 is the head
	moved func(widget.TableCellID)          // the cursor went to another cell
	open  func(widget.TableCellID)          // Enter, or a click on the cell the cursor is at
	typed func(rune) bool                   // a character; false: the sheet has no use for it
	other func(fyne.KeyName) bool           // a key the sheet has no use for
	once  bool                              // a single click opens
	faces map[widget.TableCellID]*face      // those drawn last
}

func newSheet(size func() (rows, cols int)) *sheet {
	s := &sheet{faces: map[widget.TableCellID]*face{}}
	s.Length = size
	s.ShowHeaderRow = true
	s.HideSeparators = false
	s.CreateCell = func() fyne.CanvasObject { return newFace() }
	s.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) { s.cell(id, o.(*face)) }
	s.CreateHeader = func() fyne.CanvasObject { return newHeadFace() }
	s.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) { o.(*headFace).show(s.draw(id)) }
	s.OnSelected = s.clicked
	s.ExtendBaseWidget(s)
	return s
}

func (s *sheet) cell(id widget.TableCellID, f *face) {
	l := s.draw(id)
	l.chosen = s.focused && id == s.at
	f.id = id
	s.faces[id] = f
	f.show(l)
}

// face returns the object a cell is drawn by, nil where it is out of sight.
func (s *sheet) face(id widget.TableCellID) *face {
	if f := s.faces[id]; f != nil && f.id == id {
		return f
	}
	return nil
}

// move puts the cursor onto a cell, or onto the nearest there is.
func (s *sheet) move(to widget.TableCellID) {
	rows, cols := s.Length()
	if rows == 0 || cols == 0 {
		return
	}
	to = widget.TableCellID{Row: min(max(to.Row, 0), rows-1), Col: min(max(to.Col, 0), cols-1)}
	was := s.at
	s.at = to
	s.ScrollTo(to)
	s.RefreshItem(was)
	s.RefreshItem(to)
	if was != to && s.moved != nil {
		s.moved(to)
	}
}

// Tapped implements fyne.Tappable.
func (s *sheet) Tapped(e *fyne.PointEvent) {
	s.rushed = s.focused
	s.Table.Tapped(e)
}

// clicked hears of a click on a cell. It is the cursor that shows it.
func (s *sheet) clicked(id widget.TableCellID) {
	s.UnselectAll()
	again := s.rushed && id == s.at
	s.move(id)
	if (again || s.once) && s.open != nil {
		s.open(id)
	}
}

// FocusGained implements fyne.Focusable.
func (s *sheet) FocusGained() {
	s.focused = true
	s.RefreshItem(s.at)
}

// FocusLost implements fyne.Focusable.
func (s *sheet) FocusLost() {
	s.focused = false
	s.RefreshItem(s.at)
}

// TypedRune implements fyne.Focusable.
func (s *sheet) TypedRune(r rune) {
	if s.typed == nil || !s.typed(r) {
		passRune(s, r)
	}
}

// pageRows is how many rows a page key goes.
const pageRows = 12

// TypedKey implements fyne.Focusable.
func (s *sheet) TypedKey(k *fyne.KeyEvent) {
	rows, cols := s.Length()
	to := s.at
	switch k.Name {
	case fyne.KeyLeft:
		to.Col--
	case fyne.KeyRight:
		to.Col++
	case fyne.KeyUp:
		to.Row--
	case fyne.KeyDown:
		to.Row++
	case fyne.KeyHome:
		to.Col = 0
	case fyne.KeyEnd:
		to.Col = cols - 1
	case fyne.KeyPageUp:
		to.Row -= pageRows
	case fyne.KeyPageDown:
		to.Row += pageRows
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		if rows > 0 && s.open != nil {
			s.open(s.at)
		}
		return
	default:
		if s.other == nil || !s.other(k.Name) {
			passKey(s, k)
		}
		return
	}
	s.move(to)
}
