package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// mostRanked is how many gaps of each sign are listed.
const mostRanked = 30

// ranked is a touchpoint with its gap.
type ranked struct {
	t   journey.Touchpoint
	gap float64
}

// gaps ranks the broken promises and the delights, the largest first.
func (f *flow) gaps() {
	f.title("report.gaps")
	var broken, delights []ranked
	n, largest := 0, 0.0
	for _, t := range f.m.Journey() {
		gap, ok := journey.Gap(t)
		if !ok {
			continue
		}
		n++
		largest = max(largest, math.Abs(gap))
		switch {
		case gap <= -0.05:
			broken = append(broken, ranked{t, gap})
		case gap >= 0.05:
			delights = append(delights, ranked{t, gap})
		}
	}
	mean, ok := journey.MeanGap(f.m)
	if ok {
		f.paragraph(fmt.Sprintf(f.words("report.meanGap"), f.said(mean), n, f.m.Touchpoints.Len()) + f.remembered())
		f.ranking("report.broken", "report.none.broken", broken, largest)
		f.ranking("report.delights", "report.none.delights", delights, largest)
	} else {
		f.paragraph(f.words("report.none.gaps") + f.remembered())
	}
	f.promises()
	f.matters(largest)
	if f.m.Touchpoints.Len() > 0 {
		f.stay()
	}
}

// remembered says what the journey leaves behind: its peak and end beside its mean,
// plain and with the moments that matter weighed.
func (f *flow) remembered() string {
	mean, ok := journey.MeanActual(f.m)
	if !ok {
		return ""
	}
	peak, _ := journey.PeakEnd(f.m)
	weighed, _ := journey.WeightedActual(f.m)
	return " " + fmt.Sprintf(f.words("scene.peakEnd"), f.said(peak), f.said(mean)) +
		" " + fmt.Sprintf(f.words("scene.weighted"), f.said(weighed))
}

func (f *flow) ranking(key, none string, list []ranked, largest float64) {
	f.section(f.words(key))
	if len(list) == 0 {
		f.paragraph(f.words(none))
		return
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(math.Abs(b.gap), math.Abs(a.gap)) })
	var rows []row
	for i, r := range list[:min(len(list), mostRanked)] {
		rows = append(rows, f.rankedRow(i+1, r, largest))
	}
	f.table(
		column{"", 4}, column{f.words("report.touchpoint"), 27}, column{f.words("lane.gap"), 23},
		column{f.words("scene.expected"), 15}, column{f.words("scene.actual"), 17}, column{f.words("lane.evidence"), 15},
	).rows(rows)
	f.y += 4
	if more := len(list) - len(rows); more > 0 {
		f.paragraph(fmt.Sprintf(f.words("report.more"), more))
	}
}

func (f *flow) rankedRow(place int, r ranked, largest float64) row {
	name := []para{f.strong(title(r.t)), f.muted(dotted(f.stage(r.t.Stage), f.channel(r.t).Name, r.t.Owner))}
	if r.t.Matters {
		name = append(name, para{"★ " + f.words("scene.matters"), smallFont, f.theme.Foreign})
	}
	return row{ref: touchpoint(r.t), cells: []cell{
		filled(f.muted(strconv.Itoa(place))),
		filled(name...),
		f.bar(r.gap, largest),
		f.emotionCell(r.t.Expected),
		f.emotionCell(r.t.Actual),
		filled(f.figures(r.t.Actual)...),
	}}
}

// bar is a gap as a bar with its number, both in the colour of its sign.
func (f *flow) bar(gap, largest float64) cell {
	const high, number = 11.0, 30.0
	return cell{high: high, draw: func(p *scene.Pen, r scene.Rect) {
		w := max(1.5, (r.W-number)*math.Abs(gap)/max(largest, 0.1))
		c := f.theme.Negative
		if gap > 0 {
			c = f.theme.Positive
		}
		l := f.signed(gap)
		text := p.Width(l, strongFont)
		bar, x := scene.Rect{X: r.X, Y: r.Y + 1, W: w, H: high - 3}, r.X+w+5
		if f.rtl {
			bar.X, x = r.Right()-w, r.Right()-w-5-text
		}
		p.Rect(bar, 2, c)
		p.One(l, strongFont, x, r.Y, f.sign(gap))
	}}
}
