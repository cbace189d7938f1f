package scene

import (
	"math"
	"slices"
)

// cellSize is the side of a cell of the index in points: about a tile at 100 %.
const cellSize = 384.0

// grid finds the nodes near a place without looking at all of them.
type grid struct {
	cols, rows int
	cells      [][]int32 // node indices, ascending
}

func newGrid(size Point, nodes []Node) grid {
	g := grid{cols: max(1, int(math.Ceil(size.X/cellSize))), rows: max(1, int(math.Ceil(size.Y/cellSize)))}
	g.cells = make([][]int32, g.cols*g.rows)
	for i := range nodes {
		g.each(nodes[i].Bounds, func(c int) { g.cells[c] = append(g.cells[c], int32(i)) })
	}
	return g
}

func (g *grid) each(r Rect, f func(cell int)) {
	at := func(v float64, n int) int { return min(max(int(v/cellSize), 0), n-1) }
	for y := at(r.Y, g.rows); y <= at(r.Bottom(), g.rows); y++ {
		for x := at(r.X, g.cols); x <= at(r.Right(), g.cols); x++ {
			f(y*g.cols + x)
		}
	}
}

// Visible returns the indices of the nodes that touch r, in drawing order.
func (s *Scene) Visible(r Rect) []int {
	var out []int
	if len(s.grid.cells) == 0 {
		return nil
	}
	s.grid.each(r, func(c int) {
		for _, i := range s.grid.cells[c] {
			if s.Nodes[i].Bounds.Overlaps(r) {
				out = append(out, int(i))
			}
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}
