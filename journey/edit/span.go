package edit

import (
	"fmt"

	"touchline.app/journey"
)

// Span says over how much of the journey a note, pain point or opportunity goes:
// where it begins and how far it reaches.
type Span struct {
	Row        Ref
	Stage      journey.ID // in which it begins; empty: where it did, whatever Touchpoint says
	Touchpoint journey.ID // under which it begins; empty: at the beginning of the stage
	Reach      journey.Reach
	Gesture    string // see Put
}

// Plan implements Command.
func (c Span) Plan(m *journey.Map) (Patch, error) {
	r, ok := m.Row(c.Row.Kind, c.Row.ID)
	if !ok {
		return Patch{}, fmt.Errorf("%s %q is not on the map", c.Row.Kind, c.Row.ID)
	}
	stage, lane, touchpoint := journey.Homes(r)
	if c.Stage == "" {
		c.Stage, c.Touchpoint = stage, touchpoint
	} else if err := c.lies(m); err != nil {
		return Patch{}, err
	}
	if err := c.ends(m); err != nil {
		return Patch{}, err
	}
	after, ok := journey.Reaching(journey.Placed(r, c.Stage, lane, c.Touchpoint), c.Reach)
	if !ok {
		return Patch{}, fmt.Errorf("a %s lies in one cell alone", r.Kind())
	}
	p := Patch{Verb: "resize", Subject: r.Label(), Gesture: c.Gesture}
	p.put(m, after)
	return p, nil
}

// lies looks whether its beginning is on the map.
func (c Span) lies(m *journey.Map) error {
	if !m.Stages.Has(c.Stage) {
		return fmt.Errorf("stage %q is not on the map", c.Stage)
	}
	if t, ok := m.Touchpoints.Get(c.Touchpoint); c.Touchpoint != "" && (!ok || t.Stage != c.Stage) {
		return fmt.Errorf("touchpoint %q is not in stage %q", c.Touchpoint, c.Stage)
	}
	return nil
}

// ends looks whether its end is on the map.
func (c Span) ends(m *journey.Map) error {
	if c.Reach.EndStage != "" && !m.Stages.Has(c.Reach.EndStage) {
		return fmt.Errorf("stage %q is not on the map", c.Reach.EndStage)
	}
	if c.Reach.EndTouchpoint != "" && !m.Touchpoints.Has(c.Reach.EndTouchpoint) {
		return fmt.Errorf("touchpoint %q is not on the map", c.Reach.EndTouchpoint)
	}
	return nil
}

// column is the place of a touchpoint on the map, or that of a stage without any.
type column struct{ stage, touchpoint journey.ID }

// columns lists the places of a map in the order of time.
func columns(m *journey.Map) []column {
	by := map[journey.ID][]column{}
	for _, t := range m.Journey() {
		by[t.Stage] = append(by[t.Stage], column{t.Stage, t.ID})
	}
	var out []column
	for _, s := range m.StagesInOrder() {
		if len(by[s.ID]) == 0 {
			out = append(out, column{stage: s.ID})
		}
		out = append(out, by[s.ID]...)
	}
	return out
}

// along returns a row as it is in another cell: one that reaches over several
// columns goes over as many there.
func along(m *journey.Map, r journey.Row, stage, touchpoint journey.ID) journey.Row {
	reach := journey.ReachOf(r)
	if reach == (journey.Reach{}) {
		return r
	}
	cols := columns(m)
	oldStage, _, oldTouchpoint := journey.Homes(r)
	from, to := begin(cols, oldStage, oldTouchpoint), begin(cols, stage, touchpoint)
	last := end(cols, oldStage, reach)
	if from == to || from < 0 || to < 0 {
		return r
	}
	at := cols[min(to+max(last-from, 0), len(cols)-1)]
	next := journey.Reach{EndStage: at.stage, EndTouchpoint: at.touchpoint}
	if reach.EndTouchpoint == "" && at == lastOf(cols, at.stage) {
		next.EndTouchpoint = ""
	}
	out, _ := journey.Reaching(r, next)
	return out
}

func begin(cols []column, stage, touchpoint journey.ID) int {
	for i, c := range cols {
		if c.stage == stage && (touchpoint == "" || c.touchpoint == touchpoint) {
			return i
		}
	}
	return -1
}

// end is the last column of a reach.
func end(cols []column, stage journey.ID, r journey.Reach) int {
	last := -1
	for i, c := range cols {
		switch {
		case r.EndTouchpoint != "":
			if c.touchpoint == r.EndTouchpoint {
				last = i
			}
		case c.stage == r.EndStage || r.EndStage == "" && c.stage == stage:
			last = i
		}
	}
	return last
}

func lastOf(cols []column, stage journey.ID) column {
	var out column
	for _, c := range cols {
		if c.stage == stage {
			out = c
		}
	}
	return out
}
