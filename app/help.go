package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/say"
)

// showAbout says what the program is.
func (e *editor) showAbout() {
	version := say.OrElse(e.app.Metadata().Version, "0.1")
	text := widget.NewLabel(say.Text("about.text", "Version", version))
	text.Wrapping = fyne.TextWrapWord
	box := container.New(kit.Fixed{Width: 420}, text)
	e.ask(dialog.NewCustom(say.Text("action.about"), say.Text("dialog.close"), box, e.win))
}
