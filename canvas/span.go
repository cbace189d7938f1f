package canvas

import (
	"math"

	"touchline.app/canvas/scene"
)

// span is a rectangle of tiles.
type span struct{ x0, y0, x1, y1 int }

func (s span) has(k tileKey) bool { return k.x >= s.x0 && k.x <= s.x1 && k.y >= s.y0 && k.y <= s.y1 }

func (s span) each(f func(tileKey)) {
	for y := s.y0; y <= s.y1; y++ {
		for x := s.x0; x <= s.x1; x++ {
			f(tileKey{x, y})
		}
	}
}

// span returns the tiles in view and some around them, as far as the map goes.
func (t *tiles) span(v view, around int) span {
	first := func(o float64) int { return int(math.Floor(math.Round(o*t.scale) / tileSize)) }
	last := func(o, size float64) int {
		return int(math.Floor((math.Round(o*t.scale) + size*v.device - 1) / tileSize))
	}
	end := func(size float64) int { return int(math.Ceil(size*t.scale/tileSize)) - 1 }
	return span{
		max(first(v.origin.X)-around, 0), max(first(v.origin.Y)-around, 0),
		min(last(v.origin.X, v.w)+around, end(t.scene.Size.X)), min(last(v.origin.Y, v.h)+around, end(t.scene.Size.Y)),
	}
}

// spill is how far a mark may reach beyond its bounds, device pixels.
const spill = 2.0

// each calls f for the tiles that r touches, at the present scale.
func (t *tiles) each(r scene.Rect, f func(tileKey)) {
	at := func(v, d float64) int { return int(math.Floor((v*t.scale + d) / tileSize)) }
	for y := at(r.Y, -spill); y <= at(r.Bottom(), spill); y++ {
		for x := at(r.X, -spill); x <= at(r.Right(), spill); x++ {
			f(tileKey{x, y})
		}
	}
}

func abs(n int) int { return max(n, -n) }
