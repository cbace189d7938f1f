package plane

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// Plane is a part of the window that is drawn as the map is: by its fonts, in its
// colours, from the right where it runs from the right. What is drawn is one
// picture, however much there is to see.
type Plane struct {
	widget.BaseWidget
	theme func() scene.Theme
	RTL   func() bool
	draw  func(*Brush)

	image   *canvas.Image
	painter *raster.Painter
	lines   map[lineKey]*text.Line
	over    fyne.CanvasObject // lies over the picture; nil: nothing
	overAt  scene.Rect
}

// Host is what a plane stands in, and says how it is drawn.
type Host interface {
	MapTheme() scene.Theme
	RightToLeft() bool // the map runs from the right
}

// On makes the plane; what embeds it extends it. draw is called whenever it is drawn.
func (p *Plane) On(h Host, draw func(*Brush)) {
	p.theme, p.RTL, p.draw = h.MapTheme, h.RightToLeft, draw
	p.image = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	p.painter = raster.New()
}

// Lay puts an object over the picture.
func (p *Plane) Lay(o fyne.CanvasObject, at scene.Rect) {
	p.over, p.overAt = o, at
	p.Refresh()
}

// Lift takes the object away that lies over the picture.
func (p *Plane) Lift() { p.Lay(nil, scene.Rect{}) }

// CreateRenderer implements fyne.Widget.
func (p *Plane) CreateRenderer() fyne.WidgetRenderer { return &planeRenderer{p} }

type planeRenderer struct{ p *Plane }

func (r *planeRenderer) Destroy()           {}
func (r *planeRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 120) }
func (r *planeRenderer) Layout(fyne.Size)   { r.Refresh() }

func (r *planeRenderer) Objects() []fyne.CanvasObject {
	if r.p.over == nil {
		return []fyne.CanvasObject{r.p.image}
	}
	return []fyne.CanvasObject{r.p.image, r.p.over}
}

// Refresh draws the picture anew, in the pixels of the screen.
func (r *planeRenderer) Refresh() {
	p, scale := r.p, float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.image); c != nil {
		scale = c.Scale()
	}
	size := p.Size()
	w, h := int(math.Ceil(float64(size.Width*scale))), int(math.Ceil(float64(size.Height*scale)))
	if w < 1 || h < 1 {
		return
	}
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	raster.Tile(p.painter, p.picture(), img, 0, 0, float64(scale))
	p.image.Image = img
	p.image.Resize(fyne.NewSize(float32(w)/scale, float32(h)/scale))
	if p.over != nil {
		at := p.overAt
		p.over.Move(fyne.NewPos(float32(at.X), float32(at.Y)))
		p.over.Resize(fyne.NewSize(float32(at.W), float32(at.H)))
	}
	p.image.Refresh()
}

// picture is what is to be seen now.
func (p *Plane) picture() *scene.Scene {
	s := p.Size()
	b := &Brush{
		Pen: scene.NewPen(text.Embedded()), Theme: p.theme(), Size: scene.Point{X: float64(s.Width), Y: float64(s.Height)},
		RTL: p.RTL(), lines: p.lines,
	}
	if b.lines == nil || len(b.lines) > mostLines {
		b.lines = map[lineKey]*text.Line{}
		p.lines = b.lines
	}
	p.draw(b)
	return scene.New(b.Size, b.Theme, []scene.Node{b.Node(scene.RoleParagraph, scene.Ref{})})
}

// Logical turns a place of the screen into one of what is drawn, which always
// runs from the left.
func (p *Plane) Logical(at fyne.Position) scene.Point {
	x := at.X
	if p.RTL() {
		x = p.Size().Width - x
	}
	return scene.Point{X: float64(x), Y: float64(at.Y)}
}

// Physical turns a rectangle of what is drawn into one of the screen.
func (p *Plane) Physical(r scene.Rect) scene.Rect {
	if p.RTL() {
		r.X = float64(p.Size().Width) - r.Right()
	}
	return r
}
