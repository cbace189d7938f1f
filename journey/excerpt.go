package journey

import "slices"

// Excerpt returns a map of the named stages and lanes alone, in their order; no
// names mean all of them, unknown ones none. What belongs to the others is left
// out, so that who receives an excerpt receives no more than she is shown, with
// one exception: without a lane of touchpoints, these stay for the curves and
// their lanes are hidden.
func (m *Map) Excerpt(stages, lanes []ID) *Map {
	e := m.Clone()
	if len(stages) > 0 {
		for _, s := range m.StagesInOrder() {
			if !slices.Contains(stages, s.ID) {
				e.Stages.remove(s.ID)
			}
		}
	}
	if len(lanes) > 0 {
		e.keepLanes(lanes)
	}
	e.prune()
	return e
}

// keepLanes removes the other lanes, or hides those of touchpoints where no such
// lane is kept.
func (m *Map) keepLanes(lanes []ID) {
	cards := false
	for _, l := range m.LanesInOrder() {
		cards = cards || l.Type == LaneTouchpoints && slices.Contains(lanes, l.ID)
	}
	for _, l := range m.LanesInOrder() {
		switch {
		case slices.Contains(lanes, l.ID):
		case l.Type == LaneTouchpoints && !cards:
			l.Hidden = true
			m.Lanes.put(l)
		default:
			m.Lanes.remove(l.ID)
		}
	}
}

// prune removes what lies in a stage or lane that is not there or is tied to a
// touchpoint that went, and references to what went. What hung on a touchpoint in
// a cell that stays belongs to its stage from then on.
func (m *Map) prune() {
	gone := func(id ID) bool { _, ok := m.Find(id); return !ok }
	for _, r := range slices.Collect(m.Rows()) { // a row comes after those it refers to
		switch r := r.(type) {
		case Touchpoint:
			m.keep(r, r.Stage, r.Lane)
		case Note:
			r.Touchpoint, r.Reach = m.still(r.Touchpoint), r.Reach.loosened(gone)
			m.keep(r, r.Stage, r.Lane)
		case PainPoint:
			r.Touchpoint, r.Reach = m.still(r.Touchpoint), r.Reach.loosened(gone)
			m.keep(r, r.Stage, r.Lane)
		case Opportunity:
			r.Touchpoint, r.Reach = m.still(r.Touchpoint), r.Reach.loosened(gone)
			m.keep(r, r.Stage, r.Lane)
		case Metric:
			r.Touchpoint = m.still(r.Touchpoint)
			m.keep(r, r.Stage, r.Lane)
		case Reading, Promise, Waiver:
			if Needs(r, gone) {
				m.Delete(r.Kind(), r.RowID())
			}
		}
	}
}

// keep puts a row whose stage and lane are there, and removes it otherwise.
func (m *Map) keep(r Row, stage, lane ID) {
	if !m.Stages.Has(stage) || lane != "" && !m.Lanes.Has(lane) {
		m.Delete(r.Kind(), r.RowID())
		return
	}
	m.Put(r)
}

// still returns the id of a touchpoint that is there, or none.
func (m *Map) still(id ID) ID {
	if m.Touchpoints.Has(id) {
		return id
	}
	return ""
}
