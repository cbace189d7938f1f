package report

import (
	"fmt"
	"strconv"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// passed is a touchpoint, or a stage of which nothing else was counted, with how
// many customers came there and how many are left.
type passed struct {
	ref         scene.Ref
	name, where string
	came, left  int
	passage     journey.Passage
}

// path lists how many customers came to each touchpoint, how many were left and how
// those who finished went. Nothing stands there where nobody counted.
func (f *flow) path() {
	all := f.passed()
	if len(all) == 0 {
		return
	}
	f.section(f.words("report.path"))
	if e := f.m.Head.Events; e.Customers > 0 {
		s := fmt.Sprintf(f.words("scene.finished"), thousands(e.Finished), thousands(e.Customers))
		if e.AdHoc > 0 {
			s += ", " + fmt.Sprintf(f.words("scene.ad_hoc"), thousands(e.AdHoc))
		}
		if from := dotted(e.File, day(e.Date)); from != "" {
			s += ". " + fmt.Sprintf(f.words("report.counted"), from)
		}
		f.paragraph(s)
	}
	var rows []row
	for i := range all {
		rows = append(rows, f.passedRow(all, i))
	}
	f.table(
		column{f.words("report.touchpoint"), 27}, column{f.words("report.customers"), 11}, column{f.words("report.left"), 13}, column{f.words("report.finished"), 13},
		column{f.words("report.skipped"), 11}, column{f.words("report.repeated"), 11}, column{f.words("report.outOfOrder"), 11}, column{f.words("scene.path"), 11},
	).rows(rows)
}

// passed returns what was counted in the order of the map.
func (f *flow) passed() []passed {
	var out []passed
	in := map[journey.ID][]journey.Touchpoint{}
	for _, t := range f.m.Journey() {
		if t.Passage != (journey.Passage{}) {
			in[t.Stage] = append(in[t.Stage], t)
		}
	}
	for _, s := range f.m.StagesInOrder() {
		if len(in[s.ID]) == 0 && s.Customers > 0 {
			out = append(out, passed{ref: scene.Ref{Kind: journey.KindStage, ID: s.ID}, name: f.stage(s.ID), came: s.Customers, left: s.Customers})
		}
		for _, t := range in[s.ID] {
			out = append(out, passed{ref: touchpoint(t), name: title(t), where: f.stage(s.ID), came: t.Passage.Customers, left: t.Passage.Customers, passage: t.Passage})
		}
	}
	for i := len(out) - 2; i >= 0; i-- { // who came later was not gone
		out[i].left = max(out[i].left, out[i+1].left)
	}
	return out
}

func (f *flow) passedRow(all []passed, i int) row {
	x, p := all[i], all[i].passage
	r := row{ref: x.ref, cells: []cell{filled(f.strong(x.name), f.muted(x.where)), filled(f.plain(thousands(x.came))), filled(f.plain(thousands(x.left))), {}, {}, {}, {}, {}}}
	if i > 0 && all[i-1].left > x.left {
		lost := 1 - float64(x.left)/float64(all[i-1].left)
		c := f.theme.Muted
		if lost >= 0.25 {
			c = f.theme.NegText
		}
		r.cells[2].paras = append(r.cells[2].paras, para{"−" + strconv.FormatFloat(lost*100, 'f', 0, 64) + " %", bodyFont, c})
	}
	if p.Finished+p.Skipped == 0 {
		return r
	}
	for k, n := range []int{p.Finished, p.Skipped, p.Repeated, p.OutOfOrder} {
		r.cells[3+k] = filled(f.plain(thousands(n)))
	}
	if p.Optimal {
		r.cells[7] = filled(para{"●", bodyFont, f.theme.Accent})
	}
	return r
}
