package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/app/say"
)

// List is a list of which only what is seen is drawn. The arrow keys and a click
// choose a line.
type List struct {
	widget.List
	At      int
	chosen  func(int)
	Taken   func(int)      // a click or Return chose a line, after chosen; may be nil
	Skip    func(int) bool // nil: every line can be chosen
	focused bool
}

// NewList returns a list of as many lines as count says, each drawn by draw; chosen
// hears of the line that is chosen.
func NewList(count func() int, draw func(int, *Line), chosen func(int)) *List {
	l := &List{chosen: chosen}
	l.HideSeparators = true
	l.Length = count
	l.CreateItem = func() fyne.CanvasObject { return newLineFace() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		f := o.(*Line)
		f.run = func() { l.take(i) }
		f.Chosen, f.focused = i == l.At, l.focused
		draw(i, f)
		f.show()
	}
	l.ExtendBaseWidget(l)
	return l
}

// Choose goes to a line, if it is one to be chosen.
func (l *List) Choose(i int) {
	if i < 0 || i >= l.Length() || l.Skip != nil && l.Skip(i) {
		return
	}
	l.At = i
	l.ScrollTo(i)
	l.Refresh()
	l.chosen(i)
}

// take chooses a line and does what it is there for.
func (l *List) take(i int) {
	if l.Choose(i); l.Taken != nil && i >= 0 && i == l.At {
		l.Taken(i)
	}
}

// Near returns the line that can be chosen nearest to i, rather one after it; -1
// where there is none.
func (l *List) Near(i int) int {
	for at := max(i, 0); at < l.Length(); at++ {
		if l.Skip == nil || !l.Skip(at) {
			return at
		}
	}
	for at := min(i, l.Length()) - 1; at >= 0; at-- {
		if l.Skip == nil || !l.Skip(at) {
			return at
		}
	}
	return -1
}

// step goes on to the next line that can be chosen.
func (l *List) step(by int) {
	for i := l.At + by; i >= 0 && i < l.Length(); i += by {
		if l.Skip == nil || !l.Skip(i) {
			l.Choose(i)
			return
		}
	}
}

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune implements fyne.Focusable: no letter means an action here.
func (l *List) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		l.step(1)
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyHome:
		l.At = -1
		l.step(1)
	case fyne.KeyEnd:
		l.At = l.Length()
		l.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.take(l.At)
	default:
		PassKey(l, k)
	}
}

// Line is a line of a list as it is drawn: a sign in a colour, a text, and in
// grey what goes with it.
type Line struct {
	widget.BaseWidget
	Sign, Text, Note string
	SignColor, Color fyne.ThemeColorName
	SignPaint        color.Color // in place of signColor; nil: none
	Style            fyne.TextStyle
	Heading          bool
	Chosen, focused  bool
	run              func()
	signText         *canvas.Text
	inkOf, end       *Ink
	back             *Plate
}

func newLineFace() *Line {
	f := &Line{
		signText: canvas.NewText("", color.Black), inkOf: NewInk("", 13, fyne.TextStyle{}, "foreground").Narrow(60),
		end: NewInk("", 11.5, fyne.TextStyle{}, look.Grey),
	}
	body := Framed(nil, nil, container.New(Fixed{Width: 16}, container.New(Centred{}, f.signText)), container.New(Middling{}, f.end), container.New(Centred{}, f.inkOf))
	f.back = NewPlate("", "", 6, Inset(0, 8, 0, 8, body))
	f.ExtendBaseWidget(f)
	return f
}

// show draws what the fields say.
func (f *Line) show() {
	shade := f.Color
	if shade == "" {
		shade = "foreground"
	}
	f.inkOf.Style, f.inkOf.TextSize = f.Style, 13
	text := f.Text
	if f.Heading {
		f.inkOf.Style, f.inkOf.TextSize, shade, text = Bold, 11, look.Grey, say.Upper(text)
	}
	f.signText.Alignment = Leading()
	f.signText.Text, f.signText.TextSize, f.signText.TextStyle, f.signText.Color = f.Sign, 14, Bold, f.SignPaint
	if f.SignPaint == nil {
		f.signText.Color = look.Color(f.SignColor)
	}
	f.inkOf.Text, f.inkOf.Color = text, shade
	f.end.Text = f.Note
	f.back.Fill, f.back.Border = look.Panel, ""
	if f.Chosen {
		f.back.Fill = look.Tint
		if f.focused {
			f.back.Border = "primary"
		}
	}
	for _, o := range []fyne.CanvasObject{f.signText, f.inkOf, f.end, f.back} {
		o.Refresh()
	}
	f.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *Line) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Inset(0, 8, 0, 8, f.back))
}

// MinSize implements fyne.CanvasObject: all lines are of one height.
func (f *Line) MinSize() fyne.Size { return fyne.NewSize(120, 29) }

// Tapped implements fyne.Tappable.
func (f *Line) Tapped(*fyne.PointEvent) {
	if f.run != nil && !f.Heading {
		f.run()
	}
}

// Cursor implements desktop.Cursorable.
func (f *Line) Cursor() desktop.Cursor {
	if f.Heading {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
