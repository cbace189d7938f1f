package scene

import "touchline.app/journey"

// extent is what something in a cell lies over: columns from first to before end.
type extent struct {
	first, end int
	reaches    bool // it says itself how far it goes
}

// stageColumns returns the first column of each stage and the one behind its last.
func (b *builder) stageColumns() map[journey.ID][2]int {
	cols := make(map[journey.ID][2]int, len(b.stages))
	for i, c := range b.s.Columns {
		r, ok := cols[c.Stage]
		if !ok {
			r[0] = i
		}
		r[1] = i + 1
		cols[c.Stage] = r
	}
	return cols
}

// extent returns the columns something lies over: from its touchpoint, or else the
// first column of its stage, to where it reaches. Without a reach it is its column
// or its stage. It is false for what lies in a stage that is not shown.
func (b *builder) extent(cols map[journey.ID][2]int, stage, touchpoint journey.ID, r journey.Reach) (extent, bool) {
	own, ok := cols[stage]
	if !ok {
		return extent{}, false
	}
	e := extent{first: own[0], end: own[1]}
	if at, on := b.columnOf(touchpoint); on {
		e.first, e.end = at, at+1
	}
	if r == (journey.Reach{}) {
		return e, true
	}
	e.reaches = true
	e.end = max(b.reachEnd(cols, stage, r), e.first+1)
	return e, true
}

// reachEnd is the column behind the last one of a reach. Where its end is hidden it
// is that of the last stage before it that is not.
func (b *builder) reachEnd(cols map[journey.ID][2]int, stage journey.ID, r journey.Reach) int {
	if at, on := b.columnOf(r.EndTouchpoint); on {
		return at + 1
	}
	last := r.EndStage
	if last == "" {
		last = stage
	}
	if c, ok := cols[last]; ok {
		return c[1]
	}
	end := 0
	for _, st := range b.stages {
		if b.rank[st.ID] <= b.rank[last] {
			end = cols[st.ID][1]
		}
	}
	return end
}

// across is the distance from the first column to the end of the last.
func (b *builder) across(e extent) float64 {
	last := b.s.Columns[e.end-1]
	return last.X + last.W - b.s.Columns[e.first].X
}

// reachRule draws under a text over how much of the journey it goes.
func (b *builder) reachRule(p *Pen, e extent, y float64) {
	x, end := b.s.Columns[e.first].X+12, b.s.Columns[e.first].X+b.across(e)-12
	path := Path(nil).Move(x, y-1).Line(x, y+3).Line(end, y+3).Line(end, y-1)
	p.Stroke(path, Stroke{Color: mix(b.Theme.Page, b.Theme.Muted, 0.55), Width: 1.2})
}
