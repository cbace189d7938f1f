package report

import (
	"fmt"
	"slices"
	"strings"

	"touchline.app/journey"
	"touchline.app/journey/evidence"
)

// others returns what further sources say about the actual emotions, the newest
// first.
func (f *flow) others() map[journey.ID][]journey.Reading {
	by := map[journey.ID][]journey.Reading{}
	for _, r := range f.m.ReadingsInOrder() {
		if r.Felt != journey.FeltExpected {
			by[r.Touchpoint] = append(by[r.Touchpoint], r)
		}
	}
	for _, rs := range by {
		slices.SortStableFunc(rs, func(x, y journey.Reading) int { return y.Evidence.Date.Compare(x.Evidence.Date) })
	}
	return by
}

// sourceRow is a touchpoint with the figures its actual emotion rests on.
func (f *flow) sourceRow(t journey.Touchpoint, others []journey.Reading) row {
	e := t.Actual.Evidence
	r := row{ref: touchpoint(t), cells: make([]cell, 7)}
	r.cells[0] = filled(f.plain(title(t)), f.muted(f.stage(t.Stage)), f.muted(dotted(quoted(e.Question), e.Filter)))
	f.numbers(&r, e)
	r.cells[5] = filled(f.plain(f.felt(t.Actual)), f.muted(f.interval(t.Actual)), f.plain(f.trend(t, others)))
	return r
}

// otherRow is what another source says about a touchpoint.
func (f *flow) otherRow(t journey.Touchpoint, o journey.Reading) row {
	e := o.Evidence
	source := e.Source
	if source == "" {
		source = journey.Assumed
	}
	r := row{ref: touchpoint(t), cells: make([]cell, 7)}
	r.cells[0] = filled(f.plain("+ "+f.words("report.other")), f.muted(dotted(e.Name, f.named("source", string(source)), day(e.Date))),
		f.muted(dotted(e.File, quoted(e.Question), e.Filter)))
	f.numbers(&r, e)
	felt := journey.Feel(o.Valence)
	felt.Evidence = e
	r.cells[5] = filled(f.plain(f.signed(o.Valence)), f.muted(f.interval(felt)))
	return r
}

// numbers fills the cells of what was counted; of an opinion there is nothing.
func (f *flow) numbers(r *row, e journey.Evidence) {
	left := f.leftOut(e)
	if e.N == 0 && left == "" && !slices.Contains([]journey.Source{journey.Survey, journey.Workshop}, e.Source) {
		return
	}
	r.cells[1] = filled(f.plain(thousands(e.N)), f.muted(left))
	if e.N > 0 {
		r.cells[2] = filled(f.plain(f.decimal(e.Mean)))
		if len(e.Distribution) > 0 {
			r.cells[2] = filled(f.plain(f.decimal(e.Mean)), f.muted(fmt.Sprintf(f.words("report.median"), f.step(e.Median))))
		}
	}
	if e.N > 1 {
		r.cells[3] = filled(f.plain(f.decimal(e.SD)))
	}
	if e.ScaleMin != e.ScaleMax {
		r.cells[4] = filled(f.plain(f.step(e.ScaleMin) + "–" + f.step(e.ScaleMax)))
		if e.Inverted {
			r.cells[4].paras = append(r.cells[4].paras, f.muted(f.words("report.turned")))
		}
	}
	r.cells[6] = f.spread(e.Distribution)
}

// leftOut says how many answers were left out, and why.
func (f *flow) leftOut(e journey.Evidence) string {
	var parts []string
	for _, x := range []struct {
		n   int
		key string
	}{{e.Blank, "blank"}, {e.NotApplicable, "na"}, {e.Junk, "junk"}} {
		if x.n > 0 {
			parts = append(parts, fmt.Sprintf(f.words("report.leftOut."+x.key), thousands(x.n)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf(f.words("report.leftOut"), strings.Join(parts, ", "))
}

// interval says within which valences the mean lies.
func (f *flow) interval(e journey.Emotion) string {
	low, high, ok := evidence.Band(e)
	if !ok {
		return ""
	}
	return fmt.Sprintf(f.words("report.interval"), f.signed2(low), f.signed2(high))
}

// signed2 writes a valence to two places: an interval of many answers is narrow.
func (f *flow) signed2(v float64) string {
	if s := f.decimal(v); v > 0 && s != f.decimal(0) {
		return "+" + s
	}
	return f.decimal(v)
}

// trend says how an emotion has changed since the oldest source that has a date.
func (f *flow) trend(t journey.Touchpoint, others []journey.Reading) string {
	for _, o := range slices.Backward(others) {
		then := o.Evidence.Date
		if then.IsZero() || !then.Before(t.Actual.Evidence.Date) {
			continue
		}
		sign, change := "▲ ", t.Actual.Valence-o.Valence
		if change < 0 {
			sign = "▼ "
		}
		return sign + fmt.Sprintf(f.words("scene.trend"), f.said(change), then.Format("2006-01"))
	}
	return ""
}
