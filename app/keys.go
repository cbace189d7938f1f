package app

import (
	"fyne.io/fyne/v2"
)

// passKey gives a key that a focused object does not use to the window.
func passKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(e)
	}
}

// passRune gives a character that a focused object does not use to the window.
func passRune(o fyne.CanvasObject, r rune) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if f := c.OnTypedRune(); f != nil {
		f(r)
	}
}
