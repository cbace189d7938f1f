package app

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/resources"
)

// press is a quiet button: text, the key that does the same, no border.
type press struct {
	widget.BaseWidget
	landing
	text, key string
	icon      string // of the toolbar; stands alone, or after the text
	primary   bool
	active    bool // drawn as chosen
	off       bool
	small     bool // as high as a line of text
	edged     bool // drawn with an edge, as chips are
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
func (p *press) FocusGained() {
	p.focused = true
	p.Refresh()
	p.arrive(p)
}

// FocusLost implements fyne.Focusable.
func (p *press) FocusLost() { p.focused = false; p.Refresh() }

// ring is the colour around the button the keys are at.
func (p *press) ring() color.Color {
	if p.primary {
		return look.Color("foreground")
	}
	return look.Color("primary")
}

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
	r := &pressRenderer{p: p, back: rect(6), label: newLettering(), key: newLettering(), icon: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.Refresh()
	return r
}

type pressRenderer struct {
	p          *press
	back       *canvas.Rectangle
	label, key *lettering
	icon       *canvas.Image
	shown      string // the icon drawn, with its colour
}

func (r *pressRenderer) Destroy() {}
func (r *pressRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{r.back, r.icon}, r.label.objects(), r.key.objects())
}

const pressPad, pressGap, chipPad = 11, 7, 9

func (r *pressRenderer) MinSize() fyne.Size {
	if r.p.small {
		return fyne.NewSize(max(r.width()+8, 20), 20)
	}
	if r.p.edged {
		return fyne.NewSize(r.width()+2*chipPad, 28)
	}
	return fyne.NewSize(max(r.width()+2*pressPad, 32), 32)
}

// width is that of text, icon and key together.
func (r *pressRenderer) width() float32 {
	w := r.label.min().Width
	for _, more := range []float32{r.iconWidth(), r.key.min().Width} {
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
	next := func(w float32) float32 {
		at := across(x, w, s.Width)
		if w > 0 {
			x += w + pressGap
		}
		return at
	}
	l, k := r.label.min().Width, r.key.min().Width
	r.label.place(next(l), 0, l, s.Height)
	r.icon.Move(fyne.NewPos(next(r.iconWidth()), (s.Height-17)/2))
	r.icon.Resize(fyne.NewSize(r.iconWidth(), 17))
	r.key.place(next(k), 0, k, s.Height)
}

// paint draws the icon in a colour. The arrow of a menu is the toolkit's.
func (r *pressRenderer) paint(c color.Color) {
	if r.p.icon == "" {
		r.icon.Hide()
		return
	}
	want := r.p.icon + look.Hex(c)
	if want == r.shown {
		return
	}
	r.shown = want
	if r.p.icon == "down" {
		r.icon.Resource = theme.MenuDropDownIcon()
	} else if svg, ok := resources.ToolbarIcon(r.p.icon, "#"+look.Hex(c)); ok {
		r.icon.Resource = fyne.NewStaticResource(want+".svg", svg)
	}
	r.icon.Refresh()
}

func (r *pressRenderer) Refresh() {
	p := r.p
	style := p.style
	fore, back := look.Color("foreground"), color.Color(color.Transparent)
	if p.active {
		fore, back = look.Color("primary"), look.Color(look.Tint)
	}
	if p.hovered && !p.off {
		back = look.Color("hover")
	}
	if p.primary {
		fore, back = look.Color("foregroundOnPrimary"), look.Color("primary")
		style = bold
	}
	if p.off {
		fore = look.Color("disabled")
	}
	r.back.FillColor = back
	size := float32(13)
	if p.edged {
		size = 12
	}
	r.label.set(p.text, size, style, fore)
	r.key.set(p.key, 13, fyne.TextStyle{}, look.Color("placeholder"))
	r.back.StrokeWidth, r.back.CornerRadius = 0, 6
	if p.edged {
		r.back.StrokeWidth, r.back.StrokeColor, r.back.CornerRadius = 1, look.Color(look.Hairline), 14
		if p.active {
			r.back.StrokeColor = look.Color("primary")
		}
	}
	if p.focused {
		r.back.StrokeWidth, r.back.StrokeColor = 2, p.ring()
	}
	r.paint(fore)
	r.Layout(p.Size())
	r.back.Refresh()
}

// more is the button under a list that adds to it.
func more(key string, run func()) fyne.CanvasObject {
	return strip(4, newPress("+ "+say.Text(key), "", run))
}
