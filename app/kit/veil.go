package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Veil lies over the window and takes what is clicked on.
type Veil struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

// NewVeil puts a veil behind an object, which it holds in its middle.
func NewVeil(content fyne.CanvasObject) *Veil {
	v := &Veil{content: content}
	v.ExtendBaseWidget(v)
	return v
}

// Tapped implements fyne.Tappable.
func (v *Veil) Tapped(*fyne.PointEvent) {}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *Veil) TappedSecondary(*fyne.PointEvent) {}

// Dragged implements fyne.Draggable.
func (v *Veil) Dragged(*fyne.DragEvent) {}

// DragEnd implements fyne.Draggable.
func (v *Veil) DragEnd() {}

// Scrolled implements fyne.Scrollable.
func (v *Veil) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer implements fyne.Widget.
func (v *Veil) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewCenter(v.content))
}
