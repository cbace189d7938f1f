package app

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// The size of a card of the start screen and of the picture on it.
const (
	cardWidth   = 216
	cardPicture = 136
	cardHeight  = cardPicture + 50
)

// card is a map to begin or go on with: its picture, its name and where it is.
type card struct {
	widget.BaseWidget
	text, note string
	off        bool // it cannot be opened
	picture    *canvas.Image
	run        func()
	remove     func()                  // takes the card away; nil: it stays
	menu       func() []*fyne.MenuItem // what else can be done with it; nil: nothing

	hovered, focused bool
}

func newCard(text, note string, run func()) *card {
	c := &card{text: text, note: note, run: run, picture: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}}
	c.ExtendBaseWidget(c)
	return c
}

// show puts a picture on the card.
func (c *card) show(img image.Image) {
	c.picture.Image = img
	c.picture.Refresh()
}

// lose says that the card's file cannot be opened, and why.
func (c *card) lose(why string) {
	c.note, c.off = why, true
	c.Refresh()
}

// cross is the size of the mark in the upper corner of a card that takes it away.
const cross = 26

// Tapped implements fyne.Tappable.
func (c *card) Tapped(at *fyne.PointEvent) {
	if c.remove != nil && at != nil && at.Position.X > c.Size().Width-cross && at.Position.Y < cross {
		c.remove()
		return
	}
	c.run()
}

// TappedSecondary implements fyne.SecondaryTappable.
func (c *card) TappedSecondary(at *fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); c.menu != nil && canvas != nil {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", c.menu()...), canvas, at.AbsolutePosition)
	}
}

// FocusGained implements fyne.Focusable.
func (c *card) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *card) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *card) TypedRune(r rune) { passRune(c, r) }

// TypedKey implements fyne.Focusable.
func (c *card) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.run()
	case fyne.KeyDelete, fyne.KeyBackspace:
		if c.remove != nil {
			c.remove()
		}
	default:
		passKey(c, k)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *card) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *card) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor implements desktop.Cursorable.
func (c *card) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{
		c: c, back: rect(8), line: canvas.NewRectangle(color.Transparent),
		label: newLettering(), note: newLettering(),
		spot: rect(cross / 2), cross: canvas.NewText("×", color.Black),
	}
	r.Refresh()
	return r
}

type cardRenderer struct {
	c           *card
	back, line  *canvas.Rectangle
	label, note *lettering
	spot        *canvas.Rectangle // under the cross
	cross       *canvas.Text
}

func (r *cardRenderer) Destroy()           {}
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(cardWidth, cardHeight) }
func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{r.back, r.c.picture, r.line}, r.label.objects(), r.note.objects(), []fyne.CanvasObject{r.spot, r.cross})
}

func (r *cardRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.c.picture.Move(fyne.NewPos(3, 3))
	r.c.picture.Resize(fyne.NewSize(s.Width-6, cardPicture-4))
	r.line.Move(fyne.NewPos(0, cardPicture))
	r.line.Resize(fyne.NewSize(s.Width, 1))
	r.spot.Move(fyne.NewPos(s.Width-cross-2, 3))
	r.spot.Resize(fyne.NewSize(cross-1, cross-1))
	x := r.cross.MinSize()
	r.cross.Move(r.spot.Position().AddXY((cross-1-x.Width)/2, (cross-1-x.Height)/2))
	r.cross.Resize(x)
	put := func(l *lettering, y float32) {
		l.align = leading()
		l.place(11, y, s.Width-22, l.min().Height)
	}
	if r.c.note == "" {
		put(r.label, cardPicture+16)
	} else {
		put(r.label, cardPicture+8)
	}
	put(r.note, cardPicture+26)
}

func (r *cardRenderer) Refresh() {
	c := r.c
	ink, grey := look.Color("foreground"), look.Color(look.Grey)
	if c.off {
		ink, grey = grey, look.Color("error")
	}
	r.label.set(c.text, 13, bold, ink)
	r.note.set(c.note, 11.5, fyne.TextStyle{}, grey)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = look.Color("inputBackground"), look.Color(look.Hairline), 1
	if c.hovered {
		r.back.StrokeColor = look.Color("primary")
	}
	if c.focused {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color("primary"), 2
	}
	r.line.FillColor = look.Color(look.Hairline)
	r.spot.FillColor, r.cross.Color, r.cross.TextSize = look.Color(look.Tint), look.Color("foreground"), 15
	removable := c.remove != nil && (c.off || c.hovered || c.focused)
	show(r.spot, removable)
	show(r.cross, removable)
	r.Layout(c.Size())
	for _, o := range []fyne.CanvasObject{r.back, c.picture, r.line} {
		o.Refresh()
	}
}
