package edit

import (
	"fmt"

	"touchline.app/journey"
)

// Which says which emotion of a touchpoint is meant.
type Which uint8

// The two emotions of a touchpoint.
const (
	Expected Which = iota
	Actual
)

// AddTouchpoint adds a touchpoint at a place of a stage.
type AddTouchpoint struct {
	ID          journey.ID // of the new touchpoint
	Stage, Lane journey.ID
	Index       int // place among the touchpoints of the stage; beyond the end means last
	Title       string
	Channel     journey.ID // may be empty
}

// Plan implements Command.
func (c AddTouchpoint) Plan(m *journey.Map) (Patch, error) {
	if c.ID == "" || m.Touchpoints.Has(c.ID) {
		return Patch{}, fmt.Errorf("touchpoint id %q is empty or taken", c.ID)
	}
	p := Patch{Verb: "add", Subject: c.Title}
	t := journey.Touchpoint{ID: c.ID, Title: c.Title, Channel: c.Channel}
	if err := p.place(m, t, c.Stage, c.Lane, c.Index); err != nil {
		return Patch{}, err
	}
	return p, nil
}

// MoveTouchpoint moves a touchpoint to another place, stage or lane. What is
// tied to it (pain points, opportunities, metrics) goes along to the stage.
type MoveTouchpoint struct {
	ID          journey.ID
	Stage, Lane journey.ID
	Index       int // place among the touchpoints of the stage as they are now, the moved one counted
}

// Plan implements Command.
func (c MoveTouchpoint) Plan(m *journey.Map) (Patch, error) {
	t, ok := m.Touchpoints.Get(c.ID)
	if !ok {
		return Patch{}, fmt.Errorf("touchpoint %q is not on the map", c.ID)
	}
	p := Patch{Verb: "move", Subject: t.Title}
	if stays(m, t, c) {
		return p, nil
	}
	if err := p.place(m, t, c.Stage, c.Lane, c.Index); err != nil {
		return Patch{}, err
	}
	if c.Stage == t.Stage {
		return p, nil
	}
	p.bring(m, map[journey.ID]bool{c.ID: true}, c.Stage)
	return p, nil
}

// stays reports whether the touchpoint is where the command would put it.
func stays(m *journey.Map, t journey.Touchpoint, c MoveTouchpoint) bool {
	if t.Stage != c.Stage || t.Lane != c.Lane {
		return false
	}
	for i, o := range m.InStage(c.Stage) {
		if o.ID == t.ID {
			return c.Index == i || c.Index == i+1
		}
	}
	return false
}

// place puts t before the touchpoint that has the index now. Where the order
// keys leave no room or have grown long, those of the stage are given anew.
func (p *Patch) place(m *journey.Map, t journey.Touchpoint, stage, lane journey.ID, index int) error {
	if !m.Stages.Has(stage) {
		return fmt.Errorf("stage %q is not on the map", stage)
	}
	if l, ok := m.Lanes.Get(lane); !ok || l.Type != journey.LaneTouchpoints {
		return fmt.Errorf("lane %q is no lane for touchpoints", lane)
	}
	t.Stage, t.Lane = stage, lane
	var rest []journey.Touchpoint
	at := -1
	for i, o := range m.InStage(stage) {
		if i == index {
			at = len(rest)
		}
		if o.ID != t.ID {
			rest = append(rest, o)
		}
	}
	if at < 0 {
		at = len(rest)
	}
	if index <= 0 {
		at = 0
	}
	keys := make([]string, len(rest))
	for i, o := range rest {
		keys[i] = o.Order
	}
	if key, ok := keyAt(keys, at); ok {
		t.Order = key
		p.put(m, t)
		return nil
	}
	fresh := journey.Spread(len(rest) + 1)
	for i, o := range rest {
		o.Order = fresh[i+btoi(i >= at)]
		p.put(m, o)
	}
	t.Order = fresh[at]
	p.put(m, t)
	return nil
}

// keyAt returns an order key for the place before keys[at], and whether there
// is one of reasonable length.
func keyAt(keys []string, at int) (string, bool) {
	lo, hi := "", ""
	if at > 0 {
		lo = keys[at-1]
	}
	if at < len(keys) {
		hi = keys[at]
	}
	key, err := journey.Between(lo, hi)
	return key, err == nil && len(key) <= journey.MaxOrderLength && key > lo && (hi == "" || key < hi)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// SetEmotion sets the valence of one emotion of a touchpoint by hand. An actual
// emotion that came from answers becomes an assumed one, for the number is no
// longer theirs.
type SetEmotion struct {
	ID      journey.ID
	Which   Which
	Valence float64 // brought into range and to the step
	Gesture string  // see Put
}

// Plan implements Command.
func (c SetEmotion) Plan(m *journey.Map) (Patch, error) {
	t, ok := m.Touchpoints.Get(c.ID)
	if !ok {
		return Patch{}, fmt.Errorf("touchpoint %q is not on the map", c.ID)
	}
	e := &t.Expected
	if c.Which == Actual {
		e = &t.Actual
	}
	p := Patch{Verb: "feel", Subject: t.Title, Gesture: c.Gesture}
	v := journey.RoundValence(c.Valence)
	if e.Known && e.Valence == v {
		return p, nil
	}
	e.Known, e.Valence = true, v
	if e.Evidence.Measured() {
		e.Evidence = journey.Evidence{Source: journey.Assumed}
	}
	p.put(m, t)
	return p, nil
}
