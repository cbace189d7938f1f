package scene

import (
	"image"

	"touchline.app/canvas/text"
)

// Color is a colour with straight (not premultiplied) alpha.
type Color struct{ R, G, B, A uint8 }

// Alpha returns c with its alpha multiplied by a, 0..1.
func (c Color) Alpha(a float64) Color {
	c.A = uint8(float64(c.A)*min(max(a, 0), 1) + 0.5)
	return c
}

// Stroke is how a line is drawn: round caps and joins always.
type Stroke struct {
	Color Color
	Width float64   // points
	Dash  []float64 // lengths of dashes and gaps in points; nil draws a solid line
}

// Painter draws. Every output is one: screen, PNG, PDF, SVG. All units are
// points in the coordinates of the scene. A painter never measures text.
type Painter interface {
	// Rect fills a rectangle with rounded corners; a radius of 0 is none.
	Rect(r Rect, radius float64, fill Color)
	// Fill fills a path by the non-zero rule.
	Fill(p Path, fill Color)
	// Stroke draws along a path.
	Stroke(p Path, s Stroke)
	// Text draws a shaped line with its left end and baseline at the point.
	Text(l *text.Line, at Point, size float64, fill Color)
	// Image draws a picture into a rectangle.
	Image(r Rect, pic *Picture)
}

// Picture is an image file and what is in it. It does not change once made.
type Picture struct {
	Data   []byte      // the file
	Format string      // "png" or "jpeg"
	Image  image.Image // decoded
}

// OpKind says which method of Painter an Op calls.
type OpKind uint8

// The kinds of Op.
const (
	OpRect OpKind = iota
	OpFill
	OpStroke
	OpText
	OpImage
)

// Op is one call of a Painter, kept.
type Op struct {
	Kind      OpKind
	Rect      Rect       // OpRect, OpImage
	Radius    float64    // OpRect
	Path      Path       // OpFill, OpStroke
	Color     Color      // OpRect, OpFill, OpText
	Stroke    Stroke     // OpStroke
	Line      *text.Line // OpText
	At        Point      // OpText: left end of the baseline
	Size      float64    // OpText: em size in points
	Continues bool       // OpText: continues with the text of the op before
	Links     []Link     // OpText: the addresses in it
	Picture   *Picture   // OpImage
	upright   bool       // OpStroke: not turned round on a map that runs from the right
}

// Paint makes the call.
func (o *Op) Paint(p Painter) {
	switch o.Kind {
	case OpRect:
		p.Rect(o.Rect, o.Radius, o.Color)
	case OpFill:
		p.Fill(o.Path, o.Color)
	case OpStroke:
		p.Stroke(o.Path, o.Stroke)
	case OpText:
		p.Text(o.Line, o.At, o.Size, o.Color)
	case OpImage:
		p.Image(o.Rect, o.Picture)
	}
}
