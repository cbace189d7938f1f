package journey

import (
	"iter"
	"sync/atomic"
)

// Map is one journey of one persona (or several). Make one with New.
// It is not safe for concurrent use; hand a Clone to another goroutine.
type Map struct {
	Head          Head
	Personas      Table[Persona]
	Stages        Table[Stage]
	Lanes         Table[Lane]
	Channels      Table[Channel]
	Touchpoints   Table[Touchpoint]
	Notes         Table[Note]
	PainPoints    Table[PainPoint]
	Opportunities Table[Opportunity]
	Metrics       Table[Metric]
	Readings      Table[Reading]
	Promises      Table[Promise]
	Waivers       Table[Waiver]

	order atomic.Pointer[[]int32] // see Travel; nil: not asked for since it changed
}

// New returns an empty map with the given id and title.
func New(id ID, title string) *Map {
	return &Map{Head: Head{ID: id, Title: title, State: CurrentState}}
}

// Clone returns a copy that shares nothing that can change.
func (m *Map) Clone() *Map {
	out := &Map{
		Head: m.Head, Personas: m.Personas.clone(), Stages: m.Stages.clone(), Lanes: m.Lanes.clone(),
		Channels: m.Channels.clone(), Touchpoints: m.Touchpoints.clone(), Notes: m.Notes.clone(),
		PainPoints: m.PainPoints.clone(), Opportunities: m.Opportunities.clone(), Metrics: m.Metrics.clone(),
		Readings: m.Readings.clone(), Promises: m.Promises.clone(), Waivers: m.Waivers.clone(),
	}
	out.order.Store(m.order.Load())
	return out
}

// Put adds the row, or replaces the one with the same id.
func (m *Map) Put(r Row) {
	switch r := r.(type) {
	case Head:
		m.Head = r
	case Persona:
		m.Personas.put(r)
	case Stage:
		m.Stages.put(r)
		m.order.Store(nil)
	case Lane:
		m.Lanes.put(r)
		m.order.Store(nil)
	case Channel:
		m.Channels.put(r)
	case Touchpoint:
		m.putTouchpoint(r)
	case Note:
		m.Notes.put(r)
	case PainPoint:
		m.PainPoints.put(r)
	case Opportunity:
		m.Opportunities.put(r)
	case Metric:
		m.Metrics.put(r)
	case Reading:
		m.Readings.put(r)
	case Promise:
		m.Promises.put(r)
	case Waiver:
		m.Waivers.put(r)
	default:
		panic("journey: a row of no table of the map")
	}
}

// putTouchpoint forgets the order of the journey where the row stands elsewhere now.
func (m *Map) putTouchpoint(r Touchpoint) {
	old, ok := m.Touchpoints.Get(r.ID)
	if !ok || old.Stage != r.Stage || old.Lane != r.Lane || old.Order != r.Order {
		m.order.Store(nil)
	}
	m.Touchpoints.put(r)
}

// Grow makes room for n more touchpoints, the rows of which a large map has most;
// it changes nothing else.
func (m *Map) Grow(n int) { m.Touchpoints.grow(n) }

// Delete removes the row, if it is there. The head stays.
func (m *Map) Delete(k Kind, id ID) {
	switch k {
	case KindHead:
	case KindPersona:
		m.Personas.remove(id)
	case KindStage:
		m.Stages.remove(id)
		m.order.Store(nil)
	case KindLane:
		m.Lanes.remove(id)
		m.order.Store(nil)
	case KindChannel:
		m.Channels.remove(id)
	case KindTouchpoint:
		m.Touchpoints.remove(id)
		m.order.Store(nil)
	case KindNote:
		m.Notes.remove(id)
	case KindPainPoint:
		m.PainPoints.remove(id)
	case KindOpportunity:
		m.Opportunities.remove(id)
	case KindMetric:
		m.Metrics.remove(id)
	case KindReading:
		m.Readings.remove(id)
	case KindPromise:
		m.Promises.remove(id)
	case KindWaiver:
		m.Waivers.remove(id)
	}
}

// Row returns the row of a kind with the given id, and whether there is one.
func (m *Map) Row(k Kind, id ID) (Row, bool) {
	switch k {
	case KindHead:
		return m.Head, m.Head.ID == id
	case KindPersona:
		return row(&m.Personas, id)
	case KindStage:
		return row(&m.Stages, id)
	case KindLane:
		return row(&m.Lanes, id)
	case KindChannel:
		return row(&m.Channels, id)
	case KindTouchpoint:
		return row(&m.Touchpoints, id)
	case KindNote:
		return row(&m.Notes, id)
	case KindPainPoint:
		return row(&m.PainPoints, id)
	case KindOpportunity:
		return row(&m.Opportunities, id)
	case KindMetric:
		return row(&m.Metrics, id)
	case KindReading:
		return row(&m.Readings, id)
	case KindPromise:
		return row(&m.Promises, id)
	case KindWaiver:
		return row(&m.Waivers, id)
	}
	return nil, false
}

func row[T Row](t *Table[T], id ID) (Row, bool) {
	r, ok := t.Get(id)
	if !ok {
		return nil, false
	}
	return r, true
}

// Find returns the row with the given id, whatever its kind.
func (m *Map) Find(id ID) (Row, bool) {
	for _, k := range Kinds {
		if r, ok := m.Row(k, id); ok {
			return r, true
		}
	}
	return nil, false
}

// Kinds lists the tables so that a row comes after those it refers to.
var Kinds = []Kind{
	KindHead, KindPersona, KindStage, KindLane, KindChannel, KindTouchpoint,
	KindNote, KindPainPoint, KindOpportunity, KindMetric, KindReading, KindPromise, KindWaiver,
}

// Rows yields every row, table by table in the order of Kinds, each table
// sorted by order key and id: the same for two maps of the same content.
func (m *Map) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		_ = yield(m.Head) &&
			each(m.PersonasInOrder(), yield) && each(m.StagesInOrder(), yield) && each(m.LanesInOrder(), yield) &&
			each(m.ChannelsInOrder(), yield) &&
			each(sorted(&m.Touchpoints, func(r *Touchpoint) string { return r.Order }), yield) &&
			each(m.NotesInOrder(), yield) && each(m.PainPointsInOrder(), yield) &&
			each(m.OpportunitiesInOrder(), yield) && each(m.MetricsInOrder(), yield) &&
			each(m.ReadingsInOrder(), yield) && each(m.PromisesInOrder(), yield) && each(m.WaiversInOrder(), yield)
	}
}

func each[T Row](rows []T, yield func(Row) bool) bool {
	for _, r := range rows {
		if !yield(r) {
			return false
		}
	}
	return true
}

// FirstLane returns the topmost lane of a type, and whether there is one.
func (m *Map) FirstLane(t LaneType) (Lane, bool) {
	for _, l := range m.LanesInOrder() {
		if l.Type == t {
			return l, true
		}
	}
	return Lane{}, false
}

// OwnershipOf returns the touchpoint's ownership: its own, or its channel's.
func (m *Map) OwnershipOf(t Touchpoint) Ownership {
	if t.Ownership != "" {
		return t.Ownership
	}
	c, _ := m.Channels.Get(t.Channel)
	return c.Ownership
}
