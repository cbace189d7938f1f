package kit

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// Prose is text over as many lines as it needs. What the toolkit sets wrong, see
// beyondToolkit, is broken and drawn by the engine that sets the map; text with
// letters from the right begins at the right.
type Prose struct {
	widget.BaseWidget
	Said  string
	color fyne.ThemeColorName
	plain *widget.RichText
	part  *widget.TextSegment
	drawn *canvas.Raster
	lines []*text.Line       // what drawn shows
	width float32            // they were broken for
	name  fyne.ThemeSizeName // of the size of its letters
}

func newProse(s string, color fyne.ThemeColorName, size fyne.ThemeSizeName) *Prose {
	p := &Prose{color: color, name: size, part: &widget.TextSegment{Style: widget.RichTextStyle{ColorName: color, SizeName: size}}}
	p.plain = widget.NewRichText(p.part)
	p.plain.Wrapping = fyne.TextWrapWord
	p.drawn = canvas.NewRaster(p.paint)
	p.ExtendBaseWidget(p)
	p.Set(s)
	return p
}

// Set changes what it says.
func (p *Prose) Set(s string) {
	p.Said, p.part.Text, p.lines, p.width = s, s, nil, 0
	if beyondToolkit(s) {
		p.part.Text = ""
	}
	Show(p.drawn, beyondToolkit(s))
	Show(p.plain, !beyondToolkit(s))
	p.plain.Refresh()
	p.Refresh()
}

// Tint changes its colour, from when it is drawn the next time.
func (p *Prose) Tint(c fyne.ThemeColorName) { p.color, p.part.Style.ColorName = c, c }

// Refresh implements fyne.CanvasObject.
func (p *Prose) Refresh() {
	p.plain.Refresh()
	p.BaseWidget.Refresh()
}

// Resize implements fyne.CanvasObject. It is as high as its lines at this width.
func (p *Prose) Resize(s fyne.Size) {
	p.BaseWidget.Resize(s)
	p.wrap()
}

// size is that of the letters, and lead from line to line.
func (p *Prose) size() (size, lead float32) {
	size = theme.Size(p.name)
	return size, float32(math.Ceil(float64(size) * 1.45))
}

// wrap breaks the lines of what is drawn for the width there is.
func (p *Prose) wrap() {
	room := p.Size().Width - 2*theme.InnerPadding()
	if !beyondToolkit(p.Said) || room <= 0 || room == p.width {
		return
	}
	size, _ := p.size()
	p.width = room
	p.lines = text.Embedded().Wrap(p.Said, text.Regular, float64(room/size))
}

// paint draws the lines into a picture of w by h device pixels.
func (p *Prose) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	room := p.drawn.Size()
	if len(p.lines) == 0 || room.Height <= 0 {
		return img
	}
	size, lead := p.size()
	paintOnto(img, float64(h)/float64(room.Height), func(pen scene.Painter) {
		y := float64(baseline(size, fyne.TextStyle{}))
		for _, l := range p.lines {
			x := 0.0
			if l.RTL || mirrored() {
				x = float64(room.Width) - l.W*float64(size)
			}
			pen.Text(l, scene.Point{X: x, Y: y}, float64(size), look.SceneColor(look.Color(p.color)))
			y += float64(lead)
		}
	})
	return img
}

// CreateRenderer implements fyne.Widget.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{p} }

type proseRenderer struct{ p *Prose }

func (r *proseRenderer) Destroy() {}
func (r *proseRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.plain, r.p.drawn}
}

func (r *proseRenderer) MinSize() fyne.Size {
	p := r.p
	if p.plain.Visible() {
		return p.plain.MinSize()
	}
	p.wrap()
	_, lead := p.size()
	return fyne.NewSize(2*theme.InnerPadding(), lead*float32(max(len(p.lines), 1))+2*theme.InnerPadding())
}

func (r *proseRenderer) Layout(s fyne.Size) {
	p, pad := r.p, theme.InnerPadding()
	p.plain.Resize(s)
	p.wrap()
	p.drawn.Move(fyne.NewPos(pad, pad))
	p.drawn.Resize(fyne.NewSize(max(s.Width-2*pad, 0), max(s.Height-pad, 0))) // letters may reach below the last line
}

func (r *proseRenderer) Refresh() {
	r.Layout(r.p.Size())
	r.p.drawn.Refresh()
}
