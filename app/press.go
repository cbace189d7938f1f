package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"touchline.app/resources"
)

// press is a quiet button: text, the key that does the same, no border.
type press struct {
	widget.BaseWidget
	text, key string
	icon      string // of the toolbar; stands alone, or after the text
	primary   bool
	active    bool // drawn as chosen
	off       bool
	small     bool // as high as a line of text
	style     fyne.TextStyle
	run       func()

	hovered, focused bool
}

func newPress(text, key string, run func()) *press {
	p := &press{text: text, key: key, run: run}
	p.ExtendBaseWidget(p)
	return p
}

// enable changes whether the button can be used.
func (p *press) enable(on bool) {
	if p.off == !on {
		return
	}
	p.off = !on
	p.Refresh()
}

func (p *press) setText(s string) {
	if p.text != s {
		p.text = s
		p.Refresh()
	}
}

func (p *press) act() {
	if !p.off && p.run != nil {
		p.run()
	}
}

// Tapped implements fyne.Tappable.
func (p *press) Tapped(*fyne.PointEvent) { p.act() }

// FocusGained implements fyne.Focusable.
func (p *press) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost implements fyne.Focusable.
func (p *press) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune implements fyne.Focusable.
func (p *press) TypedRune(r rune) { passRune(p, r) }

// TypedKey implements fyne.Focusable: space and return press the button.
func (p *press) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.act()
	default:
		passKey(p, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (p *press) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *press) MouseOut() { p.hovered = false; p.Refresh() }

// CreateRenderer implements fyne.Widget.
func (p *press) CreateRenderer() fyne.WidgetRenderer {
	r := &pressRenderer{p: p, back: rect(6), label: canvas.NewText("", color.Black), key: canvas.NewText("", color.Black), icon: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.Refresh()
	return r
}

type pressRenderer struct {
	p          *press
	back       *canvas.Rectangle
	label, key *canvas.Text
	icon       *canvas.Image
	shown      string // the icon drawn, with its colour
}

func (r *pressRenderer) Destroy() {}
func (r *pressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.label, r.key, r.icon}
}

const pressPad, pressGap = 11, 7

func (r *pressRenderer) MinSize() fyne.Size {
	if r.p.small {
		return fyne.NewSize(max(r.width()+8, 20), 20)
	}
	return fyne.NewSize(max(r.width()+2*pressPad, 32), 32)
}

// width is that of text, icon and key together.
func (r *pressRenderer) width() float32 {
	w := r.label.MinSize().Width
	for _, more := range []float32{r.iconWidth(), r.key.MinSize().Width} {
		if more > 0 && w > 0 {
			w += pressGap
		}
		w += more
	}
	return w
}

func (r *pressRenderer) iconWidth() float32 {
	if r.p.icon == "" {
		return 0
	}
	return 17
}

func (r *pressRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	x := (s.Width - r.width()) / 2
	put := func(o fyne.CanvasObject, w, h float32) {
		o.Move(fyne.NewPos(x, (s.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
		if w > 0 {
			x += w + pressGap
		}
	}
	l, k := r.label.MinSize(), r.key.MinSize()
	put(r.label, l.Width, l.Height)
	put(r.icon, r.iconWidth(), 17)
	put(r.key, k.Width, k.Height)
}

// paint draws the icon in a colour. The arrow of a menu is the toolkit's.
func (r *pressRenderer) paint(c color.Color) {
	if r.p.icon == "" {
		r.icon.Hide()
		return
	}
	want := r.p.icon + hexOf(c)
	if want == r.shown {
		return
	}
	r.shown = want
	if r.p.icon == "down" {
		r.icon.Resource = theme.MenuDropDownIcon()
	} else if svg, ok := resources.ToolbarIcon(r.p.icon, "#"+hexOf(c)); ok {
		r.icon.Resource = fyne.NewStaticResource(want+".svg", svg)
	}
	r.icon.Refresh()
}

func (r *pressRenderer) Refresh() {
	p := r.p
	r.label.Text, r.key.Text = p.text, p.key
	r.label.TextSize, r.key.TextSize = 13, 13
	r.label.TextStyle = p.style
	fore, back := themed("foreground"), color.Color(color.Transparent)
	if p.active {
		fore, back = themed("primary"), themed(colorTint)
	}
	if p.hovered && !p.off {
		back = themed("hover")
	}
	if p.primary {
		fore, back = themed("foregroundOnPrimary"), themed("primary")
		r.label.TextStyle = bold
	}
	if p.off {
		fore = themed("disabled")
	}
	r.back.FillColor, r.label.Color, r.key.Color = back, fore, themed("placeholder")
	r.back.StrokeWidth = 0
	if p.focused {
		r.back.StrokeWidth, r.back.StrokeColor = 2, themed("focus")
	}
	r.paint(fore)
	r.Layout(p.Size())
	r.back.Refresh()
	r.label.Refresh()
	r.key.Refresh()
}
