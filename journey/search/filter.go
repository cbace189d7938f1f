package search

import (
	"math"
	"strings"

	"touchline.app/journey"
)

// Filter asks for touchpoints of which everything it names is true. The zero
// filter asks for all.
type Filter struct {
	Matters    bool                // moments that matter
	Below      bool                // experienced worse than expected
	NotOwned   bool                // not ours: shared, earned or of a third party
	NoEvidence bool                // the actual emotion is an opinion, or nobody has said
	HandOff    bool                // she is handed over to another owner here
	Channel    journey.ID          // run through this channel; empty: any
	Type       journey.Interaction // of this kind; empty: any
	Owner      string              // answered for by this department or person; empty: any
}

// Empty reports whether the filter asks for all.
func (f Filter) Empty() bool { return f == Filter{} }

// matches reports whether everything the filter names is true of the touchpoint
// alone: hand-offs are for who knows the one before.
func (f Filter) matches(m *journey.Map, t journey.Touchpoint) bool {
	switch {
	case f.Matters && !t.Matters,
		f.Below && !below(t),
		f.NotOwned && !foreign(m.OwnershipOf(t)),
		f.NoEvidence && t.Actual.Known && t.Actual.Evidence.Measured(),
		f.Channel != "" && t.Channel != f.Channel,
		f.Type != "" && t.Type != f.Type,
		f.Owner != "" && owner(t.Owner) != owner(f.Owner):
		return false
	}
	return true
}

// below reports whether the gap is negative as it is shown, to one decimal.
func below(t journey.Touchpoint) bool {
	gap, ok := journey.Gap(t)
	return ok && math.Round(gap*10) < 0
}

func foreign(o journey.Ownership) bool { return o != "" && o != journey.Owned }

func owner(s string) string { return Fold(s) }

// Found is what a filter leaves of a map.
type Found struct {
	Touchpoints map[journey.ID]bool // those that match
	Others      map[journey.ID]bool // pain points, opportunities and metrics that belong to them or to the owner asked for
}

// Has reports whether a row is left: what is neither a touchpoint nor tied to one
// always is.
func (f Found) Has(k journey.Kind, id journey.ID) bool {
	switch k {
	case journey.KindTouchpoint:
		return f.Touchpoints[id]
	case journey.KindPainPoint, journey.KindOpportunity, journey.KindMetric:
		return f.Others[id]
	default:
		return true
	}
}

// Apply returns what the filter leaves of the map.
func (f Filter) Apply(m *journey.Map) Found {
	found := Found{map[journey.ID]bool{}, map[journey.ID]bool{}}
	var from map[journey.ID]string
	if f.HandOff {
		from = journey.HandOffs(m)
	}
	for t := range m.Touchpoints.All() {
		if f.matches(m, t) && (!f.HandOff || from[t.ID] != "") {
			found.Touchpoints[t.ID] = true
		}
	}
	loose := f.Empty()                               // what is tied to no touchpoint has nothing that could match but an owner
	own := Filter{Owner: f.Owner} == f && !f.Empty() // only an owner is asked for
	keep := func(id, touchpoint journey.ID, by string) {
		mine := own && owner(by) == owner(f.Owner)
		found.Others[id] = mine || found.Touchpoints[touchpoint] || touchpoint == "" && loose
	}
	for p := range m.PainPoints.All() {
		keep(p.ID, p.Touchpoint, p.Owner)
	}
	for o := range m.Opportunities.All() {
		keep(o.ID, o.Touchpoint, o.Owner)
	}
	for n := range m.Metrics.All() {
		keep(n.ID, n.Touchpoint, "")
	}
	return found
}

// Owners lists who answers for a touchpoint of the map, each once in the
// spelling met first, in the order of the journey.
func Owners(m *journey.Map) []string {
	var out []string
	seen := map[string]bool{}
	for _, t := range m.Journey() {
		if k := owner(t.Owner); k != "" && !seen[k] {
			seen[k] = true
			out = append(out, strings.TrimSpace(t.Owner))
		}
	}
	return out
}
