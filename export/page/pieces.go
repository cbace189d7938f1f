package page

import (
	"fmt"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// What lies over several stages says so by its reach. Between sheets it is cut, and
// has its text on each of them.

// laid returns a row of a cell in another place.
func laid(r journey.Row, stage journey.ID, reach journey.Reach) journey.Row {
	_, lane, touchpoint := journey.Homes(r)
	r, _ = journey.Reaching(journey.Placed(r, stage, lane, touchpoint), reach)
	return r
}

// inCells returns the rows that lie in cells.
func inCells(m *journey.Map) []journey.Row {
	var out []journey.Row
	for _, r := range m.NotesInOrder() {
		out = append(out, r)
	}
	for _, r := range m.PainPointsInOrder() {
		out = append(out, r)
	}
	for _, r := range m.OpportunitiesInOrder() {
		out = append(out, r)
	}
	for _, r := range m.MetricsInOrder() {
		out = append(out, r)
	}
	return out
}

// settle puts what belongs to a touchpoint into its stage, and reports whether
// anything was not there.
func settle(m *journey.Map) bool {
	moved := false
	for _, r := range inCells(m) {
		stage, _, touchpoint := journey.Homes(r)
		if t, ok := m.Touchpoints.Get(touchpoint); ok && t.Stage != stage {
			m.Put(laid(r, t.Stage, journey.ReachOf(r)))
			moved = true
		}
	}
	return moved
}

// cuttable reports whether a node is of a row that is cut where a sheet ends.
func (c *columns) cuttable(n *scene.Node) bool {
	r, ok := c.m.Row(n.Ref.Kind, n.Ref.ID)
	return ok && journey.ReachOf(r) != journey.Reach{}
}

// last returns the last stage that a row lies over which begins in another.
func (c *columns) last(r journey.Reach, own int) int {
	if t, ok := c.m.Touchpoints.Get(r.EndTouchpoint); ok {
		if i, shown := c.stage[t.Stage]; shown {
			return max(i, own)
		}
	}
	ends := r.EndStage
	if ends == "" {
		ends = c.original(c.s.Stages[own].Stage)
	}
	before, out := own, own
	for _, st := range c.m.StagesInOrder() {
		if i, shown := c.stage[st.ID]; shown {
			before = i
		}
		if c.original(st.ID) == ends {
			out = before
		}
	}
	return max(out, own)
}

// pieces lays the map out anew with what goes over several sheets in pieces, one
// for each of them.
func (p *setter) pieces(c *columns, sheets []slice) (*columns, []slice) {
	m, origin := c.m.Clone(), map[journey.ID]journey.ID{}
	for part, of := range c.origin {
		origin[part] = of
	}
	changed := false
	for _, r := range inCells(c.m) {
		stage, _, _ := journey.Homes(r)
		own, shown := c.stage[stage]
		if journey.ReachOf(r) == (journey.Reach{}) || !shown {
			continue
		}
		for k, piece := range c.cut(r, own, sheets) {
			if k > 0 {
				id := journey.ID(fmt.Sprintf("%s\x00%d", r.RowID(), k))
				origin[id] = r.RowID()
				stage, lane, _ := journey.Homes(piece)
				piece = journey.Placed(journey.CellRow(piece, id), stage, lane, "") // of no touchpoint
			}
			m.Put(piece)
			changed = true
		}
	}
	if !changed {
		return c, sheets
	}
	out := newColumns(m, scene.Build(m, p.Scene), origin)
	for i := range sheets {
		sl := &sheets[i]
		sl.at = span{}
		for _, r := range out.reach[sl.first:sl.end] {
			sl.at = sl.at.union(r)
		}
	}
	return out, sheets
}

// cut returns a row that begins in a stage once for each sheet it lies on, as far
// as it lies there.
func (c *columns) cut(r journey.Row, own int, sheets []slice) []journey.Row {
	reach := journey.ReachOf(r)
	last := c.last(reach, own)
	var out []journey.Row
	for _, sl := range sheets {
		if sl.end <= own || sl.first > last {
			continue
		}
		first, end := max(sl.first, own), min(sl.end-1, last)
		over := journey.Reach{EndStage: c.s.Stages[end].Stage}
		if t, ok := c.m.Touchpoints.Get(reach.EndTouchpoint); ok && c.stage[t.Stage] == end && end == last {
			over.EndTouchpoint = t.ID
		}
		out = append(out, laid(r, c.s.Stages[first].Stage, over))
	}
	return out
}
