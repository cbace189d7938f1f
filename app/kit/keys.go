package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// PassKey gives a key that a focused object does not use to the window.
func PassKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(e)
	}
}

// Shifted reports whether Shift is held.
func Shifted() bool { return Modifiers()&fyne.KeyModifierShift != 0 }

// passFunctionKey gives the window the keys that mean the same wherever the keys
// are: a focused object keeps the others, so that none acts on the map meanwhile.
func passFunctionKey(o fyne.CanvasObject, k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyEscape:
		PassKey(o, k)
	}
}

// PassRune gives a character that a focused object does not use to the window.
func PassRune(o fyne.CanvasObject, r rune) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if f := c.OnTypedRune(); f != nil {
		f(r)
	}
}

// Modifiers are the keys held down with others.
func Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
