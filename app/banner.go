package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// banner is a line under the toolbar that says what happened without taking
// the focus, with what can be done about it.
type banner struct {
	text    *widget.Label
	buttons *fyne.Container
	plate   *plate
	object  *fyne.Container
	moved   func() // called when the line came or went, to make room for it
	about   string // what the message is about; a later one of the same replaces it
}

// remedy is a button of a banner.
type remedy struct {
	text string
	run  func()
}

func newBanner(moved func()) *banner {
	b := &banner{moved: moved, text: widget.NewLabel(""), buttons: strip(4)}
	b.text.Truncation = fyne.TextTruncateEllipsis
	b.text.Selectable = true
	b.plate = newPlate(colorTint, "", 0, inset(2, 8, 2, 8, flank(nil, b.buttons, b.text)))
	b.object = container.NewStack(b.plate)
	b.object.Hide()
	return b
}

// say shows a message until it is dismissed or cleared.
func (b *banner) say(about, text string, bad bool, rs ...remedy) {
	b.about = about
	b.plate.fill = colorTint
	if bad {
		b.plate.fill = colorPain
	}
	b.text.SetText(text)
	b.buttons.RemoveAll()
	for _, r := range rs {
		b.buttons.Add(newPress(r.text, "", r.run))
	}
	b.buttons.Add(newPress("×", "", func() { b.clear(about) }))
	b.plate.Refresh()
	if !b.object.Visible() {
		b.object.Show()
		b.moved()
	}
}

// clear takes the message away where it is about the given thing.
func (b *banner) clear(about string) {
	if b.about == about {
		b.about = ""
		b.object.Hide()
		b.moved()
	}
}
