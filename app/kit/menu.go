package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// openMenu opens the menu of an object at a place of the window; nil is none.
func openMenu(o fyne.CanvasObject, menu func() []*fyne.MenuItem, at fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); menu != nil && c != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", menu()...), c, at)
	}
}

// menuKey opens the menu of an object in its middle where the key asks for it, as
// on the map, and reports whether it does.
func menuKey(o fyne.CanvasObject, menu func() []*fyne.MenuItem, k *fyne.KeyEvent) bool {
	if menu == nil || k.Name != desktop.KeyMenu && (k.Name != fyne.KeyF10 || !Shifted()) {
		return false
	}
	s := o.Size()
	openMenu(o, menu, fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(s.Width/2, s.Height/2))
	return true
}
