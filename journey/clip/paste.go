package clip

import (
	"cmp"
	"fmt"
	"slices"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Target is where rows are pasted. The zero value leaves the choice to what was
// copied: a row goes into the stage and lane it came from, or into those of the
// same name.
type Target struct {
	Stage      journey.ID
	Lane       journey.ID
	Touchpoint journey.ID // touchpoints go behind it, pain points onto it

	Kind  journey.Kind // what lines of a text become; empty: touchpoints
	Place int          // of the first touchpoint in the stage, counted from 1; 0: behind the rest
}

// last is an index beyond the end of every sequence.
const last = 1 << 30

// Paste returns the command that adds the rows under new ids, and the rows it
// adds. Channels, personas and lanes that the map lacks are added too. The error
// says why the rows do not fit the map.
func (c Clip) Paste(m *journey.Map, at Target, newID func() journey.ID) (edit.Command, []edit.Ref, error) {
	return c.build(m, &paster{m: m, clip: c, at: at, newID: newID, verb: "add"})
}

// Duplicate returns the command that adds a copy of each row beside it, and the
// rows it adds.
func Duplicate(m *journey.Map, refs []edit.Ref, newID func() journey.ID) (edit.Command, []edit.Ref, error) {
	c := Of(m, refs)
	return c.build(m, &paster{m: m, clip: c, beside: true, newID: newID, verb: "duplicate"})
}

func (c Clip) build(m *journey.Map, p *paster) (edit.Command, []edit.Ref, error) {
	p.ids, p.made, p.spots = map[journey.ID]journey.ID{}, map[journey.Kind]journey.ID{}, map[journey.ID]map[journey.ID]int{}
	p.all.Verb = p.verb
	for _, r := range c.rows {
		p.ids[r.RowID()] = p.newID()
	}
	for _, r := range c.rows {
		p.add(r)
		if p.all.Subject == "" {
			p.all.Subject = r.Label()
		}
	}
	p.flush()
	patch, err := p.all.Plan(m)
	if err != nil {
		return nil, nil, fmt.Errorf("paste %d rows: %w", len(c.rows), err)
	}
	if err := sound(m, patch); err != nil {
		return nil, nil, fmt.Errorf("paste %d rows: %w", len(c.rows), err)
	}
	return p.all, p.added, nil
}

// sound looks whether the map stays valid: what is pasted may come from anywhere.
func sound(m *journey.Map, p edit.Patch) error {
	work := m.Clone()
	p.Apply(work)
	fresh := map[journey.ID]bool{}
	for _, c := range p.Changes {
		fresh[c.Row().RowID()] = c.Before == nil
	}
	for _, e := range work.Validate() {
		if fresh[e.ID] {
			return e
		}
	}
	return nil
}

// paster turns copied rows into commands.
type paster struct {
	m      *journey.Map
	clip   Clip
	at     Target
	beside bool // each copy goes beside its original
	byName bool // a stage that is named counts more than the target
	verb   string
	newID  func() journey.ID
	ids    map[journey.ID]journey.ID // of a copied row, or one referred to -> of the row on the map
	all    edit.All
	added  []edit.Ref
	batch  []edit.Insertion                  // touchpoints that wait to be added together
	spots  map[journey.ID]map[journey.ID]int // stage -> touchpoint -> its place there

	made map[journey.Kind]journey.ID // stage or lane that was added for rows of the kind that name none
}

func (p *paster) do(c edit.Command) { p.all.Commands = append(p.all.Commands, c) }

func (p *paster) add(r journey.Row) {
	id := p.ids[r.RowID()]
	p.added = append(p.added, edit.Ref{Kind: r.Kind(), ID: id})
	if r.Kind() != journey.KindTouchpoint {
		p.flush()
	}
	switch r := r.(type) {
	case journey.Persona, journey.Channel:
		p.do(edit.Put{Verb: "add", Rows: []journey.Row{p.renamed(r, id)}})
	case journey.Stage:
		after := cmp.Or(p.original(r.ID), p.at.Stage)
		r.ID = id
		p.do(edit.AddStage{Stage: r, Index: p.after(stageIDs(p.m), after)})
	case journey.Lane:
		after := cmp.Or(p.original(r.ID), p.at.Lane)
		r.ID = id
		p.do(edit.AddLane{Lane: r, Index: p.after(laneIDs(p.m), after)})
	case journey.Touchpoint:
		p.touchpoint(r, id)
	case journey.Reading: // its touchpoint was copied too, or is still there
		if on := cmp.Or(p.ids[r.Touchpoint], r.Touchpoint); p.m.Touchpoints.Has(r.Touchpoint) || on != r.Touchpoint {
			r.ID, r.Touchpoint = id, on
			p.do(edit.Put{Verb: "add", Rows: []journey.Row{r}})
		}
	default:
		p.inCell(r, id)
	}
}

// original is the id of the row where its copy goes beside it.
func (p *paster) original(id journey.ID) journey.ID {
	if p.beside {
		return id
	}
	return ""
}

// after returns the index behind a row of a sequence, counting those that were
// added there before.
func (p *paster) after(ids []journey.ID, id journey.ID) int {
	i := slices.Index(ids, id)
	if i < 0 {
		return last
	}
	for _, a := range p.added[:len(p.added)-1] {
		if a.Kind == p.added[len(p.added)-1].Kind {
			i++ // each one before moved the rest on by one
		}
	}
	return i + 1
}

func stageIDs(m *journey.Map) (ids []journey.ID) {
	for _, s := range m.StagesInOrder() {
		ids = append(ids, s.ID)
	}
	return ids
}

func laneIDs(m *journey.Map) (ids []journey.ID) {
	for _, l := range m.LanesInOrder() {
		ids = append(ids, l.ID)
	}
	return ids
}

func (p *paster) touchpoint(t journey.Touchpoint, id journey.ID) {
	from := t
	t.ID, t.Stage, t.Lane = id, p.stage(t.Stage), p.lane(t.Lane, journey.KindTouchpoint)
	t.Channel = p.reference(t.Channel)
	t.Actors = nil
	for _, a := range from.Actors {
		if a = p.reference(a); a != "" && !slices.Contains(t.Actors, a) {
			t.Actors = append(t.Actors, a)
		}
	}
	p.batch = append(p.batch, edit.Insertion{Touchpoint: t, Index: p.place(t.Stage, from)})
}

// place returns where a copied touchpoint goes in its stage.
func (p *paster) place(stage journey.ID, from journey.Touchpoint) int {
	if p.at.Place > 0 && stage == p.at.Stage {
		return p.at.Place - 1
	}
	behind := p.at.Touchpoint
	if p.beside && stage == from.Stage {
		behind = from.ID
	}
	if p.spots[stage] == nil {
		p.spots[stage] = map[journey.ID]int{}
		for i, o := range p.m.InStage(stage) {
			p.spots[stage][o.ID] = i
		}
	}
	if i, ok := p.spots[stage][behind]; ok {
		return i + 1
	}
	return last
}

// flush adds the touchpoints that were gathered, once their stages, lanes and channels
// are there.
func (p *paster) flush() {
	if len(p.batch) > 0 {
		p.do(edit.InsertTouchpoints{Rows: p.batch})
		p.batch = nil
	}
}

func (p *paster) inCell(r journey.Row, id journey.ID) {
	h := homesOf(r)
	stage, lane := p.stage(h.stage), p.lane(h.lane, r.Kind())
	on := p.ids[h.touchpoint] // it was copied too
	switch {
	case on != "":
	case p.beside:
		on = h.touchpoint
	case p.byName && h.stage != "":
	case p.at.Touchpoint != "":
		on = p.at.Touchpoint
	case p.at.Stage == "" && p.m.Touchpoints.Has(h.touchpoint):
		on = h.touchpoint
	}
	if t, ok := p.m.Touchpoints.Get(on); ok {
		stage = t.Stage
	}
	row, _ := journey.Reaching(journey.Placed(journey.CellRow(r, id), stage, lane, on), journey.Reach{})
	p.do(edit.AddToCell{Row: row})
}
