package pdf

import (
	"touchline.app/canvas/scene"
	"touchline.app/export/page"
	"touchline.app/journey"
)

// place is where a piece of a node is read: of all the times it is shown, the one
// that shows most of it. Everywhere else it is decoration to who reads it aloud.
type place struct {
	sheet, part int32   // from 0; -1 where it is not shown
	rank        float32 // how much of it is shown
	mark        int32   // number of its marked content on the sheet; -1 until it is written
}

func (p *place) known() bool { return p.sheet >= 0 }

// cut reports whether only a part of the piece is shown.
func (p *place) cut() bool { return p.rank != 1 && p.rank != 1-repeated }

// repeated is what the rank of a place in a repetition is less: what is shown
// for the first time comes before it.
const repeated = 2

// shown is a scene of the document and where its nodes are read, piece by piece.
type shown struct {
	*scene.Scene
	kind  page.PartKind // of the first part
	at    []place
	start []int32 // of each node: its first piece in at; one more for the end
}

// places returns those of the pieces of a node.
func (s *shown) places(node int) []place { return s.at[s.start[node]:s.start[node+1]] }

// ref is a node of the document.
type ref struct {
	scene *shown
	index int
}

func (r ref) node() *scene.Node { return &r.scene.Nodes[r.index] }

// pieces returns how many pieces a node has.
func (r ref) pieces() int { return len(r.scene.places(r.index)) }

// place returns where the first piece is read that is read at all, and whether
// one is.
func (r ref) place() (*place, bool) {
	all := r.scene.places(r.index)
	for i := range all {
		if all[i].mark >= 0 {
			return &all[i], true
		}
	}
	return nil, false
}

// findPlaces looks through all parts for the place of each node.
func (x *writing) findPlaces() {
	x.byScene = map[*scene.Scene]*shown{}
	x.visible = make([][][]int, len(x.doc.Sheets))
	x.lanes = map[journey.ID]bool{}
	for i := range x.doc.Sheets {
		parts := x.doc.Sheets[i].Parts
		x.visible[i] = make([][]int, len(parts))
		for k := range parts {
			part := &parts[k]
			if part.Window.W <= 0 || part.Window.H <= 0 {
				continue
			}
			seen := part.Scene.Visible(part.Window)
			x.visible[i][k] = seen
			x.steps += len(seen)
			if part.Kind == page.Furniture {
				continue
			}
			s := x.shown(part)
			for _, n := range seen {
				x.lanes[s.Nodes[n].Lane] = true
				s.offer(n, part, place{sheet: int32(i), part: int32(k), mark: -1})
			}
		}
	}
	x.steps += x.steps/2 + 1
	x.dropRepeats()
	x.dropHeads()
}

func (x *writing) shown(part *page.Part) *shown {
	s, ok := x.byScene[part.Scene]
	if ok {
		return s
	}
	s = &shown{Scene: part.Scene, kind: part.Kind, start: make([]int32, len(part.Scene.Nodes)+1)}
	var cuts []int
	for i := range s.Nodes {
		cuts = divide(cuts[:0], &s.Nodes[i])
		s.start[i+1] = s.start[i] + int32(len(cuts))
	}
	s.at = make([]place, s.start[len(s.Nodes)])
	for i := range s.at {
		s.at[i] = nowhere
	}
	x.byScene[part.Scene] = s
	x.scenes = append(x.scenes, s)
	return s
}

var nowhere = place{sheet: -1, part: -1, mark: -1}

// offer takes the better of two places for each piece, the earlier of equal ones.
func (s *shown) offer(node int, part *page.Part, p place) {
	all := s.places(node)
	if len(all) == 0 {
		return
	}
	n := &s.Nodes[node]
	if p.rank = 1; !holds(part.Window, n.Bounds) {
		var buf [16]int
		cuts := divide(buf[:0], n)
		for i := range all {
			p.rank = share(part.Window, n, piece(n, cuts, i))
			all[i].better(p, part.Kind)
		}
		return
	}
	for i := range all {
		all[i].better(p, part.Kind)
	}
}

func (p *place) better(q place, kind page.PartKind) {
	if kind == page.Repeat {
		q.rank -= repeated
	}
	if !p.known() || q.rank > p.rank {
		*p = q
	}
}

// share says how much of a piece is seen in a window, by its texts where it has
// some: 1 is all of it.
func share(window scene.Rect, n *scene.Node, ops []scene.Op) float32 {
	bounds := n.Bounds
	if texts := textBounds(ops); texts.W > 0 {
		bounds = texts
	}
	whole := bounds.W * bounds.H
	if whole <= 0 {
		return 1
	}
	r := clip(bounds, window)
	return float32(max(min(r.W*r.H/whole, 1), 1e-6))
}

// textBounds returns the smallest rectangle around texts.
func textBounds(ops []scene.Op) scene.Rect {
	var r scene.Rect
	for i := range ops {
		if o := &ops[i]; o.Kind == scene.OpText && o.Line != nil {
			r = r.Union(o.TextRect())
		}
	}
	return r
}

// clip returns what r and s share.
func clip(r, s scene.Rect) scene.Rect {
	x, y := max(r.X, s.X), max(r.Y, s.Y)
	return scene.Rect{X: x, Y: y, W: max(min(r.Right(), s.Right())-x, 0), H: max(min(r.Bottom(), s.Bottom())-y, 0)}
}

// said is a piece of a node, whichever scene says it.
type said struct {
	ref   scene.Ref
	role  scene.Role
	lane  journey.ID
	piece int
}

// each calls do for all places of a scene.
func (s *shown) each(do func(p *place, what said)) {
	for i := range s.Nodes {
		n, all := &s.Nodes[i], s.places(i)
		for k := range all {
			if all[k].known() {
				do(&all[k], said{n.Ref, n.Role, n.Lane, k})
			}
		}
	}
}

// dropRepeats takes the place from pieces that are only shown in repetitions of
// what another scene says for the first time.
func (x *writing) dropRepeats() {
	if len(x.scenes) == 1 {
		return
	}
	first := map[said]*shown{}
	for _, s := range x.scenes {
		s.each(func(p *place, what said) {
			if p.rank >= 0 {
				first[what] = s
			}
		})
	}
	for _, s := range x.scenes {
		s.each(func(p *place, what said) {
			if by, has := first[what]; !has {
				first[what] = s
			} else if by != s && p.rank < 0 {
				*p = nowhere
			}
		})
	}
}

// dropHeads takes the place from the heads of a report's table that are
// repeated on a further sheet: the table goes on there.
func (x *writing) dropHeads() {
	var head, last *shown // the scenes of the table's head and of its last cell
	for _, s := range x.scenes {
		if s.kind != page.Report {
			continue
		}
		for i := range s.Nodes {
			switch s.Nodes[i].Role {
			case scene.RoleTableHead:
				if last == nil || head == nil {
					head = s
				} else if head != s {
					all := s.places(i)
					for k := range all {
						all[k] = nowhere
					}
				}
			case scene.RoleTableCell:
				last = s
			case scene.RolePage:
			default:
				head, last = nil, nil
			}
		}
	}
}

// onSheet returns where on its sheet, from the lower left corner, y upwards, a
// rectangle of a scene is seen at a place.
func (x *writing) onSheet(at *place, r scene.Rect) (x0, y0, x1, y1 float64) {
	sheet := &x.doc.Sheets[at.sheet]
	part := &sheet.Parts[at.part]
	r = clip(r, part.Window)
	x0 = part.At.X + (r.X-part.Window.X)*part.Scale
	y1 = sheet.Size.Y - part.At.Y - (r.Y-part.Window.Y)*part.Scale
	return x0, y1 - r.H*part.Scale, x0 + r.W*part.Scale, y1
}

// fromRight reports whether the map runs from the right.
func (x *writing) fromRight() bool {
	for _, s := range x.scenes {
		if s.RTL {
			return true
		}
	}
	return false
}
