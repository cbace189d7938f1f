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

// font is a style at a size with the distance of its lines.
type font struct {
	style text.Style
	size  float64 // em in points
	lead  float64 // from line to line in points
}

// The few sizes a map is set in.
var (
	titleFont   = font{text.Bold, 34, 41}
	stageFont   = font{text.Bold, 16.5, 21}
	cardFont    = font{text.Semibold, 13, 16.5}
	laneFont    = font{text.Semibold, 13.5, 17}
	bodyFont    = font{text.Regular, 13, 17}
	strongFont  = font{text.Semibold, 13, 17}
	quoteFont   = font{text.Italic, 12.5, 16}
	leadFont    = font{text.Regular, 15, 20}
	smallFont   = font{text.Regular, 11, 14}
	labelFont   = font{text.Semibold, 11, 14}
	captionFont = font{text.Bold, 10.5, 14}
	noteFont    = font{text.Italic, 11, 14}
)

// pen collects the marks of one node.
type pen struct {
	fonts  *text.Fonts
	ops    []Op
	bounds Rect
}

func (p *pen) rect(r Rect, radius float64, c Color) {
	p.ops = append(p.ops, Op{Kind: OpRect, Rect: r, Radius: radius, Color: c})
	p.bounds = p.bounds.Union(r)
}

func (p *pen) fill(path Path, c Color) {
	p.ops = append(p.ops, Op{Kind: OpFill, Path: path, Color: c})
	p.bounds = p.bounds.Union(path.Bounds())
}

func (p *pen) stroke(path Path, s Stroke) {
	p.ops = append(p.ops, Op{Kind: OpStroke, Path: path, Stroke: s})
	p.bounds = p.bounds.Union(path.Bounds().Inset(-s.Width / 2))
}

// framed draws a box with a border of one point inside r.
func (p *pen) framed(r Rect, radius float64, face, border Color) {
	p.rect(r, radius, border)
	p.rect(r.Inset(1), radius-1, face)
}

// line draws one line with its top at y and returns its width.
func (p *pen) line(l *text.Line, f font, x, y float64, c Color) float64 {
	op := Op{
		Kind: OpText, Line: l, Size: f.size, Color: c,
		At: Point{x, y + (f.lead-(ascent+descent)*f.size)/2 + ascent*f.size},
	}
	p.ops = append(p.ops, op)
	p.bounds = p.bounds.Union(op.TextRect())
	return l.W * f.size
}

// block draws s broken to the width, from y down, and returns the y below it.
func (p *pen) block(s string, f font, x, y, width float64, c Color) float64 {
	for _, l := range p.wrap(s, f, width) {
		if l.RTL {
			p.line(l, f, x+width-l.W*f.size, y, c)
		} else {
			p.line(l, f, x, y, c)
		}
		y += f.lead
	}
	return y
}

func (p *pen) wrap(s string, f font, width float64) []*text.Line {
	return p.fonts.Wrap(s, f.style, width/f.size)
}

// one draws s on one line and returns its width.
func (p *pen) one(s string, f font, x, y float64, c Color) float64 {
	return p.line(p.fonts.Line(s, f.style), f, x, y, c)
}

func (p *pen) width(s string, f font) float64 { return p.fonts.Line(s, f.style).W * f.size }

// height returns how tall s is when broken to the width.
func (p *pen) height(s string, f font, width float64) float64 {
	return float64(len(p.wrap(s, f, width))) * f.lead
}

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
			num(o.At.X, o.At.Y, o.Size, o.Line.W)
			for k := range len(o.Line.Text) {
				word(uint64(o.Line.Text[k]))
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
