package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// cellEntry is the field in which a cell of a sheet is typed.
type cellEntry struct {
	widget.Entry
	at   widget.TableCellID
	done func(text string, by widget.TableCellID, keep bool) // nil: it is over
}

func newCellEntry(at widget.TableCellID, text string, done func(string, widget.TableCellID, bool)) *cellEntry {
	e := &cellEntry{at: at, done: done}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.CursorColumn = len([]rune(text))
	return e
}

func (e *cellEntry) end(by widget.TableCellID, keep bool) {
	if done := e.done; done != nil {
		e.done = nil
		done(e.Text, by, keep)
	}
}

// FocusLost implements fyne.Focusable: what was typed is not lost.
func (e *cellEntry) FocusLost() {
	e.Entry.FocusLost()
	e.end(widget.TableCellID{}, true)
}

// TypedKey implements fyne.Focusable: Return and Tab go on to the next cell,
// Escape leaves the cell as it was.
func (e *cellEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.end(widget.TableCellID{Row: 1}, true)
	case fyne.KeyTab:
		e.end(widget.TableCellID{Col: 1}, true)
	case fyne.KeyUp:
		e.end(widget.TableCellID{Row: -1}, true)
	case fyne.KeyDown:
		e.end(widget.TableCellID{Row: 1}, true)
	case fyne.KeyEscape:
		e.end(widget.TableCellID{}, false)
	default:
		e.Entry.TypedKey(k)
	}
}

// AcceptsTab implements fyne.Tabbable.
func (e *cellEntry) AcceptsTab() bool { return true }
