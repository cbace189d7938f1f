package kit

import "fyne.io/fyne/v2/driver/desktop"

// pointed is the part of a widget that shows when the pointer is over it.
type pointed struct {
	hovered bool
	refresh func() // of the widget
}

// MouseIn implements desktop.Hoverable.
func (p *pointed) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.refresh() }

// MouseMoved implements desktop.Hoverable.
func (p *pointed) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *pointed) MouseOut() { p.hovered = false; p.refresh() }
