package pdf

import (
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// Text implements scene.Painter.
func (p *painter) Text(l *text.Line, at scene.Point, size float64, fill scene.Color) {
	if l == nil || !p.check(at.X, at.Y, size) || size <= 0 || fill.A == 0 {
		return
	}
	p.alpha(fill.A)
	p.color(&p.state.fill, fill, "rg")
	size = math.Round(size*100) / 100 // as it is written
	runs := logical(l.Runs)
	for i, r := range runs {
		if r.Font != nil && len(r.Glyphs) > 0 {
			p.run(r, at, size, turnsBack(runs, i, l.RTL), i < len(runs)-1)
		}
	}
}

// run shows a run: strings of codes, and between them how far the pen has to go
// back where the shaper wants the next shape nearer than its width says. A marked
// one ends with the mark of the other direction.
func (p *painter) run(r *text.Run, at scene.Point, size float64, marked, followed bool) {
	t := p.fonts.typeface(r.Font)
	w := shower{p: p, at: at, size: size}
	coloured := t.coloured(r)
	if coloured {
		p.operator("3 Tr") // invisible
	}
	if marked && !r.RTL {
		w.show(r.X, t.mark(fromRight))
	}
	t.walk(r, followed, w.show)
	if marked && r.RTL {
		w.show(r.X+r.W, t.mark(fromLeft))
	}
	w.end()
	if coloured {
		p.operator("0 Tr")
		p.signs(r, at, size)
	}
}

// shower writes the shapes of a run as text objects, one for each font.
type shower struct {
	p     *painter
	at    scene.Point
	size  float64
	font  *subset
	pen   float64 // where the reader's pen is, em from the left end of the line
	quote bool    // a string is open
}

func (w *shower) show(x float64, c glyphCode) {
	if math.IsNaN(x) || math.Abs(x) > far {
		w.p.check(x)
		return
	}
	if c.font != w.font {
		w.begin(x, c.font)
	}
	p := w.p
	if d := math.Round((w.pen - x) * 1000); math.Abs(d) > slack {
		w.close()
		p.body = number(p.body, d, 0)
		w.pen -= d / 1000
	}
	if !w.quote {
		p.body = append(p.body, '(')
		w.quote = true
	}
	p.body = code(code(p.body, byte(c.code>>8)), byte(c.code))
	w.pen += float64(c.width) / 1000
}

// slack is how far a shape may stand from its place, thousandths of an em:
// nobody sees it, and the next shapes make up for it.
const slack = 2

// code appends a byte of a string.
func code(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// begin begins a text object at x.
func (w *shower) begin(x float64, f *subset) {
	w.end()
	p := w.p
	p.body = append(p.body, "BT "...)
	if p.state.font != f || p.state.size != w.size {
		p.state.font, p.state.size = f, w.size
		p.body = append(append(p.body, '/'), f.resource...)
		p.body = append(number(append(p.body, ' '), w.size, 2), " Tf "...)
	}
	p.point(scene.Point{X: w.at.X + x*w.size, Y: w.at.Y})
	p.body = append(p.body, "Td ["...)
	w.font, w.pen = f, x
}

func (w *shower) close() {
	if w.quote {
		w.p.body = append(w.p.body, ')')
		w.quote = false
	}
}

func (w *shower) end() {
	w.close()
	if w.font != nil {
		w.p.operator("] TJ ET")
		w.font = nil
	}
}
