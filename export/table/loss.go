package table

import (
	"touchline.app/export"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Losses says, kind by kind, what of the map a table of touchpoints leaves out.
// What the format has a place for besides the table, title and scenario, is the
// format's to say.
func Losses(m *journey.Map) []export.Warning {
	var l losses
	l.head(m.Head)
	l.rows(m)
	l.without(m)
	l.merged(m)
	return l.found
}

type losses struct{ found []export.Warning }

// lost says that n of something are left out, by the words for one and for several.
func (l *losses) lost(n int, one, many string) {
	switch {
	case n == 1:
		l.found = append(l.found, export.Warn("left out, for a table of touchpoints has no place for it: 1 %s", phrase.Of(one)))
	case n > 1:
		l.found = append(l.found, export.Warn("left out, for a table of touchpoints has no place for them: %d %s", n, phrase.Of(many)))
	}
}

func (l *losses) head(h journey.Head) {
	n := 0
	for _, said := range []bool{
		h.Mission != "", h.Success != "", h.Expectation != "", h.Version != "", !h.Date.IsZero(), h.State == journey.FutureState, h.Direction != "",
	} {
		if said {
			n++
		}
	}
	l.lost(n, "text about the map as a whole", "texts about the map as a whole (mission, success, expectation, version, date, state, direction)")
}

func (l *losses) rows(m *journey.Map) {
	l.lost(having(m.PersonasInOrder(), func(p journey.Persona) bool {
		p.ID, p.Order, p.Name = "", "", ""
		return p != journey.Persona{}
	}), "persona's details", "personas' details")
	l.lost(having(m.StagesInOrder(), func(s journey.Stage) bool {
		s.ID, s.Order, s.Name = "", "", ""
		return s != journey.Stage{}
	}), "stage's phase, goal, expectation, status, count of customers or looks",
		"stages' phases, goals, expectations, statuses, counts of customers or looks")
	l.lost(having(m.LanesInOrder(), func(x journey.Lane) bool { return x.Type != journey.LaneTouchpoints }), "lane of another type", "lanes of other types")
	l.lost(having(m.LanesInOrder(), func(x journey.Lane) bool {
		return x.Type == journey.LaneTouchpoints && (x.Subtitle != "" || x.Hidden || x.Color != "" || x.Height != 0)
	}), "lane's subtitle or looks", "lanes' subtitles or looks")
	l.lost(having(m.ChannelsInOrder(), func(c journey.Channel) bool { return c.Icon != "" || c.Purpose != "" }),
		"channel's icon or purpose", "channels' icons or purposes")
	l.lost(m.Notes.Len(), "note", "notes")
	l.lost(having(m.PainPointsInOrder(), func(p journey.PainPoint) bool { return p.Touchpoint == "" }), "pain point of a stage", "pain points of stages")
	l.lost(having(m.OpportunitiesInOrder(), func(o journey.Opportunity) bool { return o.Touchpoint == "" }), "opportunity of a stage", "opportunities of stages")
	l.lost(having(m.MetricsInOrder(), func(k journey.Metric) bool { return k.Touchpoint == "" }), "metric of a stage", "metrics of stages")
	l.measured(m)
}

// measured counts what was counted, promised or stretched over several cells.
func (l *losses) measured(m *journey.Map) {
	reaches := having(m.PainPointsInOrder(), func(p journey.PainPoint) bool { return p.Reach != journey.Reach{} }) +
		having(m.OpportunitiesInOrder(), func(o journey.Opportunity) bool { return o.Reach != journey.Reach{} })
	l.lost(reaches, "pain point or opportunity that reaches over several cells", "pain points and opportunities that reach over several cells")
	l.lost(having(m.MetricsInOrder(), func(k journey.Metric) bool { return k.LowerIsBetter }), "metric that is better when lower", "metrics that are better when lower")
	l.lost(having(m.Journey(), func(t journey.Touchpoint) bool { return t.Passage != journey.Passage{} }), "count of customers at a touchpoint", "counts of customers at touchpoints")
	l.lost(m.Readings.Len(), "reading of another source", "readings of other sources")
	l.lost(m.Promises.Len(), "promise", "promises")
	l.lost(m.Waivers.Len(), "waiver of a finding", "waivers of findings")
}

// without counts what no touchpoint refers to.
func (l *losses) without(m *journey.Map) {
	used := map[journey.ID]bool{}
	for t := range m.Touchpoints.All() {
		used[t.Stage], used[t.Lane], used[t.Channel] = true, true, true
		for _, a := range t.Actors {
			used[a] = true
		}
	}
	l.lost(having(m.StagesInOrder(), func(s journey.Stage) bool { return !used[s.ID] }), "stage without touchpoints", "stages without touchpoints")
	l.lost(having(m.LanesInOrder(), func(x journey.Lane) bool { return x.Type == journey.LaneTouchpoints && !used[x.ID] }),
		"lane without touchpoints", "lanes without touchpoints")
	l.lost(having(m.ChannelsInOrder(), func(c journey.Channel) bool { return !used[c.ID] }), "channel no touchpoint uses", "channels no touchpoint uses")
	l.lost(having(m.PersonasInOrder(), func(p journey.Persona) bool { return !used[p.ID] }), "persona who takes part nowhere", "personas who take part nowhere")
}

// merged counts what goes by the same name, for names are all a table has.
func (l *losses) merged(m *journey.Map) {
	double(l, phrase.Of("stages"), m.StagesInOrder(), func(s journey.Stage) string { return s.Name })
	double(l, phrase.Of("lanes"), m.LanesInOrder(), func(x journey.Lane) string {
		if x.Type != journey.LaneTouchpoints {
			return string(x.ID) + "\x00"
		}
		return x.Name
	})
	double(l, phrase.Of("channels"), m.ChannelsInOrder(), func(c journey.Channel) string { return c.Name })
	double(l, phrase.Of("personas"), m.PersonasInOrder(), func(p journey.Persona) string { return p.Name })
}

func double[T any](l *losses, what phrase.Phrase, rows []T, name func(T) string) {
	seen := map[string]int{}
	for _, r := range rows {
		n := name(r)
		if seen[n]++; seen[n] == 2 {
			l.found = append(l.found, export.Warn("several %s are called %q: they become one", what, shorten(n)))
		}
	}
}

// having counts the rows that have something.
func having[T any](rows []T, has func(T) bool) int {
	n := 0
	for _, r := range rows {
		if has(r) {
			n++
		}
	}
	return n
}
