package app

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/journey"
)

// feltFace is a face that shows a valence: by its mouth, not by its colour alone.
type feltFace struct {
	widget.BaseWidget
	known bool
	value float64
}

func newFeltFace() *feltFace {
	f := &feltFace{}
	f.ExtendBaseWidget(f)
	return f
}

func (f *feltFace) set(v float64, known bool) {
	if f.value != v || f.known != known {
		f.value, f.known = v, known
		f.Refresh()
	}
}

// feltSize is the height and width of a face, mouthParts the lines of its mouth.
const (
	feltSize   = 20
	mouthParts = 4
)

// CreateRenderer implements fyne.Widget.
func (f *feltFace) CreateRenderer() fyne.WidgetRenderer {
	r := &feltRenderer{f: f, head: &canvas.Circle{}, eyes: [2]*canvas.Circle{{}, {}}}
	for i := range r.mouth {
		r.mouth[i] = &canvas.Line{StrokeWidth: 1.8}
	}
	r.Refresh()
	return r
}

type feltRenderer struct {
	f     *feltFace
	head  *canvas.Circle
	eyes  [2]*canvas.Circle
	mouth [mouthParts]*canvas.Line
}

func (r *feltRenderer) Destroy()           {}
func (r *feltRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(feltSize) }
func (r *feltRenderer) Objects() []fyne.CanvasObject {
	os := []fyne.CanvasObject{r.head, r.eyes[0], r.eyes[1]}
	for _, l := range r.mouth {
		os = append(os, l)
	}
	return os
}

func (r *feltRenderer) Layout(s fyne.Size) {
	top := (s.Height - feltSize) / 2
	r.head.Move(fyne.NewPos(1, top+1))
	r.head.Resize(fyne.NewSquareSize(feltSize - 2))
	for i, x := range []float32{6.2, 11.2} {
		r.eyes[i].Move(fyne.NewPos(x, top+6.2))
		r.eyes[i].Resize(fyne.NewSquareSize(2.6))
	}
	at := func(i int) fyne.Position {
		t := float64(i)/mouthParts*2 - 1 // -1 left .. +1 right
		bend := r.f.value / journey.MaxValence * 3.2
		return fyne.NewPos(float32(feltSize/2+t*4.4), top+float32(13.2+bend*(0.5-t*t)))
	}
	for i, l := range r.mouth {
		l.Position1, l.Position2 = at(i), at(i+1)
	}
}

func (r *feltRenderer) Refresh() {
	ink, fill := themed("foreground"), color.Color(color.Transparent)
	switch {
	case !r.f.known:
		ink = themed("disabled")
	case math.Round(r.f.value) < 0:
		fill = themed(colorPain)
	case math.Round(r.f.value) > 0:
		fill = themed(colorChance)
	}
	r.head.FillColor, r.head.StrokeColor, r.head.StrokeWidth = fill, ink, 1.4
	for _, e := range r.eyes {
		e.FillColor = ink
	}
	for _, l := range r.mouth {
		l.StrokeColor = ink
		l.Hidden = !r.f.known
	}
	r.Layout(r.f.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
