package table

import (
	"math"
	"strconv"
	"strings"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// column is one column: how its cell is written and understood.
type column struct {
	name string
	also []string // what other tables call it
	get  func(*record) string
	set  func(*record, string) error // nil: it follows from others

	blank bool // white space alone says something
}

// Titles is the name of the column of the touchpoints.
const Titles = "touchpoint"

// Columns that are asked for by name.
const (
	stageColumn = "stage"
	laneColumn  = "lane"
	titleColumn = Titles

	detailsColumn = "details"
)

var columns = join(
	[]column{
		text(stageColumn, func(r *record) *string { return &r.stage }, "phase", "step", "section"),
		text(laneColumn, func(r *record) *string { return &r.lane }, "swimlane"),
		text(titleColumn, func(r *record) *string { return &r.Title }, "touchpoints", "title", "name", "action", "user action", "user actions",
			"customer action", "customer actions", "task", "activity"),
		text(detailsColumn, func(r *record) *string { return &r.Details }, "description", "notes"),
		text("channel", func(r *record) *string { return &r.channel.Name }, "channels"),
		word("medium", func(r *record) *journey.Medium { return &r.channel.Medium }, journey.Media),
		word("channel ownership", func(r *record) *journey.Ownership { return &r.channel.Ownership }, journey.Ownerships),
		word("ownership", func(r *record) *journey.Ownership { return &r.Ownership }, journey.Ownerships),
		word("kind", func(r *record) *journey.Interaction { return &r.Type }, journey.Interactions),
		word("delivery", func(r *record) *journey.Delivery { return &r.Delivery }, journey.Deliveries),
		items("actors", func(r *record) *[]string { return &r.actors }, "actor", "persona", "personas", "people"),
		word("customer status", func(r *record) *journey.CustomerStatus { return &r.Status }, journey.CustomerStatuses, "status"),
		text("expectation", func(r *record) *string { return &r.Expectation }),
	},
	emotion("expected", func(r *record) *journey.Emotion { return &r.Expected }, "expected emotion"),
	emotion("actual", func(r *record) *journey.Emotion { return &r.Actual }, "actual emotion", "emotion", "emotions", "feeling", "feelings"),
	[]column{
		{name: "gap", get: gap},
		flag("moment that matters", func(r *record) *bool { return &r.Matters }, "moment of truth"),
		text("reason", func(r *record) *string { return &r.Reason }),
		text("owner", func(r *record) *string { return &r.Owner }),
		flag("leave as it is", func(r *record) *bool { return &r.LeaveAsIs }),
		text("color", func(r *record) *string { return &r.Color }, "colour"),
	},
	around(),
)

func join(groups ...[]column) []column {
	var out []column
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}

// gap is actual - expected, rounded as the map shows it.
func gap(r *record) string {
	if g, ok := journey.Gap(r.Touchpoint); ok {
		return strconv.FormatFloat(math.Round(g*10)/10+0, 'f', 1, 64)
	}
	return ""
}

// emotion are the columns of an emotion and its evidence.
func emotion(name string, of func(*record) *journey.Emotion, also ...string) []column {
	evidence := func(r *record) *journey.Evidence { return &of(r).Evidence }
	return []column{
		{
			name: name, also: also,
			get: func(r *record) string { return quantity(of(r).Known, of(r).Valence) },
			set: func(r *record, s string) error {
				v, err := between(s, journey.MinValence, journey.MaxValence)
				if err == nil {
					of(r).Known, of(r).Valence = true, v
				}
				return err
			},
		},
		text(name+" word", func(r *record) *string { return &of(r).Word }),
		text(name+" quote", func(r *record) *string { return &of(r).Quote }, "quote"),
		word(name+" evidence", func(r *record) *journey.Source { return &evidence(r).Source }, journey.Sources),
		text(name+" source", func(r *record) *string { return &evidence(r).Name }),
		whole(name+" n", func(r *record) *int { return &evidence(r).N }),
		number(name+" mean", func(r *record) *float64 { return &evidence(r).Mean }),
		number(name+" spread", func(r *record) *float64 { return &evidence(r).SD }),
		number(name+" scale from", func(r *record) *float64 { return &evidence(r).ScaleMin }),
		number(name+" scale to", func(r *record) *float64 { return &evidence(r).ScaleMax }),
		counts(name+" answers", func(r *record) *[]int { return &evidence(r).Distribution }),
		date(name+" date", evidence),
	}
}

// around are the columns of the rows at a touchpoint. The nth item of each
// column belongs to the nth row.
func around() []column {
	pains := func(r *record) *[]journey.PainPoint { return &r.pains }
	opportunities := func(r *record) *[]journey.Opportunity { return &r.opportunities }
	metrics := func(r *record) *[]journey.Metric { return &r.metrics }
	return []column{
		each("pain points", pains, func(p *journey.PainPoint) column { return item(&p.Text) }, "pain point", "pains", "key pain point"),
		each("pain point severity", pains, func(p *journey.PainPoint) column { return level(&p.Severity) }),
		each("pain point owner", pains, func(p *journey.PainPoint) column { return item(&p.Owner) }),
		each("opportunities", opportunities, func(o *journey.Opportunity) column { return item(&o.Text) }, "opportunity", "top opportunity", "improvement opportunities"),
		each("opportunity impact", opportunities, func(o *journey.Opportunity) column { return level(&o.Impact) }),
		each("opportunity effort", opportunities, func(o *journey.Opportunity) column { return level(&o.Effort) }),
		each("opportunity owner", opportunities, func(o *journey.Opportunity) column { return item(&o.Owner) }),
		each("opportunity due", opportunities, func(o *journey.Opportunity) column { return item(&o.Due) }),
		each("opportunity state", opportunities, func(o *journey.Opportunity) column {
			return word("", func(*record) *journey.OpportunityState { return &o.State }, journey.OpportunityStates)
		}),
		each("metrics", metrics, func(m *journey.Metric) column { return item(&m.Name) }, "metric", "kpi"),
		each("metric unit", metrics, func(m *journey.Metric) column { return item(&m.Unit) }),
		each("metric target", metrics, func(m *journey.Metric) column { return amount(&m.Target) }),
		each("metric actual", metrics, func(m *journey.Metric) column { return amount(&m.Actual) }),
	}
}

// Header returns the names of the columns, in their order.
func Header() []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}

// Known reports whether a header is that of a table of touchpoints: there is a
// column for their names, and one more that is known or no other at all.
func Known(header []string) bool {
	title, others := false, 0
	for _, i := range match(header) {
		switch {
		case i < 0:
		case columns[i].name == titleColumn:
			title = true
		default:
			others++
		}
	}
	return title && (others > 0 || len(header) == 1)
}

// match returns for each name of a header the column it means, or -1. A column
// goes to the name that is its own before any other; an action beside a column of
// touchpoints says their details.
func match(header []string) []int {
	out := make([]int, len(header))
	taken := map[int]bool{}
	for _, own := range []bool{true, false} {
		for i, name := range header {
			at, ok := byName[spelled(name)]
			switch {
			case own:
				out[i] = -1
				if ok = ok && columns[at].name == spelled(name); !ok {
					continue
				}
			case out[i] >= 0 || !ok:
				continue
			}
			if columns[at].name == titleColumn && taken[at] {
				at = byName[detailsColumn]
			}
			if !taken[at] {
				out[i], taken[at] = at, true
			}
		}
	}
	return out
}

// byName finds columns by what they are called; a name of its own comes first.
var byName = func() map[string]int {
	out := map[string]int{}
	for i, c := range columns {
		out[c.name] = i
	}
	for i, c := range columns {
		for _, name := range c.also {
			if _, taken := out[name]; !taken {
				out[name] = i
			}
		}
	}
	return out
}()

// spelled is a name without what programs add to it.
func spelled(name string) string {
	name = strings.NewReplacer("_", " ", "-", " ", "*", "", "\u00a0", " ").Replace(strings.ToLower(name))
	return strings.Join(strings.Fields(strings.TrimSuffix(strings.TrimSpace(name), ":")), " ")
}

func notOneOf[T ~string](s string, of []T) error {
	names := make([]string, len(of))
	for i, w := range of {
		names[i] = string(w)
	}
	return phrase.Errorf("is %q: it may be %s", shorten(s), strings.Join(names, ", "))
}
