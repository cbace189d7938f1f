package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/app/say"
)

// hint says on the board how to begin a map that has no touchpoints yet. It is
// part of the window, not of the map: no export has it. Clicks go through it.
type hint struct {
	object fyne.CanvasObject
}

func newHint() *hint {
	text := widget.NewLabel(say.Text("hint.empty"))
	text.Wrapping = fyne.TextWrapWord
	text.Alignment = fyne.TextAlignCenter
	plate := newPlate(look.Tint, look.Hairline, 9, inset(6, 12, 6, 12, text))
	return &hint{object: container.New(amid{width: 520, edge: 28}, plate)}
}

// refresh shows the hint while there are no touchpoints.
func (h *hint) refresh(touchpoints int) { show(h.object, touchpoints == 0) }
