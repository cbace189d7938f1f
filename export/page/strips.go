package page

import (
	"cmp"
	"slices"

	"touchline.app/canvas/scene"
)

// leastStrip is the height of the lowest strip, in points of the scene: that of
// its largest type and more.
const leastStrip = 50.0

// strip is what of the height of something shows on one page.
type strip struct{ y0, y1 float64 }

// even cuts a height like strips, into as many pieces, but those after the first
// no higher than need be.
func even(from, to, first, rest float64, rows []float64, texts []scene.Rect) []strip {
	best := strips(from, to, first, rest, rows, texts)
	for k := 0.96; k > 0.3 && len(best) > 1; k -= 0.04 {
		lower := strips(from, to, first, rest*k, rows, texts)
		if len(lower) > len(best) {
			break
		}
		best = lower
	}
	return best
}

// strips cuts a height into pieces: the first at most one, the others at most
// rest high, all in points of the scene. It cuts between the rows (the y of
// their upper edges, ascending), and inside a row only where that is taller than
// a page: then so that each text is whole on one of the pages.
func strips(from, to, first, rest float64, rows []float64, texts []scene.Rect) []strip {
	var out []strip
	first, rest = max(first, leastStrip), max(rest, leastStrip)
	y, room := from, first
	for to-y > room+0.01 {
		limit := y + room
		cut := y
		for _, r := range rows {
			if r > y+0.01 && r <= limit+0.01 {
				cut = r
			}
		}
		next := cut
		if cut == y {
			if len(out) == 0 && room < rest && reaches(rows, y, rest) { // the next page has room for a whole row
				out = append(out, strip{y, y})
				room = rest
				continue
			}
			cut, next = limit, limit
			for _, t := range texts {
				if t.Y > y+0.01 && t.Y < limit && t.Bottom() > limit+0.01 {
					next = min(next, t.Y)
				}
			}
			next = max(next, y+leastStrip/2)
		}
		out = append(out, strip{y, cut})
		y, room = next, rest
	}
	return append(out, strip{y, to})
}

// reaches reports whether a row ends within a height from y.
func reaches(rows []float64, y, height float64) bool {
	for _, r := range rows {
		if r > y+0.01 && r <= y+height {
			return true
		}
	}
	return false
}

// shows reports whether a text is shown in strip i: in the first that holds all
// of it.
func shows(all []strip, i int, r scene.Rect) bool {
	for k, s := range all {
		if r.Y >= s.y0-0.05 && r.Bottom() <= s.y1+0.05 {
			return k == i
		}
	}
	return false
}

// texts returns the places of all texts of a scene, from the top down.
func texts(s *scene.Scene) []scene.Rect {
	var out []scene.Rect
	for i := range s.Nodes {
		for k := range s.Nodes[i].Ops() {
			if o := &s.Nodes[i].Ops()[k]; o.Kind == scene.OpText && o.Line.W > 0 {
				out = append(out, o.TextRect())
			}
		}
	}
	slices.SortFunc(out, func(a, b scene.Rect) int { return cmp.Compare(a.Y, b.Y) })
	return out
}
