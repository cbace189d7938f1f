package raster

import (
	"image"
	"image/draw"
	"math"

	"touchline.app/canvas/scene"
)

// Paths are rasterised in cells of a grid that is fixed to the map. A cell's
// mask then is the same whichever image wants a part of it, which is what makes
// tiles fit without a seam.
const (
	cellW = 256
	cellH = 32
)

// edge is a straight line in device pixels.
type edge struct{ x0, y0, x1, y1 float64 }

// shape is a set of closed polygons in device pixels.
type shape struct {
	edges []edge
	parts []part
}

// part is one polygon of a shape: its edges up to the index to, and its box.
type part struct {
	to  int
	box box
}

func (s *shape) clear() { s.edges, s.parts = s.edges[:0], s.parts[:0] }

// polygon adds the polygon around pts, moved by d.
func (s *shape) polygon(pts []scene.Point, d scene.Point) {
	if len(pts) < 2 {
		return
	}
	q := pts[len(pts)-1].Add(d)
	b := box{q.X, q.Y, q.X, q.Y}
	for _, next := range pts {
		next = next.Add(d)
		s.edges = append(s.edges, edge{q.X, q.Y, next.X, next.Y})
		b = box{min(b.x0, next.X), min(b.y0, next.Y), max(b.x1, next.X), max(b.y1, next.Y)}
		q = next
	}
	s.parts = append(s.parts, part{len(s.edges), b})
}

// reach returns the clip grown to whole cells: what lies outside draws nothing.
func (p *Painter) reach() box {
	c := p.clip
	return box{
		float64(floorDiv(c.Min.X, cellW) * cellW), float64(floorDiv(c.Min.Y, cellH) * cellH),
		float64(floorDiv(c.Max.X+cellW-1, cellW) * cellW), float64(floorDiv(c.Max.Y+cellH-1, cellH) * cellH),
	}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// pixels returns the device pixels that b touches.
func (b box) pixels() image.Rectangle {
	return image.Rect(int(math.Floor(b.x0)), int(math.Floor(b.y0)), int(math.Ceil(b.x1)), int(math.Ceil(b.y1)))
}

// cover fills the shape of p, which lies in b.
func (p *Painter) cover(b box, c scene.Color) {
	whole := b.pixels()
	seen := whole.Intersect(p.clip)
	if seen.Empty() || len(p.shape.parts) == 0 {
		return
	}
	for y := floorDiv(seen.Min.Y, cellH) * cellH; y < seen.Max.Y; y += cellH {
		for x := floorDiv(seen.Min.X, cellW) * cellW; x < seen.Max.X; x += cellW {
			cell := image.Rect(x, y, x+cellW, y+cellH).Intersect(whole)
			m := p.rasterize(cell)
			p.stamp(&m, cell.Min.X, cell.Min.Y, c)
		}
	}
}

// rasterize returns the coverage of the shape of p in a rectangle of device
// pixels; it is good until the next call.
func (p *Painter) rasterize(r image.Rectangle) image.Alpha {
	n := r.Dx() * r.Dy()
	if cap(p.mask) < n {
		p.mask = make([]byte, max(n, cellW*cellH))
	}
	m := image.Alpha{Pix: p.mask[:n], Stride: r.Dx(), Rect: image.Rect(0, 0, r.Dx(), r.Dy())}
	p.rasterizeInto(&m, r.Min)
	return m
}

// rasterizeInto sets m, whose upper left corner is a device pixel, to the
// coverage of the shape of p.
func (p *Painter) rasterizeInto(m *image.Alpha, at image.Point) {
	p.rasterizer.Reset(m.Rect.Dx(), m.Rect.Dy())
	p.rasterizer.DrawOp = draw.Src
	x, y, w, h := float64(at.X), float64(at.Y), float64(m.Rect.Dx()), float64(m.Rect.Dy())
	seen := box{x, y, x + w, y + h}
	from := 0
	for _, part := range p.shape.parts {
		if part.box.overlaps(seen) {
			inside := part.box.x0 >= x && part.box.y0 >= y && part.box.x1 <= x+w && part.box.y1 <= y+h
			for _, e := range p.shape.edges[from:part.to] {
				if inside {
					p.step(e.x0-x, e.y0-y, e.x1-x, e.y1-y)
				} else {
					p.line(e.x0-x, e.y0-y, e.x1-x, e.y1-y, w, h)
				}
			}
		}
		from = part.to
	}
	p.rasterizer.Draw(m, m.Rect, image.Opaque, image.Point{})
}

// line gives the rasterizer an edge, cut to its size w x h: numbers from far
// outside would overflow there. What lies beside still counts, as an upright
// line at the border: the rasterizer adds up coverage from row to row.
func (p *Painter) line(x0, y0, x1, y1, w, h float64) {
	if (y0 <= 0 && y1 <= 0) || (y0 >= h && y1 >= h) || y0 == y1 {
		return
	}
	x0, y0, x1, y1 = cutRows(x0, y0, x1, y1, h)
	x0, y0, x1, y1 = p.cutBeside(x0, y0, x1, y1, 0, -1)
	x0, y0, x1, y1 = p.cutBeside(x0, y0, x1, y1, w, 1)
	p.step(x0, y0, x1, y1)
}

// cutBeside cuts off what lies beyond the border x = at on the given side and
// gives it to the rasterizer as an upright line there.
func (p *Painter) cutBeside(x0, y0, x1, y1, at, side float64) (float64, float64, float64, float64) {
	first, last := (x0-at)*side > 0, (x1-at)*side > 0
	if !first && !last {
		return x0, y0, x1, y1
	}
	if first && last {
		return at, y0, at, y1
	}
	y := y0 + (at-x0)*(y1-y0)/(x1-x0)
	if first {
		p.step(at, y0, at, y)
		return at, y, x1, y1
	}
	p.step(at, y, at, y1)
	return x0, y0, at, y
}

// cutRows cuts a line to the rows 0..h.
func cutRows(x0, y0, x1, y1, h float64) (float64, float64, float64, float64) {
	slope := (x1 - x0) / (y1 - y0)
	ax, ay, bx, by := x0, y0, x1, y1
	if ay < 0 {
		ax, ay = x0-y0*slope, 0
	} else if ay > h {
		ax, ay = x0+(h-y0)*slope, h
	}
	if by < 0 {
		bx, by = x0-y0*slope, 0
	} else if by > h {
		bx, by = x0+(h-y0)*slope, h
	}
	return ax, ay, bx, by
}

func (p *Painter) step(x0, y0, x1, y1 float64) {
	p.rasterizer.MoveTo(float32(x0), float32(y0))
	p.rasterizer.LineTo(float32(x1), float32(y1))
}
