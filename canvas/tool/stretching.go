package tool

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// stretching drags one edge of a note, pain point or opportunity over the columns
// of the map.
type stretching struct {
	ref         scene.Ref
	edge        Edge
	first, last int // columns it lies over at the beginning
	band        scene.Rect
}

// newStretching returns the state that drags an edge, nil where the row is not on
// the map.
func newStretching(s *scene.Scene, edge Edge, ref scene.Ref) state {
	n, ok := boxOf(s, ref)
	if !ok {
		return nil
	}
	first, last := covered(s, roomOf(n))
	return stretching{ref: ref, edge: edge, first: first, last: last, band: roomOf(n)}
}

// boxOf returns the node of something that can reach over several columns.
func boxOf(s *scene.Scene, ref scene.Ref) (*scene.Node, bool) {
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Ref == ref && stretches(n) {
			return n, true
		}
	}
	return nil, false
}

// covered returns the first and the last column in time that lie under r.
func covered(s *scene.Scene, r scene.Rect) (first, last int) {
	first, last = columnAt(s, start(s, r.X+1, r.W-2)), -1
	for i, c := range s.Columns {
		if x := c.X + c.W/2; x > r.X && x < r.Right() {
			last = i
		}
	}
	return first, max(first, last)
}

// columnAt returns the column at x, or the nearest one.
func columnAt(s *scene.Scene, x float64) int {
	best, nearest := 0, -1.0
	for i, c := range s.Columns {
		away := max(c.X-x, x-c.X-c.W, 0)
		if nearest < 0 || away < nearest {
			best, nearest = i, away
		}
	}
	return best
}

// span returns the command that lets a row go over columns. With begin it begins at
// the first, without it where it did.
func span(s *scene.Scene, ref scene.Ref, first, last int, begin bool) edit.Span {
	c := edit.Span{Row: edit.Ref(ref), Reach: reachTo(s, last)}
	if begin {
		c.Stage, c.Touchpoint = s.Columns[first].Stage, s.Columns[first].Touchpoint
	}
	return c
}

// reachTo is the reach that ends at a column: with its stage, where that is the last
// of it, so that a touchpoint that is added there is reached too.
func reachTo(s *scene.Scene, last int) journey.Reach {
	c := s.Columns[last]
	r := journey.Reach{EndStage: c.Stage, EndTouchpoint: c.Touchpoint}
	if last+1 == len(s.Columns) || s.Columns[last+1].Stage != c.Stage {
		r.EndTouchpoint = ""
	}
	return r
}

func (s stretching) press(*Machine, Event) state { return s }

// columns are those it lies over with the hand at p.
func (s stretching) columns(sc *scene.Scene, p scene.Point) (first, last int) {
	at := columnAt(sc, p.X)
	if s.edge == BoxStart {
		return min(at, s.last), s.last
	}
	return s.first, max(at, s.first)
}

func (s stretching) move(m *Machine, e Event) state {
	sc := m.host.Scene()
	first, last := s.columns(sc, e.At)
	a, b := sc.Columns[first], sc.Columns[last]
	mark := scene.Rect{X: min(a.X, b.X), Y: s.band.Y, H: s.band.H}
	mark.W = max(a.X+a.W, b.X+b.W) - mark.X
	p := Preview{Mark: mark, Follow: true}
	if first != s.first || last != s.last {
		p.Trial = span(sc, s.ref, first, last, s.edge == BoxStart)
	}
	m.host.Show(p)
	return s
}

func (s stretching) release(m *Machine, e Event) state {
	sc := m.host.Scene()
	first, last := s.columns(sc, e.At)
	if first == s.first && last == s.last {
		return m.done(nil)
	}
	return m.done(span(sc, s.ref, first, last, s.edge == BoxStart))
}

func (stretching) cancel(m *Machine) { m.host.Show(Preview{}) }

// Stretched returns the command that lets a row go over a column more, or with -1
// over one less; from one column it goes back to what it takes by itself. It is
// false where the row cannot.
func Stretched(s *scene.Scene, ref scene.Ref, by int) (edit.Command, bool) {
	n, ok := boxOf(s, ref)
	if !ok {
		return nil, false
	}
	first, last := covered(s, roomOf(n))
	next := last + by
	switch {
	case next >= len(s.Columns):
		return nil, false
	case next < first:
		return edit.Span{Row: edit.Ref(ref)}, true
	}
	return span(s, ref, first, next, false), true
}

// Resized returns the command that makes stages wider or lanes higher by some
// points than the first of them is.
func Resized(s *scene.Scene, refs []scene.Ref, by float64) (edit.Command, bool) {
	if len(refs) == 0 {
		return nil, false
	}
	for _, st := range s.Stages {
		if refs[0] == (scene.Ref{Kind: journey.KindStage, ID: st.Stage}) {
			return edit.Resize{Rows: rows(refs), Size: max(st.W+by, 0)}, true
		}
	}
	if b, ok := bandOf(s, refs[0].ID); ok && refs[0].Kind == journey.KindLane {
		return edit.Resize{Rows: rows(refs), Size: max(b.Rect.H+by, 0)}, true
	}
	return nil, false
}
