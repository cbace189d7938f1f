package scene

import (
	"touchline.app/journey"
)

// Series lays out a map again and again while it is edited, and draws anew only
// what changed. Its scenes equal those of Build, node by node and mark by mark.
// It is not safe for concurrent use; its scenes are.
type Series struct {
	options Options
	memory  *memory
}

// NewSeries returns a series of scenes with the same options.
func NewSeries(o Options) *Series { return &Series{options: o, memory: &memory{}} }

// Build lays the map out as it is now; see the function Build.
func (s *Series) Build(m *journey.Map) *Scene {
	if rtl := m.RightToLeft(); rtl != s.memory.rtl { // texts are set against the other edge
		s.memory = &memory{rtl: rtl}
	}
	made := layOut(m, s.options, s.memory)
	s.memory.turn()
	return made
}

// memory keeps the drawings of a map by what they are made of. What is drawn
// depends on nothing but that, the options and the direction of the map.
type memory struct {
	rtl      bool
	nodes    int // of the scene before
	groups   memo[string, *group]
	cards    memo[wording, *card]
	heights  memo[cardWidth, extents]
	faces    memo[cardFace, *drawing]
	rulings  memo[ruling, *drawing]
	points   memo[point, *drawing]
	pills    memo[pill, *drawing]
	arcs     memo[arc, *drawing]
	panes    memo[pane, *drawing]
	quotes   memo[quoteFace, *drawing]
	gaps     memo[gapFace, *drawing]
	proofs   memo[proof, *drawing]
	boxes    memo[boxFace, *drawing]
	feelings memo[felt, string]
	veils    memo[veil, *drawing]
	threads  memo[threadFace, *drawing]
	ribbons  memo[ribbon, *drawing]
	steps    memo[stepFace, *drawing]
}

func (m *memory) turn() {
	m.groups.turn()
	m.cards.turn()
	m.heights.turn()
	m.faces.turn()
	m.rulings.turn()
	m.points.turn()
	m.pills.turn()
	m.arcs.turn()
	m.panes.turn()
	m.quotes.turn()
	m.gaps.turn()
	m.proofs.turn()
	m.boxes.turn()
	m.feelings.turn()
	m.veils.turn()
	m.threads.turn()
	m.ribbons.turn()
	m.steps.turn()
}
