package pdf

import (
	"fmt"
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// painter writes the content of the page: operators of PDF 32000-1, chapter 8,
// in points from the lower left corner of the scene. What needs a name that
// only gofpdf knows, a font or an alpha, is noted between pieces of content.
type painter struct {
	height float64
	fonts  *fontSet
	body   []byte
	pieces []piece
	state  state
	err    error
}

// piece is content up to an index of body, after a change of font or alpha.
type piece struct {
	to    int
	font  *subset // nil: no change
	size  float64
	alpha int // 0..255; -1: no change
	image *scene.Picture
	rect  scene.Rect // of the image
}

// state is what the content has set, so that it is set once.
type state struct {
	fill, stroke scene.Color // alpha left out
	width        float64
	dash         string
	font         *subset
	size         float64
	alpha        int
}

func newPainter(height float64) *painter {
	p := &painter{height: height, fonts: &fontSet{faces: map[*text.Font]*typeface{}}}
	p.pieces = []piece{{alpha: -1}}
	p.state = state{fill: scene.Color{A: 1}, stroke: scene.Color{A: 1}, alpha: 255, width: -1}
	p.body = append(p.body, "1 J 1 j\n"...) // round caps and joins
	return p
}

// change ends the piece of content and begins one after a change.
func (p *painter) change(next piece) {
	p.pieces[len(p.pieces)-1].to = len(p.body)
	p.pieces = append(p.pieces, next)
}

// done ends the last piece.
func (p *painter) done() { p.pieces[len(p.pieces)-1].to = len(p.body) }

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
	if int(a) != p.state.alpha {
		p.state.alpha = int(a)
		p.change(piece{alpha: int(a)})
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
	p.body = append(number(p.body, q.X, 2), ' ')
	p.body = append(number(p.body, p.height-q.Y, 2), ' ')
}

// Rect implements scene.Painter.
func (p *painter) Rect(r scene.Rect, radius float64, fill scene.Color) {
	if !p.check(r.X, r.Y, r.W, r.H, radius) || r.W <= 0 || r.H <= 0 || fill.A == 0 {
		return
	}
	if radius > 0 {
		p.Fill(scene.Rounded(r, radius), fill)
		return
	}
	p.alpha(fill.A)
	p.color(&p.state.fill, fill, "rg")
	p.point(scene.Point{X: r.X, Y: r.Bottom()})
	p.body = append(number(p.body, r.W, 2), ' ')
	p.body = append(number(p.body, r.H, 2), ' ')
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
	if pic == nil || pic.Image == nil || !p.check(r.X, r.Y, r.W, r.H) || r.W <= 0 || r.H <= 0 {
		return
	}
	p.change(piece{alpha: -1, image: pic, rect: r})
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
