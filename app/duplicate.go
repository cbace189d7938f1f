package app

import (
	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// copyOf returns the commands that add a copy of a row under a new id, or nil
// for a row that is not copied. A stage is copied with the touchpoints in it.
func copyOf(d *Document, r scene.Ref, id journey.ID) []edit.Command {
	m := d.Map()
	row, _ := m.Row(r.Kind, r.ID)
	switch row := row.(type) {
	case journey.Touchpoint:
		return copyTouchpoint(row, id, row.Stage, placeOf(m, row)+1)
	case journey.Stage:
		return copyStage(d, row, id)
	case journey.Lane:
		row.ID = id
		return []edit.Command{edit.AddLane{Lane: row, Index: lastPlace}}
	case journey.Note:
		row.ID = id
		row.Order = lastOrder(m.NotesInOrder(), func(n journey.Note) string { return n.Order })
		return []edit.Command{adding(row)}
	case journey.PainPoint:
		row.ID = id
		row.Order = lastOrder(m.PainPointsInOrder(), func(p journey.PainPoint) string { return p.Order })
		return []edit.Command{adding(row)}
	case journey.Opportunity:
		row.ID = id
		row.Order = lastOrder(m.OpportunitiesInOrder(), func(o journey.Opportunity) string { return o.Order })
		return []edit.Command{adding(row)}
	case journey.Metric:
		row.ID = id
		row.Order = lastOrder(m.MetricsInOrder(), func(k journey.Metric) string { return k.Order })
		return []edit.Command{adding(row)}
	}
	return nil
}

// copyTouchpoint places a new touchpoint and then gives it the fields of t.
func copyTouchpoint(t journey.Touchpoint, id, stage journey.ID, index int) []edit.Command {
	return []edit.Command{
		edit.AddTouchpoint{ID: id, Stage: stage, Lane: t.Lane, Index: index, Title: t.Title, Channel: t.Channel},
		filling{t, id},
	}
}

// filling gives the touchpoint id the fields of another, but for its place.
type filling struct {
	from journey.Touchpoint
	id   journey.ID
}

// Plan implements edit.Command.
func (c filling) Plan(m *journey.Map) (edit.Patch, error) {
	t, ok := m.Touchpoints.Get(c.id)
	if !ok {
		return edit.Patch{}, nil
	}
	row := c.from
	row.ID, row.Stage, row.Lane, row.Order = t.ID, t.Stage, t.Lane, t.Order
	return edit.Put{Rows: []journey.Row{row}}.Plan(m)
}

func copyStage(d *Document, s journey.Stage, id journey.ID) []edit.Command {
	m := d.Map()
	index := lastPlace
	for i, o := range m.StagesInOrder() {
		if o.ID == s.ID {
			index = i + 1
		}
	}
	from := s.ID
	s.ID = id
	cmds := []edit.Command{edit.AddStage{Stage: s, Index: index}}
	for _, t := range m.InStage(from) {
		cmds = append(cmds, copyTouchpoint(t, d.NewID(), id, lastPlace)...)
	}
	return cmds
}
