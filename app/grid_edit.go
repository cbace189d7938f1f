package app

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/plane"
	"touchline.app/journey/edit"
)

// How the cells of a grid are changed.

// typed begins to type over a cell.
func (g *gridView[T]) typed(r rune) bool {
	if !unicode.IsGraphic(r) || g.sheet.At.Row >= len(g.rows) {
		return false
	}
	c := &g.columns[g.sheet.At.Col]
	if r == ' ' {
		g.edit(g.sheet.At, "", false)
		return true
	}
	if c.field != "" || c.set != nil {
		g.edit(g.sheet.At, string(r), true)
	}
	return true // no letter means an action here
}

// key sorts by F4; Escape goes back to the map.
func (g *gridView[T]) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyF4:
		g.sortBy(g.sheet.At.Col)
	case fyne.KeyEscape:
		g.e.views.to(viewMap)
	default:
		return false
	}
	return true
}

// edit opens a cell: to type its text or another one over it, to choose, or to
// change what is on or off.
func (g *gridView[T]) edit(id widget.TableCellID, text string, over bool) {
	r, ok := g.row(id.Row)
	if !ok || g.sheet.Entry != nil {
		return
	}
	c := &g.columns[id.Col]
	switch {
	case c.flip != nil:
		c.flip(r)
	case c.choices != nil:
		g.menu(id, c.choices(r))
	case c.field != "" || c.set != nil:
		if !over {
			text = c.text(g.e.doc.Map(), r)
		}
		g.write(id, r, text, over)
	}
}

// write opens a cell to type in. What is typed over the text that was there begins with
// the letter that opened it.
func (g *gridView[T]) write(id widget.TableCellID, r T, text string, over bool) {
	entry := plane.NewEntry(id, text, func(text string, by widget.TableCellID, keep bool) { g.taken(r, text, by, keep) })
	g.sheet.Write(id, entry)
	g.e.win.Canvas().Focus(entry)
	if field := g.columns[id.Col].field; field != "" {
		g.e.writeIn(entry, edit.Ref(ref(r)), field, over)
	}
}

// menu opens what a cell can be under it.
func (g *gridView[T]) menu(id widget.TableCellID, cs []choice) {
	g.sheet.Reveal(id)
	var items []*fyne.MenuItem
	for _, c := range cs {
		items = append(items, fyne.NewMenuItem(c.text, func() {
			c.run(g.e)
			g.e.focusMap()
		}))
	}
	r := g.sheet.Physical(g.sheet.Rect(id))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g.sheet)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), g.e.win.Canvas(), at.AddXY(float32(r.X), float32(r.Bottom())))
}

// taken ends the typing: the text is taken over where keep is set, and the cursor
// goes on.
func (g *gridView[T]) taken(r T, text string, by widget.TableCellID, keep bool) {
	c := &g.columns[g.sheet.Entry.At.Col]
	g.sheet.Close()
	switch {
	case c.field != "":
		g.e.written(keep)
	case keep && text != c.text(g.e.doc.Map(), r):
		if err := c.set(r, text); err != nil {
			g.e.failed(err)
		}
	}
	if g.stale {
		g.refresh()
	}
	if by == (widget.TableCellID{}) && keep {
		return // the keys are elsewhere
	}
	g.e.focusMap()
	g.sheet.To(widget.TableCellID{Row: g.sheet.At.Row + by.Row, Col: g.sheet.At.Col + by.Col})
}

// writeIn writes what is typed into an entry into a field of a row, as one step: what it
// says already too, where it is new.
func (e *editor) writeIn(entry *plane.Entry, row edit.Ref, field string, fresh bool) {
	e.doc.EndGesture()
	entry.OnChanged = func(text string) {
		e.typing(edit.SetText{Row: row, Field: field, Text: text, Gesture: "cell " + field + " " + string(row.ID)})
	}
	if fresh {
		entry.OnChanged(entry.Text)
	}
}

// written ends what writeIn began; what is not to be kept is taken back.
func (e *editor) written(keep bool) {
	if !keep {
		e.doc.TakeBack()
	}
	e.doc.EndGesture()
}
