package edit

import (
	"cmp"
	"fmt"
	"slices"

	"touchline.app/journey"
)

// MoveTouchpoints moves several touchpoints to one place of a stage, where they
// stand side by side in the order they had. What is tied to them goes along.
type MoveTouchpoints struct {
	IDs   []journey.ID
	Stage journey.ID
	Lane  journey.ID // empty leaves each in its lane
	Index int        // place among the touchpoints of the stage as they are now, the moved ones counted
}

// Plan implements Command. Touchpoints that are gone meanwhile are left out.
func (c MoveTouchpoints) Plan(m *journey.Map) (Patch, error) {
	if !m.Stages.Has(c.Stage) {
		return Patch{}, fmt.Errorf("stage %q is not on the map", c.Stage)
	}
	if l, ok := m.Lanes.Get(c.Lane); c.Lane != "" && (!ok || l.Type != journey.LaneTouchpoints) {
		return Patch{}, fmt.Errorf("lane %q is no lane for touchpoints", c.Lane)
	}
	var block []journey.Touchpoint
	moved := c.moved()
	for _, t := range m.Journey() {
		if moved[t.ID] {
			block = append(block, t)
		}
	}
	p := Patch{Verb: "move"}
	if len(block) == 0 {
		return p, nil
	}
	p.Subject = block[0].Title
	now := m.InStage(c.Stage)
	next, at := c.arranged(now, block)
	if slices.EqualFunc(now, next, sameSpot) {
		return p, nil
	}
	if !between(next, at, at+len(block)) {
		respread(next)
	}
	for _, t := range next {
		p.put(m, t)
	}
	left := map[journey.ID]bool{}
	for _, t := range block {
		if t.Stage != c.Stage {
			left[t.ID] = true
		}
	}
	p.bring(m, left, c.Stage)
	return p, nil
}

// sameSpot says that the same touchpoint stands in both places.
func sameSpot(a, b journey.Touchpoint) bool {
	return a.ID == b.ID && a.Stage == b.Stage && a.Lane == b.Lane
}

func (c MoveTouchpoints) moved() map[journey.ID]bool {
	out := map[journey.ID]bool{}
	for _, id := range c.IDs {
		out[id] = true
	}
	return out
}

// arranged returns the touchpoints of the stage as they stand afterwards, and where the
// moved ones begin.
func (c MoveTouchpoints) arranged(now, block []journey.Touchpoint) (next []journey.Touchpoint, at int) {
	var out []journey.Touchpoint
	moved := c.moved()
	at = -1
	for i, t := range now {
		if i >= c.Index && at < 0 {
			at = len(out)
		}
		if !moved[t.ID] {
			out = append(out, t)
		}
	}
	if at < 0 {
		at = len(out)
	}
	block = slices.Clone(block)
	for i := range block {
		block[i].Stage, block[i].Lane = c.Stage, cmp.Or(c.Lane, block[i].Lane)
	}
	return slices.Insert(out, at, block...), at
}

// bring takes what lies in cells of touchpoints (notes, pain points, opportunities and
// metrics) along to their stage.
func (p *Patch) bring(m *journey.Map, touchpoints map[journey.ID]bool, stage journey.ID) {
	if len(touchpoints) == 0 {
		return
	}
	for r := range m.Rows() {
		if _, lane, touchpoint := journey.Homes(r); lane != "" && touchpoints[touchpoint] {
			p.put(m, journey.Placed(r, stage, lane, touchpoint))
		}
	}
}
