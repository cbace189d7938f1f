package report

import (
	"cmp"
	"math"
	"slices"

	"touchline.app/journey"
)

// matters lists the moments that matter, the farthest from what was expected first,
// each with the reason why.
func (f *flow) matters(largest float64) {
	var list []journey.Touchpoint
	for _, t := range f.m.Journey() {
		if t.Matters {
			list = append(list, t)
		}
	}
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b journey.Touchpoint) int { return cmp.Compare(distance(b), distance(a)) })
	f.section(f.words("report.matters"))
	var rows []row
	for _, t := range list {
		r := row{ref: touchpoint(t), cells: []cell{
			filled(f.strong(title(t)), f.muted(dotted(f.stage(t.Stage), f.channel(t).Name, t.Owner))), filled(f.plain(t.Reason)), {}, f.emotionCell(t.Expected), f.emotionCell(t.Actual),
		}}
		if gap, ok := journey.Gap(t); ok {
			r.cells[2] = f.bar(gap, largest)
		}
		rows = append(rows, r)
	}
	f.table(column{f.words("report.touchpoint"), 26}, column{f.words("report.reason"), 22}, column{f.words("lane.gap"), 20},
		column{f.words("scene.expected"), 15}, column{f.words("scene.actual"), 17}).rows(rows)
}

// distance is how far a touchpoint is from what was expected; -1 where nobody knows.
func distance(t journey.Touchpoint) float64 {
	gap, ok := journey.Gap(t)
	if !ok {
		return -1
	}
	return math.Abs(gap)
}

// stay lists where no change is needed, and why.
func (f *flow) stay() {
	f.section(f.words("report.stay"))
	var rows []row
	for _, t := range f.m.Journey() {
		if !journey.MayStay(t) {
			continue
		}
		why := f.words("report.stay.shown")
		if t.LeaveAsIs {
			why = f.words("scene.leave")
		}
		rows = append(rows, row{ref: touchpoint(t), cells: []cell{
			filled(f.strong(title(t)), f.muted(dotted(f.stage(t.Stage), f.channel(t).Name, t.Owner))), filled(para{"✓ " + why, bodyFont, f.theme.PosText}),
			f.gapCell(t), f.emotionCell(t.Expected), f.emotionCell(t.Actual), filled(f.figures(t.Actual)...),
		}})
	}
	if len(rows) == 0 {
		f.paragraph(f.words("report.none.stay"))
		return
	}
	f.table(column{f.words("report.touchpoint"), 26}, column{f.words("report.reason"), 20}, column{f.words("lane.gap"), 8},
		column{f.words("scene.expected"), 15}, column{f.words("scene.actual"), 16}, column{f.words("lane.evidence"), 15}).rows(rows)
}
