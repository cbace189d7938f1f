package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/app/say"
)

// Ink is a line of text without the padding of a label. It follows the theme
// and ends in an ellipsis where it has too little room.
type Ink struct {
	widget.BaseWidget
	Text     string
	TextSize float32
	Style    fyne.TextStyle
	Color    fyne.ThemeColorName
	least    float32  // the least width it asks for; 0 asks for the whole text
	room     []string // texts it always has room for
	Align    fyne.TextAlign
}

// NewInk returns a line of text; size is in units.
func NewInk(text string, size float32, style fyne.TextStyle, color fyne.ThemeColorName) *Ink {
	i := &Ink{Text: text, TextSize: size, Style: style, Color: color}
	i.ExtendBaseWidget(i)
	return i
}

// Narrow lets the text be cut down to the given width.
func (i *Ink) Narrow(least float32) *Ink {
	i.least = least
	return i
}

// Room keeps as much room as the widest of the texts takes, so that nothing beside it
// moves when it shows another one of them.
func (i *Ink) Room(texts ...string) *Ink {
	i.room = texts
	return i
}

// Set shows another text in another colour.
func (i *Ink) Set(text string, color fyne.ThemeColorName) {
	if i.Text == text && i.Color == color {
		return
	}
	i.Text, i.Color = text, color
	i.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (i *Ink) CreateRenderer() fyne.WidgetRenderer {
	r := &inkRenderer{i: i, t: newLettering()}
	r.Refresh()
	return r
}

type inkRenderer struct {
	i *Ink
	t *lettering
}

func (r *inkRenderer) Destroy()                     {}
func (r *inkRenderer) Objects() []fyne.CanvasObject { return r.t.objects() }

func (r *inkRenderer) MinSize() fyne.Size {
	s := measure(r.i.Text, r.i.TextSize, r.i.Style)
	if r.i.least > 0 {
		s.Width = min(s.Width, r.i.least)
	}
	for _, t := range r.i.room {
		s.Width = max(s.Width, measure(t, r.i.TextSize, r.i.Style).Width)
	}
	return s
}

func (r *inkRenderer) Layout(s fyne.Size) { r.t.place(0, 0, s.Width, s.Height) }

func (r *inkRenderer) Refresh() {
	i := r.i
	r.t.set(i.Text, i.TextSize, i.Style, look.Color(i.Color))
	r.t.align = i.Align
	if i.Align == fyne.TextAlignLeading {
		r.t.align = Leading()
	}
	r.Layout(i.Size())
}

// The few kinds of text the interface uses.

// Bold is how headings and names are set.
var Bold = fyne.TextStyle{Bold: true}

// Heading is a small capital line over a group of fields.
func Heading(text string) *Ink { return NewInk(say.Upper(text), 11, Bold, look.Grey).Narrow(40) }

// Caption is the name of a field.
func Caption(text string) *Ink { return NewInk(text, 11.5, fyne.TextStyle{}, look.Grey).Narrow(30) }

// Rect is a rectangle that follows the theme when its owner refreshes it.
func Rect(radius float32) *canvas.Rectangle {
	r := &canvas.Rectangle{}
	r.CornerRadius = radius
	return r
}
