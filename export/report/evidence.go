package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// source is where the emotions of some touchpoints come from.
type source struct {
	kind   journey.Source
	name   string
	file   string
	date   time.Time
	points []journey.Touchpoint
}

// evidence lists the sources of the actual emotions with their figures, and the
// touchpoints each stands for; opinions come last. Other sources of an emotion
// follow it.
func (f *flow) evidence() {
	f.title("report.evidence")
	sources, others := f.sources(), f.others()
	if len(sources) == 0 {
		f.paragraph(f.words("report.none.evidence"))
		f.path()
		return
	}
	var rows []row
	for _, s := range sources {
		head := []para{f.strong(f.words("report.assumed"))}
		if s.kind != journey.Assumed {
			head[0] = f.strong(dotted(s.name, f.named("source", string(s.kind)), day(s.date)))
			head = append(head, f.muted(s.file))
		}
		rows = append(rows, row{ref: f.head(), group: true, stage: f.theme.Neutral, cells: []cell{filled(head...)}})
		for _, t := range s.points {
			rows = append(rows, f.sourceRow(t, others[t.ID]))
			for _, r := range others[t.ID] {
				rows = append(rows, f.otherRow(t, r))
			}
		}
	}
	f.table(
		column{f.words("report.touchpoint"), 28}, column{f.words("report.answers"), 14}, column{f.words("report.mean"), 9},
		column{f.words("report.spread"), 9}, column{f.words("report.scale"), 9}, column{f.words("lane.emotion"), 18}, column{f.words("report.distribution"), 13},
	).rows(rows)
	f.path()
}

// sources groups the touchpoints by what their actual emotion rests on.
func (f *flow) sources() []source {
	type key struct {
		kind       journey.Source
		name, file string
		date       int64
	}
	at := map[key]int{}
	var out []source
	for _, t := range f.m.Journey() {
		if !known(t.Actual) {
			continue
		}
		e := t.Actual.Evidence
		s := source{kind: e.Source, name: strings.TrimSpace(e.Name), file: strings.TrimSpace(e.File), date: e.Date}
		if s.kind == "" || s.kind == journey.Assumed {
			s = source{kind: journey.Assumed}
		}
		k := key{s.kind, s.name, s.file, s.date.Unix()}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, s)
		}
		out[i].points = append(out[i].points, t)
	}
	slices.SortStableFunc(out, func(a, b source) int {
		rank := func(s source) int { return -slices.Index(journey.Sources, s.kind) }
		return cmp.Or(cmp.Compare(rank(a), rank(b)), b.date.Compare(a.date), cmp.Compare(a.name, b.name), cmp.Compare(a.file, b.file))
	})
	return out
}

// step writes an end of a scale, which is mostly a whole number.
func (f *flow) step(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e9 {
		return strings.Replace(strconv.Itoa(int(v)), "-", "−", 1)
	}
	return f.decimal(v)
}

// spread draws the answers for each step of the scale as bars, the lowest first.
func (f *flow) spread(dist []int) cell {
	most := 0
	for _, n := range dist {
		most = max(most, n)
	}
	if most == 0 || len(dist) > 11 {
		return cell{}
	}
	const high = 16.0
	return cell{high: high, draw: func(p *scene.Pen, r scene.Rect) {
		w := min(7, r.W/float64(len(dist))-1)
		if w <= 0 {
			return
		}
		for i, n := range dist {
			at := 2*float64(i)/max(1, float64(len(dist)-1)) - 1 // -1 worst .. +1 best
			c := mix(f.theme.Neutral, f.theme.Negative, max(0, -at))
			if at > 0 {
				c = mix(f.theme.Neutral, f.theme.Positive, at)
			}
			h := max(0.8, high*float64(max(n, 0))/float64(most))
			x := r.X + float64(i)*(w+1)
			if f.rtl {
				x = r.Right() - float64(i)*(w+1) - w
			}
			p.Rect(scene.Rect{X: x, Y: r.Y + high - h, W: w, H: h}, 0, c)
		}
	}}
}
