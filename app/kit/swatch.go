package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// Swatch is a colour to be chosen by a click.
type Swatch struct {
	widget.BaseWidget
	Landing
	hex     string
	chosen  bool // it is the colour of the row
	focused bool
	run     func()
}

// NewSwatch returns a swatch of a colour such as #1A73E8; empty is none.
func NewSwatch(hex string, run func()) *Swatch {
	s := &Swatch{hex: hex, run: run}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (s *Swatch) Tapped(*fyne.PointEvent) { s.run() }

// Choose says whether it is the colour of the row.
func (s *Swatch) Choose(is bool) {
	if s.chosen != is {
		s.chosen = is
		s.Refresh()
	}
}

// FocusGained implements fyne.Focusable.
func (s *Swatch) FocusGained() {
	s.focused = true
	s.Refresh()
	s.arrive(s)
}

// FocusLost implements fyne.Focusable.
func (s *Swatch) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *Swatch) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Swatch) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.run()
	default:
		passFunctionKey(s, k)
	}
}

const swatchSize = 26

// CreateRenderer implements fyne.Widget. The swatch without a colour is hollow.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{s: s, ring: Rect(7), back: Rect(5)}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	s          *Swatch
	ring, back *canvas.Rectangle
}

func (r *swatchRenderer) Destroy()           {}
func (r *swatchRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(swatchSize) }
func (r *swatchRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.back}
}

func (r *swatchRenderer) Layout(s fyne.Size) {
	r.ring.Resize(s)
	r.back.Move(fyne.NewPos(3, 3))
	r.back.Resize(s.SubtractWidthHeight(6, 6))
}

func (r *swatchRenderer) Refresh() {
	c, _ := look.ParseHex(r.s.hex)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = c, look.Color("inputBorder"), 1
	r.ring.FillColor, r.ring.StrokeWidth = color.Transparent, 0
	if r.s.chosen {
		r.ring.StrokeColor, r.ring.StrokeWidth = look.Color("foreground"), 1.4
	}
	if r.s.focused {
		r.ring.StrokeColor, r.ring.StrokeWidth = look.Color("primary"), 2.4
	}
	r.back.Refresh()
	r.ring.Refresh()
}
