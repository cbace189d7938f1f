package say

import (
	"strconv"
	"strings"

	"touchline.app/journey"
	"touchline.app/resources"
)

// Place is the name of a touchpoint or stage.
func Place(m *journey.Map, id journey.ID) string {
	if t, ok := m.Touchpoints.Get(id); ok {
		return OrElse(t.Title, Text("unnamed"))
	}
	if st, ok := m.Stages.Get(id); ok {
		return OrElse(st.Name, Text("unnamed"))
	}
	return "—"
}

// LeftOut counts answers that do not count, by why: "2 blank · 3 not on the scale".
func LeftOut(blank, na, junk int) string {
	var parts []string
	for _, p := range []struct {
		key string
		n   int
	}{{"intake.blank", blank}, {"intake.na_count", na}, {"intake.junk", junk}} {
		if p.n > 0 {
			parts = append(parts, Text(p.key, "N", p.n))
		}
	}
	return strings.Join(parts, " · ")
}

// KindKeys has the keys of what rows are called.
var KindKeys = map[journey.Kind]string{
	journey.KindTouchpoint: "kind.touchpoint", journey.KindStage: "kind.stage", journey.KindLane: "kind.lane",
	journey.KindPersona: "kind.persona", journey.KindChannel: "kind.channel", journey.KindNote: "kind.note",
	journey.KindPainPoint: "kind.pain_point", journey.KindOpportunity: "kind.opportunity", journey.KindMetric: "kind.metric", journey.KindWaiver: "kind.waiver",
}

// mostRead is how many touchpoints tell the language of a map.
const mostRead = 60

// LanguageOf returns the language a map is written in, or that of the interface
// where the map does not tell.
func LanguageOf(m *journey.Map) string {
	var b strings.Builder
	b.WriteString(m.Head.Title + " " + m.Head.Scenario)
	for _, s := range m.StagesInOrder() {
		b.WriteString(" " + s.Name + " " + s.Goal)
	}
	n := 0
	for t := range m.Touchpoints.All() {
		if n++; n > mostRead {
			break
		}
		b.WriteString(" " + t.Title)
	}
	return OrElse(resources.LanguageOf(b.String()), Language())
}

// Valence is what an emotion that is being dragged is called.
func Valence(v float64) string {
	return Text("feeling."+strconv.Itoa(int(journey.Feel(v).Feeling()))) + " " + Signed(v)
}

// Tie are the titles of the touchpoints a promise ties.
func Tie(m *journey.Map, p journey.Promise) string {
	return Place(m, p.From) + " → " + Place(m, p.To)
}
