package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// hint says on the board how to begin a map that has no touchpoints yet. It is
// part of the window, not of the map: no export has it. Clicks go through it.
type hint struct {
	object fyne.CanvasObject
}

func newHint() *hint {
	text := widget.NewLabel(say("hint.empty"))
	text.Wrapping = fyne.TextWrapWord
	text.Alignment = fyne.TextAlignCenter
	plate := newPlate(colorTint, colorHairline, 9, inset(6, 12, 6, 12, text))
	return &hint{object: container.New(low{width: 520, edge: 28}, plate)}
}

// refresh shows the hint while there are no touchpoints.
func (h *hint) refresh(touchpoints int) { show(h.object, touchpoints == 0) }

// low puts its one object in the middle of the lower edge.
type low struct{ width, edge float32 }

// Layout implements fyne.Layout.
func (l low) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		w := min(l.width, s.Width-2*l.edge)
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos((s.Width-w)/2, s.Height-h-l.edge))
	}
}

// MinSize implements fyne.Layout.
func (l low) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
