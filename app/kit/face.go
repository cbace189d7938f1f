package kit

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Face is a face that shows a valence: by its mouth, not by its colour alone.
type Face struct {
	widget.BaseWidget
	Known bool
	Value float64
}

// NewFace returns a face of a valence that is not known.
func NewFace() *Face {
	f := &Face{}
	f.ExtendBaseWidget(f)
	return f
}

// Set shows another valence, from -2 to +2, or that there is none.
func (f *Face) Set(v float64, known bool) {
	if f.Value != v || f.Known != known {
		f.Value, f.Known = v, known
		f.Refresh()
	}
}

// feltSize is the height and width of a face, in units.
const feltSize = 20

// CreateRenderer implements fyne.Widget.
func (f *Face) CreateRenderer() fyne.WidgetRenderer {
	return &feltRenderer{f: f, picture: canvas.NewRaster(f.paint)}
}

type feltRenderer struct {
	f       *Face
	picture *canvas.Raster
}

func (r *feltRenderer) Destroy()                     {}
func (r *feltRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(feltSize) }
func (r *feltRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.picture} }
func (r *feltRenderer) Refresh()                     { r.picture.Refresh() }

func (r *feltRenderer) Layout(s fyne.Size) {
	r.picture.Move(fyne.NewPos(0, (s.Height-feltSize)/2))
	r.picture.Resize(fyne.NewSquareSize(feltSize))
}

// paint draws the face into a picture of w by h device pixels.
func (f *Face) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if h <= 0 {
		return img
	}
	ink, fill := look.SceneColor(look.Color("foreground")), scene.Color{}
	switch {
	case !f.Known:
		ink = look.SceneColor(look.Color("disabled"))
	case math.Round(f.Value) < 0:
		fill = look.SceneColor(look.Color(look.Pain))
	case math.Round(f.Value) > 0:
		fill = look.SceneColor(look.Color(look.Chance))
	}
	paintOnto(img, float64(h)/feltSize, func(p scene.Painter) {
		head := scene.Rect{X: 1.2, Y: 1.2, W: feltSize - 2.4, H: feltSize - 2.4}
		p.Rect(head, head.W/2, fill)
		p.Stroke(scene.Rounded(head, head.W/2), scene.Stroke{Color: ink, Width: 1.4})
		for _, x := range []float64{5.9, 11.5} {
			p.Rect(scene.Rect{X: x, Y: 6.4, W: 2.6, H: 2.6}, 1.3, ink)
		}
		if f.Known {
			p.Stroke(f.mouth(), scene.Stroke{Color: ink, Width: 1.6})
		}
	})
	return img
}

// mouth is a curve that bends upward or downward with the valence.
func (f *Face) mouth() scene.Path {
	bend := f.Value / journey.MaxValence * 3.4
	side, low := 13.4-bend*0.55, 13.4+bend*0.75
	return scene.Path{}.Move(5.6, side).Cubic(7.6, low, 12.4, low, 14.4, side)
}
