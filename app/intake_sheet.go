package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/plane"
	"touchline.app/app/say"
)

// intakeColumn is a column of what a table means: a text, and how it is changed.
type intakeColumn struct {
	key   string // of its head
	width float64
	end   bool
	text  func(row int) string
	dress func(row int, l *plane.Cell)
	why   func(row int) string            // what stands over the menu; nil: nothing
	menu  func(row int) []choice          // what may be chosen; nil: nothing
	write func(row int, text string) bool // takes a text; false: it makes no sense
}

// meanings is the sheet of what a table means.
func (t *intake) meanings(rows func() int, columns []intakeColumn) *plane.Sheet {
	s := plane.NewSheet(t.e, func() (int, int) { return rows(), len(columns) })
	s.Staid, s.Once = 1, true
	for _, c := range columns {
		s.Widths = append(s.Widths, c.width)
	}
	s.Look = func(id widget.TableCellID) plane.Cell {
		c := columns[id.Col]
		if id.Row < 0 {
			return plane.Cell{Text: say.Text(c.key), Strong: true, End: c.end}
		}
		l := plane.Cell{Text: c.text(id.Row), End: c.end, Quiet: c.menu == nil && c.write == nil, Opens: c.menu != nil}
		if c.dress != nil {
			c.dress(id.Row, &l)
		}
		return l
	}
	s.Open = func(id widget.TableCellID) {
		c := columns[id.Col]
		switch {
		case s.Entry != nil:
		case c.menu != nil:
			t.menu(s, id, c)
		case c.write != nil:
			t.write(s, id, c)
		}
	}
	return s
}

// menu opens what a cell can be under it.
func (t *intake) menu(s *plane.Sheet, id widget.TableCellID, of intakeColumn) {
	s.Reveal(id)
	var items []*fyne.MenuItem
	if of.why != nil {
		if text := of.why(id.Row); text != "" {
			items = append(items, fyne.NewMenuItem(text, nil), fyne.NewMenuItemSeparator()) // not disabled: it is to be read
		}
	}
	for _, c := range of.menu(id.Row) {
		items = append(items, fyne.NewMenuItem(c.text, func() {
			c.run(t.e)
			s.Refresh()
			t.e.win.Canvas().Focus(s)
		}))
	}
	r := s.Physical(s.Rect(id))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), t.e.win.Canvas(), at.AddXY(float32(r.X), float32(r.Bottom())))
}

// write opens a field over a cell.
func (t *intake) write(s *plane.Sheet, id widget.TableCellID, c intakeColumn) {
	entry := plane.NewEntry(id, c.text(id.Row), func(text string, by widget.TableCellID, keep bool) {
		s.Close()
		if keep {
			c.write(id.Row, text)
		}
		if by != (widget.TableCellID{}) || !keep {
			t.e.win.Canvas().Focus(s)
			s.To(widget.TableCellID{Row: id.Row + by.Row, Col: id.Col + by.Col})
		}
		s.Refresh()
	})
	s.Write(id, entry)
	t.e.win.Canvas().Focus(entry)
}
