package kit

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

// Press is a quiet button: text, the key that does the same, no border.
type Press struct {
	widget.BaseWidget
	Landing
	Text, key string
	Icon      string // of the toolbar; stands alone, or after the text
	Primary   bool
	Active    bool // drawn as chosen
	Off       bool
	Small     bool // as high as a line of text
	Edged     bool // drawn with an edge, as chips are
	Style     fyne.TextStyle
	Run       func()

	hovered, focused bool
}

// NewPress returns a button; key is shown after the text and may be empty.
func NewPress(text, key string, run func()) *Press {
	p := &Press{Text: text, key: key, Run: run}
	p.ExtendBaseWidget(p)
	return p
}

// Enable changes whether the button can be used.
func (p *Press) Enable(on bool) {
	if p.Off == !on {
		return
	}
	p.Off = !on
	p.Refresh()
}

// SetText shows another text.
func (p *Press) SetText(s string) {
	if p.Text != s {
		p.Text = s
		p.Refresh()
	}
}

// Act does what a click does: nothing while the button is off.
func (p *Press) Act() {
	if !p.Off && p.Run != nil {
		p.Run()
	}
}

// Tapped implements fyne.Tappable.
func (p *Press) Tapped(*fyne.PointEvent) { p.Act() }

// FocusGained implements fyne.Focusable.
func (p *Press) FocusGained() {
	p.focused = true
	p.Refresh()
	p.arrive(p)
}

// FocusLost implements fyne.Focusable.
func (p *Press) FocusLost() { p.focused = false; p.Refresh() }

// ring is the colour around the button the keys are at.
func (p *Press) ring() color.Color {
	if p.Primary {
		return look.Color("foreground")
	}
	return look.Color("primary")
}

// TypedRune implements fyne.Focusable.
func (p *Press) TypedRune(r rune) { PassRune(p, r) }

// TypedKey implements fyne.Focusable: space and return press the button.
func (p *Press) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Act()
	default:
		PassKey(p, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (p *Press) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (p *Press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *Press) MouseOut() { p.hovered = false; p.Refresh() }

// CreateRenderer implements fyne.Widget.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	r := &pressRenderer{p: p, back: Rect(6), label: newLettering(), key: newLettering(), icon: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.Refresh()
	return r
}

type pressRenderer struct {
	p          *Press
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
	if r.p.Small {
		return fyne.NewSize(max(r.width()+8, 20), 20)
	}
	if r.p.Edged {
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
	if r.p.Icon == "" {
		return 0
	}
	return 17
}

func (r *pressRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	x := (s.Width - r.width()) / 2
	next := func(w float32) float32 {
		at := Across(x, w, s.Width)
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
	if r.p.Icon == "" {
		r.icon.Hide()
		return
	}
	want := r.p.Icon + look.Hex(c)
	if want == r.shown {
		return
	}
	r.shown = want
	if r.p.Icon == "down" {
		r.icon.Resource = theme.MenuDropDownIcon()
	} else if svg, ok := resources.ToolbarIcon(r.p.Icon, "#"+look.Hex(c)); ok {
		r.icon.Resource = fyne.NewStaticResource(want+".svg", svg)
	}
	r.icon.Refresh()
}

func (r *pressRenderer) Refresh() {
	p := r.p
	style := p.Style
	fore, back := look.Color("foreground"), color.Color(color.Transparent)
	if p.Active {
		fore, back = look.Color("primary"), look.Color(look.Tint)
	}
	if p.hovered && !p.Off {
		back = look.Color("hover")
	}
	if p.Primary {
		fore, back = look.Color("foregroundOnPrimary"), look.Color("primary")
		style = Bold
	}
	if p.Off {
		fore = look.Color("disabled")
	}
	r.back.FillColor = back
	size := float32(13)
	if p.Edged {
		size = 12
	}
	r.label.set(p.Text, size, style, fore)
	r.key.set(p.key, 13, fyne.TextStyle{}, look.Color("placeholder"))
	r.back.StrokeWidth, r.back.CornerRadius = 0, 6
	if p.Edged {
		r.back.StrokeWidth, r.back.StrokeColor, r.back.CornerRadius = 1, look.Color(look.Hairline), 14
		if p.Active {
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

// More is the button under a list that adds to it.
func More(key string, run func()) fyne.CanvasObject {
	return Strip(4, NewPress("+ "+say.Text(key), "", run))
}
