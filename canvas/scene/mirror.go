package scene

// A map whose stages run from the right is laid out from the left like any
// other, and each of its marks is turned round as it is brought to its place.

// turn mirrors a mark in a map of the given width. Texts and icons are moved and
// keep their shape.
func (o *Op) turn(width float64) {
	o.Rect = o.Rect.turned(width)
	if o.Kind == OpText {
		o.At.X = width - o.At.X - o.Line.W*o.Size
	}
	if len(o.Path) > 0 {
		shift := 0.0
		if o.upright {
			b := o.Path.Bounds()
			shift = width - 2*b.X - b.W
		}
		o.Path = o.Path.turned(width, shift)
	}
}

// turned returns r mirrored in a map of the given width.
func (r Rect) turned(width float64) Rect {
	r.X = width - r.Right()
	return r
}

// turned returns the path mirrored, or only moved where shift is not zero.
func (p Path) turned(width, shift float64) Path {
	out := make(Path, len(p))
	for i, s := range p {
		for k := range s.P[:s.Op.points()] {
			if shift != 0 {
				s.P[k].X += shift
			} else {
				s.P[k].X = width - s.P[k].X
			}
		}
		out[i] = s
	}
	return out
}

// turn mirrors what the scene says of its own geometry.
func (b *builder) turn() {
	s, w := b.s, b.mirror
	s.Body, s.Emotion = s.Body.turned(w), s.Emotion.turned(w)
	s.Left = w - s.Left
	for i := range s.Columns {
		s.Columns[i].X = w - s.Columns[i].X - s.Columns[i].W
	}
	for i := range s.Stages {
		s.Stages[i].X = w - s.Stages[i].X - s.Stages[i].W
	}
	for i := range s.Bands {
		s.Bands[i].Rect = s.Bands[i].Rect.turned(w)
	}
}
