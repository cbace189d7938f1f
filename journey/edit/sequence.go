package edit

import (
	"fmt"

	"touchline.app/journey"
)

// AddStage adds a stage at a place in the order; beyond the end means last.
type AddStage struct {
	Stage journey.Stage // its Order is set by the command
	Index int
}

// Plan implements Command.
func (c AddStage) Plan(m *journey.Map) (Patch, error) {
	return insert(m, "add", m.StagesInOrder(), c.Stage, c.Index, stageOrder)
}

// MoveStage moves a stage before the one that has the index now.
type MoveStage struct {
	ID    journey.ID
	Index int
}

// Plan implements Command.
func (c MoveStage) Plan(m *journey.Map) (Patch, error) {
	s, ok := m.Stages.Get(c.ID)
	if !ok {
		return Patch{}, fmt.Errorf("stage %q is not on the map", c.ID)
	}
	return insert(m, "move", m.StagesInOrder(), s, c.Index, stageOrder)
}

// AddLane adds a lane at a place from the top; beyond the end means last.
type AddLane struct {
	Lane  journey.Lane // its Order is set by the command
	Index int
}

// Plan implements Command.
func (c AddLane) Plan(m *journey.Map) (Patch, error) {
	return insert(m, "add", m.LanesInOrder(), c.Lane, c.Index, laneOrder)
}

// MoveLane moves a lane before the one that has the index now.
type MoveLane struct {
	ID    journey.ID
	Index int
}

// Plan implements Command.
func (c MoveLane) Plan(m *journey.Map) (Patch, error) {
	l, ok := m.Lanes.Get(c.ID)
	if !ok {
		return Patch{}, fmt.Errorf("lane %q is not on the map", c.ID)
	}
	return insert(m, "move", m.LanesInOrder(), l, c.Index, laneOrder)
}

func stageOrder(s *journey.Stage) *string { return &s.Order }
func laneOrder(l *journey.Lane) *string   { return &l.Order }

// insert puts r before the row that has the index now, among the sorted rows.
func insert[T journey.Row](m *journey.Map, verb string, rows []T, r T, index int, order func(*T) *string) (Patch, error) {
	if r.RowID() == "" {
		return Patch{}, fmt.Errorf("%s %q has no id", r.Kind(), r.Label())
	}
	p := Patch{Verb: verb, Subject: r.Label()}
	var rest []T
	at := -1
	for i, o := range rows {
		if o.RowID() == r.RowID() && (index == i || index == i+1) {
			return p, nil
		}
		if i == max(index, 0) {
			at = len(rest)
		}
		if o.RowID() != r.RowID() {
			rest = append(rest, o)
		}
	}
	if at < 0 {
		at = len(rest)
	}
	keys := make([]string, len(rest))
	for i := range rest {
		keys[i] = *order(&rest[i])
	}
	if key, ok := keyAt(keys, at); ok {
		*order(&r) = key
		p.put(m, r)
		return p, nil
	}
	fresh := journey.Spread(len(rest) + 1)
	for i := range rest {
		*order(&rest[i]) = fresh[i+btoi(i >= at)]
		p.put(m, rest[i])
	}
	*order(&r) = fresh[at]
	p.put(m, r)
	return p, nil
}
