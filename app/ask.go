package app

import "fyne.io/fyne/v2/dialog"

// ask shows a dialog. Escape closes it.
func (e *editor) ask(d dialog.Dialog) {
	e.asked = d
	d.Show()
}

// asks reports whether a dialog or a menu has the keys.
func (e *editor) asks() bool { return e.win.Canvas().Overlays().Top() != nil }

// dismiss closes the dialog that is open, as if it had been cancelled.
func (e *editor) dismiss() {
	if e.asked != nil {
		e.asked.Hide()
		e.asked = nil
	}
}
