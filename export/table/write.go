package table

import "touchline.app/journey"

// Rows returns a row for each touchpoint in the order of the journey, with a
// cell for each column of Header.
func Rows(m *journey.Map) [][]string {
	pains, opportunities, metrics := map[journey.ID][]journey.PainPoint{}, map[journey.ID][]journey.Opportunity{}, map[journey.ID][]journey.Metric{}
	for _, p := range m.PainPointsInOrder() {
		pains[p.Touchpoint] = append(pains[p.Touchpoint], p)
	}
	for _, o := range m.OpportunitiesInOrder() {
		opportunities[o.Touchpoint] = append(opportunities[o.Touchpoint], o)
	}
	for _, k := range m.MetricsInOrder() {
		metrics[k.Touchpoint] = append(metrics[k.Touchpoint], k)
	}
	var out [][]string
	for _, t := range m.Journey() {
		r := record{Touchpoint: t, pains: pains[t.ID], opportunities: opportunities[t.ID], metrics: metrics[t.ID]}
		stage, _ := m.Stages.Get(t.Stage)
		lane, _ := m.Lanes.Get(t.Lane)
		r.stage, r.lane = stage.Name, lane.Name
		r.channel, _ = m.Channels.Get(t.Channel)
		for _, id := range t.Actors {
			p, _ := m.Personas.Get(id)
			r.actors = append(r.actors, p.Name)
		}
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = c.get(&r)
		}
		out = append(out, cells)
	}
	return out
}
