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
	return &hint{object: container.New(amid{width: 520, edge: 28}, plate)}
}

// refresh shows the hint while there are no touchpoints.
func (h *hint) refresh(touchpoints int) { show(h.object, touchpoints == 0) }

// amid puts its one object a little above the middle, where an empty map has its
// empty curves.
type amid struct{ width, edge float32 }

// Layout implements fyne.Layout.
func (l amid) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		w := min(l.width, s.Width-2*l.edge)
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos((s.Width-w)/2, (s.Height-h)*0.45))
	}
}

// MinSize implements fyne.Layout.
func (l amid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
