package scene

import (
	"touchline.app/journey"
)

// Role says what a node is on the map.
type Role uint8

// The roles of nodes, in no order.
const (
	RolePage        Role = iota // the white page
	RoleHeader                  // title, scenario
	RolePersona                 // a persona's box
	RoleStage                   // a stage's chevron
	RoleLane                    // a lane's band and label
	RoleCell                    // a text in a cell: goal, note, status
	RoleTouchpoint              // a card
	RoleCurve                   // both curves and the area between, a stretch of them
	RoleExpected                // a point of the expected curve
	RoleActual                  // a point of the actual curve
	RoleGap                     // a box of the gap strip
	RoleEvidence                // evidence of one touchpoint
	RolePainPoint               // a pain point
	RoleOpportunity             // an opportunity
	RoleMetric                  // a metric
	RoleLegend                  // legend and key figures
	RoleFooter                  // version, date
	RoleHeading                 // a heading of a report
	RoleTableHead               // a head cell of a report's table
	RoleTableCell               // a cell of a report's table
	RoleParagraph               // a paragraph of a report
	RolePromise                 // the thread of a promise
	RoleDropOff                 // how many customers are left, and the path they took
	RoleMark                    // how a row differs from another state of the map
)

// Ref names the row a node shows. Goals, gaps and emotions refer to their stage
// or touchpoint.
type Ref struct {
	Kind journey.Kind
	ID   journey.ID
}

// Column is the place of one touchpoint across all lanes, or an empty column of
// a stage without touchpoints.
type Column struct {
	Stage      journey.ID
	Touchpoint journey.ID // empty in an empty column
	X, W       float64
	card       float64 // width its card asks for
}

// Band is where a lane lies.
type Band struct {
	Lane journey.ID
	Name string // as shown
	Type journey.LaneType
	Rect Rect // over the full width, label included
}

// StageSpan is where a stage lies.
type StageSpan struct {
	Stage journey.ID
	X, W  float64
}

// Scene is a map laid out. It does not change once built and may be read by
// many goroutines at once.
type Scene struct {
	Size    Point // width and height in points
	Page    Color // background
	Theme   Theme
	Nodes   []Node   // in drawing order
	Columns []Column // in time order
	Stages  []StageSpan
	Bands   []Band  // from the top down, hidden lanes left out
	Left    float64 // x of the first column; of the right end of the columns on a map that runs from the right
	RTL     bool    // stages run from the right
	Body    Rect    // from the stages to the last lane, labels of the lanes included
	Emotion Rect    // the plot of the emotion lane: +2 at its top, -2 at its bottom; empty without such a lane
	grid    grid
}

// Paint draws the nodes that touch clip, in drawing order. The zero clip means all.
func (s *Scene) Paint(p Painter, clip Rect) {
	if clip == (Rect{}) {
		clip = Rect{0, 0, s.Size.X, s.Size.Y}
	}
	for _, i := range s.Visible(clip) {
		n := &s.Nodes[i]
		to := p
		if n.faint {
			to = fading{p}
		}
		ops := n.Ops()
		for k := range ops {
			ops[k].Paint(to)
		}
	}
}

// ValenceAt returns the valence at height y of the emotion plot, in range and
// rounded to the step.
func (s *Scene) ValenceAt(y float64) float64 {
	if s.Emotion.H <= 0 {
		return 0
	}
	return journey.RoundValence(journey.MaxValence - (y-s.Emotion.Y)/s.Emotion.H*(journey.MaxValence-journey.MinValence))
}

// ValenceY returns the height of a valence in the emotion plot.
func (s *Scene) ValenceY(v float64) float64 {
	return s.Emotion.Y + (journey.MaxValence-v)/(journey.MaxValence-journey.MinValence)*s.Emotion.H
}

// NodeOf returns the first node of a row with the given role, and whether there is one.
func (s *Scene) NodeOf(ref Ref, role Role) (*Node, bool) {
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Role == role && n.Ref == ref {
			return n, true
		}
	}
	return nil, false
}
