package app

import (
	"strings"

	"touchline.app/app/say"
	"touchline.app/journey"
)

// fieldKeys are the texts of fields, by what a comparison calls them.
var fieldKeys = map[string]string{
	"title": "touchpoint.title", "name": "stage.name", "text": "note.text", "stage": "touchpoint.stage", "lane": "touchpoint.lane",
	"touchpoint": "kind.touchpoint", "channel": "touchpoint.channel", "ownership": "touchpoint.ownership", "kind": "touchpoint.kind",
	"type": "lane.type", "status": "touchpoint.status", "delivery": "touchpoint.delivery", "owner": "chance.owner",
	"expectation": "stage.expectation", "expected": "emotion.expected", "actual": "emotion.actual", "reason": "touchpoint.reason",
	"moment that matters": "touchpoint.matters", "leave as it is": "touchpoint.leave", "actors": "touchpoint.actors",
	"goal": "stage.goal", "phase": "stage.phase", "phase note": "stage.phase_note", "medium": "channel.medium", "purpose": "channel.purpose",
	"icon": "channel.icon", "subtitle": "lane.subtitle", "hidden": "lane.hidden", "scenario": "map.scenario", "CX mission": "map.mission",
	"CX success statement": "map.success", "version": "map.version", "date": "map.date", "state": "map.state", "direction": "map.direction",
	"line about her": "persona.line", "quote": "persona.quote", "goals": "persona.goals", "initials": "persona.initials",
	"employee": "persona.employee", "severity": "pain.severity", "impact": "chance.impact", "effort": "chance.effort", "due": "chance.due",
	"unit": "metric.unit", "target": "metric.target", "lower is better": "metric.lower", "customers": "passage.customers", "passage customers": "passage.customers", "passage optimal": "passage.optimal",
	"valence": "evidence.valence", "felt": "touchpoint.emotion", "from": "promise.from", "to": "promise.to",
	"evidence source": "evidence.source", "evidence name": "evidence.name", "evidence n": "evidence.n", "evidence mean": "evidence.mean",
	"evidence sd": "evidence.sd", "evidence scale min": "evidence.scale_min", "evidence scale max": "evidence.scale_max",
	"evidence date": "evidence.date", "evidence distribution": "evidence.distribution", "place": "differ.place", "color": "differ.color",
	"expected word": "emotion.expected.word", "expected quote": "emotion.expected.quote", "expected valence": "emotion.expected",
	"actual word": "emotion.actual.word", "actual quote": "emotion.actual.quote", "actual valence": "emotion.actual",
	"matters": "touchpoint.matters", "leave as is": "touchpoint.leave", "mission": "map.mission", "success": "map.success", "line": "persona.line",
}

// ownFieldKeys are the texts of fields that are called otherwise for a kind of row.
var ownFieldKeys = map[journey.Kind]map[string]string{
	journey.KindOpportunity: {"state": "chance.state"},
	journey.KindStage:       {"status": "stage.status", "hidden": "stage.hidden"},
	journey.KindMetric:      {"actual": "metric.actual"},
}

// fieldText is what a field of a row is called, by the name a comparison or the file has
// for it.
func fieldText(k journey.Kind, name string) string {
	name = strings.ReplaceAll(name, "_", " ")
	if key, ok := ownFieldKeys[k][name]; ok {
		return say.Text(key)
	}
	if key, ok := fieldKeys[name]; ok {
		return say.Text(key)
	}
	return say.Capital(name)
}
