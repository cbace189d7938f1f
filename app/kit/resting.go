package kit

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// While a field has the keys the toolkit shows its text, with words of both
// directions out of order. At rest a text from the right is drawn over it in
// order, beginning at the right.

// CreateRenderer implements fyne.Widget.
func (e *Field) CreateRenderer() fyne.WidgetRenderer {
	r := &restingRenderer{WidgetRenderer: e.Entry.CreateRenderer(), e: e, cover: Rect(5)}
	r.picture = canvas.NewRaster(e.paint)
	r.update()
	return r
}

type restingRenderer struct {
	fyne.WidgetRenderer
	e       *Field
	cover   *canvas.Rectangle
	picture *canvas.Raster
}

// Objects implements fyne.WidgetRenderer.
func (r *restingRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat(r.WidgetRenderer.Objects(), []fyne.CanvasObject{r.cover, r.picture})
}

// Layout implements fyne.WidgetRenderer.
func (r *restingRenderer) Layout(s fyne.Size) {
	r.WidgetRenderer.Layout(s)
	edge := theme.InputBorderSize() + 1
	for _, o := range []fyne.CanvasObject{r.cover, r.picture} {
		o.Move(fyne.NewSquareOffsetPos(edge))
		o.Resize(s.SubtractWidthHeight(2*edge, 2*edge))
	}
}

// Refresh implements fyne.WidgetRenderer.
func (r *restingRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.update()
}

func (r *restingRenderer) update() {
	_, on := r.e.resting()
	r.cover.FillColor = look.Color("inputBackground")
	Show(r.cover, on)
	Show(r.picture, on)
	if on {
		r.cover.Refresh()
		r.picture.Refresh()
	}
}

// resting returns the text that is drawn over the field, and whether any is.
func (e *Field) resting() (string, bool) {
	shown := say.OrElse(e.Text, e.PlaceHolder)
	return shown, !e.Focused && e.Icon == nil && hasFromRight(shown)
}

// paint draws the lines of the text into a picture of w by h device pixels.
func (e *Field) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	shown, on := e.resting()
	edge := theme.InputBorderSize() + 1
	room := e.Size().SubtractWidthHeight(2*edge, 2*edge)
	if !on || room.Height <= 0 || room.Width <= 0 {
		return img
	}
	size := float64(theme.TextSize())
	pad := float64(theme.InnerPadding() - edge + 1)
	width := float64(room.Width) - 2*pad
	lines := []*text.Line{text.Embedded().Line(Shorten(shown, float32(width), theme.TextSize(), fyne.TextStyle{}), text.Regular)}
	if e.MultiLine {
		lines = text.Embedded().Wrap(shown, text.Regular, width/size)
	}
	ink := look.SceneColor(look.Color("foreground"))
	if e.Text == "" {
		ink = look.SceneColor(look.Color("placeholder"))
	}
	high := (float64(room.Height) - 2*pad + 2) / float64(max(e.rows, 1))
	base := pad - 1 + (high-float64(measure("x", theme.TextSize(), fyne.TextStyle{}).Height))/2 + float64(baseline(theme.TextSize(), fyne.TextStyle{}))
	paintOnto(img, float64(h)/float64(room.Height), func(p scene.Painter) {
		for i, l := range lines[:min(len(lines), max(e.rows, 1))] {
			x := pad
			if l.RTL {
				x = pad + width - l.W*size
			}
			p.Text(l, scene.Point{X: x, Y: base + float64(i)*high}, size, ink)
		}
	})
	return img
}
