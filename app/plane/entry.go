package plane

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Entry is the field in which a cell of a sheet is typed.
type Entry struct {
	widget.Entry
	At   widget.TableCellID
	done func(text string, by widget.TableCellID, keep bool) // nil: it is over
}

// NewEntry returns a field with a text; done hears once how it ended: the text, by how many cells to
// go on, and whether the text is kept.
func NewEntry(at widget.TableCellID, text string, done func(string, widget.TableCellID, bool)) *Entry {
	e := &Entry{At: at, done: done}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.CursorColumn = len([]rune(text))
	return e
}

// End ends what is typed; by is how many cells to go on.
func (e *Entry) End(by widget.TableCellID, keep bool) {
	if done := e.done; done != nil {
		e.done = nil
		done(e.Text, by, keep)
	}
}

// FocusLost implements fyne.Focusable: what was typed is not lost.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.End(widget.TableCellID{}, true)
}

// TypedKey implements fyne.Focusable: Return and Tab go on to the next cell,
// Escape leaves the cell as it was.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.End(widget.TableCellID{Row: 1}, true)
	case fyne.KeyTab:
		e.End(widget.TableCellID{Col: 1}, true)
	case fyne.KeyUp:
		e.End(widget.TableCellID{Row: -1}, true)
	case fyne.KeyDown:
		e.End(widget.TableCellID{Row: 1}, true)
	case fyne.KeyEscape:
		e.End(widget.TableCellID{}, false)
	default:
		e.Entry.TypedKey(k)
	}
}

// AcceptsTab implements fyne.Tabbable.
func (e *Entry) AcceptsTab() bool { return true }
