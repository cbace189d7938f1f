package page

import (
	"math"

	"touchline.app/canvas/scene"
)

// LeastText is the size of type in points below which a text on paper is too
// small to read.
const LeastText = 6.0

// initials is the size in points below which a text of a map is no text to read
// but the initials in an actor's disc.
const initials = 10.0

// smallest returns the size of the smallest text to read on the map, points.
func (p *setter) smallest() float64 { return smallest(p.s, initials) }

func smallest(s *scene.Scene, least float64) float64 {
	size := math.Inf(1)
	for i := range s.Nodes {
		for k := range s.Nodes[i].Ops() {
			o := &s.Nodes[i].Ops()[k]
			if o.Kind == scene.OpText && o.Line.W > 0 && o.Size >= least {
				size = min(size, o.Size)
			}
		}
	}
	if math.IsInf(size, 1) {
		return LeastText
	}
	return size
}

// hint says that the initials of the actors are small, where the texts are not.
func (p *setter) hint(scale float64) {
	if t := smallest(p.s, 0) * scale; t < LeastText && p.smallest()*scale >= LeastText {
		p.warn("The initials of the people on the cards are %.1f pt.", round(t))
	}
}

// advise says that a text of a size is too small on the paper, and on which
// paper the map can be read.
func (p *setter) advise(size float64) {
	for _, paper := range p.Paper.larger() {
		s, _, err := p.onPaper(paper)
		if err != nil {
			continue
		}
		if t := p.smallest() * s.scale(); t >= LeastText {
			p.warn("The smallest text is %.1f pt on %s; on %s it would be %.1f pt.", round(size), p.Paper.Name(), paper.Name(), round(t))
			return
		}
	}
	p.warn("The smallest text is %.1f pt on %s, too small to read; split the map over several pages or print it as a poster.", round(size), p.Paper.Name())
}

// round returns a size to one place, never made larger.
func round(size float64) float64 { return math.Floor(size*10) / 10 }
