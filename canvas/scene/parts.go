package scene

import (
	"strings"

	"touchline.app/canvas/text"
)

// part is one of several texts that stand in a line with dots between them.
type part struct {
	field string // the text of the row that is edited here; empty: none
	text  string
	close bool // it belongs to the part before, a comma is between them
}

// parts are few enough to be compared as a whole.
type parts [5]part

// written is what stands on the map, and where each part stands in it: the first
// rune and the one behind the last.
func (ps parts) written() (string, [len(parts{})][2]int) {
	var at [len(parts{})][2]int
	s := ""
	for i, p := range ps {
		if p.text = strings.Join(strings.Fields(p.text), " "); p.text == "" {
			continue
		}
		if p.close && s != "" {
			s += ", " + p.text
		} else {
			s = dotted(s, p.text)
		}
		end := len([]rune(s))
		at[i] = [2]int{end - len([]rune(p.text)), end}
	}
	return s, at
}

func (ps parts) String() string {
	s, _ := ps.written()
	return s
}

// parts draws texts with dots between them like Block and notes where each stands.
func (p *Pen) parts(ps parts, f Font, x, y, width float64, c Color) float64 {
	s, at := ps.written()
	below := p.Block(s, f, x, y, width, c)
	lines := p.Wrap(s, f, width)
	for i, one := range ps {
		if one.field == "" || at[i][1] == 0 {
			continue
		}
		if r := p.partRect(lines, at[i], f, Rect{x, y, width, below - y}); r.W > 0 {
			p.note(one.field, one.text, r, f, c)
		}
	}
	return below
}

// partRect is where some runes of a block of lines stand.
func (p *Pen) partRect(lines []*text.Line, at [2]int, f Font, block Rect) Rect {
	var out Rect
	for i, l := range lines {
		lo, hi := runesOf(l)
		from, to := max(at[0], lo), min(at[1], hi)
		if from >= to {
			continue
		}
		rs := []rune(l.Text)
		cut := func(n int) string { return string(rs[:min(max(n-lo, 0), len(rs))]) }
		start, end := p.Width(cut(from), f), p.Width(cut(to), f)
		x, w := block.X, l.W*f.Size
		if l.RTL && p.mirror == 0 {
			x += block.W - w
		}
		if l.RTL != (p.mirror > 0) { // read from its right end
			start, end = w-end, w-start
		}
		out = out.Union(Rect{x + start, block.Y + float64(i)*f.Lead, end - start, f.Lead})
	}
	return out
}

// runesOf returns the runes of its paragraph that a line holds.
func runesOf(l *text.Line) (from, to int) {
	for i, r := range l.Runs {
		if i == 0 || r.From < from {
			from = r.From
		}
		to = max(to, r.From+len(r.Text))
	}
	return from, to
}
