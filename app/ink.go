package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/app/say"
)

// ink is a line of text without the padding of a label. It follows the theme
// and ends in an ellipsis where it has too little room.
type ink struct {
	widget.BaseWidget
	text  string
	size  float32
	style fyne.TextStyle
	color fyne.ThemeColorName
	least float32 // the least width it asks for; 0 asks for the whole text
	align fyne.TextAlign
}

func newInk(text string, size float32, style fyne.TextStyle, color fyne.ThemeColorName) *ink {
	i := &ink{text: text, size: size, style: style, color: color}
	i.ExtendBaseWidget(i)
	return i
}

// narrow lets the text be cut down to the given width.
func (i *ink) narrow(least float32) *ink {
	i.least = least
	return i
}

func (i *ink) set(text string, color fyne.ThemeColorName) {
	if i.text == text && i.color == color {
		return
	}
	i.text, i.color = text, color
	i.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (i *ink) CreateRenderer() fyne.WidgetRenderer {
	r := &inkRenderer{i: i, t: newLettering()}
	r.Refresh()
	return r
}

type inkRenderer struct {
	i *ink
	t *lettering
}

func (r *inkRenderer) Destroy()                     {}
func (r *inkRenderer) Objects() []fyne.CanvasObject { return r.t.objects() }

func (r *inkRenderer) MinSize() fyne.Size {
	s := measure(r.i.text, r.i.size, r.i.style)
	if r.i.least > 0 {
		s.Width = min(s.Width, r.i.least)
	}
	return s
}

func (r *inkRenderer) Layout(s fyne.Size) { r.t.place(0, 0, s.Width, s.Height) }

func (r *inkRenderer) Refresh() {
	i := r.i
	r.t.set(i.text, i.size, i.style, look.Color(i.color))
	r.t.align = i.align
	if i.align == fyne.TextAlignLeading {
		r.t.align = leading()
	}
	r.Layout(i.Size())
}

// The few kinds of text the interface uses.

var bold = fyne.TextStyle{Bold: true}

// heading is a small capital line over a group of fields.
func heading(text string) *ink { return newInk(say.Upper(text), 11, bold, look.Grey).narrow(40) }

// caption is the name of a field.
func caption(text string) *ink { return newInk(text, 11.5, fyne.TextStyle{}, look.Grey).narrow(30) }

// rect is a rectangle that follows the theme when its owner refreshes it.
func rect(radius float32) *canvas.Rectangle {
	r := &canvas.Rectangle{}
	r.CornerRadius = radius
	return r
}
