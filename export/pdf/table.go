package pdf

import (
	"cmp"
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/export/page"
	"touchline.app/journey"
)

// cell is where a lane crosses a stage.
type cell struct{ lane, stage journey.ID }

// grid is the map as a table.
type grid struct {
	stages, lanes []journey.ID // that are shown, in time order and from the top
	cells         map[cell][]ref
	stage, lane   map[journey.ID]ref // the nodes that name them
}

// table adds the map as a table: a row for each lane, a column for each stage.
func (x *writing) table(doc *element) {
	g := x.grid()
	if len(g.stages) == 0 || len(g.lanes) == 0 {
		x.list(doc, g)
		return
	}
	t := doc.under("Table")
	heads := t.under("TR")
	heads.under("TH").head("Column") // above the names of the lanes
	for _, s := range g.stages {
		th := heads.under("TH").head("Column")
		if r, ok := g.stage[s]; ok {
			th.whole(r)
			x.addLinks(th, r)
		}
	}
	for _, l := range g.lanes {
		row := t.under("TR")
		th := row.under("TH").head("Row")
		if r, ok := g.lane[l]; ok {
			th.whole(r)
			x.addLinks(th, r)
		}
		x.entries(th, g.cells[cell{l, ""}])
		for _, s := range g.stages {
			x.entries(row.under("TD"), g.cells[cell{l, s}])
		}
	}
}

// list adds what there is of a table without stages or lanes.
func (x *writing) list(doc *element, g *grid) {
	for _, s := range g.stages {
		if r, ok := g.stage[s]; ok {
			x.paragraphs(doc, r, 0)
		}
	}
	for _, l := range g.lanes {
		if r, ok := g.lane[l]; ok {
			x.paragraphs(doc, r, 0)
		}
		x.entries(doc, g.cells[cell{l, ""}])
	}
}

// grid sorts the nodes of lanes and stages into cells.
func (x *writing) grid() *grid {
	g := &grid{cells: map[cell][]ref{}, stage: map[journey.ID]ref{}, lane: map[journey.ID]ref{}}
	stages, lanes := map[journey.ID]bool{}, map[journey.ID]bool{}
	x.each(func(r ref) bool { return r.scene.kind != page.Report && !isHead(r.node()) && !isFoot(r.node()) }, func(r ref) {
		n := r.node()
		stages[n.Stage] = true
		lanes[n.Lane] = true
		switch n.Role {
		case scene.RoleStage:
			g.stage[n.Ref.ID] = r
			stages[n.Ref.ID] = true
		case scene.RoleLane:
			g.lane[n.Ref.ID] = r
		default:
			c := cell{n.Lane, n.Stage}
			g.cells[c] = append(g.cells[c], r)
		}
	})
	for _, s := range x.scenes {
		for _, st := range s.Stages {
			g.stages = appendNew(g.stages, st.Stage, stages)
		}
		for _, b := range s.Bands {
			g.lanes = appendNew(g.lanes, b.Lane, lanes)
		}
	}
	for _, st := range x.doc.Map.StagesInOrder() { // of scenes that were laid out elsewhere
		g.stages = appendNew(g.stages, st.ID, stages)
	}
	for _, l := range x.doc.Map.LanesInOrder() {
		g.lanes = appendNew(g.lanes, l.ID, lanes)
	}
	for _, refs := range g.cells {
		x.inTime(refs)
	}
	return g
}

// appendNew appends what is wanted and not there yet.
func appendNew(list []journey.ID, id journey.ID, wanted map[journey.ID]bool) []journey.ID {
	if id == "" || !wanted[id] {
		return list
	}
	delete(wanted, id)
	return append(list, id)
}

// inTime sorts the nodes of a cell by their touchpoints; what belongs to none
// stands first.
func (x *writing) inTime(refs []ref) {
	slices.SortStableFunc(refs, func(a, b ref) int { return cmp.Compare(x.time(a), x.time(b)) })
}

// time returns the place in the journey of the touchpoint a node belongs to,
// from 1; 0 where it belongs to none.
func (x *writing) time(r ref) int {
	id := r.node().Ref.ID
	if r.node().Ref.Kind != journey.KindTouchpoint {
		id = x.touchpointOf(r.node().Ref)
	}
	return x.times[id]
}

// entries adds the nodes of a cell: a figure for each touchpoint on the plot,
// a paragraph for anything else.
func (x *writing) entries(in *element, refs []ref) {
	figures := map[journey.ID]*element{}
	for _, r := range refs {
		n := r.node()
		switch {
		case isFeeling(n):
			f, ok := figures[n.Ref.ID]
			if !ok {
				f = in.under("Figure")
				figures[n.Ref.ID] = f
			}
			f.whole(r)
			if n.Alt != "" {
				x.figure(f, r, 0, n.Bounds)
			}
		case n.Role == scene.RoleEvidence && n.Alt != "":
			x.figure(in.under("Figure").whole(r), r, 0, n.Bounds)
		default:
			x.entry(in, r)
		}
	}
	for _, f := range figures {
		if f.extra == "" {
			f.tag = "P" // without words for it, a number is still a text
		}
	}
}

// entry adds a card, a box or a text.
func (x *writing) entry(in *element, r ref) {
	p := in.under("P")
	n, last := r.node(), r.pieces()-1
	if n.Role == scene.RoleTouchpoint && last > 0 {
		p.holding(r, 0, last)
		x.figure(p.under("Figure").holding(r, last, last+1), r, last, n.Ops()[len(n.Ops())-1].Path.Bounds())
	} else {
		p.whole(r)
	}
	x.addLinks(p, r)
}
