package report

import (
	"fmt"
	"strconv"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/coverage"
)

// coverage lists what the map leaves unsaid with a way to mend it, and below what
// may stand and why.
func (f *flow) coverage() {
	f.title("report.coverage")
	found := coverage.Find(f.m)
	open := coverage.Open(found)
	if len(found) == 0 {
		f.paragraph(f.words("report.none.coverage"))
		return
	}
	f.paragraph(fmt.Sprintf(f.words("report.coverage.lead"), len(open), len(found)-len(open)))
	if len(open) > 0 {
		f.table(column{f.words("report.finding"), 44}, column{f.words("report.where"), 22}, column{f.words("report.mend"), 34}).rows(f.findings(open))
	}
	var waived []row
	for _, x := range found {
		if x.Waived() {
			waived = append(waived, row{ref: f.findingRef(x), cells: []cell{filled(f.plain(f.finding(x))), f.findingPlace(x), filled(f.plain(x.Reason))}})
		}
	}
	if len(waived) > 0 {
		f.section(f.words("coverage.waived"))
		f.table(column{f.words("report.finding"), 44}, column{f.words("report.where"), 22}, column{f.words("report.reason"), 34}).rows(waived)
	}
}

// findings are the rows of what was found, under a heading for each check.
func (f *flow) findings(open []coverage.Finding) []row {
	n := map[coverage.Check]int{}
	for _, x := range open {
		n[x.Check]++
	}
	var rows []row
	for i, x := range open {
		if i == 0 || open[i-1].Check != x.Check {
			name := f.words("coverage." + string(x.Check) + ".name")
			rows = append(rows, row{ref: f.head(), group: true, stage: f.theme.Negative, cells: []cell{filled(f.strong(dotted(name, strconv.Itoa(n[x.Check]))))}})
		}
		rows = append(rows, row{ref: f.findingRef(x), cells: []cell{
			filled(f.plain(f.finding(x))), f.findingPlace(x), filled(f.plain(f.words("coverage." + string(x.Check) + ".mend"))),
		}})
	}
	return rows
}

// finding says a finding in a sentence.
func (f *flow) finding(x coverage.Finding) string {
	label := strings.Join(strings.Fields(x.Label), " ")
	if label == "" {
		label = f.words("report.noName")
	}
	return strings.ReplaceAll(f.words("coverage."+string(x.Check)+".text"), "{Label}", label)
}

func (f *flow) findingRef(x coverage.Finding) scene.Ref {
	if x.Row == "" {
		return f.head()
	}
	return scene.Ref{Kind: x.Kind, ID: x.Row}
}

// findingPlace is the stage and the channel of the touchpoint a finding is about.
func (f *flow) findingPlace(x coverage.Finding) cell {
	t, ok := f.m.Touchpoints.Get(x.Row)
	if !ok || x.Kind != journey.KindTouchpoint {
		return cell{}
	}
	return filled(f.plain(f.stage(t.Stage)), f.muted(f.channel(t).Name))
}
