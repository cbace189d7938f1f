package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// veil lies over the window and takes what is clicked on.
type veil struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

func newVeil(content fyne.CanvasObject) *veil {
	v := &veil{content: content}
	v.ExtendBaseWidget(v)
	return v
}

// Tapped implements fyne.Tappable.
func (v *veil) Tapped(*fyne.PointEvent) {}

// TappedSecondary implements fyne.SecondaryTappable.
func (v *veil) TappedSecondary(*fyne.PointEvent) {}

// Dragged implements fyne.Draggable.
func (v *veil) Dragged(*fyne.DragEvent) {}

// DragEnd implements fyne.Draggable.
func (v *veil) DragEnd() {}

// Scrolled implements fyne.Scrollable.
func (v *veil) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer implements fyne.Widget.
func (v *veil) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewCenter(v.content))
}
