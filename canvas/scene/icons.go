package scene

import (
	"strconv"
	"sync"
)

// iconGrid is the side of the square icons are drawn on in resources.
const iconGrid = 24.0

var icons sync.Map // path data -> Path on the icon grid

// iconPath returns the icon's path data as a path of the given size with its
// upper left corner at (x, y).
func iconPath(d string, x, y, size float64) Path {
	base, ok := icons.Load(d)
	if !ok {
		base, _ = icons.LoadOrStore(d, parsePath(d))
	}
	k := size / iconGrid
	src := base.(Path)
	out := make(Path, len(src))
	for i, s := range src {
		out[i].Op = s.Op
		for j, q := range s.P {
			out[i].P[j] = Point{x + q.X*k, y + q.Y*k}
		}
	}
	return out
}

// pathReader reads the subset of SVG path data that the icons are written in:
// M L H V C S Z, absolute and relative.
type pathReader struct {
	s    string
	i    int
	path Path
	at   Point // pen
	from Point // start of the figure
	ctrl Point // second control of the last curve
}

func parsePath(d string) Path {
	r := &pathReader{s: d}
	cmd := byte(0)
	for r.skip(); r.i < len(r.s); r.skip() {
		if c := r.s[r.i]; c >= 'A' {
			cmd = c
			r.i++
			r.skip()
		}
		before := r.i
		if !r.step(cmd) || (r.i == before && cmd != 'z' && cmd != 'Z') {
			return r.path // no icon of ours; what is read so far is drawn
		}
		if cmd == 'M' {
			cmd = 'L'
		} else if cmd == 'm' {
			cmd = 'l'
		}
	}
	return r.path
}

func (r *pathReader) skip() {
	for r.i < len(r.s) && (r.s[r.i] == ' ' || r.s[r.i] == ',' || r.s[r.i] == '\n') {
		r.i++
	}
}

func (r *pathReader) num() float64 {
	r.skip()
	start := r.i
	dot := false
	for r.i < len(r.s) {
		c := r.s[r.i]
		sign := (c == '-' || c == '+') && r.i == start
		if !sign && (c < '0' || c > '9') && (c != '.' || dot) {
			break
		}
		dot = dot || c == '.'
		r.i++
	}
	v, _ := strconv.ParseFloat(r.s[start:r.i], 64)
	return v
}

// point reads a point, relative to the pen where rel is set.
func (r *pathReader) point(rel bool) Point {
	p := Point{r.num(), r.num()}
	if rel {
		return p.Add(r.at)
	}
	return p
}

// step reads one command and reports whether it is known.
func (r *pathReader) step(cmd byte) bool {
	rel := cmd >= 'a'
	switch cmd | 0x20 {
	case 'm':
		r.at = r.point(rel)
		r.from = r.at
		r.path = r.path.Move(r.at.X, r.at.Y)
	case 'l':
		r.line(r.point(rel))
	case 'h':
		x := r.num()
		if rel {
			x += r.at.X
		}
		r.line(Point{x, r.at.Y})
	case 'v':
		y := r.num()
		if rel {
			y += r.at.Y
		}
		r.line(Point{r.at.X, y})
	case 'c', 's':
		a := Point{2*r.at.X - r.ctrl.X, 2*r.at.Y - r.ctrl.Y}
		if cmd|0x20 == 'c' {
			a = r.point(rel)
		}
		c, p := r.point(rel), r.point(rel)
		r.path = r.path.Cubic(a.X, a.Y, c.X, c.Y, p.X, p.Y)
		r.at, r.ctrl = p, c
		return true
	case 'z':
		r.path = r.path.Close()
		r.at = r.from
	default:
		return false
	}
	r.ctrl = r.at
	return true
}

func (r *pathReader) line(p Point) {
	r.path = r.path.Line(p.X, p.Y)
	r.at = p
}

// star returns a five-pointed star around (x, y).
func star(x, y, r float64) Path {
	// cos and sin of -90° + k·36°, the outer points at even k
	unit := [10]Point{
		{0, -1},
		{0.5878, -0.8090},
		{0.9511, -0.3090},
		{0.9511, 0.3090},
		{0.5878, 0.8090},
		{0, 1},
		{-0.5878, 0.8090},
		{-0.9511, 0.3090},
		{-0.9511, -0.3090},
		{-0.5878, -0.8090},
	}
	var p Path
	for k, u := range unit {
		d := r
		if k%2 == 1 {
			d = r * 0.45
		}
		if k == 0 {
			p = p.Move(x+u.X*d, y+u.Y*d)
			continue
		}
		p = p.Line(x+u.X*d, y+u.Y*d)
	}
	return p.Close()
}

// Icon draws the icon of path data on a grid of 24 as a square of the given side,
// its upper left corner at (x, y).
func (p *Pen) Icon(d string, x, y, side float64, s Stroke) { p.icon(iconPath(d, x, y, side), s) }
