package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// mapKeys are the keys of the canvas, which stand in no menu.
var mapKeys = []string{"drag", "pan", "wheel", "zoom", "step", "escape", "presenting"}

// showKeys lists every key.
func (e *editor) showKeys() {
	rows := container.New(&evenly{gap: 24})
	left, right := stack(7), stack(7)
	for i := range e.table {
		a := &e.table[i]
		if a.shortcut != nil {
			left.Add(keyRow(say(a.key), keyText(a.shortcut)))
		}
	}
	for _, k := range mapKeys {
		right.Add(keyRow(say("keys."+k), say("keys."+k+".key")))
	}
	rows.Add(left)
	rows.Add(right)
	scroll := container.NewVScroll(inset(8, 16, 8, 8, rows))
	scroll.SetMinSize(fyne.NewSize(760, 470))
	e.ask(dialog.NewCustom(say("action.keys"), say("dialog.close"), scroll, e.win))
}

func keyRow(text, key string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, newInk(key, 12, fyne.TextStyle{}, colorGrey), newInk(text, 13, fyne.TextStyle{}, "foreground").narrow(80))
}

// showAbout says what the program is.
func (e *editor) showAbout() {
	version := orElse(e.app.Metadata().Version, "0.1")
	text := widget.NewLabel(say("about.text", "Version", version))
	text.Wrapping = fyne.TextWrapWord
	box := container.New(fixed{420}, text)
	e.ask(dialog.NewCustom(say("action.about"), say("dialog.close"), box, e.win))
}
