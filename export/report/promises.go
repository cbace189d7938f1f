package report

import (
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// promises lists which touchpoint sets the expectation that another tests, and
// what became of it; the broken ones come first.
func (f *flow) promises() {
	all := f.m.PromisesInOrder()
	if len(all) == 0 {
		return
	}
	largest := 0.0
	for _, p := range all {
		to, _ := f.m.Touchpoints.Get(p.To)
		gap, _ := journey.Gap(to)
		largest = max(largest, math.Abs(gap))
	}
	var rows []row
	for _, outcome := range []journey.Outcome{journey.Broken, journey.Kept, journey.Untold} {
		for _, p := range all {
			if journey.OutcomeOf(f.m, p) == outcome {
				rows = append(rows, f.promise(p, outcome, largest))
			}
		}
	}
	f.section(f.words("report.promises"))
	f.table(
		column{f.words("report.sets"), 34}, column{f.words("report.tests"), 27}, column{f.words("lane.gap"), 21}, column{f.words("report.outcome"), 18},
	).rows(rows)
}

func (f *flow) promise(p journey.Promise, outcome journey.Outcome, largest float64) row {
	from, _ := f.m.Touchpoints.Get(p.From)
	to, _ := f.m.Touchpoints.Get(p.To)
	color := map[journey.Outcome]scene.Color{journey.Broken: f.theme.NegText, journey.Kept: f.theme.PosText, journey.Untold: f.theme.Muted}[outcome]
	r := row{ref: touchpoint(to), cells: []cell{
		filled(f.strong(title(from)), f.muted(f.stage(from.Stage)), f.quote(p.Text)),
		filled(f.strong(title(to)), f.muted(dotted(f.stage(to.Stage), to.Owner))),
		{},
		filled(para{f.words("scene.promise." + string(outcome)), strongFont, color}),
	}}
	if gap, ok := journey.Gap(to); ok {
		r.cells[2] = f.bar(gap, largest)
	}
	return r
}
