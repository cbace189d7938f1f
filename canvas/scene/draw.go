package scene

import (
	"math"

	"touchline.app/canvas/text"
)

// The height of Inter's letters above and below the baseline, in em, as its
// horizontal header table gives them.
const (
	ascent  = 0.96875
	descent = 0.2412
)

// TextRect returns the rectangle a text op may mark.
func (o *Op) TextRect() Rect {
	return Rect{o.At.X, o.At.Y - ascent*o.Size, o.Line.W * o.Size, (ascent + descent) * o.Size}
}

// Font is a style at a size with the distance of its lines.
type Font struct {
	Style text.Style
	Size  float64 // em in points
	Lead  float64 // from line to line in points
}

// The few sizes a map is set in.
var (
	titleFont   = Font{text.Bold, 34, 41}
	stageFont   = Font{text.Bold, 16.5, 21}
	cardFont    = Font{text.Semibold, 13, 16.5}
	laneFont    = Font{text.Semibold, 13.5, 17}
	bodyFont    = Font{text.Regular, 13, 17}
	strongFont  = Font{text.Semibold, 13, 17}
	quoteFont   = Font{text.Italic, 12.5, 16}
	leadFont    = Font{text.Regular, 15, 20}
	smallFont   = Font{text.Regular, 11, 14}
	labelFont   = Font{text.Semibold, 11, 14}
	captionFont = Font{text.Bold, 11, 14}
	noteFont    = Font{text.Italic, 11, 14}
)

// hash sums up the marks, so that nodes can be compared: FNV-1a over words of
// 64 bits, with the upper half folded in so that all bits count.
func hash(ops []Op) uint64 {
	h := uint64(14695981039346656037)
	word := func(v uint64) {
		h = (h ^ v) * 1099511628211
		h ^= h >> 32
	}
	num := func(vs ...float64) {
		for _, v := range vs {
			word(math.Float64bits(v))
		}
	}
	col := func(c Color) { word(uint64(c.R)<<24 | uint64(c.G)<<16 | uint64(c.B)<<8 | uint64(c.A)) }
	for i := range ops {
		o := &ops[i]
		word(uint64(o.Kind))
		switch o.Kind {
		case OpRect:
			num(o.Rect.X, o.Rect.Y, o.Rect.W, o.Rect.H, o.Radius)
		case OpStroke:
			num(o.Stroke.Width)
			num(o.Stroke.Dash...)
			col(o.Stroke.Color)
		case OpText:
			num(o.At.X, o.At.Y, o.Size)
			if o.Line != nil {
				num(o.Line.W)
				for k := range len(o.Line.Text) {
					word(uint64(o.Line.Text[k]))
				}
			}
		case OpImage:
			num(o.Rect.X, o.Rect.Y, o.Rect.W, o.Rect.H)
			if o.Picture != nil {
				num(float64(len(o.Picture.Data)))
			}
		case OpFill:
		}
		col(o.Color)
		for _, s := range o.Path {
			word(uint64(s.Op))
			for _, q := range s.P[:s.Op.points()] {
				num(q.X, q.Y)
			}
		}
	}
	return h
}
