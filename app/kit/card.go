package kit

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
	CardWidth   = 216
	CardPicture = 136
	CardHeight  = CardPicture + 50
)

// Card is a map to begin or go on with: its picture, its name and where it is.
type Card struct {
	widget.BaseWidget
	Text, Note string
	Off        bool // it cannot be opened
	Shown      *canvas.Image
	Run        func()
	Remove     func()                  // takes the card away; nil: it stays
	Menu       func() []*fyne.MenuItem // what else can be done with it; nil: nothing

	hovered, focused bool
}

// NewCard returns a card with a text and a note under it; run is what a click does.
func NewCard(text, note string, run func()) *Card {
	c := &Card{Text: text, Note: note, Run: run, Shown: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}}
	c.ExtendBaseWidget(c)
	return c
}

// Picture puts a picture on the card.
func (c *Card) Picture(img image.Image) {
	c.Shown.Image = img
	c.Shown.Refresh()
}

// Lose says that the card's file cannot be opened, and why.
func (c *Card) Lose(why string) {
	c.Note, c.Off = why, true
	c.Refresh()
}

// cross is the size of the mark in the upper corner of a card that takes it away.
const cross = 26

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(at *fyne.PointEvent) {
	if c.Remove != nil && at != nil && at.Position.X > c.Size().Width-cross && at.Position.Y < cross {
		c.Remove()
		return
	}
	c.Run()
}

// TappedSecondary implements fyne.SecondaryTappable.
func (c *Card) TappedSecondary(at *fyne.PointEvent) { openMenu(c, c.Menu, at.AbsolutePosition) }

// FocusGained implements fyne.Focusable.
func (c *Card) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *Card) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Card) TypedRune(r rune) { PassRune(c, r) }

// TypedKey implements fyne.Focusable.
func (c *Card) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Run()
	case fyne.KeyDelete, fyne.KeyBackspace:
		if c.Remove != nil {
			c.Remove()
		}
	default:
		if !menuKey(c, c.Menu, k) {
			PassKey(c, k)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Card) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *Card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Card) MouseOut() { c.hovered = false; c.Refresh() }

// Cursor implements desktop.Cursorable.
func (c *Card) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{
		c: c, back: Rect(8), line: canvas.NewRectangle(color.Transparent),
		label: newLettering(), note: newLettering(),
		spot: Rect(cross / 2), cross: canvas.NewText("×", color.Black),
	}
	r.Refresh()
	return r
}

type cardRenderer struct {
	c           *Card
	back, line  *canvas.Rectangle
	label, note *lettering
	spot        *canvas.Rectangle // under the cross
	cross       *canvas.Text
}

func (r *cardRenderer) Destroy()           {}
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(CardWidth, CardHeight) }
func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{r.back, r.c.Shown, r.line}, r.label.objects(), r.note.objects(), []fyne.CanvasObject{r.spot, r.cross})
}

func (r *cardRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.c.Shown.Move(fyne.NewPos(3, 3))
	r.c.Shown.Resize(fyne.NewSize(s.Width-6, CardPicture-4))
	r.line.Move(fyne.NewPos(0, CardPicture))
	r.line.Resize(fyne.NewSize(s.Width, 1))
	r.spot.Move(fyne.NewPos(s.Width-cross-2, 3))
	r.spot.Resize(fyne.NewSize(cross-1, cross-1))
	x := r.cross.MinSize()
	r.cross.Move(r.spot.Position().AddXY((cross-1-x.Width)/2, (cross-1-x.Height)/2))
	r.cross.Resize(x)
	put := func(l *lettering, y float32) {
		l.align = Leading()
		l.place(11, y, s.Width-22, l.min().Height)
	}
	if r.c.Note == "" {
		put(r.label, CardPicture+16)
	} else {
		put(r.label, CardPicture+8)
	}
	put(r.note, CardPicture+26)
}

func (r *cardRenderer) Refresh() {
	c := r.c
	ink, grey := look.Color("foreground"), look.Color(look.Grey)
	if c.Off {
		ink, grey = grey, look.Color("error")
	}
	r.label.set(c.Text, 13, Bold, ink)
	r.note.set(c.Note, 11.5, fyne.TextStyle{}, grey)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = look.Color("inputBackground"), look.Color(look.Hairline), 1
	if c.hovered {
		r.back.StrokeColor = look.Color("primary")
	}
	if c.focused {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color("primary"), 2
	}
	r.line.FillColor = look.Color(look.Hairline)
	r.spot.FillColor, r.cross.Color, r.cross.TextSize = look.Color(look.Tint), look.Color("foreground"), 15
	removable := c.Remove != nil && (c.Off || c.hovered || c.focused)
	Show(r.spot, removable)
	Show(r.cross, removable)
	r.Layout(c.Size())
	for _, o := range []fyne.CanvasObject{r.back, c.Shown, r.line} {
		o.Refresh()
	}
}
