package app

import (
	"cmp"
	"slices"
	"strings"

	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/coverage"
)

// remedyOf is the field of the inspector a finding is mended in; those that are
// mended elsewhere have none.
var remedyOf = map[coverage.Check]string{
	coverage.NoPhases: "stage.phase", coverage.Department: "stage.name", coverage.NoReason: "touchpoint.reason",
	coverage.NoExpectation: "touchpoint.here", coverage.NoOwner: "touchpoint.owner", coverage.NoEvidence: "evidence.source",
}

// coverRow is a line of the coverage check: a heading or a finding.
type coverRow struct {
	heading string // empty: a finding
	n       int    // of a heading: how many stand under it
	coverage.Finding
}

// coverRows puts findings under a heading for each check, and what may stand under
// one of its own at the end.
func coverRows(found []coverage.Finding) []coverRow {
	var out, waived []coverRow
	head := -1
	for _, f := range found {
		if f.Waived() {
			waived = append(waived, coverRow{Finding: f})
			continue
		}
		if head < 0 || out[head].Check != f.Check {
			head = len(out)
			out = append(out, coverRow{heading: checkName(f.Check), Finding: coverage.Finding{Check: f.Check}})
		}
		out[head].n++
		out = append(out, coverRow{Finding: f})
	}
	if len(waived) > 0 {
		out = append(out, coverRow{heading: say.Text("coverage.waived"), n: len(waived)})
	}
	return append(out, waived...)
}

// sameFinding returns the index of the row about what another one is about, or -1.
func sameFinding(rows []coverRow, as coverRow) int {
	return slices.IndexFunc(rows, func(r coverRow) bool {
		return r.heading == "" && as.heading == "" && r.Check == as.Check && r.Row == as.Row && r.Check != ""
	})
}

func checkName(c coverage.Check) string { return say.Text("coverage." + string(c) + ".name") }

// findingText says a finding in a sentence.
func findingText(f coverage.Finding) string {
	return say.Text("coverage."+string(f.Check)+".text", "Label", say.OrElse(say.OneLine(f.Label), say.Text("unnamed")))
}

// mendText says what to do about a finding.
func mendText(f coverage.Finding) string { return say.Text("coverage." + string(f.Check) + ".mend") }

// whereOf says where on the map a finding lies: the stage and the channel of a
// touchpoint.
func whereOf(m *journey.Map, f coverage.Finding) string {
	t, ok := m.Touchpoints.Get(f.Row)
	if !ok || f.Kind != journey.KindTouchpoint {
		return ""
	}
	s, _ := m.Stages.Get(t.Stage)
	c, _ := m.Channels.Get(t.Channel)
	var parts []string
	for _, p := range []string{say.OneLine(s.Name), say.OneLine(c.Name)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

// placeOfFinding is the row that is shown for a finding: its own, or the stage
// where a finding about the map is mended.
func placeOfFinding(m *journey.Map, f coverage.Finding) (journey.Kind, journey.ID) {
	stages := m.StagesInOrder()
	if len(stages) == 0 {
		return f.Kind, f.Row
	}
	switch f.Check {
	case coverage.NoPhases:
		return journey.KindStage, stages[0].ID
	case coverage.NothingAfter:
		return journey.KindStage, stages[len(stages)-1].ID
	default:
		return f.Kind, cmp.Or(f.Row, m.Head.ID)
	}
}
