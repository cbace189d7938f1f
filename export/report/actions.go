package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// actions plots the opportunities and lists them by owner and due date, the pain
// points beside them.
func (f *flow) actions() {
	f.title("report.actions")
	list := f.m.OpportunitiesInOrder()
	if len(list) == 0 {
		f.paragraph(f.words("report.none.actions"))
		return
	}
	slices.SortStableFunc(list, func(a, b journey.Opportunity) int {
		return cmp.Or(last(owner(a), owner(b)), last(strings.TrimSpace(a.Due), strings.TrimSpace(b.Due)))
	})
	f.quadrant(list)
	var rows []row
	for i, o := range list {
		if i == 0 || owner(o) != owner(list[i-1]) {
			name := strings.TrimSpace(o.Owner)
			if name == "" {
				name = f.words("report.noOwner")
			}
			rows = append(rows, row{ref: f.head(), group: true, stage: f.theme.Positive, cells: []cell{filled(f.strong(name))}})
		}
		rows = append(rows, f.action(o, i+1))
	}
	f.table(
		column{"", 4}, column{f.words("report.opportunity"), 29}, column{f.words("report.where"), 18}, column{f.words("lane.pain points"), 23},
		column{f.words("report.due"), 8}, column{f.words("report.impact"), 9}, column{f.words("report.effort"), 9}, column{f.words("report.state"), 9},
	).rows(rows)
}

func owner(o journey.Opportunity) string { return strings.ToLower(strings.TrimSpace(o.Owner)) }

// last compares so that what is empty comes last.
func last(a, b string) int {
	if (a == "") != (b == "") {
		return -cmp.Compare(a, b)
	}
	return cmp.Compare(a, b)
}

func (f *flow) action(o journey.Opportunity, number int) row {
	where := filled(f.plain(f.stage(o.Stage)))
	if t, ok := f.m.Touchpoints.Get(o.Touchpoint); ok {
		where = filled(f.plain(title(t)), f.muted(f.stage(t.Stage)))
	}
	state := o.State
	if state == "" {
		state = journey.Open
	}
	return row{ref: scene.Ref{Kind: journey.KindOpportunity, ID: o.ID}, cells: []cell{
		filled(f.muted(strconv.Itoa(number))), filled(f.strong(o.Text)), where, f.pains(o), filled(f.plain(o.Due)),
		f.dots(o.Impact, f.theme.Positive), f.dots(o.Effort, f.theme.Neutral), filled(f.plain(f.words("state." + string(state)))),
	}}
}

// pains are the pain points at the touchpoint of an opportunity, or at its stage
// where it is of a stage.
func (f *flow) pains(o journey.Opportunity) cell {
	var paras []para
	for _, p := range f.hurts {
		if o.Touchpoint != "" && p.Touchpoint != o.Touchpoint || o.Touchpoint == "" && p.Stage != o.Stage {
			continue
		}
		paras = append(paras, para{p.Text, bodyFont, f.theme.NegText})
		foot := ""
		if p.Severity > 0 {
			foot = f.words("scene.severity") + " " + strconv.Itoa(p.Severity)
		}
		paras = append(paras, f.muted(dotted(foot, p.Owner)))
	}
	return filled(paras...)
}

// dots is a rating of 1..5: the number and as many dots.
func (f *flow) dots(n int, c scene.Color) cell {
	if n < 1 {
		return filled(f.plain("–"))
	}
	const r, step = 2.3, 6.6
	return cell{high: bodyFont.Lead, draw: func(p *scene.Pen, box scene.Rect) {
		s := strconv.Itoa(n)
		w := p.Width(s, strongFont)
		x, dir := box.X, 1.0
		if f.rtl {
			x, dir = box.Right(), -1
			p.One(s, strongFont, x-w, box.Y, f.theme.Ink)
		} else {
			p.One(s, strongFont, x, box.Y, f.theme.Ink)
		}
		for i := range 5 {
			at := x + dir*(w+6+float64(i)*step)
			if dot := scene.Circle(at, box.Y+bodyFont.Lead/2, r); i < n {
				p.Fill(dot, c)
			} else {
				p.Fill(dot, f.theme.Hairline)
			}
		}
	}}
}
