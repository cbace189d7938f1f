package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// Banner is a line over the map that says what happened without taking the focus,
// with what can be done about it. Of several messages the last one that is bad is
// seen first; the others wait.
type Banner struct {
	Text    *widget.Label
	drawn   *Prose // in the place of Text where the toolkit sets that wrong
	Buttons *fyne.Container
	Plate   *Plate
	Object  *fyne.Container
	moved   func() // called when the line came or went, to make room for it
	waiting []Message
}

// Message is what a banner says.
type Message struct {
	About    string // what it is about; a later one of the same replaces it
	text     string
	bad      bool
	remedies []Remedy
}

// Remedy is a button of a banner.
type Remedy struct {
	Text string
	Run  func()
}

// NewBanner returns a banner that is not seen yet; moved is called when it comes or goes.
func NewBanner(moved func()) *Banner {
	b := &Banner{moved: moved, Text: widget.NewLabel(""), drawn: newProse("", theme.ColorNameForeground, theme.SizeNameText), Buttons: Strip(4)}
	b.Text.Wrapping = fyne.TextWrapWord
	b.Text.Selectable = true
	b.Plate = NewPlate(look.Tint, look.Hairline, 8, Inset(2, 8, 2, 8, Framed(nil, nil, nil, container.New(Middling{}, b.Buttons), container.NewStack(b.Text, b.drawn))))
	b.Object = container.NewStack(b.Plate)
	b.Object.Hide()
	return b
}

// Say shows a message until it is dismissed or cleared.
func (b *Banner) Say(about, text string, bad bool, rs ...Remedy) {
	b.forget(about)
	b.waiting = append(b.waiting, Message{about, text, bad, rs})
	b.show()
}

// Clear takes the message away that is about the given thing.
func (b *Banner) Clear(about string) {
	if b.forget(about) {
		b.show()
	}
}

// Says reports whether a message about the given thing waits or is seen.
func (b *Banner) Says(about string) bool {
	return slices.ContainsFunc(b.waiting, func(m Message) bool { return m.About == about })
}

func (b *Banner) forget(about string) bool {
	n := len(b.waiting)
	b.waiting = slices.DeleteFunc(b.waiting, func(m Message) bool { return m.About == about })
	return len(b.waiting) < n
}

// Foremost returns the message that is seen.
func (b *Banner) Foremost() Message {
	for i := len(b.waiting) - 1; i >= 0; i-- {
		if b.waiting[i].bad {
			return b.waiting[i]
		}
	}
	return b.waiting[len(b.waiting)-1]
}

// show shows the foremost message, or nothing.
func (b *Banner) show() {
	was := b.Object.Visible()
	if len(b.waiting) == 0 {
		b.Object.Hide()
	} else {
		m := b.Foremost()
		b.Plate.Fill = look.Tint
		if m.bad {
			b.Plate.Fill = look.Pain
		}
		b.Text.SetText(m.text)
		b.drawn.Set(m.text)
		Show(b.drawn, beyondToolkit(m.text))
		Show(b.Text, !beyondToolkit(m.text))
		b.Buttons.RemoveAll()
		for _, r := range m.remedies {
			b.Buttons.Add(NewPress(r.Text, "", r.Run))
		}
		b.Buttons.Add(NewPress("×", "", func() { b.Clear(m.About) }))
		b.Plate.Refresh()
		b.Object.Show()
	}
	if was != b.Object.Visible() {
		b.moved()
	}
}
