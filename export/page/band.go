package page

import (
	"slices"

	"touchline.app/canvas/scene"
)

// band shows a strip of the map across the sheet: under it the tints of the
// lanes over the whole width, then the labels, then the stages of the sheet.
func (l *leaf) band(st strip, kind PartKind) {
	f, k := l.frame, l.scale
	h := st.y1 - st.y0
	if kind == Body {
		l.part(Part{Scene: l.under, Window: scene.Rect{Y: st.y0, W: f.body.W / k, H: h}, At: scene.Point{X: f.body.X, Y: l.y}, Scale: k, Kind: Furniture})
	}
	sl, label := l.slices[l.slice], l.c.label
	at, beside := f.body.X+label.width()*k, f.body.X
	if l.s.RTL {
		at, beside = f.body.Right()-(label.width()+sl.at.width())*k, f.body.Right()-label.width()*k
	}
	if kind == Body {
		labels := Body
		if l.slice > 0 {
			labels = Repeat
		}
		l.part(Part{Scene: l.labels(st), Window: scene.Rect{X: label.lo, Y: st.y0, W: label.width(), H: h}, At: scene.Point{X: beside, Y: l.y}, Scale: k, Kind: labels})
	}
	w := scene.Rect{X: sl.at.lo, Y: st.y0, W: sl.at.width(), H: h}
	show := l.texts
	if kind == Repeat {
		show = func(scene.Rect) bool { return true }
	}
	l.part(Part{Scene: l.cells(w, show), Window: w, At: scene.Point{X: at, Y: l.y}, Scale: k, Kind: kind})
	l.y += h * k
}

func isText(o *scene.Op) bool { return o.Kind == scene.OpText }

// filtered returns a node with some of its marks.
func filtered(n *scene.Node, keep func(*scene.Op) bool) scene.Node {
	return n.With(slices.DeleteFunc(slices.Clone(n.Ops()), func(o scene.Op) bool { return !keep(&o) }))
}

// like makes a scene of some nodes of another and says the same of itself. It
// has no index over the size of the map, for it has only the nodes of a sheet.
func (p *setter) like(s *scene.Scene, nodes []scene.Node) *scene.Scene {
	out := scene.New(scene.Point{}, s.Theme, nodes)
	out.Size = s.Size
	out.Columns, out.Stages, out.Bands = s.Columns, s.Stages, s.Bands
	out.Left, out.RTL, out.Body, out.Emotion = s.Left, s.RTL, s.Body, s.Emotion
	return out
}

// tints are the faces of the lanes, as wide as a sheet.
func (c *columns) tints(width float64) *scene.Scene {
	var nodes []scene.Node
	for _, n := range c.labels {
		if n.Role == scene.RoleLane {
			nodes = append(nodes, face(n, span{0, width}))
		}
	}
	return scene.New(scene.Point{X: width, Y: c.s.Size.Y}, c.s.Theme, nodes)
}

// face is a lane without its label, over a stretch and a little more, so that
// its ends do not show.
func face(n *scene.Node, over span) scene.Node {
	const more = 8.0
	var ops []scene.Op
	for _, o := range n.Ops() {
		if o.Kind == scene.OpRect {
			o.Rect.X, o.Rect.W = over.lo-more, over.width()+2*more
			ops = append(ops, o)
		}
	}
	out := n.With(ops)
	out.Bounds = scene.Rect{X: over.lo - more, Y: n.Bounds.Y, W: over.width() + 2*more, H: n.Bounds.H}
	return out
}

// labels are the lanes with their names, and the scale of the emotions.
func (l *leaf) labels(st strip) *scene.Scene {
	var nodes []scene.Node
	for _, n := range l.c.labels {
		switch n.Role {
		case scene.RoleLane:
			lane := face(n, l.c.label)
			words := filtered(n, func(o *scene.Op) bool { return isText(o) && l.texts(o.TextRect()) })
			ops := append(lane.Ops(), words.Ops()...)
			if n.Bounds.Y < st.y0-0.5 && n.Bounds.Bottom() > st.y0+0.5 {
				ops = append(ops, again(n, st)...)
			}
			nodes = append(nodes, lane.With(ops))
		default:
			if axis := filtered(n, func(o *scene.Op) bool { return isText(o) && l.texts(o.TextRect()) }); len(axis.Ops()) > 0 {
				nodes = append(nodes, axis)
			}
		}
	}
	return l.like(l.c.s, nodes)
}

// again are the texts of a lane's label moved down to where a further sheet
// begins, as far as they end on it.
func again(n *scene.Node, st strip) []scene.Op {
	var out []scene.Op
	for _, o := range n.Ops() {
		if !isText(&o) {
			continue
		}
		o.At.Y += st.y0 - n.Bounds.Y
		if o.TextRect().Bottom() > min(st.y1, n.Bounds.Bottom()) {
			break
		}
		out = append(out, o)
	}
	return out
}

// cells are the marks of the stages of the sheet, and what of the curves and
// arrows goes through it.
func (l *leaf) cells(w scene.Rect, show func(scene.Rect) bool) *scene.Scene {
	var nodes []scene.Node
	for _, i := range l.c.s.Visible(w) {
		if out := l.cell(&l.c.s.Nodes[i], w, show); len(out.Ops()) > 0 {
			nodes = append(nodes, l.renamed(out))
		}
	}
	if l.slice > 0 {
		nodes = append(nodes, l.titled(w, show)...)
	}
	return l.like(l.c.s, nodes)
}

// cell is what of a node shows on the sheet, without marks where nothing does.
func (l *leaf) cell(n *scene.Node, w scene.Rect, show func(scene.Rect) bool) scene.Node {
	home, own := l.c.home(n)
	switch {
	case own && l.holds(home):
		return filtered(n, func(o *scene.Op) bool { return !isText(o) || show(o.TextRect()) })
	case own && goesOn(n) && home < l.slices[l.slice].first && l.passes(n):
		out := filtered(n, func(o *scene.Op) bool { return !isText(o) })
		if len(out.Ops()) > 0 && n.Role != scene.RoleDropOff {
			out = out.With(append(out.Ops(), l.carried(n, show)...))
		}
		return out
	case n.Role == scene.RoleLane:
		return face(n, span{w.X, w.Right()})
	case !own && (n.Role == scene.RoleCurve || n.Role == scene.RoleDropOff):
		return filtered(n, func(o *scene.Op) bool { return !isText(o) })
	}
	return scene.Node{}
}

// titled are the words over the drop-off, where the sheet begins.
func (l *leaf) titled(w scene.Rect, show func(scene.Rect) bool) []scene.Node {
	var out []scene.Node
	for _, n := range l.c.titles {
		if n.Bounds.Y >= w.Bottom() || n.Bounds.Bottom() <= w.Y {
			continue
		}
		if ops := l.carried(n, show); len(ops) > 0 {
			here := *n
			here.Bounds.X, here.Bounds.W = w.X, w.W
			out = append(out, here.With(ops))
		}
	}
	return out
}

// passes reports whether a line goes on over the sheet: an arrow over its first
// stage, any other over a part of it.
func (l *leaf) passes(n *scene.Node) bool {
	st := l.c.s.Stages[l.slices[l.slice].first]
	if n.Role != scene.RoleCell {
		return n.Bounds.X < st.X+st.W && n.Bounds.Right() > st.X
	}
	return n.Bounds.X < st.X+st.W/2 && n.Bounds.Right() > st.X+st.W/2
}

func (l *leaf) holds(stage int) bool {
	sl := l.slices[l.slice]
	return stage >= sl.first && stage < sl.end
}

// carried are the words of what began on an earlier sheet, where it comes onto this
// one, if there is room for them.
func (l *leaf) carried(n *scene.Node, show func(scene.Rect) bool) []scene.Op {
	const inset = 8.0
	sl, words := l.slices[l.slice], extent(n)
	first, last := l.c.s.Stages[sl.first], l.c.s.Stages[sl.end-1]
	shift := first.X + inset - words.lo
	room := min(last.X+last.W, n.Bounds.Right()) - first.X - 2*inset
	if l.s.RTL {
		shift = first.X + first.W - inset - words.hi
		room = first.X + first.W - max(last.X, n.Bounds.X) - 2*inset
	}
	if isTitle(n) { // there is nothing beside it
		room = sl.at.hi - first.X - 2*inset
		if l.s.RTL {
			room = first.X + first.W - sl.at.lo - 2*inset
		}
	}
	if words.width() > room || words.width() <= 0 {
		return nil
	}
	var out []scene.Op
	for _, o := range n.Ops() {
		if isText(&o) && show(o.TextRect()) {
			o.At.X += shift
			out = append(out, o)
		}
	}
	return out
}

// renamed gives the parts of a stage, and the pieces of a row, its name again.
func (l *leaf) renamed(n scene.Node) scene.Node {
	n.Stage, n.Ref.ID = l.c.original(n.Stage), l.c.original(n.Ref.ID)
	return n
}

// bare reports whether nothing but lanes and rules is on the sheet.
func (l *leaf) bare() bool {
	sl, st := l.slices[l.slice], l.strips[l.strip]
	w := scene.Rect{X: sl.at.lo, Y: st.y0, W: sl.at.width(), H: st.y1 - st.y0}
	return !slices.ContainsFunc(l.c.s.Visible(w), func(i int) bool {
		home, own := l.c.home(&l.c.s.Nodes[i])
		return own && l.holds(home)
	})
}
