package raster

import (
	"image"
	"math"

	"touchline.app/canvas/scene"
)

// maxCorner is the largest radius, in quarter pixels, whose corners are kept.
const maxCorner = 4 * 64

// cornerKey names the mask of a rounded corner: its radius and where the
// corner lies within its pixel, in quarters of a pixel.
type cornerKey struct {
	radius         int
	x, y           uint8
	right, beneath bool
}

// Rect fills a rectangle with rounded corners. Its edges are rounded to quarters
// of a pixel.
func (p *Painter) Rect(r scene.Rect, radius float64, fill scene.Color) {
	x0, y0, x1, y1 := r.X*p.scale, r.Y*p.scale, r.Right()*p.scale, r.Bottom()*p.scale
	if fill.A == 0 || !(x0 < x1 && y0 < y1) ||
		x1 < float64(p.clip.Min.X-1) || x0 > float64(p.clip.Max.X+1) ||
		y1 < float64(p.clip.Min.Y-1) || y0 > float64(p.clip.Max.Y+1) {
		return
	}
	q := quads{quarters(x0), quarters(y0), quarters(x1), quarters(y1)}
	rad := 0
	if radius > 0 && !p.flat() {
		rad = quarters(min(radius*p.scale, float64(min(q.x1-q.x0, q.y1-q.y0))/8))
	}
	switch {
	case rad == 0:
		p.sharp(q, fill)
	case rad > maxCorner || !q.roomy(rad):
		p.Fill(scene.Rounded(r, radius), fill)
	default:
		p.rounded(q, rad, fill)
	}
}

// quarters rounds a device coordinate to quarters of a pixel.
func quarters(v float64) int {
	return int(math.Floor(min(max(v, -far), far)*4 + 0.5))
}

// quads is a rectangle in quarters of a device pixel.
type quads struct{ x0, y0, x1, y1 int }

// extent returns the pixels from..to of a span that a corner of the radius
// takes at either end.
func extent(a, b, rad int) (left, right int) {
	return floorDiv(a+rad+3, 4), floorDiv(b-rad, 4)
}

// roomy reports whether the corners of a rectangle leave each other room.
func (q quads) roomy(rad int) bool {
	l, r := extent(q.x0, q.x1, rad)
	t, b := extent(q.y0, q.y1, rad)
	return l <= r && t <= b
}

// sharp fills a rectangle; pixels it covers in part are tinted in part.
func (p *Painter) sharp(q quads, c scene.Color) {
	each(q.y0, q.y1, func(y0, y1, rows int) {
		each(q.x0, q.x1, func(x0, x1, cols int) {
			p.tint(image.Rect(x0, y0, x1, y1), c, uint32(rows*cols*255+8)/16)
		})
	})
}

// each calls f for the stretches of pixels of a span given in quarters: the
// partly covered first one, the whole ones, the partly covered last one.
func each(a, b int, f func(from, to, quarters int)) {
	lo, hi := floorDiv(a+3, 4), floorDiv(b, 4)
	if lo > hi { // within one pixel
		f(hi, hi+1, b-a)
		return
	}
	if n := 4*lo - a; n > 0 {
		f(lo-1, lo, n)
	}
	if hi > lo {
		f(lo, hi, 4)
	}
	if n := b - 4*hi; n > 0 {
		f(hi, hi+1, n)
	}
}

// rounded fills a rectangle: four corners from masks and the bars between.
func (p *Painter) rounded(q quads, rad int, c scene.Color) {
	l, r := extent(q.x0, q.x1, rad)
	t, b := extent(q.y0, q.y1, rad)
	p.sharp(quads{4 * l, q.y0, 4 * r, 4 * t}, c)
	p.sharp(quads{q.x0, 4 * t, q.x1, 4 * b}, c)
	p.sharp(quads{4 * l, 4 * b, 4 * r, q.y1}, c)
	left, top := floorDiv(q.x0, 4), floorDiv(q.y0, 4)
	p.corner(cornerKey{rad, uint8(q.x0 - 4*left), uint8(q.y0 - 4*top), false, false}, left, top, c)
	p.corner(cornerKey{rad, uint8(q.x1 - 4*floorDiv(q.x1, 4)), uint8(q.y0 - 4*top), true, false}, r, top, c)
	p.corner(cornerKey{rad, uint8(q.x0 - 4*left), uint8(q.y1 - 4*floorDiv(q.y1, 4)), false, true}, left, b, c)
	p.corner(cornerKey{rad, uint8(q.x1 - 4*floorDiv(q.x1, 4)), uint8(q.y1 - 4*floorDiv(q.y1, 4)), true, true}, r, b, c)
}

// corner stamps a corner whose block begins at the device pixel (x, y).
func (p *Painter) corner(k cornerKey, x, y int, c scene.Color) {
	m, ok := p.corners[k]
	if !ok {
		if len(p.corners) > 4096 {
			clear(p.corners)
		}
		m = p.newCorner(k)
		p.corners[k] = m
	}
	if m.Rect.Empty() {
		return
	}
	p.stamp(&m, x, y, c)
}

// newCorner draws the mask of a corner: the block of whole pixels it takes.
func (p *Painter) newCorner(k cornerKey) image.Alpha {
	x0, w := cornerSpan(int(k.x), k.radius, k.right)
	y0, h := cornerSpan(int(k.y), k.radius, k.beneath)
	if w <= 0 || h <= 0 {
		return image.Alpha{}
	}
	rad := float64(k.radius) / 4
	// A rectangle so large that only this corner of it lies in the block.
	full := scene.Rect{X: x0, Y: y0, W: 4*rad + 8, H: 4*rad + 8}
	if k.right {
		full.X = x0 - full.W
	}
	if k.beneath {
		full.Y = y0 - full.H
	}
	p.outline.add(scene.Rounded(full, rad), 1, true)
	p.outline.fill(&p.shape, scene.Point{})
	m := image.Alpha{Pix: make([]byte, w*h), Stride: w, Rect: image.Rect(0, 0, w, h)}
	p.rasterizeInto(&m, image.Point{})
	return m
}

// cornerSpan returns where the outer edge of a corner lies within its block,
// and how many pixels the block has, along one axis.
func cornerSpan(phase, radius int, end bool) (edge float64, n int) {
	if !end {
		return float64(phase) / 4, floorDiv(phase+radius+3, 4)
	}
	inner := floorDiv(phase-radius, 4) // block begins here, relative to the edge's pixel
	return float64(phase-4*inner) / 4, floorDiv(phase+3, 4) - inner
}
