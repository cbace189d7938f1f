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

// prune removes what lies in a stage or lane that is not there, and references
// to touchpoints that went.
func (m *Map) prune() {
	gone := func(stage, lane ID) bool {
		return !m.Stages.Has(stage) || lane != "" && !m.Lanes.Has(lane)
	}
	kept := func(touchpoint ID) ID {
		if m.Touchpoints.Has(touchpoint) {
			return touchpoint
		}
		return ""
	}
	for _, r := range slices.Collect(m.Rows()) {
		switch r := r.(type) {
		case Touchpoint:
			if gone(r.Stage, r.Lane) {
				m.Touchpoints.remove(r.ID)
			}
		case Note:
			if gone(r.Stage, r.Lane) {
				m.Notes.remove(r.ID)
			}
		}
	}
	for _, r := range slices.Collect(m.Rows()) {
		switch r := r.(type) {
		case PainPoint:
			if r.Touchpoint = kept(r.Touchpoint); gone(r.Stage, r.Lane) {
				m.PainPoints.remove(r.ID)
				continue
			}
			m.PainPoints.put(r)
		case Opportunity:
			if r.Touchpoint = kept(r.Touchpoint); gone(r.Stage, r.Lane) {
				m.Opportunities.remove(r.ID)
				continue
			}
			m.Opportunities.put(r)
		case Metric:
			if r.Touchpoint = kept(r.Touchpoint); gone(r.Stage, r.Lane) {
				m.Metrics.remove(r.ID)
				continue
			}
			m.Metrics.put(r)
		}
	}
}
