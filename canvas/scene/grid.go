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
	end        []int32 // of each cell: behind its last node
	nodes      []int32 // cell by cell, ascending in each
}

func newGrid(size Point, nodes []Node) grid {
	g := grid{cols: max(1, int(math.Ceil(size.X/cellSize))), rows: max(1, int(math.Ceil(size.Y/cellSize)))}
	g.end = make([]int32, g.cols*g.rows)
	for i := range nodes {
		g.each(nodes[i].Bounds, func(c int) { g.end[c]++ })
	}
	all := int32(0)
	for c, n := range g.end { // where the cell begins, and once it is filled ends
		g.end[c] = all
		all += n
	}
	g.nodes = make([]int32, all)
	for i := range nodes {
		g.each(nodes[i].Bounds, func(c int) {
			g.nodes[g.end[c]] = int32(i)
			g.end[c]++
		})
	}
	return g
}

// cell lists the nodes of a cell.
func (g *grid) cell(c int) []int32 {
	if c == 0 {
		return g.nodes[:g.end[0]]
	}
	return g.nodes[g.end[c-1]:g.end[c]]
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
	if len(s.grid.end) == 0 {
		return nil
	}
	s.grid.each(r, func(c int) {
		for _, i := range s.grid.cell(c) {
			if s.Nodes[i].Bounds.Overlaps(r) {
				out = append(out, int(i))
			}
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}
