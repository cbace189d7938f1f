package app

import (
	"image/color"
	"slices"

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
	r := &faceRenderer{f: f, back: rect(4), text: newLettering(), plate: rect(4), pill: newLettering()}
	r.Refresh()
	return r
}

type faceRenderer struct {
	f           *face
	back, plate *canvas.Rectangle
	text, pill  *lettering
}

func (r *faceRenderer) Destroy()           {}
func (r *faceRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 30) }

func (r *faceRenderer) Objects() []fyne.CanvasObject {
	os := slices.Concat(r.text.objects(), []fyne.CanvasObject{r.plate}, r.pill.objects(), []fyne.CanvasObject{r.back})
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
	r.text.align = leading()
	r.text.place(facePad, 0, s.Width-2*facePad, s.Height)
	w := min(float32(pillWidth), s.Width-2*4)
	r.plate.Move(fyne.NewPos(facePad+r.f.right, 4))
	r.plate.Resize(fyne.NewSize(w, s.Height-8))
	r.pill.align = fyne.TextAlignCenter
	r.pill.place(facePad+r.f.right, 0, w, s.Height)
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
	r.text.set(f.text, 13, f.style, themed(name))
	r.back.FillColor, r.back.StrokeWidth = color.Transparent, 0
	if f.chosen {
		r.back.StrokeColor, r.back.StrokeWidth = themed("primary"), 2
	}
	r.plate.FillColor = color.Transparent
	r.pill.set(f.pill, 12, bold, color.Black)
	if f.pill != "" {
		r.plate.FillColor = f.ground
		r.pill.set(f.pill, 12, bold, f.ink)
	}
	r.Layout(f.Size())
	r.back.Refresh()
	r.plate.Refresh()
}
