package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// fixed gives its one object a width of its own, whatever it asks for.
type fixed struct{ width float32 }

// Layout implements fyne.Layout.
func (f fixed) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(max(s.Width, f.width), s.Height))
	}
}

// MinSize implements fyne.Layout.
func (f fixed) MinSize(os []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range os {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(f.width, h)
}

// stack lays its objects one under the other with a gap in units.
func stack(gap float32, os ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), os...)
}

// inset leaves room around its object, in units; left is where texts begin.
func inset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	if mirrored() {
		left, right = right, left
	}
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// around puts up to four objects around a fifth without any gap between them.
// Hidden ones take no room; any but the middle may be nil. Left is where texts
// begin: the right side of an interface that runs from the right.
type around struct{ top, bottom, left, right, middle fyne.CanvasObject }

func framed(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	a := &around{top, bottom, left, right, middle}
	c := container.New(a)
	for _, o := range []fyne.CanvasObject{middle, top, bottom, left, right} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

// under puts an object over the room that is left for another. Unlike framed it
// lets the keys go from the one to the other.
func under(top, middle fyne.CanvasObject) *fyne.Container {
	return container.New(&around{top: top, middle: middle}, top, middle)
}

func seen(o fyne.CanvasObject) fyne.Size {
	if o == nil || !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// Layout implements fyne.Layout.
func (a *around) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	t, b, l, r := seen(a.top).Height, seen(a.bottom).Height, seen(a.left).Width, seen(a.right).Width
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if o != nil {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(w, h))
		}
	}
	put(a.top, 0, 0, s.Width, t)
	put(a.bottom, 0, s.Height-b, s.Width, b)
	put(a.left, across(0, l, s.Width), t, l, s.Height-t-b)
	put(a.right, across(s.Width-r, r, s.Width), t, r, s.Height-t-b)
	put(a.middle, across(l, s.Width-l-r, s.Width), t, s.Width-l-r, s.Height-t-b)
}

// MinSize implements fyne.Layout.
func (a *around) MinSize([]fyne.CanvasObject) fyne.Size {
	t, b, l, r, m := seen(a.top), seen(a.bottom), seen(a.left), seen(a.right), seen(a.middle)
	return fyne.NewSize(max(t.Width, b.Width, l.Width+r.Width+m.Width), t.Height+b.Height+max(l.Height, r.Height, m.Height))
}

// plate is an area of one theme colour behind an object, with hairlines where asked.
type plate struct {
	widget.BaseWidget
	fill    fyne.ThemeColorName
	border  fyne.ThemeColorName // empty draws none
	radius  float32
	over    bool // the border is drawn over the content
	content fyne.CanvasObject
}

// outlined draws a hairline over the edge of an object that has none itself.
func outlined(o fyne.CanvasObject) fyne.CanvasObject {
	p := newPlate("", "inputBorder", 6, o)
	p.over = true
	return p
}

func newPlate(fill, border fyne.ThemeColorName, radius float32, content fyne.CanvasObject) *plate {
	p := &plate{fill: fill, border: border, radius: radius, content: content}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *plate) CreateRenderer() fyne.WidgetRenderer {
	r := &plateRenderer{p: p, back: rect(p.radius)}
	r.Refresh()
	return r
}

type plateRenderer struct {
	p    *plate
	back *canvas.Rectangle
}

func (r *plateRenderer) Destroy()           {}
func (r *plateRenderer) MinSize() fyne.Size { return r.p.content.MinSize() }
func (r *plateRenderer) Objects() []fyne.CanvasObject {
	if r.p.over {
		return []fyne.CanvasObject{r.p.content, r.back}
	}
	return []fyne.CanvasObject{r.back, r.p.content}
}

func (r *plateRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.p.content.Resize(s)
}

func (r *plateRenderer) Refresh() {
	if r.p.fill != "" {
		r.back.FillColor = look.Color(r.p.fill)
	}
	r.back.StrokeWidth = 0
	if r.p.border != "" {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color(r.p.border), 1
	}
	r.back.Refresh()
	r.p.content.Refresh()
}

// hairline is a line one unit thick, across or upright.
func hairline() fyne.CanvasObject { return widget.NewSeparator() }

// centred puts its object in the middle of the height, over the whole width.
type centred struct{}

// Layout implements fyne.Layout.
func (centred) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, (s.Height-h)/2))
		o.Resize(fyne.NewSize(s.Width, h))
	}
}

// MinSize implements fyne.Layout.
func (centred) MinSize(os []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range os {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(200, h)
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func title(text string) fyne.CanvasObject { return newInk(text, 14, bold, "foreground").narrow(40) }

// amid puts its one object a little above the middle, where an empty map has its
// empty curves.
type amid struct{ width, edge float32 }

// Layout implements fyne.Layout.
func (l amid) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		w := min(l.width, s.Width-2*l.edge)
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos((s.Width-w)/2, (s.Height-h)*0.45))
	}
}

// MinSize implements fyne.Layout.
func (l amid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// middling puts its object in the middle of the height, as wide as it asks for.
type middling struct{}

// Layout implements fyne.Layout.
func (middling) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		m := o.MinSize()
		o.Move(fyne.NewPos(0, (s.Height-m.Height)/2))
		o.Resize(m)
	}
}

// MinSize implements fyne.Layout.
func (middling) MinSize(os []fyne.CanvasObject) fyne.Size { return os[0].MinSize() }
