package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// banner is a line over the map that says what happened without taking the focus,
// with what can be done about it. Of several messages the last one that is bad is
// seen first; the others wait.
type banner struct {
	text    *widget.Label
	buttons *fyne.Container
	plate   *plate
	object  *fyne.Container
	moved   func() // called when the line came or went, to make room for it
	waiting []message
}

// message is what a banner says.
type message struct {
	about    string // what it is about; a later one of the same replaces it
	text     string
	bad      bool
	remedies []remedy
}

// remedy is a button of a banner.
type remedy struct {
	text string
	run  func()
}

func newBanner(moved func()) *banner {
	b := &banner{moved: moved, text: widget.NewLabel(""), buttons: strip(4)}
	b.text.Wrapping = fyne.TextWrapWord
	b.text.Selectable = true
	b.plate = newPlate(look.Tint, look.Hairline, 8, inset(2, 8, 2, 8, container.NewBorder(nil, nil, nil, container.New(middling{}, b.buttons), b.text)))
	b.object = container.NewStack(b.plate)
	b.object.Hide()
	return b
}

// say shows a message until it is dismissed or cleared.
func (b *banner) say(about, text string, bad bool, rs ...remedy) {
	b.forget(about)
	b.waiting = append(b.waiting, message{about, text, bad, rs})
	b.show()
}

// clear takes the message away that is about the given thing.
func (b *banner) clear(about string) {
	if b.forget(about) {
		b.show()
	}
}

// says reports whether a message about the given thing waits or is seen.
func (b *banner) says(about string) bool {
	return slices.ContainsFunc(b.waiting, func(m message) bool { return m.about == about })
}

func (b *banner) forget(about string) bool {
	n := len(b.waiting)
	b.waiting = slices.DeleteFunc(b.waiting, func(m message) bool { return m.about == about })
	return len(b.waiting) < n
}

// foremost returns the message that is seen.
func (b *banner) foremost() message {
	for i := len(b.waiting) - 1; i >= 0; i-- {
		if b.waiting[i].bad {
			return b.waiting[i]
		}
	}
	return b.waiting[len(b.waiting)-1]
}

// show shows the foremost message, or nothing.
func (b *banner) show() {
	was := b.object.Visible()
	if len(b.waiting) == 0 {
		b.object.Hide()
	} else {
		m := b.foremost()
		b.plate.fill = look.Tint
		if m.bad {
			b.plate.fill = look.Pain
		}
		b.text.SetText(m.text)
		b.buttons.RemoveAll()
		for _, r := range m.remedies {
			b.buttons.Add(newPress(r.text, "", r.run))
		}
		b.buttons.Add(newPress("×", "", func() { b.clear(m.about) }))
		b.plate.Refresh()
		b.object.Show()
	}
	if was != b.object.Visible() {
		b.moved()
	}
}
