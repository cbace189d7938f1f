package page

import (
	"fmt"
	"slices"
	"sort"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// span is a stretch of the map from left to right, in its points.
type span struct{ lo, hi float64 }

func (s span) width() float64 { return s.hi - s.lo }

func (s span) union(o span) span {
	if s.hi <= s.lo {
		return o
	}
	if o.hi <= o.lo {
		return s
	}
	return span{min(s.lo, o.lo), max(s.hi, o.hi)}
}

// tip is what the outline of a stage may go beyond its columns, points.
const tip = 10.0

// columns is a map laid out so that it can be cut between its stages.
type columns struct {
	m      *journey.Map
	s      *scene.Scene
	origin map[journey.ID]journey.ID // part of a stage, or piece of a row -> what it is of
	stage  map[journey.ID]int        // stage or part of one -> its place in time
	reach  []span                    // of each: itself and what of its texts goes beyond it
	label  span                      // of the labels of the lanes
	labels []*scene.Node             // the lanes, and the scale of the emotions
	titles []*scene.Node             // words over the drop-off, which no stage has
}

// newColumns takes a map and how it is laid out.
func newColumns(m *journey.Map, s *scene.Scene, origin map[journey.ID]journey.ID) *columns {
	c := &columns{m: m, s: s, origin: origin, stage: map[journey.ID]int{}}
	c.label = span{s.Body.X, s.Left}
	if s.RTL {
		c.label = span{s.Left, s.Body.Right()}
	}
	for i, st := range s.Stages {
		c.stage[st.Stage] = i
		c.reach = append(c.reach, span{st.X, st.X + st.W})
	}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if at, ok := c.home(n); ok && !c.cuttable(n) {
			c.reach[at] = c.reach[at].union(extent(n))
		}
		if isTitle(n) {
			c.titles = append(c.titles, n)
		}
		x := n.Bounds.Center().X
		if n.Role == scene.RoleLane || n.Role == scene.RoleCurve && n.Ref.Kind == journey.KindHead && x > c.label.lo && x < c.label.hi {
			c.labels = append(c.labels, n)
		}
	}
	return c
}

// home returns the stage a node is shown with, and false for what belongs to the
// map as a whole. A promise is where its words begin; what says no stage is where
// it lies.
func (c *columns) home(n *scene.Node) (int, bool) {
	const inset = 8.0 // of a thread within the column it begins at
	if isTitle(n) && len(c.reach) > 0 {
		return 0, true
	}
	if n.Ref.Kind == journey.KindHead || n.Role == scene.RoleLane || n.Role == scene.RolePersona || len(c.reach) == 0 {
		return 0, false
	}
	x := n.Bounds.Center().X
	if i, ok := c.stage[n.Stage]; ok && n.Role != scene.RolePromise {
		return i, true
	}
	if n.Role == scene.RolePromise {
		x = n.Bounds.X + inset
		if c.s.RTL {
			x = n.Bounds.Right() - inset
		}
	}
	if c.s.RTL {
		return min(sort.Search(len(c.s.Stages), func(i int) bool { return x >= c.s.Stages[i].X }), len(c.s.Stages)-1), true
	}
	return min(sort.Search(len(c.s.Stages), func(i int) bool { return x < c.s.Stages[i].X+c.s.Stages[i].W }), len(c.s.Stages)-1), true
}

// isTitle reports whether a node is words over the drop-off.
func isTitle(n *scene.Node) bool {
	return n.Role == scene.RoleDropOff && n.Ref.Kind == journey.KindHead && slices.ContainsFunc(n.Ops(), func(o scene.Op) bool { return isText(&o) })
}

// goesOn reports whether the lines of a node may go on over further sheets, while
// its texts stand where it begins.
func goesOn(n *scene.Node) bool {
	return n.Role == scene.RoleCell || n.Role == scene.RolePromise || n.Role == scene.RoleDropOff
}

// extent is what of a node must not be cut: all of it, but of one that goes on its
// texts alone.
func extent(n *scene.Node) span {
	if !goesOn(n) {
		return span{n.Bounds.X, n.Bounds.Right()}
	}
	var s span
	for i := range n.Ops() {
		if o := &n.Ops()[i]; o.Kind == scene.OpText && o.Line.W > 0 {
			r := o.TextRect()
			s = s.union(span{r.X, r.Right()})
		}
	}
	return s
}

// slice is the stages of one page.
type slice struct {
	first, end int  // stages
	at         span // what is shown of the columns
}

// pack puts stages together, as many as go into a width.
func (c *columns) pack(width float64) []slice {
	var out []slice
	for i, r := range c.reach {
		if n := len(out); n > 0 {
			if both := out[n-1].at.union(r); both.width() <= width {
				out[n-1].at, out[n-1].end = both, i+1
				continue
			}
		}
		out = append(out, slice{i, i + 1, r})
	}
	return out
}

// fitting lays the map out so that no stage of several touchpoints is wider than
// a page: a wider one is taken for several, the further ones marked as continued.
func (p *setter) fitting(width float64) *columns {
	c := newColumns(p.m, p.s, nil)
	parts := map[journey.ID][]int{} // stage -> the number of touchpoints of its parts
	for range 12 {
		if p.ctx.Err() != nil || !c.divide(parts, width) {
			break
		}
		m, origin := p.divided(parts)
		c = newColumns(m, scene.Build(m, p.Scene), origin)
	}
	return c
}

// divide cuts the stages that are too wide further up, and reports whether
// there were any.
func (c *columns) divide(parts map[journey.ID][]int, width float64) bool {
	changed := false
	next := map[journey.ID][]int{}
	within := c.columnReach()
	for i, st := range c.s.Stages {
		id := c.original(st.Stage)
		if cols := within[st.Stage]; c.reach[i].width() > width && len(cols) > 1 {
			changed = true
			next[id] = append(next[id], groups(cols, width-tip)...)
		} else {
			next[id] = append(next[id], len(cols))
		}
	}
	for id, n := range next {
		parts[id] = n
	}
	return changed
}

// columnReach returns for each stage its columns, each with what of its quote
// goes beyond it.
func (c *columns) columnReach() map[journey.ID][]span {
	quote := map[journey.ID]span{}
	for i := range c.s.Nodes {
		if n := &c.s.Nodes[i]; n.Role == scene.RoleCell && n.Ref.Kind == journey.KindTouchpoint {
			quote[n.Ref.ID] = quote[n.Ref.ID].union(extent(n))
		}
	}
	out := map[journey.ID][]span{}
	for _, col := range c.s.Columns {
		out[col.Stage] = append(out[col.Stage], span{col.X, col.X + col.W}.union(quote[col.Touchpoint]))
	}
	return out
}

func (c *columns) original(id journey.ID) journey.ID {
	if o, ok := c.origin[id]; ok {
		return o
	}
	return id
}

// groups divides columns into at least two groups, each within a width if it
// has several, and as even as their number allows.
func groups(cols []span, width float64) []int {
	out := group(cols, width)
	if len(out) == 1 { // what is too wide is no column
		return []int{len(cols) / 2, len(cols) - len(cols)/2}
	}
	for even := width * 0.97; even > width/4; even *= 0.97 {
		narrower := group(cols, even)
		if len(narrower) > len(out) {
			break
		}
		out = narrower
	}
	return out
}

func group(cols []span, width float64) []int {
	var out []int
	var at span
	for _, c := range cols {
		if both := at.union(c); len(out) > 0 && both.width() <= width {
			at = both
		} else {
			out, at = append(out, 0), c
		}
		out[len(out)-1]++
	}
	return out
}

// divided returns the map with stages in parts, and which stage each part is of.
func (p *setter) divided(parts map[journey.ID][]int) (*journey.Map, map[journey.ID]journey.ID) {
	m := p.m.Clone()
	origin := map[journey.ID]journey.ID{}
	var list []journey.Stage
	for i, st := range m.StagesInOrder() {
		if st.Color == "" {
			c := p.Scene.Theme.Stages[i%len(p.Scene.Theme.Stages)]
			st.Color = fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
		}
		list = append(list, st)
		points := m.InStage(st.ID)
		sizes := parts[st.ID]
		for k := 1; k < len(sizes); k++ {
			done := points[:min(sizes[k-1], len(points))]
			points = points[len(done):]
			st = p.continued(st, done, k)
			origin[st.ID] = list[len(list)-1].ID
			if o, ok := origin[origin[st.ID]]; ok {
				origin[st.ID] = o
			}
			for _, t := range points {
				t.Stage = st.ID
				m.Put(t)
			}
			list = append(list, st)
		}
	}
	for i, key := range journey.Spread(len(list)) {
		list[i].Order = key
		m.Put(list[i])
	}
	settle(m)
	return m, origin
}

// continued is the part of a stage after the touchpoints done.
func (p *setter) continued(st journey.Stage, done []journey.Touchpoint, k int) journey.Stage {
	next := journey.Stage{ID: st.ID + journey.ID(fmt.Sprintf("\x00%d", k)), Name: st.Name, Phase: st.Phase, PhaseNote: st.PhaseNote, Status: st.Status, Color: st.Color}
	for _, t := range done {
		if t.Status != "" {
			next.Status = t.Status
		}
	}
	if k == 1 {
		next.Name += " " + p.Scene.Words("page.continued")
	}
	return next
}
