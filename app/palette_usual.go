package app

import (
	"strings"

	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/resources"
)

// mostSuggested is the number of suggestions that are shown at once.
const mostSuggested = 6

// suggested is what often happens in the stage that is looked at; of what is searched
// also what is usual in the other stages.
func (p *palette) suggested(want string) group {
	s, ok := p.e.stageInView()
	if !ok {
		return group{}
	}
	m := p.e.doc.Map()
	had := map[string]bool{}
	for t := range m.Travel() {
		if t.Stage == s.ID {
			had[strings.ToLower(t.Title)] = true
		}
	}
	g := group{title: say.Text("palette.suggested", "Stage", say.OrElse(s.Name, say.Text("unnamed")))}
	lang := say.LanguageOf(m)
	all := usualIn(s, lang)
	if want != "" {
		for _, o := range append(m.StagesInOrder(), journey.Stage{}) {
			all = append(all, usualIn(o, lang)...)
		}
	}
	for _, text := range all {
		low := strings.ToLower(text)
		if len(g.tiles) < mostSuggested && !had[low] && strings.Contains(low, want) {
			g.tiles = append(g.tiles, entry{piece: piece{kind: journey.KindTouchpoint, title: text}, text: text, dot: p.e.hueOf(s.ID)})
			had[low] = true
		}
	}
	return g
}

// usualIn is what is usual in a stage by its name, or where that tells nothing by its
// phase.
func usualIn(s journey.Stage, lang string) []string {
	if out := resources.Suggestions(s.Name, lang); len(out) > 0 {
		return out
	}
	var all [][]string
	longest := 0
	for _, name := range stagesOf[s.Phase] {
		list := resources.Suggestions(name, lang)
		all, longest = append(all, list), max(longest, len(list))
	}
	var out []string
	for i := range longest { // by turns
		for _, list := range all {
			if i < len(list) {
				out = append(out, list[i])
			}
		}
	}
	return out
}

// stagesOf are the stages whose suggestions are usual in a phase.
var stagesOf = map[journey.Phase][]string{
	"":             {"awareness", "consideration", "purchase", "utilisation", "loyalty"},
	journey.Before: {"awareness", "consideration"},
	journey.During: {"purchase"},
	journey.After:  {"utilisation", "loyalty"},
}
