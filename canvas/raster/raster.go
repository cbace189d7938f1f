// Package raster paints a scene into an image: the tiles of the screen and the
// stripes of a PNG file.
//
//	p := raster.New()
//	raster.Tile(p, s, tile, 1024, 512, 2) // pixels 1024.. x 512.. of s at two pixels a point
//
// Every mark is placed on one grid of device pixels that begins at the origin
// of the map, so that tiles fit together without a seam whatever their size.
// The package knows nothing of maps, windows or files.
package raster

import (
	"image"
	"math"

	"golang.org/x/image/vector"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// Below these scales (pixels a point) a Painter leaves out what nobody could
// make out, unless it is Full.
const (
	textScale = 0.25 // texts
	flatScale = 0.12 // round corners and marks under a pixel
)

// far is the largest device coordinate that is drawn, in pixels. Marks that
// reach beyond it, or that have no place at all (NaN), are left out.
const far = 1e8

// Painter draws into an image. It keeps the masks of glyphs and corners from
// one image to the next, so it pays to use one for long; it serves one
// goroutine at a time.
type Painter struct {
	// Full draws texts and small marks at any scale.
	Full bool

	dst   *image.RGBA
	off   image.Point     // device pixel = pixel of dst + off
	seen  image.Rectangle // dst in device pixels
	clip  image.Rectangle // the part of it that is drawn
	scale float64         // pixels a point

	rasterizer vector.Rasterizer
	mask       []byte
	outline    outline
	buf        []scene.Point
	shape      shape
	glyphs     glyphs
	corners    map[cornerKey]image.Alpha
}

var _ scene.Painter = (*Painter)(nil)

// New returns a painter without an image; Reset gives it one.
func New() *Painter {
	return &Painter{glyphs: glyphs{strikes: map[strikeKey]*strike{}}, corners: map[cornerKey]image.Alpha{}}
}

// Reset lets p draw into dst. The origin is the place on the map that comes to
// lie on the upper left corner of dst, rounded to whole pixels; the scale is in
// pixels a point. Alpha is premultiplied in dst.
func (p *Painter) Reset(dst *image.RGBA, origin scene.Point, scale float64) {
	if !(scale > 0) || math.IsInf(scale, 0) {
		scale = 0
	}
	p.reset(dst, whole(origin.X*scale), whole(origin.Y*scale), scale)
}

func (p *Painter) reset(dst *image.RGBA, x, y int, scale float64) {
	p.dst, p.scale = dst, scale
	p.off = image.Pt(x, y).Sub(dst.Rect.Min)
	p.seen = dst.Rect.Add(p.off)
	p.clip = p.seen
}

// whole rounds a device coordinate; one that is too far away or none becomes 0.
func whole(v float64) int {
	if !(math.Abs(v) <= far) {
		return 0
	}
	return int(math.Floor(v + 0.5))
}

// Tile fills dst with the background of s and paints what of s lies there. The
// upper left corner of dst is the pixel (x, y) of the whole map at the given
// scale in pixels a point.
func Tile(p *Painter, s *scene.Scene, dst *image.RGBA, x, y int, scale float64) {
	Part(p, s, dst, x, y, scale, dst.Rect)
}

// Part does the same to a part of dst and leaves the rest as it is. The part gets
// the pixels that Tile would give it, to the last bit.
func Part(p *Painter, s *scene.Scene, dst *image.RGBA, x, y int, scale float64, part image.Rectangle) {
	part = part.Intersect(dst.Rect)
	if part.Empty() || !(scale > 0) || math.IsInf(scale, 0) {
		return
	}
	p.reset(dst, x, y, scale)
	p.clip = part.Add(p.off)
	p.fill(p.clip, s.Page)
	const spill = 2 // pixels a mark may lie outside its node by rounding
	s.Paint(p, scene.Rect{
		X: float64(x-spill) / scale, Y: float64(y-spill) / scale,
		W: float64(dst.Rect.Dx()+2*spill) / scale, H: float64(dst.Rect.Dy()+2*spill) / scale,
	})
}

// flat reports whether small things are left out.
func (p *Painter) flat() bool { return !p.Full && p.scale < flatScale }

// Fill fills a path by the non-zero rule. Where a path overlaps itself its
// parts are taken to run in the same direction.
func (p *Painter) Fill(path scene.Path, fill scene.Color) {
	if fill.A == 0 || p.beside(path, 0) || !p.outline.add(path, p.scale, true) {
		return
	}
	b := p.outline.box
	if p.flat() && (b.x1-b.x0 < 1 || b.y1-b.y0 < 1) {
		return
	}
	p.outline.fill(&p.shape, scene.Point{})
	p.cover(b, fill)
}

// Stroke draws along a path with round caps and joins.
func (p *Painter) Stroke(path scene.Path, s scene.Stroke) {
	r := s.Width / 2 * p.scale
	if s.Color.A == 0 || !(r > 0) || r > far || p.beside(path, r) || !p.outline.add(path, p.scale, false) {
		return
	}
	if p.flat() && r < 0.05 {
		return
	}
	b := p.outline.box.grown(r)
	p.shape.clear()
	st := stroker{r: r, reach: p.reach(), shape: &p.shape, buf: p.buf}
	st.stroke(&p.outline, dashes(s.Dash, p.scale))
	p.buf = st.buf
	p.cover(b, s.Color)
}

// Text draws a shaped line with its left end and baseline at the point. The
// baseline is rounded to whole pixels, the places of the glyphs to quarters.
func (p *Painter) Text(l *text.Line, at scene.Point, size float64, fill scene.Color) {
	if l == nil || fill.A == 0 || (!p.Full && p.scale < textScale) {
		return
	}
	x, y, px := at.X*p.scale, at.Y*p.scale, size*p.scale
	if !(px > 0 && px <= far && math.Abs(x) <= far && math.Abs(y) <= far) || p.misses(y-2*px, y+2*px) {
		return
	}
	for i := range l.Runs {
		r := &l.Runs[i]
		left, right := x+(r.X-2)*px, x+(r.X+r.W+2)*px
		if r.Font == nil || right < float64(p.seen.Min.X) || left > float64(p.seen.Max.X) {
			continue
		}
		if px > maxMask {
			p.outlines(r, x, y, px, fill)
		} else {
			p.run(r, x, y, px, fill)
		}
	}
}

// misses reports whether nothing between two heights shows.
func (p *Painter) misses(top, bottom float64) bool {
	return bottom < float64(p.seen.Min.Y) || top > float64(p.seen.Max.Y)
}

// beside reports whether a path lies so far outside what is drawn that a line of
// the radius r along it does not show. It saves the work of breaking its curves.
func (p *Painter) beside(path scene.Path, r float64) bool {
	b, d := path.Bounds(), r+2
	return b.Right()*p.scale < float64(p.clip.Min.X)-d || b.X*p.scale > float64(p.clip.Max.X)+d ||
		b.Bottom()*p.scale < float64(p.clip.Min.Y)-d || b.Y*p.scale > float64(p.clip.Max.Y)+d
}
