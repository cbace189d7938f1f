package scene

import (
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// Pen collects the marks of one node: for the map, and for who lays out
// something else in the same fonts, such as the furniture of a page or a report.
type Pen struct {
	fonts  *text.Fonts
	ops    []Op
	bounds Rect
	fields []Field
	mirror float64 // width of a map that runs from the right; 0 of one from the left
}

// NewPen returns a pen that breaks texts in the given fonts.
func NewPen(fonts *text.Fonts) *Pen { return &Pen{fonts: fonts} }

// Node returns the marks made so far as a node.
func (p *Pen) Node(role Role, ref Ref) Node {
	n := Node{Ref: ref, Role: role}
	n.stand(&marks{drawing: p.drawing(p.ops)})
	return n
}

// drawing returns what was drawn, as these marks, which are kept.
func (p *Pen) drawing(ops []Op) *drawing {
	return &drawing{ops: ops, fields: p.fields, bounds: p.bounds, hash: hash(ops)}
}

// Bounds returns the smallest rectangle around the marks made so far, points.
func (p *Pen) Bounds() Rect { return p.bounds }

// Rect fills a rectangle with round corners.
func (p *Pen) Rect(r Rect, radius float64, c Color) {
	p.ops = append(p.ops, Op{Kind: OpRect, Rect: r, Radius: radius, Color: c})
	p.bounds = p.bounds.Union(r)
}

// Fill fills a path.
func (p *Pen) Fill(path Path, c Color) {
	p.ops = append(p.ops, Op{Kind: OpFill, Path: path, Color: c})
	p.bounds = p.bounds.Union(path.Bounds())
}

// Stroke draws along a path.
func (p *Pen) Stroke(path Path, s Stroke) {
	p.ops = append(p.ops, Op{Kind: OpStroke, Path: path, Stroke: s})
	p.bounds = p.bounds.Union(path.Bounds().Inset(-s.Width / 2))
}

// Image draws a picture into r, which should have its proportions.
func (p *Pen) Image(r Rect, pic *Picture) {
	p.ops = append(p.ops, Op{Kind: OpImage, Rect: r, Picture: pic})
	p.bounds = p.bounds.Union(r)
}

// icon draws a path that keeps its shape on a map that runs from the right.
func (p *Pen) icon(path Path, s Stroke) {
	p.Stroke(path, s)
	p.ops[len(p.ops)-1].upright = true
}

// Framed draws a box with a border of one point inside r.
func (p *Pen) Framed(r Rect, radius float64, face, border Color) {
	p.Rect(r, radius, border)
	p.Rect(r.Inset(1), radius-1, face)
}

// Line draws one line with its top at y and returns its width in points.
func (p *Pen) Line(l *text.Line, f Font, x, y float64, c Color) float64 {
	op := Op{
		Kind: OpText, Line: l, Size: f.Size, Color: c,
		At: Point{x, y + (f.Lead-(ascent+descent)*f.Size)/2 + ascent*f.Size},
	}
	p.ops = append(p.ops, op)
	p.bounds = p.bounds.Union(op.TextRect())
	return l.W * f.Size
}

// Block draws s broken to the width, from y down, and returns the y below it.
// Paragraphs that run from the right are set against the right edge.
func (p *Pen) Block(s string, f Font, x, y, width float64, c Color) float64 {
	lines := p.Wrap(s, f, width)
	first := len(p.ops)
	for _, l := range lines {
		if l.RTL && p.mirror == 0 { // mirrored, all texts begin at the right anyway
			p.Line(l, f, x+width-l.W*f.Size, y, c)
		} else {
			p.Line(l, f, x, y, c)
		}
		y += f.Lead
	}
	for i := first + 1; i < len(p.ops); i++ {
		p.ops[i].Continues = true
	}
	link(p.ops[first:], s)
	return y
}

// Wrap breaks s into lines of at most width points.
func (p *Pen) Wrap(s string, f Font, width float64) []*text.Line {
	return p.fonts.Wrap(s, f.Style, width/f.Size)
}

// One draws s on one line and returns its width in points.
func (p *Pen) One(s string, f Font, x, y float64, c Color) float64 {
	return p.Line(p.fonts.Line(s, f.Style), f, x, y, c)
}

// Width returns the width of s on one line in points.
func (p *Pen) Width(s string, f Font) float64 { return p.fonts.Width(s, f.Style) * f.Size }

// Height returns how tall s is in points when broken to the width.
func (p *Pen) Height(s string, f Font, width float64) float64 {
	return float64(len(p.Wrap(s, f, width))) * f.Lead
}

// New returns a scene of nodes laid out elsewhere, in drawing order, on a paper
// of the theme. Nodes must lie within the size.
func New(size Point, theme Theme, nodes []Node) *Scene {
	p := &Pen{}
	p.Rect(Rect{0, 0, size.X, size.Y}, 0, theme.Page)
	page := p.Node(RolePage, Ref{Kind: journey.KindHead})
	s := &Scene{Size: size, Page: theme.Page, Theme: theme, Nodes: append([]Node{page}, nodes...)}
	s.grid = newGrid(size, s.Nodes)
	return s
}
