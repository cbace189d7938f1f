package scene

import "math"

// places remembers what is taken, and finds what lies at a place without looking
// at the rest of a long map.
type places map[int][]Rect

// placesWidth is the width of the strips the rectangles are kept in, points.
const placesWidth = 256.0

func strip(x float64) int { return int(math.Floor(x / placesWidth)) }

func (p places) take(r Rect) {
	for i := strip(r.X); i <= strip(r.Right()); i++ {
		p[i] = append(p[i], r)
	}
}

// at returns a rectangle that overlaps r, and whether there is one.
func (p places) at(r Rect) (Rect, bool) {
	for i := strip(r.X); i <= strip(r.Right()); i++ {
		for _, t := range p[i] {
			if r.Overlaps(t) {
				return t, true
			}
		}
	}
	return Rect{}, false
}
