package edit

import (
	"cmp"
	"fmt"
	"slices"

	"touchline.app/journey"
)

// takes says which types of lane hold the rows of a kind, the likeliest first.
var takes = map[journey.Kind][]journey.LaneType{
	journey.KindTouchpoint:  {journey.LaneTouchpoints},
	journey.KindPainPoint:   {journey.LanePainPoints},
	journey.KindOpportunity: {journey.LaneOpportunities},
	journey.KindMetric:      {journey.LaneMetrics},
	journey.KindNote:        {journey.LaneThoughts, journey.LaneText, journey.LaneBackstage, journey.LaneGoals},
}

// LanesFor returns the types of lane that hold rows of the kind, the likeliest
// first; none for what lies in no lane.
func LanesFor(k journey.Kind) []journey.LaneType { return slices.Clone(takes[k]) }

// Holds reports whether a lane of the type holds rows of the kind.
func Holds(t journey.LaneType, k journey.Kind) bool { return slices.Contains(takes[k], t) }

// MoveToCell moves notes, pain points, opportunities and metrics to another cell.
// What reaches over several columns goes over as many there.
type MoveToCell struct {
	Rows       []Ref
	Stage      journey.ID
	Lane       journey.ID // a row that has no place in it stays in its lane
	Touchpoint journey.ID // empty ties the rows to the stage alone
	Before     journey.ID // the row of the same kind they come before; empty: last in the cell
}

// Plan implements Command. Rows that are gone meanwhile are left out.
func (c MoveToCell) Plan(m *journey.Map) (Patch, error) {
	if !m.Stages.Has(c.Stage) {
		return Patch{}, fmt.Errorf("stage %q is not on the map", c.Stage)
	}
	if t, ok := m.Touchpoints.Get(c.Touchpoint); c.Touchpoint != "" && (!ok || t.Stage != c.Stage) {
		return Patch{}, fmt.Errorf("touchpoint %q is not in stage %q", c.Touchpoint, c.Stage)
	}
	all := All{Verb: "move"}
	for _, r := range inOrder(m, c.Rows) {
		if all.Subject == "" {
			all.Subject = r.Label()
		}
		_, lane, _ := journey.Homes(r)
		if l, ok := m.Lanes.Get(c.Lane); ok && Holds(l.Type, r.Kind()) {
			lane = c.Lane
		}
		all.Commands = append(all.Commands, AddToCell{Row: journey.Placed(along(m, r, c.Stage, c.Touchpoint), c.Stage, lane, c.Touchpoint), Before: c.Before, verb: "move"})
	}
	return all.Plan(m)
}

// inOrder returns the rows that are there, in the order of Map.Rows.
func inOrder(m *journey.Map, refs []Ref) []journey.Row {
	var out []journey.Row
	for r := range m.Rows() {
		if slices.Contains(refs, Ref{r.Kind(), r.RowID()}) {
			out = append(out, r)
		}
	}
	return out
}

// AddToCell adds a note, pain point, opportunity or metric to the cell it names,
// or moves it there.
type AddToCell struct {
	Row    journey.Row // its order is set by the command
	Before journey.ID  // the row of the same kind it comes before; empty: last in the cell

	verb string
}

// Plan implements Command.
func (c AddToCell) Plan(m *journey.Map) (Patch, error) {
	verb := cmp.Or(c.verb, "add")
	switch r := c.Row.(type) {
	case journey.Note:
		return intoCell(m, verb, m.NotesInOrder(), r, c.Before, func(r *journey.Note) *string { return &r.Order })
	case journey.PainPoint:
		return intoCell(m, verb, m.PainPointsInOrder(), r, c.Before, func(r *journey.PainPoint) *string { return &r.Order })
	case journey.Opportunity:
		return intoCell(m, verb, m.OpportunitiesInOrder(), r, c.Before, func(r *journey.Opportunity) *string { return &r.Order })
	case journey.Metric:
		return intoCell(m, verb, m.MetricsInOrder(), r, c.Before, func(r *journey.Metric) *string { return &r.Order })
	case nil:
		return Patch{}, fmt.Errorf("there is nothing to add to the cell")
	}
	return Patch{}, fmt.Errorf("a %s lies in no cell", c.Row.Kind())
}

// intoCell puts r before the row named, or after the last one of its cell.
func intoCell[T journey.Row](m *journey.Map, verb string, rows []T, r T, before journey.ID, order func(*T) *string) (Patch, error) {
	stage, lane, _ := journey.Homes(r)
	if l, ok := m.Lanes.Get(lane); !ok || !Holds(l.Type, r.Kind()) {
		return Patch{}, fmt.Errorf("lane %q is no lane for a %s", lane, r.Kind())
	}
	if !m.Stages.Has(stage) {
		return Patch{}, fmt.Errorf("stage %q is not on the map", stage)
	}
	own, at := spot(rows, r, before)
	switch {
	case own >= 0 && (at < 0 || at == own || at == own+1 || before == "" && at <= own):
		*order(&r) = *order(&rows[own]) // it sorts where it shall already
		p := Patch{Verb: verb, Subject: r.Label()}
		p.put(m, r)
		return p, nil
	case at < 0:
		at = len(rows)
	}
	return insert(m, verb, rows, r, at, order)
}

// spot returns where r is among the rows and where it shall be: before the row
// named, or after the last one of its cell; -1 is nowhere.
func spot[T journey.Row](rows []T, r T, before journey.ID) (own, at int) {
	stage, lane, touchpoint := journey.Homes(r)
	own, at = -1, -1
	for i, o := range rows {
		s, l, t := journey.Homes(o)
		switch {
		case o.RowID() == r.RowID():
			own = i
		case before != "":
			if o.RowID() == before {
				at = i
			}
		case s == stage && l == lane && t == touchpoint:
			at = i + 1
		}
	}
	return own, at
}
