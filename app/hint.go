package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
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
	plate := kit.NewPlate(look.Tint, look.Hairline, 9, kit.Inset(6, 12, 6, 12, text))
	return &hint{object: container.New(kit.Amid{Width: 520, Edge: 28}, plate)}
}

// refresh shows the hint while there are no touchpoints.
func (h *hint) refresh(touchpoints int) { kit.Show(h.object, touchpoints == 0) }
