// Package clip carries rows from one place of a map to another, or to another
// map: copy, paste and duplicate.
//
// A [Clip] holds copies of rows with what hangs on them: a stage with all it
// holds, a touchpoint with its pain points. Its text form goes onto the
// clipboard of the system; other text there (lines, cells of a spreadsheet)
// becomes touchpoints by [Lines].
//
//	text, err := clip.Of(m, refs).Encode()
//	c, err := clip.Decode(text)
//	cmd, added, err := c.Paste(m, clip.Target{Stage: id}, ids.Next)
//
// The package knows no screen and no file.
package clip

import (
	"iter"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Clip is a set of copied rows.
type Clip struct {
	rows []journey.Row // what was copied, in the order of Map.Rows
	with []journey.Row // the stages, lanes, channels, personas and touchpoints they refer to
}

// Of copies rows of a map with what hangs on them. The head is not copied.
func Of(m *journey.Map, refs []edit.Ref) Clip {
	wanted := map[edit.Ref]bool{}
	for _, r := range refs {
		wanted[r] = true
	}
	var c Clip
	in := map[journey.ID]bool{}
	for r := range inJourney(m) { // a row comes after those it refers to
		h := homesOf(r)
		picked := wanted[edit.Ref{Kind: r.Kind(), ID: r.RowID()}] && r.Kind() != journey.KindHead
		if picked || in[h.stage] || in[h.lane] || in[h.touchpoint] {
			in[r.RowID()] = true
			c.rows = append(c.rows, r)
		}
	}
	needed := map[journey.ID]bool{}
	for _, r := range c.rows {
		h := homesOf(r)
		for _, id := range append(h.others, h.stage, h.lane, h.touchpoint) {
			needed[id] = !in[id] && id != ""
		}
	}
	for r := range m.Rows() {
		if needed[r.RowID()] {
			c.with = append(c.with, r)
		}
	}
	return c
}

// inJourney yields the rows as Map.Rows does, but the touchpoints in the order
// the customer meets them.
func inJourney(m *journey.Map) iter.Seq[journey.Row] {
	return func(yield func(journey.Row) bool) {
		met := m.Journey()
		for r := range m.Rows() {
			if _, ok := r.(journey.Touchpoint); ok {
				r, met = met[0], met[1:]
			}
			if !yield(r) {
				return
			}
		}
	}
}

// Empty reports whether nothing was copied.
func (c Clip) Empty() bool { return len(c.rows) == 0 }

// Len returns the number of rows, those that hang on others counted.
func (c Clip) Len() int { return len(c.rows) }

// homes are the rows a row belongs to.
type homes struct {
	stage, lane, touchpoint journey.ID
	others                  []journey.ID // channel and personas of a touchpoint
}

func homesOf(r journey.Row) homes {
	var h homes
	h.stage, h.lane, h.touchpoint = journey.Homes(r)
	if t, ok := r.(journey.Touchpoint); ok {
		h.others = append([]journey.ID{t.Channel}, t.Actors...)
	}
	return h
}

// find returns a copied row, or one that copied rows refer to.
func (c Clip) find(id journey.ID) journey.Row {
	for _, rows := range [][]journey.Row{c.rows, c.with} {
		for _, r := range rows {
			if r.RowID() == id {
				return r
			}
		}
	}
	return nil
}
