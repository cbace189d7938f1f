package scene

// Field is a text of a row where it stands on the map: the place to edit it.
type Field struct {
	Name  string // as the model calls it: "Title", "Goal", "Actual.Quote"
	Shown string // what stands there: also what the program says where the text is empty
	Rect  Rect   // the room it is set in, at least one line high, points
	Font  Font
	Color Color
}

// Field draws a text like Block and notes where it stands, also where it is empty.
func (p *Pen) Field(name, s string, f Font, x, y, width float64, c Color) float64 {
	below := p.Block(s, f, x, y, width, c)
	p.note(name, s, Rect{x, y, width, below - y}, f, c)
	return below
}

// note says that the text of a field was drawn in r.
func (p *Pen) note(name, s string, r Rect, f Font, c Color) {
	r.H = max(r.H, f.Lead)
	p.fields = append(p.fields, Field{Name: name, Shown: s, Rect: r, Font: f, Color: c})
}

// FieldAt returns the text at p and the row it belongs to, and whether there is one.
func (s *Scene) FieldAt(p Point) (Ref, Field, bool) {
	visible := s.Visible(Rect{p.X, p.Y, 0.01, 0.01})
	for i := len(visible) - 1; i >= 0; i-- {
		n := &s.Nodes[visible[i]]
		for _, f := range n.Fields() {
			if f.Rect.Contains(p) {
				return n.Ref, f, true
			}
		}
	}
	return Ref{}, Field{}, false
}
