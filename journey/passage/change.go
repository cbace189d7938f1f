package passage

import (
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Change returns the command that writes the counts into the map, with the file
// they were counted from. Customers, Finished, AdHoc and Date of the source are
// filled in here.
func (r Result) Change(m *journey.Map, source journey.Events) edit.Command {
	source.Customers, source.Finished, source.AdHoc, source.Date = r.Customers, r.Finished, r.AdHoc, r.Last
	head := m.Head
	head.Events = source
	put := edit.Put{Verb: "import events", Rows: []journey.Row{head}}
	for _, s := range m.StagesInOrder() {
		if n := r.Stages[s.ID]; n != s.Customers {
			s.Customers = n
			put.Rows = append(put.Rows, s)
		}
	}
	for _, t := range m.Journey() {
		if p := r.Passages[t.ID]; p != t.Passage {
			t.Passage = p
			put.Rows = append(put.Rows, t)
		}
	}
	return put
}
