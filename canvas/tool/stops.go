package tool

import (
	"cmp"
	"iter"
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Stop is a place of the map that arrows walk to: a row that is shown there, or
// an empty cell.
type Stop struct {
	Ref        scene.Ref // zero in an empty cell
	Lane       journey.ID
	Stage      journey.ID
	Touchpoint journey.ID // of the column
	Index      int        // in a lane of touchpoints: place among those of the stage
	Rect       scene.Rect
	label      bool // of a lane
}

// Empty reports whether nothing is there yet.
func (s Stop) Empty() bool { return s.Ref == scene.Ref{} }

// same reports whether both are the same place, also on another scene.
func (s Stop) same(o Stop) bool {
	if !s.Empty() || !o.Empty() {
		return s.Ref == o.Ref && s.Lane == o.Lane
	}
	return s.Lane == o.Lane && s.Stage == o.Stage && s.Touchpoint == o.Touchpoint && s.Index == o.Index
}

// Stops are the places of a scene in rows: title and personas, stages, then one
// row for each lane, its label first. A row is listed when it is first asked for.
type Stops struct {
	rows []row
	rtl  bool
}

// row is a row of places.
type row struct {
	lane  journey.ID    // none for title and stages
	band  scene.Rect    // of the lane
	list  func() []Stop // not sorted
	stops []Stop        // nil before it is asked for; never empty then
}

// NewStops lists the places of a scene.
func NewStops(s *scene.Scene) *Stops {
	g := &Stops{rtl: s.RTL}
	var head, stages []Stop
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch n.Role {
		case scene.RoleHeader, scene.RolePersona:
			head = append(head, Stop{Ref: n.Ref, Rect: n.Bounds})
		case scene.RoleStage:
			stages = append(stages, Stop{Ref: n.Ref, Stage: n.Stage, Rect: n.Bounds})
		default:
		}
	}
	if head = dedupe(head); len(head) > 0 {
		g.rows = append(g.rows, row{list: func() []Stop { return head }})
	}
	g.rows = append(g.rows, row{list: func() []Stop { return append(stages, behindStages(s)) }})
	for _, b := range s.Bands {
		g.rows = append(g.rows, row{lane: b.Lane, band: b.Rect, list: func() []Stop {
			label := Stop{Ref: scene.Ref{Kind: journey.KindLane, ID: b.Lane}, Lane: b.Lane, Rect: labelOf(s, b), label: true}
			return append([]Stop{label}, laneStops(s, b, inLane(s, b.Lane))...)
		}})
	}
	return g
}

// inLane returns the nodes of a lane.
func inLane(s *scene.Scene, lane journey.ID) []*scene.Node {
	var out []*scene.Node
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Lane == lane && n.Role != scene.RoleHeader && n.Role != scene.RolePersona && n.Role != scene.RoleStage {
			out = append(out, n)
		}
	}
	return out
}

// all yields the rows from the top down.
func (g *Stops) all() iter.Seq2[int, []Stop] {
	return func(yield func(int, []Stop) bool) {
		for r := range g.rows {
			if !yield(r, g.row(r)) {
				return
			}
		}
	}
}

// row returns a row, sorted by time and then from the top down.
func (g *Stops) row(r int) []Stop {
	x := &g.rows[r]
	if x.stops != nil {
		return x.stops
	}
	x.stops = x.list()
	slices.SortStableFunc(x.stops, func(a, b Stop) int {
		x, y := a.Rect.X, b.Rect.X
		if g.rtl {
			x, y = -a.Rect.Right(), -b.Rect.Right()
		}
		return cmp.Or(-cmp.Compare(boolInt(a.label), boolInt(b.label)), cmp.Compare(x, y), cmp.Compare(a.Rect.Y, b.Rect.Y))
	})
	return x.stops
}

// behindStages is the place behind the last stage, where another is typed.
func behindStages(s *scene.Scene) Stop {
	r := scene.Rect{X: s.Left, Y: s.Body.Y, W: 140, H: 54}
	if s.RTL {
		r.X = s.Left - r.W
	}
	if n := len(s.Stages); n > 0 {
		last := s.Stages[n-1]
		r.X, r.W = last.X+last.W+5, 30
		if s.RTL {
			r.X = last.X - 5 - r.W
		}
	}
	return Stop{Index: len(s.Stages), Rect: r}
}

// dedupe keeps the first place of each row.
func dedupe(stops []Stop) []Stop {
	var out []Stop
	for _, x := range stops {
		if !slices.ContainsFunc(out, func(o Stop) bool { return o.Ref == x.Ref }) {
			out = append(out, x)
		}
	}
	return out
}

// labelOf is where the name of a lane stands.
func labelOf(s *scene.Scene, b scene.Band) scene.Rect { return LabelOf(s, b.Rect) }

// LabelOf returns the part of a lane's band in which its name stands.
func LabelOf(s *scene.Scene, band scene.Rect) scene.Rect {
	r := band
	if s.RTL {
		r.X = s.Left
		r.W = band.Right() - s.Left
		return r
	}
	r.W = s.Left - r.X
	return r
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func laneStops(s *scene.Scene, b scene.Band, nodes []*scene.Node) []Stop {
	switch b.Type {
	case journey.LaneTouchpoints:
		return cardStops(s, b, nodes)
	case journey.LaneEmotion, journey.LaneGap, journey.LaneEvidence:
		return columnStops(s, b)
	case journey.LanePainPoints, journey.LaneOpportunities, journey.LaneMetrics:
		return boxStops(s, b, nodes)
	default:
		return stageStops(s, b, nodes)
	}
}

// cardStops are the cards of a lane, its empty cells, and a place behind the last
// card of each stage.
func cardStops(s *scene.Scene, b scene.Band, nodes []*scene.Node) []Stop {
	cards := map[journey.ID]*scene.Node{}
	for _, n := range nodes {
		if n.Role == scene.RoleTouchpoint {
			cards[n.Ref.ID] = n
		}
	}
	var out []Stop
	index := map[journey.ID]int{}
	for _, c := range s.Columns {
		x := Stop{Lane: b.Lane, Stage: c.Stage, Index: index[c.Stage], Rect: cell(c.X, c.W, b)}
		if n := cards[c.Touchpoint]; n != nil {
			x.Ref, x.Touchpoint, x.Rect = n.Ref, c.Touchpoint, n.Bounds
		}
		if c.Touchpoint != "" {
			index[c.Stage]++
		}
		out = append(out, x)
	}
	for _, st := range s.Stages {
		if index[st.Stage] == 0 {
			continue
		}
		x := st.X + st.W - behind
		if s.RTL {
			x = st.X
		}
		out = append(out, Stop{Lane: b.Lane, Stage: st.Stage, Index: index[st.Stage], Rect: cell(x, behind, b)})
	}
	return out
}

// behind is the width of the place behind the last card of a stage, points.
const behind = 5.0

func cell(x, w float64, b scene.Band) scene.Rect {
	return scene.Rect{X: x, Y: b.Rect.Y, W: w, H: b.Rect.H}.Inset(2)
}

// columnStops are the touchpoints in a lane that shows one thing of each.
func columnStops(s *scene.Scene, b scene.Band) []Stop {
	var out []Stop
	for _, c := range s.Columns {
		if c.Touchpoint != "" {
			ref := scene.Ref{Kind: journey.KindTouchpoint, ID: c.Touchpoint}
			out = append(out, Stop{Ref: ref, Lane: b.Lane, Stage: c.Stage, Touchpoint: c.Touchpoint, Rect: cell(c.X, c.W, b)})
		}
	}
	return out
}

// boxStops are the boxes of a lane, and the columns that lie under none.
func boxStops(s *scene.Scene, b scene.Band, nodes []*scene.Node) []Stop {
	var out []Stop
	for _, n := range nodes {
		if content(n) {
			out = append(out, Stop{Ref: n.Ref, Lane: b.Lane, Stage: n.Stage, Rect: n.Bounds})
		}
	}
	under := covers(out)
	for _, c := range s.Columns {
		if !under(c.X + c.W/2) {
			out = append(out, Stop{Lane: b.Lane, Stage: c.Stage, Touchpoint: c.Touchpoint, Rect: cell(c.X, c.W, b)})
		}
	}
	return out
}

// covers returns what tells whether a place along the map lies under one of the boxes.
func covers(boxes []Stop) func(x float64) bool {
	type reach struct{ from, to float64 } // to is the farthest of all before
	var all []reach
	for _, b := range boxes {
		all = append(all, reach{b.Rect.X, b.Rect.Right()})
	}
	slices.SortFunc(all, func(a, b reach) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(all); i++ {
		all[i].to = max(all[i].to, all[i-1].to)
	}
	return func(x float64) bool {
		after, _ := slices.BinarySearchFunc(all, x, func(r reach, x float64) int {
			if r.from <= x {
				return -1
			}
			return 1
		})
		return after > 0 && all[after-1].to >= x
	}
}

// stageStops are the texts of a lane, and the stages that have none there.
func stageStops(s *scene.Scene, b scene.Band, nodes []*scene.Node) []Stop {
	var out []Stop
	has := map[journey.ID]bool{}
	for _, n := range nodes {
		if n.Role == scene.RoleCell {
			has[n.Stage] = true
			out = append(out, Stop{Ref: n.Ref, Lane: b.Lane, Stage: n.Stage, Rect: n.Bounds})
		}
	}
	for _, st := range s.Stages {
		if !has[st.Stage] {
			out = append(out, Stop{Lane: b.Lane, Stage: st.Stage, Rect: cell(st.X, st.W, b)})
		}
	}
	return out
}
