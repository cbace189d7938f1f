package journey

import (
	"cmp"
	"iter"
	"slices"
)

// Rows in the order a person knows.

func sorted[T Row](t *Table[T], key func(*T) string) []T {
	return byPlace(t.rows, func(r *T) place { return place{order: key(r), id: (*r).RowID()} })
}

// place is where a row stands among others.
type place struct {
	stage int
	order string
	lane  int
	id    ID
}

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.stage, q.stage), cmp.Compare(p.order, q.order), cmp.Compare(p.lane, q.lane), cmp.Compare(p.id, q.id))
}

// byPlace returns the rows sorted by where they stand.
func byPlace[T any](rows []T, at func(*T) place) []T {
	out := make([]T, len(rows))
	for i, row := range ranked(rows, at) {
		out[i] = rows[row]
	}
	return out
}

// ranked returns which rows come first by where they stand. Places are asked for
// once and sorted in place of the rows, which are large.
func ranked[T any](rows []T, at func(*T) place) []int32 {
	out := make([]int32, len(rows))
	sorted := true // as most files give them
	var before place
	for i := range rows {
		out[i] = int32(i)
		now := at(&rows[i])
		sorted = sorted && (i == 0 || before.compare(now) <= 0)
		before = now
	}
	if sorted {
		return out
	}
	type entry struct {
		place
		row int32
	}
	entries := make([]entry, len(rows))
	for i := range rows {
		entries[i] = entry{at(&rows[i]), int32(i)}
	}
	slices.SortFunc(entries, func(a, b entry) int { return a.compare(b.place) })
	for i, e := range entries {
		out[i] = e.row
	}
	return out
}

// PersonasInOrder returns the personas sorted by order key.
func (m *Map) PersonasInOrder() []Persona {
	return sorted(&m.Personas, func(r *Persona) string { return r.Order })
}

// StagesInOrder returns the stages in time order.
func (m *Map) StagesInOrder() []Stage {
	return sorted(&m.Stages, func(r *Stage) string { return r.Order })
}

// LanesInOrder returns all lanes from the top down, hidden ones too.
func (m *Map) LanesInOrder() []Lane { return sorted(&m.Lanes, func(r *Lane) string { return r.Order }) }

// ChannelsInOrder returns the channels sorted by order key.
func (m *Map) ChannelsInOrder() []Channel {
	return sorted(&m.Channels, func(r *Channel) string { return r.Order })
}

// NotesInOrder returns the notes sorted by order key.
func (m *Map) NotesInOrder() []Note { return sorted(&m.Notes, func(r *Note) string { return r.Order }) }

// PainPointsInOrder returns the pain points sorted by order key.
func (m *Map) PainPointsInOrder() []PainPoint {
	return sorted(&m.PainPoints, func(r *PainPoint) string { return r.Order })
}

// OpportunitiesInOrder returns the opportunities sorted by order key.
func (m *Map) OpportunitiesInOrder() []Opportunity {
	return sorted(&m.Opportunities, func(r *Opportunity) string { return r.Order })
}

// MetricsInOrder returns the metrics sorted by order key.
func (m *Map) MetricsInOrder() []Metric {
	return sorted(&m.Metrics, func(r *Metric) string { return r.Order })
}

// ReadingsInOrder returns the readings sorted by order key.
func (m *Map) ReadingsInOrder() []Reading {
	return sorted(&m.Readings, func(r *Reading) string { return r.Order })
}

// PromisesInOrder returns the promises sorted by order key.
func (m *Map) PromisesInOrder() []Promise {
	return sorted(&m.Promises, func(r *Promise) string { return r.Order })
}

// WaiversInOrder returns the waivers sorted by order key.
func (m *Map) WaiversInOrder() []Waiver {
	return sorted(&m.Waivers, func(r *Waiver) string { return r.Order })
}

// Journey returns the touchpoints in the order the customer meets them: by
// stage, then by order key across the stage's lanes, then by lane and id.
func (m *Map) Journey() []Touchpoint {
	out := make([]Touchpoint, 0, m.Touchpoints.Len())
	for t := range m.Travel() {
		out = append(out, *t)
	}
	return out
}

// Travel yields the touchpoints of Journey where they are, for they are large: they
// are not to be changed, and stand there until the map is. The order is asked for
// many times between two changes of it.
func (m *Map) Travel() iter.Seq[*Touchpoint] {
	rows, order := m.Touchpoints.rows, m.order.Load()
	if order == nil {
		now := ranked(rows, m.met())
		order = &now
		m.order.Store(order)
	}
	return func(yield func(*Touchpoint) bool) {
		for _, i := range *order {
			if !yield(&rows[i]) {
				return
			}
		}
	}
}

// met returns where the customer meets a touchpoint.
func (m *Map) met() func(*Touchpoint) place {
	stage, lane := map[ID]int{}, map[ID]int{}
	for i, s := range m.StagesInOrder() {
		stage[s.ID] = i
	}
	for i, l := range m.LanesInOrder() {
		lane[l.ID] = i
	}
	return func(t *Touchpoint) place { return place{stage[t.Stage], t.Order, lane[t.Lane], t.ID} }
}

// InStage returns the touchpoints of one stage in the order of Journey.
func (m *Map) InStage(stage ID) []Touchpoint {
	var out []Touchpoint
	for _, t := range m.Touchpoints.rows {
		if t.Stage == stage {
			out = append(out, t)
		}
	}
	lane := map[ID]int{}
	for i, l := range m.LanesInOrder() {
		lane[l.ID] = i
	}
	return byPlace(out, func(t *Touchpoint) place { return place{order: t.Order, lane: lane[t.Lane], id: t.ID} })
}
