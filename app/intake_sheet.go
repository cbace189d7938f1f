package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/say"
)

// intakeColumn is a column of what a table means: a text, and how it is changed.
type intakeColumn struct {
	key   string // of its head
	width float64
	end   bool
	text  func(row int) string
	dress func(row int, l *cellLook)
	menu  func(row int) []choice          // what may be chosen; nil: nothing
	write func(row int, text string) bool // takes a text; false: it makes no sense
}

// meanings is the sheet of what a table means.
func (t *intake) meanings(rows func() int, columns []intakeColumn) *sheet {
	s := newSheet(t.e, func() (int, int) { return rows(), len(columns) })
	s.staid, s.once = 1, true
	for _, c := range columns {
		s.widths = append(s.widths, c.width)
	}
	s.look = func(id widget.TableCellID) cellLook {
		c := columns[id.Col]
		if id.Row < 0 {
			return cellLook{text: say.Text(c.key), strong: true, end: c.end}
		}
		l := cellLook{text: c.text(id.Row), end: c.end, quiet: c.menu == nil && c.write == nil, opens: c.menu != nil}
		if c.dress != nil {
			c.dress(id.Row, &l)
		}
		return l
	}
	s.open = func(id widget.TableCellID) {
		c := columns[id.Col]
		switch {
		case s.entry != nil:
		case c.menu != nil:
			t.menu(s, id, c.menu(id.Row))
		case c.write != nil:
			t.write(s, id, c)
		}
	}
	return s
}

// menu opens what a cell can be under it.
func (t *intake) menu(s *sheet, id widget.TableCellID, cs []choice) {
	s.reveal(id)
	var items []*fyne.MenuItem
	for _, c := range cs {
		items = append(items, fyne.NewMenuItem(c.text, func() {
			c.run(t.e)
			s.Refresh()
			t.e.win.Canvas().Focus(s)
		}))
	}
	r := s.physical(s.rect(id))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), t.e.win.Canvas(), at.AddXY(float32(r.X), float32(r.Bottom())))
}

// write opens a field over a cell.
func (t *intake) write(s *sheet, id widget.TableCellID, c intakeColumn) {
	entry := newCellEntry(id, c.text(id.Row), func(text string, by widget.TableCellID, keep bool) {
		s.close()
		if keep {
			c.write(id.Row, text)
		}
		if by != (widget.TableCellID{}) || !keep {
			t.e.win.Canvas().Focus(s)
			s.move(widget.TableCellID{Row: id.Row + by.Row, Col: id.Col + by.Col})
		}
		s.Refresh()
	})
	s.write(id, entry)
	t.e.win.Canvas().Focus(entry)
}
