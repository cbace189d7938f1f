package scene

// Point is a place on the map, in points (1/72 inch), y downwards.
type Point struct{ X, Y float64 }

// Add returns p moved by q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Rect is a rectangle in points; X and Y are its upper left corner.
type Rect struct{ X, Y, W, H float64 }

// Right returns the x of the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom returns the y of the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Center returns the middle of r.
func (r Rect) Center() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// moved returns r moved by p.
func (r Rect) moved(p Point) Rect { return Rect{r.X + p.X, r.Y + p.Y, r.W, r.H} }

// Contains reports whether p lies in r; the right and lower edge are outside.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.Y >= r.Y && p.X < r.Right() && p.Y < r.Bottom()
}

// Overlaps reports whether r and s share more than an edge.
func (r Rect) Overlaps(s Rect) bool {
	return r.X < s.Right() && s.X < r.Right() && r.Y < s.Bottom() && s.Y < r.Bottom()
}

// Union returns the smallest rectangle around both; an empty one does not count.
func (r Rect) Union(s Rect) Rect {
	if r.W <= 0 || r.H <= 0 {
		return s
	}
	if s.W <= 0 || s.H <= 0 {
		return r
	}
	x, y := min(r.X, s.X), min(r.Y, s.Y)
	return Rect{x, y, max(r.Right(), s.Right()) - x, max(r.Bottom(), s.Bottom()) - y}
}

// Inset returns r made smaller by d on each side; a negative d makes it larger.
func (r Rect) Inset(d float64) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// PathOp says what a segment of a path does.
type PathOp uint8

// The operations of a path and the number of points each uses.
const (
	MoveTo  PathOp = iota // 1
	LineTo                // 1
	CubicTo               // 3: two controls and the end
	Close                 // 0
)

// Segment is one step of a path.
type Segment struct {
	Op PathOp
	P  [3]Point
}

// Path is an outline in points.
type Path []Segment

// Move begins a new figure at (x, y).
func (p Path) Move(x, y float64) Path {
	return append(p, Segment{Op: MoveTo, P: [3]Point{{x, y}}})
}

// Line goes straight to (x, y).
func (p Path) Line(x, y float64) Path {
	return append(p, Segment{Op: LineTo, P: [3]Point{{x, y}}})
}

// Cubic goes to (x, y) along a cubic Bézier curve with the controls a and b.
func (p Path) Cubic(ax, ay, bx, by, x, y float64) Path {
	return append(p, Segment{Op: CubicTo, P: [3]Point{{ax, ay}, {bx, by}, {x, y}}})
}

// Close goes back to where the figure began.
func (p Path) Close() Path { return append(p, Segment{Op: Close}) }

// moved returns p moved by q.
func (p Path) moved(q Point) Path {
	if len(p) == 0 {
		return nil
	}
	out := make(Path, len(p))
	for i, s := range p {
		for k := range s.P[:s.Op.points()] {
			s.P[k] = s.P[k].Add(q)
		}
		out[i] = s
	}
	return out
}

// Bounds returns the smallest rectangle around the points and controls of p.
func (p Path) Bounds() Rect {
	first := true
	var x0, y0, x1, y1 float64
	for _, s := range p {
		for _, q := range s.P[:s.Op.points()] {
			if first {
				x0, y0, x1, y1, first = q.X, q.Y, q.X, q.Y, false
			}
			x0, y0, x1, y1 = min(x0, q.X), min(y0, q.Y), max(x1, q.X), max(y1, q.Y)
		}
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

func (o PathOp) points() int {
	switch o {
	case MoveTo, LineTo:
		return 1
	case CubicTo:
		return 3
	case Close:
	}
	return 0
}

// kappa places the controls of a cubic curve that stands for a quarter circle.
const kappa = 0.5522847498

// Circle returns a circle around (x, y).
func Circle(x, y, r float64) Path {
	k := r * kappa
	return Path(nil).Move(x+r, y).Cubic(x+r, y+k, x+k, y+r, x, y+r).Cubic(x-k, y+r, x-r, y+k, x-r, y).
		Cubic(x-r, y-k, x-k, y-r, x, y-r).Cubic(x+k, y-r, x+r, y-k, x+r, y).Close()
}

// Rounded returns r with corners of the given radius, at most half its shorter side.
func Rounded(r Rect, radius float64) Path {
	d := min(radius, r.W/2, r.H/2)
	if d <= 0 {
		return Path(nil).Move(r.X, r.Y).Line(r.Right(), r.Y).Line(r.Right(), r.Bottom()).Line(r.X, r.Bottom()).Close()
	}
	k := d * (1 - kappa)
	x0, y0, x1, y1 := r.X, r.Y, r.Right(), r.Bottom()
	return Path(nil).Move(x0+d, y0).Line(x1-d, y0).Cubic(x1-k, y0, x1, y0+k, x1, y0+d).
		Line(x1, y1-d).Cubic(x1, y1-k, x1-k, y1, x1-d, y1).
		Line(x0+d, y1).Cubic(x0+k, y1, x0, y1-k, x0, y1-d).
		Line(x0, y0+d).Cubic(x0, y0+k, x0+k, y0, x0+d, y0).Close()
}
