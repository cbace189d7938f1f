package plane

import (
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// The kinds of text a plane uses, in units.
var (
	Plain       = scene.Font{Style: text.Regular, Size: 13, Lead: 17}
	planeStrong = scene.Font{Style: text.Semibold, Size: 13, Lead: 17}
	Head        = scene.Font{Style: text.Semibold, Size: 12, Lead: 16}
	Small       = scene.Font{Style: text.Regular, Size: 11, Lead: 14}
	Label       = scene.Font{Style: text.Semibold, Size: 11, Lead: 14}
	Mark        = scene.Font{Style: text.Semibold, Size: 12, Lead: 15}
)

// mostLines is how many shaped lines a plane keeps.
const mostLines = 6000

type lineKey struct {
	text  string
	style text.Style
	size  float64
	width float64
}

// Brush draws on a plane. Places are given as if all ran from the left; where the
// map runs from the right they are mirrored, and texts begin at the right.
type Brush struct {
	*scene.Pen
	Theme scene.Theme
	Size  scene.Point
	RTL   bool
	lines map[lineKey]*text.Line
}

// At mirrors a place where the map runs from the right.
func (b *Brush) At(r scene.Rect) scene.Rect {
	if b.RTL {
		r.X = b.Size.X - r.Right()
	}
	return r
}

// Box fills a rectangle.
func (b *Brush) Box(r scene.Rect, radius float64, c scene.Color) { b.Rect(b.At(r), radius, c) }

// Ring draws the edge of a rectangle inside it.
func (b *Brush) Ring(r scene.Rect, radius, width float64, c scene.Color, dash ...float64) {
	b.Stroke(scene.Rounded(b.At(r).Inset(width/2), radius), scene.Stroke{Color: c, Width: width, Dash: dash})
}

// Write writes a text on one line, in the middle of the height of r and cut to its
// width, and returns how wide it is.
func (b *Brush) Write(s string, f scene.Font, r scene.Rect, c scene.Color) float64 {
	return b.aligned(s, f, r, c, 0)
}

// WriteEnd writes a text at the end of r.
func (b *Brush) WriteEnd(s string, f scene.Font, r scene.Rect, c scene.Color) float64 {
	return b.aligned(s, f, r, c, 1)
}

// WriteMiddle writes a text in the middle of r.
func (b *Brush) WriteMiddle(s string, f scene.Font, r scene.Rect, c scene.Color) float64 {
	return b.aligned(s, f, r, c, 0.5)
}

// aligned writes a text; part of the free room lies before it.
func (b *Brush) aligned(s string, f scene.Font, r scene.Rect, c scene.Color, part float64) float64 {
	l := b.cut(s, f, r.W)
	if l == nil {
		return 0
	}
	w := l.W * f.Size
	r = b.At(scene.Rect{X: r.X + (r.W-w)*part, Y: r.Y + (r.H-f.Lead)/2, W: w, H: f.Lead})
	b.Line(l, f, r.X, r.Y, c)
	return w
}

// Paragraph writes a text broken to the width of r from its top down, at most so many
// lines, and returns the y below.
func (b *Brush) Paragraph(s string, f scene.Font, r scene.Rect, most int, c scene.Color) float64 {
	lines := b.Wrap(s, f, r.W)
	if len(lines) > most { // the last line that is shown ends in an ellipsis
		lines = b.Wrap(s, f, r.W-f.Size)[:most]
	}
	for i, l := range lines {
		at := b.At(scene.Rect{X: r.X, Y: r.Y, W: l.W * f.Size, H: f.Lead})
		b.Line(l, f, at.X, at.Y, c)
		if i == most-1 && len(b.Wrap(s, f, r.W)) > most {
			b.Write("…", f, scene.Rect{X: r.X + l.W*f.Size, Y: r.Y, W: f.Size, H: f.Lead}, c)
		}
		r.Y += f.Lead
	}
	return r.Y
}

// cut returns a text as a line of at most a width, with an ellipsis where it was
// longer; nil where there is no room.
func (b *Brush) cut(s string, f scene.Font, width float64) *text.Line {
	if s == "" || width < f.Size {
		return nil
	}
	k := lineKey{s, f.Style, f.Size, width}
	if l, ok := b.lines[k]; ok {
		return l
	}
	l := b.fitting(s, f, width)
	b.lines[k] = l
	return l
}

func (b *Brush) fitting(s string, f scene.Font, width float64) *text.Line {
	const enough = 400 // characters no cell has room for
	fonts := text.Embedded()
	rs := []rune(s)
	if len(rs) <= enough {
		if l := fonts.Line(s, f.Style); l.W*f.Size <= width+0.5 {
			return l
		}
	}
	lo, hi := 0, min(len(rs), enough)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if fonts.Width(string(rs[:mid])+"…", f.Style)*f.Size <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return fonts.Line(string(rs[:lo])+"…", f.Style)
}
