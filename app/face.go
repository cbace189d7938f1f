package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// cellLook is how a cell looks: a text, and a number on a coloured ground behind it.
type cellLook struct {
	text        string
	color       fyne.ThemeColorName // empty: the foreground
	style       fyne.TextStyle
	pill        string
	ground, ink color.Color // of the pill
	right       float32     // how far from the left the pill stands
	chosen      bool        // the keys are here
	entry       fyne.CanvasObject
	run         func() // what a click on it does; nil: the sheet's own
}

// face is a cell of a sheet as it is drawn.
type face struct {
	widget.BaseWidget
	cellLook
	id widget.TableCellID // the cell it draws
}

func newFace() *face {
	f := &face{}
	f.ExtendBaseWidget(f)
	return f
}

// show draws the cell in another way.
func (f *face) show(l cellLook) {
	f.cellLook = l
	f.Refresh()
}

// headFace is a cell of the head of a sheet; it can be clicked.
type headFace struct{ face }

func newHeadFace() *headFace {
	f := &headFace{}
	f.ExtendBaseWidget(f)
	return f
}

// Tapped implements fyne.Tappable.
func (f *headFace) Tapped(*fyne.PointEvent) {
	if f.run != nil {
		f.run()
	}
}

// CreateRenderer implements fyne.Widget.
func (f *face) CreateRenderer() fyne.WidgetRenderer {
	r := &faceRenderer{f: f, back: rect(4), text: canvas.NewText("", color.Black), plate: rect(4), pill: canvas.NewText("", color.Black)}
	r.Refresh()
	return r
}

type faceRenderer struct {
	f           *face
	back, plate *canvas.Rectangle
	text, pill  *canvas.Text
}

func (r *faceRenderer) Destroy()           {}
func (r *faceRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 30) }

func (r *faceRenderer) Objects() []fyne.CanvasObject {
	os := []fyne.CanvasObject{r.text, r.plate, r.pill, r.back}
	if r.f.entry != nil {
		os = append(os, r.f.entry)
	}
	return os
}

const (
	facePad   = 8
	pillWidth = 46
)

func (r *faceRenderer) Layout(s fyne.Size) {
	r.back.Move(fyne.NewPos(1, 1))
	r.back.Resize(s.SubtractWidthHeight(2, 2))
	r.text.Text = shorten(r.f.text, s.Width-2*facePad, 13, r.f.style)
	m := r.text.MinSize()
	r.text.Move(fyne.NewPos(facePad, (s.Height-m.Height)/2))
	r.text.Resize(m)
	w := min(float32(pillWidth), s.Width-2*4)
	r.plate.Move(fyne.NewPos(facePad+r.f.right, 4))
	r.plate.Resize(fyne.NewSize(w, s.Height-8))
	p := r.pill.MinSize()
	r.pill.Move(fyne.NewPos(facePad+r.f.right+(w-p.Width)/2, (s.Height-p.Height)/2))
	r.pill.Resize(p)
	if r.f.entry != nil {
		r.f.entry.Move(fyne.NewPos(0, 0))
		r.f.entry.Resize(s)
	}
}

func (r *faceRenderer) Refresh() {
	f := r.f
	name := f.color
	if name == "" {
		name = "foreground"
	}
	r.text.Color, r.text.TextSize, r.text.TextStyle, r.text.Text = themed(name), 13, f.style, f.text
	r.back.FillColor, r.back.StrokeWidth = color.Transparent, 0
	if f.chosen {
		r.back.StrokeColor, r.back.StrokeWidth = themed("primary"), 2
	}
	r.plate.FillColor, r.pill.Text = color.Transparent, f.pill
	if f.pill != "" {
		r.plate.FillColor, r.pill.Color = f.ground, f.ink
		r.pill.TextSize, r.pill.TextStyle = 12, bold
	}
	r.Layout(f.Size())
	for _, o := range []fyne.CanvasObject{r.back, r.text, r.plate, r.pill} {
		o.Refresh()
	}
}
