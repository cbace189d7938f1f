package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/canvas/scene"
)

// sheet is a table with a cursor of its own that the arrow keys move. Its head and
// its first columns stay while the rest is scrolled. Only the cells in sight are
// asked for.
type sheet struct {
	plane
	at      widget.TableCellID
	focused bool
	eager   bool // the cell that is clicked had the keys already

	length func() (rows, cols int)
	widths []float64 // of the columns
	lead   float64   // width of a head before the columns, whose column is -1; 0: none
	staid  int       // so many columns stay
	high   float64   // of a row

	look  func(widget.TableCellID) cellLook // a cell; row or column -1 is the head
	moved func(widget.TableCellID)          // the cursor went to another cell
	open  func(widget.TableCellID)          // Enter, or a click on the cell the cursor is at
	waits func() bool                       // the cells are being worked out; nil: never
	typed func(rune) bool                   // a character; false: the sheet has no use for it
	other func(fyne.KeyName) bool           // a key the sheet has no use for
	once  bool                              // a single click opens

	off   scene.Point        // how far it is scrolled
	hover widget.TableCellID // under the pointer; row -2: none
	grip  *grip              // a bar that is dragged; nil: none
	entry *cellEntry         // what is typed into a cell; nil: nothing is
}

// headHigh is the height of the head of a sheet.
const headHigh = 34

var nowhere = widget.TableCellID{Row: -2, Col: -2}

func newSheet(e *editor, length func() (rows, cols int)) *sheet {
	s := &sheet{length: length, high: 34, hover: nowhere}
	s.on(e, s.paint)
	s.ExtendBaseWidget(s)
	return s
}

// move puts the cursor onto a cell, or onto the nearest there is.
func (s *sheet) move(to widget.TableCellID) {
	rows, cols := s.length()
	if rows == 0 || cols == 0 {
		return
	}
	to = widget.TableCellID{Row: min(max(to.Row, 0), rows-1), Col: min(max(to.Col, 0), cols-1)}
	was := s.at
	s.at = to
	s.reveal(to)
	s.Refresh()
	if was != to && s.moved != nil {
		s.moved(to)
	}
}

// reveal scrolls so that a cell is in sight.
func (s *sheet) reveal(id widget.TableCellID) {
	rows, _ := s.length()
	if id.Row < 0 || id.Row >= rows {
		return
	}
	room := s.room()
	top := float64(id.Row) * s.high
	s.off.Y = min(s.off.Y, top)
	s.off.Y = max(s.off.Y, top+s.high-room.H)
	if id.Col >= s.staid && id.Col < len(s.widths) {
		x := s.begin(id.Col) - s.begin(s.staid)
		s.off.X = max(s.off.X, x+s.widths[id.Col]-room.W)
		s.off.X = min(s.off.X, x)
	}
	s.bound()
}

// write opens a field over a cell.
func (s *sheet) write(id widget.TableCellID, entry *cellEntry) {
	s.reveal(id)
	s.entry = entry
	s.lay(entry, s.physical(s.rect(id)))
}

// close takes the field away.
func (s *sheet) close() {
	s.entry = nil
	s.lift()
}

// FocusGained implements fyne.Focusable.
func (s *sheet) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *sheet) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *sheet) TypedRune(r rune) {
	if s.typed == nil || !s.typed(r) {
		kit.PassRune(s, r)
	}
}

// TypedKey implements fyne.Focusable.
func (s *sheet) TypedKey(k *fyne.KeyEvent) {
	rows, cols := s.length()
	to, on := s.at, 1
	if s.rtl() {
		on = -1
	}
	page := max(int(s.room().H/s.high)-1, 1)
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
		if rows > 0 && s.open != nil {
			s.open(s.at)
		}
		return
	default:
		if s.other == nil || !s.other(k.Name) {
			kit.PassKey(s, k)
		}
		return
	}
	s.move(to)
}

// edge is where Home and End lead: along the row, with Ctrl to the first or last.
func (s *sheet) edge(at widget.TableCellID, row, col int) widget.TableCellID {
	at.Col = col
	if kit.Modifiers()&fyne.KeyModifierShortcutDefault != 0 {
		at.Row = row
	}
	return at
}
