package search

import (
	"cmp"
	"strings"

	"touchline.app/journey"
)

// Hit is a row in one of whose texts something was found.
type Hit struct {
	Kind  journey.Kind
	ID    journey.ID
	Field string // the field it was found in, the first of several
	Text  string // the part of the text around it
}

// text is a field of a row.
type text struct {
	field string
	whole string
	plain string // folded
}

// entry is a row with its texts.
type entry struct {
	kind  journey.Kind
	id    journey.ID
	texts []text
}

// Index is every text of a map, ready to be looked through. It does not change;
// make another one when the map has changed.
type Index struct{ entries []entry }

// NewIndex reads the texts of a map in the order in which they are met on it:
// the map itself, its personas, then stage by stage the touchpoints with what is
// tied to them, at last lanes and the channels no touchpoint runs through.
func NewIndex(m *journey.Map) *Index {
	r := reader{
		m: m, ix: &Index{}, tied: map[journey.ID][]journey.Row{}, used: map[journey.ID]bool{},
		readings: map[journey.ID][]journey.Evidence{}, waived: map[journey.ID][]string{},
	}
	r.read()
	return r.ix
}

// shown is how many characters of a text a hit shows.
const shown = 70

// Find returns the rows that hold the query in one of their texts, whatever its
// case and accents; none for a query of blanks.
func (ix *Index) Find(query string) []Hit {
	if query = Fold(query); query == "" {
		return nil
	}
	var hits []Hit
	for i := range ix.entries {
		e := &ix.entries[i]
		for k := range e.texts {
			if t := &e.texts[k]; strings.Contains(t.plain, query) {
				hits = append(hits, Hit{e.kind, e.id, t.field, around(t.whole, query, shown)})
				break
			}
		}
	}
	return hits
}

// reader collects the texts of a map.
type reader struct {
	m    *journey.Map
	ix   *Index
	tied map[journey.ID][]journey.Row // by touchpoint, or by stage where they are tied to none
	used map[journey.ID]bool          // channels

	readings map[journey.ID][]journey.Evidence // by touchpoint
	waived   map[journey.ID][]string           // why findings about a row may stand
}

func (r *reader) read() {
	r.sort()
	h := r.m.Head
	r.add(h, "title", h.Title, "scenario", h.Scenario, "mission", h.Mission, "success", h.Success, "expectation", h.Expectation, "version", h.Version)
	for _, p := range r.m.PersonasInOrder() {
		r.add(p, "name", p.Name, "line", p.Line, "quote", p.Quote, "goals", p.Goals, "initials", p.Initials)
	}
	byStage := map[journey.ID][]journey.Touchpoint{}
	for _, t := range r.m.Journey() {
		byStage[t.Stage] = append(byStage[t.Stage], t)
	}
	for _, s := range r.m.StagesInOrder() {
		r.add(s, "name", s.Name, "goal", s.Goal, "expectation", s.Expectation, "phase_note", s.PhaseNote)
		for _, t := range byStage[s.ID] {
			r.touchpoint(t)
			r.things(t.ID)
		}
		r.things(s.ID)
	}
	for _, l := range r.m.LanesInOrder() {
		r.add(l, "name", l.Name, "subtitle", l.Subtitle)
	}
	for _, c := range r.m.ChannelsInOrder() {
		if !r.used[c.ID] {
			r.add(c, "name", c.Name, "purpose", c.Purpose)
		}
	}
}

// sort notes what is tied to each touchpoint and stage.
func (r *reader) sort() {
	put := func(row journey.Row, stage, touchpoint journey.ID) {
		if !r.m.Touchpoints.Has(touchpoint) {
			touchpoint = stage
		}
		r.tied[touchpoint] = append(r.tied[touchpoint], row)
	}
	for _, p := range r.m.PainPointsInOrder() {
		put(p, p.Stage, p.Touchpoint)
	}
	for _, o := range r.m.OpportunitiesInOrder() {
		put(o, o.Stage, o.Touchpoint)
	}
	for _, n := range r.m.NotesInOrder() {
		put(n, n.Stage, "")
	}
	for _, n := range r.m.MetricsInOrder() {
		put(n, n.Stage, n.Touchpoint)
	}
	for _, o := range r.m.ReadingsInOrder() {
		r.readings[o.Touchpoint] = append(r.readings[o.Touchpoint], o.Evidence)
	}
	for _, w := range r.m.WaiversInOrder() {
		r.waived[cmp.Or(w.Row, r.m.Head.ID)] = append(r.waived[cmp.Or(w.Row, r.m.Head.ID)], w.Reason)
	}
	for _, p := range r.m.PromisesInOrder() {
		r.tied[p.To] = append(r.tied[p.To], p)
	}
}

func (r *reader) touchpoint(t journey.Touchpoint) {
	r.used[t.Channel] = true
	c, _ := r.m.Channels.Get(t.Channel)
	texts := []string{
		"title", t.Title, "details", t.Details, "channel", c.Name, "owner", t.Owner, "expectation", t.Expectation, "reason", t.Reason,
		"actual.quote", t.Actual.Quote, "actual.word", t.Actual.Word, "expected.quote", t.Expected.Quote, "expected.word", t.Expected.Word,
	}
	for _, e := range []journey.Evidence{t.Actual.Evidence, t.Expected.Evidence} {
		texts = append(texts, sources(e)...)
	}
	for _, e := range r.readings[t.ID] {
		texts = append(texts, sources(e)...)
	}
	texts = append(texts, "purpose", c.Purpose)
	for _, id := range t.Actors {
		if p, ok := r.m.Personas.Get(id); ok && p.Employee {
			texts = append(texts, "actors", p.Name)
		}
	}
	r.add(t, texts...)
}

// sources are the texts that say where an emotion comes from.
func sources(e journey.Evidence) []string {
	return []string{"evidence", e.Name, "evidence", e.Question, "evidence", e.Filter, "evidence", e.File}
}

// things reads what is tied to a touchpoint or a stage.
func (r *reader) things(id journey.ID) {
	for _, row := range r.tied[id] {
		switch row := row.(type) {
		case journey.PainPoint:
			r.add(row, "text", row.Text, "owner", row.Owner)
		case journey.Opportunity:
			r.add(row, "text", row.Text, "owner", row.Owner, "due", row.Due)
		case journey.Note:
			r.add(row, "text", row.Text)
		case journey.Metric:
			r.add(row, "name", row.Name, "unit", row.Unit)
		case journey.Promise:
			r.add(row, "promise", row.Text)
		}
	}
}

// add reads fields, each its name and its text.
func (r *reader) add(row journey.Row, fields ...string) {
	e := entry{kind: row.Kind(), id: row.RowID()}
	for i := 0; i+1 < len(fields); i += 2 {
		if plain := Fold(fields[i+1]); plain != "" {
			e.texts = append(e.texts, text{fields[i], fields[i+1], plain})
		}
	}
	for _, why := range r.waived[row.RowID()] {
		if plain := Fold(why); plain != "" {
			e.texts = append(e.texts, text{"waiver", why, plain})
		}
	}
	if len(e.texts) > 0 {
		r.ix.entries = append(r.ix.entries, e)
	}
}

// Fields are the names a hit may give for its field.
var Fields = []string{
	"title", "scenario", "mission", "success", "expectation", "version", "name", "line", "quote", "goals", "initials", "goal",
	"phase_note", "details", "channel", "owner", "reason", "actual.quote", "actual.word", "expected.quote", "expected.word", "evidence", "purpose", "actors", "text", "due", "unit", "subtitle",
	"promise", "waiver",
}
