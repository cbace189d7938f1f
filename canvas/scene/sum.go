package scene

import "math"

// sum is a hash in the making: FNV-1a over words of 64 bits, with the upper half
// folded in so that all bits count.
type sum uint64

const sumBegin sum = 14695981039346656037

func (s *sum) word(v uint64) {
	h := (*s ^ sum(v)) * 1099511628211
	*s = h ^ h>>32
}

func (s *sum) num(vs ...float64) {
	for _, v := range vs {
		s.word(math.Float64bits(v))
	}
}

func (s *sum) color(c Color) {
	s.word(uint64(c.R)<<24 | uint64(c.G)<<16 | uint64(c.B)<<8 | uint64(c.A))
}

func (s *sum) text(t string) {
	for k := range len(t) {
		s.word(uint64(t[k]))
	}
}

// texts adds several, and where each of them ends.
func (s *sum) texts(ts ...string) {
	for _, t := range ts {
		s.text(t)
		s.word(uint64(len(t)) | 1<<63)
	}
}

func (s *sum) truth(v bool) {
	if v {
		s.word(1)
	} else {
		s.word(0)
	}
}

// hash sums up the marks, so that nodes can be compared.
func hash(ops []Op) uint64 {
	h := sumBegin
	for i := range ops {
		o := &ops[i]
		h.word(uint64(o.Kind))
		switch o.Kind {
		case OpRect:
			h.num(o.Rect.X, o.Rect.Y, o.Rect.W, o.Rect.H, o.Radius)
		case OpStroke:
			h.num(o.Stroke.Width)
			h.num(o.Stroke.Dash...)
			h.color(o.Stroke.Color)
		case OpText:
			h.num(o.At.X, o.At.Y, o.Size)
			if o.Line != nil {
				h.num(o.Line.W)
				h.text(o.Line.Text)
			}
		case OpImage:
			h.num(o.Rect.X, o.Rect.Y, o.Rect.W, o.Rect.H)
			if o.Picture != nil {
				h.num(float64(len(o.Picture.Data)))
			}
		case OpFill:
		}
		h.color(o.Color)
		for _, s := range o.Path {
			h.word(uint64(s.Op))
			for _, q := range s.P[:s.Op.points()] {
				h.num(q.X, q.Y)
			}
		}
	}
	return uint64(h)
}
