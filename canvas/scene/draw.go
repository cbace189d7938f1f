package scene

import (
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
