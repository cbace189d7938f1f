package journey

import (
	"cmp"
	"slices"
)

// Rank returns the place of a state in the order of the work, from 0; no state is
// open.
func (s OpportunityState) Rank() int { return max(slices.Index(OpportunityStates, s), 0) }

// Plan lists the opportunities by state, those of the greatest impact for the
// least effort first.
func Plan(m *Map) []Opportunity {
	list := m.OpportunitiesInOrder()
	slices.SortStableFunc(list, func(a, b Opportunity) int {
		return cmp.Or(cmp.Compare(a.State.Rank(), b.State.Rank()), cmp.Compare(b.Impact, a.Impact), cmp.Compare(effort(a), effort(b)))
	})
	return list
}

// effort is that of an opportunity; what is not rated comes after what is.
func effort(o Opportunity) int {
	if o.Effort < 1 {
		return 6
	}
	return o.Effort
}
