package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// Fixed gives its one object a width of its own, whatever it asks for.
type Fixed struct{ Width float32 }

// Layout implements fyne.Layout.
func (f Fixed) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(max(s.Width, f.Width), s.Height))
	}
}

// MinSize implements fyne.Layout.
func (f Fixed) MinSize(os []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range os {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(f.Width, h)
}

// Stack lays its objects one under the other with a gap in units.
func Stack(gap float32, os ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), os...)
}

// Inset leaves room around its object, in units; left is where texts begin.
func Inset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	if mirrored() {
		left, right = right, left
	}
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// Around puts up to four objects around a fifth without any gap between them.
// Hidden ones take no room; any but the middle may be nil. Left is where texts
// begin: the right side of an interface that runs from the right.
type Around struct{ Top, Bottom, Left, right, Middle fyne.CanvasObject }

// Framed puts objects around another one; any but the middle may be nil.
func Framed(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	a := &Around{top, bottom, left, right, middle}
	c := container.New(a)
	for _, o := range []fyne.CanvasObject{middle, top, bottom, left, right} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

// Under puts an object over the room that is left for another. Unlike framed it
// lets the keys go from the one to the other.
func Under(top, middle fyne.CanvasObject) *fyne.Container {
	return container.New(&Around{Top: top, Middle: middle}, top, middle)
}

// Seen is the least size of an object, nothing where it is hidden or nil.
func Seen(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// Layout implements fyne.Layout.
func (a *Around) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	t, b, l, r := Seen(a.Top).Height, Seen(a.Bottom).Height, Seen(a.Left).Width, Seen(a.right).Width
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if o != nil {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
	}
	put(a.Top, 0, 0, s.Width, t)
	put(a.Bottom, 0, s.Height-b, s.Width, b)
	put(a.Left, Across(0, l, s.Width), t, l, s.Height-t-b)
	put(a.right, Across(s.Width-r, r, s.Width), t, r, s.Height-t-b)
	put(a.Middle, Across(l, s.Width-l-r, s.Width), t, s.Width-l-r, s.Height-t-b)
}

// MinSize implements fyne.Layout.
func (a *Around) MinSize([]fyne.CanvasObject) fyne.Size {
	t, b, l, r, m := Seen(a.Top), Seen(a.Bottom), Seen(a.Left), Seen(a.right), Seen(a.Middle)
	return fyne.NewSize(max(t.Width, b.Width, l.Width+r.Width+m.Width), t.Height+b.Height+max(l.Height, r.Height, m.Height))
}

// Plate is an area of one theme colour behind an object, with hairlines where asked.
type Plate struct {
	widget.BaseWidget
	Fill    fyne.ThemeColorName
	Border  fyne.ThemeColorName // empty draws none
	radius  float32
	over    bool // the border is drawn over the content
	Content fyne.CanvasObject
}

// Outlined draws a hairline over the edge of an object that has none itself.
func Outlined(o fyne.CanvasObject) fyne.CanvasObject {
	p := NewPlate("", "inputBorder", 6, o)
	p.over = true
	return p
}

// NewPlate puts a plate behind an object; fill and border may be empty, radius is in units.
func NewPlate(fill, border fyne.ThemeColorName, radius float32, content fyne.CanvasObject) *Plate {
	p := &Plate{Fill: fill, Border: border, radius: radius, Content: content}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Plate) CreateRenderer() fyne.WidgetRenderer {
	r := &plateRenderer{p: p, back: Rect(p.radius)}
	r.Refresh()
	return r
}

type plateRenderer struct {
	p    *Plate
	back *canvas.Rectangle
}

func (r *plateRenderer) Destroy()           {}
func (r *plateRenderer) MinSize() fyne.Size { return r.p.Content.MinSize() }
func (r *plateRenderer) Objects() []fyne.CanvasObject {
	if r.p.over {
		return []fyne.CanvasObject{r.p.Content, r.back}
	}
	return []fyne.CanvasObject{r.back, r.p.Content}
}

func (r *plateRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.p.Content.Resize(s)
}

func (r *plateRenderer) Refresh() {
	if r.p.Fill != "" {
		r.back.FillColor = look.Color(r.p.Fill)
	}
	r.back.StrokeWidth = 0
	if r.p.Border != "" {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color(r.p.Border), 1
	}
	r.back.Refresh()
	r.p.Content.Refresh()
}

// Hairline is a line one unit thick, across or upright.
func Hairline() fyne.CanvasObject { return widget.NewSeparator() }

// Centred puts its object in the middle of the height, over the whole width.
type Centred struct{}

// Layout implements fyne.Layout.
func (Centred) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, (s.Height-h)/2))
		o.Resize(fyne.NewSize(s.Width, h))
	}
}

// MinSize implements fyne.Layout.
func (Centred) MinSize(os []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range os {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(200, h)
}

// Show shows or hides an object.
func Show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// Title is the line over all fields of a thing.
func Title(text string) fyne.CanvasObject { return NewInk(text, 14, Bold, "foreground").Narrow(40) }

// Amid puts its one object a little above the middle, where an empty map has its
// empty curves.
type Amid struct{ Width, Edge float32 }

// Layout implements fyne.Layout.
func (l Amid) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		w := min(l.Width, s.Width-2*l.Edge)
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos((s.Width-w)/2, (s.Height-h)*0.45))
	}
}

// MinSize implements fyne.Layout.
func (l Amid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// Middling puts its object in the middle of the height, as wide as it asks for.
type Middling struct{}

// Layout implements fyne.Layout.
func (Middling) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		m := o.MinSize()
		o.Move(fyne.NewPos(0, (s.Height-m.Height)/2))
		o.Resize(m)
	}
}

// MinSize implements fyne.Layout.
func (Middling) MinSize(os []fyne.CanvasObject) fyne.Size { return os[0].MinSize() }
