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
	over := make([]cells, len(nodes))
	for i := range nodes {
		r := g.over(nodes[i].Bounds)
		over[i] = r
		for y := r.y0; y <= r.y1; y++ {
			for x := r.x0; x <= r.x1; x++ {
				g.end[int(y)*g.cols+int(x)]++
			}
		}
	}
	all := int32(0)
	for c, n := range g.end { // where the cell begins, and once it is filled ends
		g.end[c] = all
		all += n
	}
	g.nodes = make([]int32, all)
	for i, r := range over {
		for y := r.y0; y <= r.y1; y++ {
			for x := r.x0; x <= r.x1; x++ {
				at := &g.end[int(y)*g.cols+int(x)]
				g.nodes[*at] = int32(i)
				*at++
			}
		}
	}
	return g
}

// cells are those that a rectangle touches, the last ones included.
type cells struct{ x0, y0, x1, y1 int32 }

func (g *grid) over(r Rect) cells {
	at := func(v float64, n int) int32 { return int32(min(max(int(v/cellSize), 0), n-1)) }
	return cells{at(r.X, g.cols), at(r.Y, g.rows), at(r.Right(), g.cols), at(r.Bottom(), g.rows)}
}

// cell lists the nodes of a cell.
func (g *grid) cell(c int) []int32 {
	if c == 0 {
		return g.nodes[:g.end[0]]
	}
	return g.nodes[g.end[c-1]:g.end[c]]
}

func (g *grid) each(r Rect, f func(cell int)) {
	c := g.over(r)
	for y := c.y0; y <= c.y1; y++ {
		for x := c.x0; x <= c.x1; x++ {
			f(int(y)*g.cols + int(x))
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
