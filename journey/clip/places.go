package clip

import (
	"strings"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// stage returns where a row of a copied stage goes; one is added where the map
// has none.
func (p *paster) stage(from journey.ID) journey.ID {
	if id := p.known(from, journey.KindStage); id != "" {
		return id
	}
	all := p.m.StagesInOrder()
	id := p.at.Stage
	if !p.m.Stages.Has(id) || p.beside || p.byName && from != "" {
		id = from
	}
	if !p.m.Stages.Has(id) {
		id = named(all, p.clip.find(from))
	}
	if id == "" && len(all) > 0 && (!p.byName || from == "") {
		id = all[0].ID
	}
	if id == "" {
		s, _ := p.clip.find(from).(journey.Stage)
		s.ID = p.newID()
		id = s.ID
		p.do(edit.AddStage{Stage: s, Index: last})
	}
	p.know(from, journey.KindStage, id)
	return id
}

// know remembers the stage, or the lane for rows of a kind, that stands for one
// that was copied or referred to.
func (p *paster) know(from journey.ID, k journey.Kind, id journey.ID) {
	if from == "" {
		p.made[k] = id
		return
	}
	p.ids[from] = id
}

func (p *paster) known(from journey.ID, k journey.Kind) journey.ID {
	if from == "" {
		return p.made[k]
	}
	return p.ids[from]
}

// lane returns where a row of a copied lane goes; one is added where the map has
// none for it.
func (p *paster) lane(from journey.ID, k journey.Kind) journey.ID {
	if id := p.known(from, k); id != "" {
		return id
	}
	fits := func(id journey.ID) bool {
		l, ok := p.m.Lanes.Get(id)
		return ok && edit.Holds(l.Type, k)
	}
	id := p.at.Lane
	if !fits(id) || p.beside {
		id = from
	}
	if !fits(id) {
		id = p.likeliest(from, k, fits)
	}
	if id == "" {
		l, ok := p.clip.find(from).(journey.Lane)
		if !ok || !edit.Holds(l.Type, k) {
			l = journey.Lane{Type: edit.LanesFor(k)[0]}
		}
		l.ID = p.newID()
		id = l.ID
		p.do(edit.AddLane{Lane: l, Index: last})
	}
	p.know(from, k, id)
	return id
}

// likeliest returns the lane of the same name, or else of the same type, or else
// the first that holds such rows.
func (p *paster) likeliest(from journey.ID, k journey.Kind, fits func(journey.ID) bool) journey.ID {
	if id := named(p.m.LanesInOrder(), p.clip.find(from)); fits(id) {
		return id
	}
	types := edit.LanesFor(k)
	if l, ok := p.clip.find(from).(journey.Lane); ok {
		types = append([]journey.LaneType{l.Type}, types...)
	}
	for _, t := range types {
		if l, ok := p.m.FirstLane(t); ok && fits(l.ID) {
			return l.ID
		}
	}
	return ""
}

// reference returns the channel or persona on the map that stands for a copied
// one: itself, one of the same name, or a new one.
func (p *paster) reference(from journey.ID) journey.ID {
	if id, ok := p.ids[from]; ok || from == "" {
		return id
	}
	id := journey.ID("")
	switch r := p.clip.find(from).(type) {
	case journey.Channel:
		id = standIn(p, p.m.ChannelsInOrder(), r)
	case journey.Persona:
		id = standIn(p, p.m.PersonasInOrder(), r)
	}
	p.ids[from] = id
	return id
}

func standIn[T journey.Row](p *paster, rows []T, r T) journey.ID {
	for _, o := range rows {
		if o.RowID() == r.RowID() && sameName(o.Label(), r.Label()) {
			return o.RowID()
		}
	}
	if id := named(rows, r); id != "" {
		return id
	}
	id := p.newID()
	p.do(edit.Put{Verb: "add", Rows: []journey.Row{p.renamed(r, id)}})
	return id
}

// renamed returns a channel or persona under a new id, behind all others.
func (p *paster) renamed(r journey.Row, id journey.ID) journey.Row {
	switch r := r.(type) {
	case journey.Channel:
		r.ID, r.Order = id, behind(p.m.ChannelsInOrder(), func(c journey.Channel) string { return c.Order })
		return r
	case journey.Persona:
		r.ID, r.Order = id, behind(p.m.PersonasInOrder(), func(c journey.Persona) string { return c.Order })
		return r
	}
	return r
}

func behind[T any](rows []T, order func(T) string) string {
	end := ""
	if n := len(rows); n > 0 {
		end = order(rows[n-1])
	}
	key, err := journey.Between(end, "")
	if err != nil { // a key from elsewhere that is none: it sorts by id beside it
		return end
	}
	return key
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// named returns the first row with the label of r, if that is not empty.
func named[T journey.Row](rows []T, r journey.Row) journey.ID {
	if r == nil || strings.TrimSpace(r.Label()) == "" {
		return ""
	}
	for _, o := range rows {
		if sameName(o.Label(), r.Label()) {
			return o.RowID()
		}
	}
	return ""
}
