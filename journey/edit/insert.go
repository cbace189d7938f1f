package edit

import (
	"fmt"
	"slices"

	"touchline.app/journey"
)

// Insertion is a touchpoint with all its fields, and where it goes.
type Insertion struct {
	Touchpoint journey.Touchpoint // its Order is set by the command
	Index      int                // place among the touchpoints of its stage before any is inserted; beyond the end means last
}

// InsertTouchpoints adds touchpoints. Those of the same place stand there in the
// order they are given.
type InsertTouchpoints struct{ Rows []Insertion }

// Plan implements Command.
func (c InsertTouchpoints) Plan(m *journey.Map) (Patch, error) {
	p := Patch{Verb: "add"}
	fresh := map[journey.ID]bool{}
	var stages []journey.ID
	in := map[journey.ID][]Insertion{}
	for _, r := range c.Rows {
		t := r.Touchpoint
		if err := insertable(m, t); err != nil {
			return Patch{}, err
		}
		if fresh[t.ID] {
			return Patch{}, fmt.Errorf("touchpoint id %q is taken", t.ID)
		}
		fresh[t.ID] = true
		if in[t.Stage] == nil {
			stages = append(stages, t.Stage)
		}
		in[t.Stage] = append(in[t.Stage], r)
		if p.Subject == "" {
			p.Subject = t.Title
		}
	}
	for _, stage := range stages {
		for _, t := range ordered(m.InStage(stage), in[stage], fresh) {
			p.put(m, t)
		}
	}
	return p, nil
}

// insertable says why a touchpoint cannot be added as it is.
func insertable(m *journey.Map, t journey.Touchpoint) error {
	if t.ID == "" || m.Touchpoints.Has(t.ID) {
		return fmt.Errorf("touchpoint id %q is empty or taken", t.ID)
	}
	if !m.Stages.Has(t.Stage) {
		return fmt.Errorf("stage %q is not on the map", t.Stage)
	}
	if l, ok := m.Lanes.Get(t.Lane); !ok || l.Type != journey.LaneTouchpoints {
		return fmt.Errorf("lane %q is no lane for touchpoints", t.Lane)
	}
	return nil
}

// ordered returns the touchpoints of a stage after the insertions, with order keys for
// the new ones between those of their neighbours. Where these leave no room all of the
// stage get new ones.
func ordered(now []journey.Touchpoint, rows []Insertion, fresh map[journey.ID]bool) []journey.Touchpoint {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b Insertion) int { return min(max(a.Index, 0), len(now)) - min(max(b.Index, 0), len(now)) })
	next := make([]journey.Touchpoint, 0, len(now)+len(rows))
	for i := range len(now) + 1 {
		for len(rows) > 0 && (rows[0].Index <= i || i == len(now)) {
			next, rows = append(next, rows[0].Touchpoint), rows[1:]
		}
		if i < len(now) {
			next = append(next, now[i])
		}
	}
	for at := 0; at < len(next); at++ {
		end := at
		for end < len(next) && fresh[next[end].ID] {
			end++
		}
		if !between(next, at, end) {
			respread(next)
			return next
		}
		at = end
	}
	return next
}

// respread gives all touchpoints of a stage new order keys.
func respread(all []journey.Touchpoint) {
	for i, order := range journey.Spread(len(all)) {
		all[i].Order = order
	}
}

// between gives the touchpoints from at to before end order keys between those of their
// neighbours, and reports whether there is room.
func between(next []journey.Touchpoint, at, end int) bool {
	lo, hi := "", ""
	if at > 0 {
		lo = next[at-1].Order
	}
	if end < len(next) {
		hi = next[end].Order
	}
	for i := at; i < end; i++ {
		key, err := journey.Between(lo, hi)
		if err != nil || len(key) > journey.MaxOrderLength || key <= lo || hi != "" && key >= hi {
			return false
		}
		next[i].Order, lo = key, key
	}
	return true
}
