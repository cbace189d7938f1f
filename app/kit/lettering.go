package kit

import (
	"image"
	"image/color"
	"strings"
	"sync"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"touchline.app/app/look"
	"touchline.app/canvas/raster"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// lettering is a line of text. What the toolkit sets wrong is drawn by the engine
// that sets the map, see beyondToolkit.
type lettering struct {
	text  string // as it shall be read
	size  float32
	style fyne.TextStyle
	color color.Color
	align fyne.TextAlign

	plain *canvas.Text
	drawn *canvas.Raster
	line  *text.Line // what drawn shows
}

func newLettering() *lettering {
	l := &lettering{plain: canvas.NewText("", color.Black), color: color.Black}
	l.drawn = canvas.NewRaster(l.paint)
	l.drawn.Hide()
	return l
}

func (l *lettering) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l.plain, l.drawn} }

// set changes what the text is and how it looks; place shows it.
func (l *lettering) set(text string, size float32, style fyne.TextStyle, c color.Color) {
	l.text, l.size, l.style, l.color = text, size, style, c
}

// min is the room the whole text takes.
func (l *lettering) min() fyne.Size { return measure(l.text, l.size, l.style) }

// place shows the text in a box, cut to its width, in the middle of its height.
func (l *lettering) place(x, y, width, height float32) {
	cut := Shorten(l.text, width, l.size, l.style)
	h := measure(cut, l.size, l.style).Height
	at, size := fyne.NewPos(x, y+(height-h)/2), fyne.NewSize(max(width, 0), h)
	l.plain.Text, l.plain.TextSize, l.plain.TextStyle, l.plain.Color, l.plain.Alignment = cut, l.size, l.style, l.color, l.align
	l.plain.Move(at)
	l.plain.Resize(size)
	l.line = nil
	if beyondToolkit(cut) {
		l.line = text.Embedded().Line(cut, styleOf(l.style))
		l.plain.Text = ""
	}
	l.drawn.Move(at.SubtractXY(bleed, 0))
	l.drawn.Resize(size.AddWidthHeight(2*bleed, 0))
	Show(l.drawn, l.line != nil)
	l.drawn.Refresh()
	l.plain.Refresh()
}

// bleed is the room beside a line for what its letters reach out, in units.
const bleed = 3

// pen draws for the window; it serves one at a time.
var pen = struct {
	sync.Mutex
	p *raster.Painter
}{p: raster.New()}

// paintOnto lets draw fill a picture, as the map is drawn; scale is that of the
// picture, in pixels a unit.
func paintOnto(img *image.RGBA, scale float64, draw func(scene.Painter)) {
	pen.Lock()
	defer pen.Unlock()
	pen.p.Full = true
	pen.p.Reset(img, scene.Point{}, scale)
	draw(pen.p)
}

// paint draws the line into a picture of w by h device pixels.
func (l *lettering) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if l.line == nil || l.drawn.Size().Width <= 0 {
		return img
	}
	room := l.drawn.Size()
	scale := float64(w) / float64(room.Width) // the height is rounded to whole pixels, of which there are few
	x, free := float64(bleed), float64(room.Width)-l.line.W*float64(l.size)
	if l.align == fyne.TextAlignTrailing {
		x = free - bleed
	} else if l.align == fyne.TextAlignCenter {
		x = free / 2
	}
	paintOnto(img, scale, func(p scene.Painter) {
		p.Text(l.line, scene.Point{X: x, Y: float64(baseline(l.size, l.style))}, float64(l.size), look.SceneColor(l.color))
	})
	return img
}

// baseline is how far under the top of a line its letters stand.
func baseline(size float32, style fyne.TextStyle) float32 {
	_, base := fyne.CurrentApp().Driver().RenderedTextSize("x", size, style, nil)
	return base
}

func styleOf(s fyne.TextStyle) text.Style {
	switch {
	case s.Bold:
		return text.Semibold
	case s.Italic:
		return text.Italic
	}
	return text.Regular
}

// hasFromRight reports whether a text has letters that are written from the right.
func hasFromRight(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return r >= 0x0590 && unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
	}) >= 0
}

// beyondToolkit reports whether the toolkit sets a text wrong: words of both
// directions on one line come out of order, and beside Chinese, Japanese or Korean
// letters, which are of another font, the others stand too high and are cut off.
func beyondToolkit(s string) bool {
	return hasFromRight(s) || strings.IndexFunc(s, func(r rune) bool {
		return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
	}) >= 0
}

// measure returns the room a text takes, whoever draws it.
func measure(s string, size float32, style fyne.TextStyle) fyne.Size {
	if !beyondToolkit(s) {
		return fyne.MeasureText(s, size, style)
	}
	return fyne.NewSize(float32(text.Embedded().Width(s, styleOf(style)))*size, fyne.MeasureText("x", size, style).Height)
}

// Shorten cuts text so that it is at most width wide, with an ellipsis.
func Shorten(text string, width, size float32, style fyne.TextStyle) string {
	if width <= 0 || measure(text, size, style).Width <= width+0.5 {
		return text
	}
	rs := []rune(text)
	lo, hi := 0, len(rs)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if measure(string(rs[:mid])+"…", size, style).Width <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return string(rs[:lo]) + "…"
}
