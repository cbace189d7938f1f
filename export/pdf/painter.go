package pdf

import (
	"fmt"
	"math"
	"strconv"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// painter writes the content of pages: operators of PDF 32000-1, chapter 8, in
// points from the lower left corner of the window that is shown. It gives fonts
// and alphas names of its own, which finish gives to the file.
type painter struct {
	content
	marking marking
	origin  scene.Point // what is written as 0, 0: the lower left corner of the window
	fonts   *fontSet
	alphas  [256]bool              // that occur
	images  []*scene.Picture       // that occur, each once
	numbers map[*scene.Picture]int // of the images
	state   state
	err     error
}

// state is what the content has set, so that it is set once.
type state struct {
	fill, stroke scene.Color // alpha left out
	width        float64
	dash         string
	font         *subset
	size         float64
	alpha        uint8
}

func newPainter() *painter {
	return &painter{fonts: &fontSet{faces: map[*text.Font]*typeface{}}, numbers: map[*scene.Picture]int{}}
}

// begin begins a page.
func (p *painter) begin(size scene.Point) {
	p.content = content{size: size, body: p.body[:0], packed: newPacker()}
	p.state = state{fill: scene.Color{A: 1}, stroke: scene.Color{A: 1}, alpha: 255, width: -1}
	p.marking = marking{layer: -1}
	p.operator("1 J 1 j") // round caps and joins
}

// end ends the page and returns it.
func (p *painter) end() content {
	p.flush()
	p.packed.close()
	return p.content
}

// check notes the first coordinate that is none.
func (p *painter) check(v ...float64) bool {
	for _, x := range v {
		if !(math.Abs(x) < far) {
			if p.err == nil {
				p.err = fmt.Errorf("a mark of the map lies at %g: %w", x, ErrScene)
			}
			return false
		}
	}
	return true
}

func (p *painter) alpha(a uint8) {
	if a != p.state.alpha {
		p.state.alpha = a
		p.alphas[a] = true
		p.body = strconv.AppendUint(append(p.body, "/A"...), uint64(a), 10)
		p.operator(" gs")
	}
}

func (p *painter) color(now *scene.Color, c scene.Color, operator string) {
	c.A = 0
	if *now == c {
		return
	}
	*now = c
	for _, v := range []uint8{c.R, c.G, c.B} {
		p.body = append(number(p.body, float64(v)/255, 3), ' ')
	}
	p.operator(operator)
}

func (p *painter) operator(s string) { p.body = append(append(p.body, s...), '\n') }

// point appends a place.
func (p *painter) point(q scene.Point) {
	p.body = append(number(p.body, q.X-p.origin.X, 2), ' ')
	p.body = append(number(p.body, p.origin.Y-q.Y, 2), ' ')
}

// box appends a rectangle.
func (p *painter) box(r scene.Rect) {
	p.point(scene.Point{X: r.X, Y: r.Bottom()})
	p.body = append(number(p.body, r.W, 2), ' ')
	p.body = append(number(p.body, r.H, 2), ' ')
}

// rounded appends a rectangle with round corners, as scene.Rounded makes it but
// without making a path: there are many.
func (p *painter) rounded(r scene.Rect, d float64) {
	const kappa = 0.5522847498
	k := d * (1 - kappa)
	x0, y0, x1, y1 := r.X, r.Y, r.Right(), r.Bottom()
	p.point(scene.Point{X: x0 + d, Y: y0})
	p.body = append(p.body, 'm', ' ')
	p.side(scene.Point{X: x1 - d, Y: y0}, scene.Point{X: x1 - k, Y: y0}, scene.Point{X: x1, Y: y0 + k}, scene.Point{X: x1, Y: y0 + d})
	p.side(scene.Point{X: x1, Y: y1 - d}, scene.Point{X: x1, Y: y1 - k}, scene.Point{X: x1 - k, Y: y1}, scene.Point{X: x1 - d, Y: y1})
	p.side(scene.Point{X: x0 + d, Y: y1}, scene.Point{X: x0 + k, Y: y1}, scene.Point{X: x0, Y: y1 - k}, scene.Point{X: x0, Y: y1 - d})
	p.side(scene.Point{X: x0, Y: y0 + d}, scene.Point{X: x0, Y: y0 + k}, scene.Point{X: x0 + k, Y: y0}, scene.Point{X: x0 + d, Y: y0})
}

// side appends a straight line and the corner after it.
func (p *painter) side(to, a, b, end scene.Point) {
	p.point(to)
	p.body = append(p.body, 'l', ' ')
	p.point(a)
	p.point(b)
	p.point(end)
	p.body = append(p.body, 'c', ' ')
}

// transform scales what follows and moves it.
func (p *painter) transform(scale, dx, dy float64) {
	p.body = fmt.Appendf(p.body, "%.6f 0 0 %.6f %.3f %.3f cm\n", scale, scale, dx, dy)
}

// Rect implements scene.Painter.
func (p *painter) Rect(r scene.Rect, radius float64, fill scene.Color) {
	if !p.check(r.X, r.Y, r.W, r.H, radius) || r.W <= 0 || r.H <= 0 || fill.A == 0 {
		return
	}
	p.alpha(fill.A)
	p.color(&p.state.fill, fill, "rg")
	if radius > 0 {
		p.rounded(r, min(radius, r.W/2, r.H/2))
		p.operator("h f")
		return
	}
	p.box(r)
	p.operator("re f")
}

// Fill implements scene.Painter.
func (p *painter) Fill(path scene.Path, fill scene.Color) {
	if fill.A == 0 || !p.sound(path) {
		return
	}
	p.alpha(fill.A)
	p.color(&p.state.fill, fill, "rg")
	p.path(path)
	p.operator("f")
}

// Stroke implements scene.Painter.
func (p *painter) Stroke(path scene.Path, s scene.Stroke) {
	if !p.check(s.Width) || !p.check(s.Dash...) || s.Color.A == 0 || s.Width <= 0 || !p.sound(path) {
		return
	}
	p.alpha(s.Color.A)
	p.color(&p.state.stroke, s.Color, "RG")
	if p.state.width != s.Width {
		p.state.width = s.Width
		p.body = append(number(p.body, s.Width, 3), ' ')
		p.operator("w")
	}
	if d := dashPattern(s.Dash); d != p.state.dash {
		p.state.dash = d
		p.operator("[" + d + "] 0 d")
	}
	p.path(path)
	p.operator("S")
}

// Image implements scene.Painter.
func (p *painter) Image(r scene.Rect, pic *scene.Picture) {
	if pic == nil || pic.Image == nil || pic.Image.Bounds().Empty() || !p.check(r.X, r.Y, r.W, r.H) || r.W <= 0 || r.H <= 0 {
		return
	}
	n, ok := p.numbers[pic]
	if !ok {
		n = len(p.images)
		p.numbers[pic] = n
		p.images = append(p.images, pic)
	}
	p.body = append(p.body, "q "...)
	p.body = append(number(p.body, r.W, 2), " 0 0 "...)
	p.body = append(number(p.body, r.H, 2), ' ')
	p.point(scene.Point{X: r.X, Y: r.Bottom()})
	p.body = strconv.AppendInt(append(p.body, "cm /I"...), int64(n), 10)
	p.operator(" Do Q")
}

// dashPattern returns the pattern as PDF writes it; one without any length, or
// with a negative one, is none.
func dashPattern(lengths []float64) string {
	var b []byte
	sum := 0.0
	for _, l := range lengths {
		if l < 0 {
			return ""
		}
		sum += l
		b = append(number(b, l, 2), ' ')
	}
	if sum < 0.01 {
		return ""
	}
	return string(b)
}

// sound reports whether a path can be drawn: it has marks, and they lie somewhere.
func (p *painter) sound(path scene.Path) bool {
	for i := range path {
		s := &path[i]
		if i == 0 && s.Op != scene.MoveTo {
			return false
		}
		for k := range s.P {
			if !p.check(s.P[k].X, s.P[k].Y) {
				return false
			}
		}
	}
	return len(path) > 1
}

func (p *painter) path(path scene.Path) {
	for i := range path {
		s := &path[i]
		switch s.Op {
		case scene.MoveTo:
			p.point(s.P[0])
			p.body = append(p.body, "m "...)
		case scene.LineTo:
			p.point(s.P[0])
			p.body = append(p.body, "l "...)
		case scene.CubicTo:
			p.point(s.P[0])
			p.point(s.P[1])
			p.point(s.P[2])
			p.body = append(p.body, "c "...)
		case scene.Close:
			p.body = append(p.body, "h "...)
		}
	}
}
