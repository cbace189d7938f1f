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

// each calls f for the tiles that r touches, at the present scale.
func (t *tiles) each(r scene.Rect, f func(tileKey)) {
	const spill = 2.0 // device pixels
	at := func(v, d float64) int { return int(math.Floor((v*t.scale + d) / tileSize)) }
	for y := at(r.Y, -spill); y <= at(r.Bottom(), spill); y++ {
		for x := at(r.X, -spill); x <= at(r.Right(), spill); x++ {
			f(tileKey{x, y})
		}
	}
}

func abs(n int) int { return max(n, -n) }

// changed returns the bounds of the nodes that are in one of the scenes only.
func changed(a, b *scene.Scene) []scene.Rect {
	n := make(map[uint64]int, len(a.Nodes))
	for i := range a.Nodes {
		n[a.Nodes[i].Hash]++
	}
	var out []scene.Rect
	for i := range b.Nodes {
		h := b.Nodes[i].Hash
		if n[h] > 0 {
			n[h]--
			continue
		}
		out = append(out, b.Nodes[i].Bounds)
	}
	for i := range a.Nodes {
		if h := a.Nodes[i].Hash; n[h] > 0 {
			n[h]--
			out = append(out, a.Nodes[i].Bounds)
		}
	}
	return out
}
