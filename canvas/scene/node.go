package scene

import (
	"math"
	"sync"
	"sync/atomic"

	"touchline.app/journey"
)

// Node is a laid-out part of the map. Nodes do not change once built. A copy may
// be given another Row, Lane, Stage or Alt; its marks are changed by With.
type Node struct {
	Ref    Ref
	Role   Role
	Lane   journey.ID // the lane it lies in; empty where it lies in none
	Stage  journey.ID // the stage it belongs to; empty where it belongs to none or several
	Alt    string     // in words what is shown without a text
	Row    int        // of a cell of a report's table: its row, from 0
	Bounds Rect       // holds every mark of Ops
	Hash   uint64     // equal hash: equal marks at the same place
	marks  *marks     // nil: none
	faint  bool       // drawn with a part of its colours
}

// drawing is what a node shows, around an origin of its own: the same drawing may
// stand at many places and in many scenes. It does not change once made.
type drawing struct {
	ops    []Op
	fields []Field
	late   *late // nil: ops and fields are there
	bounds Rect
	below  float64 // y below what was drawn, for what comes under it
	hash   uint64
}

// late draws ops and fields when they are first asked for: most cards of a large map
// are out of sight.
type late struct {
	once sync.Once
	draw func() *Pen
}

// content returns what is drawn and the texts of rows in it.
func (d *drawing) content() ([]Op, []Field) {
	if d.late != nil {
		d.late.once.Do(func() {
			p := d.late.draw()
			d.ops, d.fields, d.late.draw = p.ops, p.fields, nil
		})
	}
	return d.ops, d.fields
}

// marks is a drawing at a place. Its marks are brought there when they are first
// asked for, for most of a large map is out of sight.
type marks struct {
	*drawing
	at     Point
	mirror float64 // width of a map that runs from the right; 0 of one from the left
	placed atomic.Pointer[[]Op]
}

// Ops returns the marks of the node at their place, in drawing order. They must
// not be changed.
func (n *Node) Ops() []Op {
	m := n.marks
	switch {
	case m == nil:
		return nil
	case m.at == Point{} && m.mirror == 0:
		ops, _ := m.content()
		return ops
	}
	if ops := m.placed.Load(); ops != nil {
		return *ops
	}
	ops := m.place()
	m.placed.Store(&ops) // whoever else places them meanwhile gets the same
	return ops
}

// Fields returns the texts of the row that stand here, in reading order.
func (n *Node) Fields() []Field {
	m := n.marks
	if m == nil {
		return nil
	}
	_, fields := m.content()
	if len(fields) == 0 {
		return nil
	}
	out := make([]Field, len(fields))
	for i, f := range fields {
		f.Rect = m.rect(f.Rect)
		out[i] = f
	}
	return out
}

// With returns the node with other marks. Its bounds and all else stay.
func (n Node) With(ops []Op) Node {
	n.stand(&marks{drawing: &drawing{ops: ops, bounds: n.Bounds, hash: hash(ops)}})
	return n
}

// stand brings the node's drawing to its place.
func (n *Node) stand(m *marks) {
	n.marks = m
	n.Bounds = m.rect(m.bounds)
	n.Hash = m.hash
	for _, v := range [...]float64{m.at.X, m.at.Y, m.mirror} {
		n.Hash = (n.Hash ^ math.Float64bits(v)) * 1099511628211
		n.Hash ^= n.Hash >> 32
	}
}

// rect returns where a rectangle of the drawing lies.
func (m *marks) rect(r Rect) Rect {
	r = r.moved(m.at)
	if m.mirror > 0 {
		r = r.turned(m.mirror)
	}
	return r
}

// place returns the marks of the drawing where they lie.
func (m *marks) place() []Op {
	ops, _ := m.content()
	out := make([]Op, len(ops))
	for i := range ops {
		o := ops[i]
		o.Rect = o.Rect.moved(m.at)
		o.At = o.At.Add(m.at)
		o.Path = o.Path.moved(m.at)
		if m.mirror > 0 {
			o.turn(m.mirror)
		}
		out[i] = o
	}
	return out
}
