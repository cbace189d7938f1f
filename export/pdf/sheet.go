package pdf

import (
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/export/page"
)

// content is what is written on a page, compressed as it comes.
type content struct {
	size   scene.Point
	body   []byte // what is not compressed yet
	packed *packer
	marked int32 // pieces of content that are read
	owners []int // the object of the element that each belongs to
}

// enough is how much content is compressed at a time.
const enough = 1 << 16

// flush compresses what there is.
func (c *content) flush() {
	c.packed.add(c.body)
	c.body = c.body[:0]
}

// sheet writes the content of the next page.
func (x *writing) sheet(s *page.Sheet) {
	p := x.painter
	p.begin(s.Size)
	if c := s.Paper; c.A == 255 && c != (scene.Color{R: 255, G: 255, B: 255, A: 255}) {
		p.artifact(-1)
		p.origin = scene.Point{Y: s.Size.Y}
		p.Rect(scene.Rect{W: s.Size.X, H: s.Size.Y}, 0, c)
		p.leave()
	}
	for i := range s.Parts {
		x.part(s, i)
	}
	x.sheets = append(x.sheets, p.end())
	x.progress(0)
}

// part writes what a window shows of its scene.
func (x *writing) part(s *page.Sheet, number int) {
	part := &s.Parts[number]
	w := part.Window
	if w.W <= 0 || w.H <= 0 {
		return
	}
	p := x.painter
	before := p.state
	p.body = append(p.body, "q "...)
	p.origin = scene.Point{Y: s.Size.Y}
	p.box(part.Rect())
	p.operator("re W n")
	p.transform(part.Scale, part.At.X, s.Size.Y-part.Rect().Bottom())
	p.origin = scene.Point{X: w.X, Y: w.Bottom()}
	shown := x.byScene[part.Scene] // none for furniture
	for k, i := range x.visible[len(x.sheets)][number] {
		if k%2000 == 1999 {
			if x.progress(2000); x.o.Context.Err() != nil {
				break
			}
		}
		n := &part.Scene.Nodes[i]
		var places []place
		if shown != nil {
			places = shown.places(i)
		}
		if x.node(n, places, number, w); len(p.body) > enough {
			p.flush()
		}
	}
	x.done += len(x.visible[len(x.sheets)][number]) % 2000
	p.enter(-1)
	p.leave()
	p.operator("Q")
	p.state = before
}

// node writes what the window shows of a node, the pieces that are read here as
// content, all else as decoration.
func (x *writing) node(n *scene.Node, places []place, part int, window scene.Rect) {
	p := x.painter
	layer := x.layerAt(n.Lane)
	if len(places) == 0 {
		p.artifact(layer)
		p.marks(n, n.Ops(), window)
		return
	}
	var buf [16]int
	cuts := divide(buf[:0], n)
	for i := range places {
		if at := &places[i]; int(at.sheet) == len(x.sheets) && int(at.part) == part {
			at.mark = p.tag(layer, tagOf(n))
		} else {
			p.artifact(layer)
		}
		p.marks(n, piece(n, cuts, i), window)
	}
}

// marks writes marks of a node that lie in the window, from the node's own
// corner: nodes that look alike then differ in their texts only, and compress to
// little.
func (p *painter) marks(n *scene.Node, ops []scene.Op, window scene.Rect) {
	whole := holds(window, n.Bounds)
	state, origin := p.state, p.origin
	corner := scene.Point{X: hundredth(n.Bounds.X - origin.X), Y: hundredth(origin.Y - n.Bounds.Bottom())}
	if !p.check(corner.X, corner.Y) {
		return
	}
	p.body = append(p.body, "q 1 0 0 1 "...)
	p.body = append(number(p.body, corner.X, 2), ' ')
	p.body = append(number(p.body, corner.Y, 2), " cm\n"...)
	p.origin = scene.Point{X: origin.X + corner.X, Y: origin.Y - corner.Y}
	for i := range ops {
		if whole || shows(window, &ops[i]) {
			ops[i].Paint(p)
			if apart(ops, i) {
				p.space(&ops[i])
			}
		}
	}
	p.operator("Q")
	p.state, p.origin = state, origin
}

func hundredth(v float64) float64 { return math.Round(v*100) / 100 }

// holds reports whether all of s lies in r.
func holds(r, s scene.Rect) bool {
	return s.X >= r.X && s.Y >= r.Y && s.Right() <= r.Right() && s.Bottom() <= r.Bottom()
}

// shows reports whether a mark may reach into the window. One that lies nowhere
// does: the painter says so.
func shows(window scene.Rect, o *scene.Op) bool {
	r := o.Rect
	switch o.Kind {
	case scene.OpText:
		if o.Line == nil {
			return false
		}
		r = o.TextRect().Inset(-o.Size) // shapes may reach beyond the line
	case scene.OpFill:
		r = o.Path.Bounds()
	case scene.OpStroke:
		r = o.Path.Bounds().Inset(-o.Stroke.Width)
	case scene.OpRect, scene.OpImage:
	}
	if !(max(r.X, r.Y) < far && min(r.Right(), r.Bottom()) > -far) {
		return true
	}
	return !(r.X >= window.Right() || r.Y >= window.Bottom() || r.Right() <= window.X || r.Bottom() <= window.Y)
}
