package plane

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/canvas/scene"
)

// Sheet is a table with a cursor of its own that the arrow keys move. Its head and
// its first columns stay while the rest is scrolled. Only the cells in sight are
// asked for.
type Sheet struct {
	Plane
	At      widget.TableCellID
	focused bool
	eager   bool // the cell that is clicked had the keys already

	length func() (rows, cols int)
	Widths []float64 // of the columns
	Lead   float64   // width of a head before the columns, whose column is -1; 0: none
	Staid  int       // so many columns stay
	High   float64   // of a row

	Look  func(widget.TableCellID) Cell // a cell; row or column -1 is the head
	Moved func(widget.TableCellID)      // the cursor went to another cell
	Open  func(widget.TableCellID)      // Enter, or a click on the cell the cursor is at
	Waits func() bool                   // the cells are being worked out; nil: never
	Typed func(rune) bool               // a character; false: the sheet has no use for it
	Other func(fyne.KeyName) bool       // a key the sheet has no use for
	Once  bool                          // a single click opens

	off   scene.Point        // how far it is scrolled
	owed  bool               // the cursor is to be brought into sight
	hover widget.TableCellID // under the pointer; row -2: none
	grip  *grip              // a bar that is dragged; nil: none
	Entry *Entry             // what is typed into a cell; nil: nothing is
}

// headHigh is the height of the head of a sheet.
const headHigh = 34

// Nowhere is the cell under a pointer that is over none.
var Nowhere = widget.TableCellID{Row: -2, Col: -2}

// NewSheet returns a table of as many cells as length says.
func NewSheet(h Host, length func() (rows, cols int)) *Sheet {
	s := &Sheet{length: length, High: 34, hover: Nowhere}
	s.On(h, s.paint)
	s.ExtendBaseWidget(s)
	return s
}

// To puts the cursor onto a cell, or onto the nearest there is.
func (s *Sheet) To(to widget.TableCellID) {
	rows, cols := s.length()
	if rows == 0 || cols == 0 {
		return
	}
	to = widget.TableCellID{Row: min(max(to.Row, 0), rows-1), Col: min(max(to.Col, 0), cols-1)}
	was := s.At
	s.At = to
	s.Reveal(to)
	s.Refresh()
	if was != to && s.Moved != nil {
		s.Moved(to)
	}
}

// Reveal scrolls so that a cell is in sight.
func (s *Sheet) Reveal(id widget.TableCellID) {
	rows, _ := s.length()
	if id.Row < 0 || id.Row >= rows {
		return
	}
	room := s.room()
	if s.owed = room.H < s.High; s.owed {
		return // it has no size yet: the cursor is brought into sight when it has
	}
	top := float64(id.Row) * s.High
	s.off.Y = min(s.off.Y, top)
	s.off.Y = max(s.off.Y, top+s.High-room.H)
	if id.Col >= s.Staid && id.Col < len(s.Widths) {
		x := s.begin(id.Col) - s.begin(s.Staid)
		s.off.X = max(s.off.X, x+s.Widths[id.Col]-room.W)
		s.off.X = min(s.off.X, x)
	}
	s.bound()
}

// Write opens a field over a cell.
func (s *Sheet) Write(id widget.TableCellID, entry *Entry) {
	s.Reveal(id)
	s.Entry = entry
	s.Lay(entry, s.Physical(s.Rect(id)))
}

// Close takes the field away.
func (s *Sheet) Close() {
	s.Entry = nil
	s.Lift()
}

// FocusGained implements fyne.Focusable.
func (s *Sheet) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *Sheet) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *Sheet) TypedRune(r rune) {
	if s.Typed == nil || !s.Typed(r) {
		kit.PassRune(s, r)
	}
}

// TypedKey implements fyne.Focusable.
func (s *Sheet) TypedKey(k *fyne.KeyEvent) {
	rows, cols := s.length()
	to, on := s.At, 1
	if s.RTL() {
		on = -1
	}
	page := max(int(s.room().H/s.High)-1, 1)
	switch k.Name {
	case fyne.KeyLeft:
		to.Col -= on
	case fyne.KeyRight:
		to.Col += on
	case fyne.KeyUp:
		to.Row--
	case fyne.KeyDown:
		to.Row++
	case fyne.KeyHome:
		to = s.edge(to, 0, 0)
	case fyne.KeyEnd:
		to = s.edge(to, rows-1, cols-1)
	case fyne.KeyPageUp:
		to.Row -= page
	case fyne.KeyPageDown:
		to.Row += page
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		if rows > 0 && s.Open != nil {
			s.Open(s.At)
		}
		return
	default:
		if s.Other == nil || !s.Other(k.Name) {
			kit.PassKey(s, k)
		}
		return
	}
	s.To(to)
}

// edge is where Home and End lead: along the row, with Ctrl to the first or last.
func (s *Sheet) edge(at widget.TableCellID, row, col int) widget.TableCellID {
	at.Col = col
	if kit.Modifiers()&fyne.KeyModifierShortcutDefault != 0 {
		at.Row = row
	}
	return at
}
