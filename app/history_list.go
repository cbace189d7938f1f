package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
)

// lines is a list of which only what is seen is drawn. The arrow keys and a click
// choose a line.
type lines struct {
	widget.List
	at      int
	chosen  func(int)
	taken   func(int)      // a click or Return chose a line, after chosen; may be nil
	skip    func(int) bool // nil: every line can be chosen
	focused bool
}

func newLines(count func() int, draw func(int, *lineFace), chosen func(int)) *lines {
	l := &lines{chosen: chosen}
	l.HideSeparators = true
	l.Length = count
	l.CreateItem = func() fyne.CanvasObject { return newLineFace() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		f := o.(*lineFace)
		f.run = func() { l.take(i) }
		f.chosen, f.focused = i == l.at, l.focused
		draw(i, f)
		f.show()
	}
	l.ExtendBaseWidget(l)
	return l
}

// choose goes to a line, if it is one to be chosen.
func (l *lines) choose(i int) {
	if i < 0 || i >= l.Length() || l.skip != nil && l.skip(i) {
		return
	}
	l.at = i
	l.ScrollTo(i)
	l.Refresh()
	l.chosen(i)
}

// take chooses a line and does what it is there for.
func (l *lines) take(i int) {
	if l.choose(i); l.taken != nil && i >= 0 && i == l.at {
		l.taken(i)
	}
}

// near returns the line that can be chosen nearest to i, rather one after it; -1
// where there is none.
func (l *lines) near(i int) int {
	for at := max(i, 0); at < l.Length(); at++ {
		if l.skip == nil || !l.skip(at) {
			return at
		}
	}
	for at := min(i, l.Length()) - 1; at >= 0; at-- {
		if l.skip == nil || !l.skip(at) {
			return at
		}
	}
	return -1
}

// step goes on to the next line that can be chosen.
func (l *lines) step(by int) {
	for i := l.at + by; i >= 0 && i < l.Length(); i += by {
		if l.skip == nil || !l.skip(i) {
			l.choose(i)
			return
		}
	}
}

// FocusGained implements fyne.Focusable.
func (l *lines) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost implements fyne.Focusable.
func (l *lines) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune implements fyne.Focusable: no letter means an action here.
func (l *lines) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *lines) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		l.step(1)
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyHome:
		l.at = -1
		l.step(1)
	case fyne.KeyEnd:
		l.at = l.Length()
		l.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.take(l.at)
	default:
		kit.PassKey(l, k)
	}
}

// lineFace is a line of a list as it is drawn: a sign in a colour, a text, and in
// grey what goes with it.
type lineFace struct {
	widget.BaseWidget
	sign, text, note string
	signColor, color fyne.ThemeColorName
	signPaint        color.Color // in place of signColor; nil: none
	style            fyne.TextStyle
	heading          bool
	chosen, focused  bool
	run              func()
	signText         *canvas.Text
	inkOf, end       *kit.Ink
	back             *kit.Plate
}

func newLineFace() *lineFace {
	f := &lineFace{
		signText: canvas.NewText("", color.Black), inkOf: kit.NewInk("", 13, fyne.TextStyle{}, "foreground").Narrow(60),
		end: kit.NewInk("", 11.5, fyne.TextStyle{}, look.Grey),
	}
	body := kit.Framed(nil, nil, container.New(kit.Fixed{Width: 16}, container.New(kit.Centred{}, f.signText)), container.New(kit.Middling{}, f.end), container.New(kit.Centred{}, f.inkOf))
	f.back = kit.NewPlate("", "", 6, kit.Inset(0, 8, 0, 8, body))
	f.ExtendBaseWidget(f)
	return f
}

// show draws what the fields say.
func (f *lineFace) show() {
	shade := f.color
	if shade == "" {
		shade = "foreground"
	}
	f.inkOf.Style, f.inkOf.TextSize = f.style, 13
	text := f.text
	if f.heading {
		f.inkOf.Style, f.inkOf.TextSize, shade, text = kit.Bold, 11, look.Grey, say.Upper(text)
	}
	f.signText.Alignment = kit.Leading()
	f.signText.Text, f.signText.TextSize, f.signText.TextStyle, f.signText.Color = f.sign, 14, kit.Bold, f.signPaint
	if f.signPaint == nil {
		f.signText.Color = look.Color(f.signColor)
	}
	f.inkOf.Text, f.inkOf.Color = text, shade
	f.end.Text = f.note
	f.back.Fill, f.back.Border = look.Panel, ""
	if f.chosen {
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
func (f *lineFace) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.Inset(0, 8, 0, 8, f.back))
}

// MinSize implements fyne.CanvasObject: all lines are of one height.
func (f *lineFace) MinSize() fyne.Size { return fyne.NewSize(120, 29) }

// Tapped implements fyne.Tappable.
func (f *lineFace) Tapped(*fyne.PointEvent) {
	if f.run != nil && !f.heading {
		f.run()
	}
}

// Cursor implements desktop.Cursorable.
func (f *lineFace) Cursor() desktop.Cursor {
	if f.heading {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
