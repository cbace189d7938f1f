package raster

import (
	"image"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

const (
	maxMask    = 256.0    // em size in pixels above which glyphs are drawn as paths
	maxGlyphs  = 32 << 20 // bytes of masks kept
	pageGlyphs = 64       // glyphs in a page of a strike
)

// strikeKey names the masks of a font in one size.
type strikeKey struct {
	font *text.Font
	size uint16 // em, in sixteenths of a pixel
}

// strike holds the masks of a font in one size, found by glyph and by the
// quarter of a pixel it begins in.
type strike struct {
	face  *font.Face
	scale float64 // pixels a font unit
	pages []*[4 * pageGlyphs]*mask
}

// mask is the coverage of a glyph; its upper left corner lies at (x, y) from
// the origin of the glyph. One without marks has no pixels.
type mask struct {
	image.Alpha
	x, y int
}

// glyphs keeps the masks of one painter.
type glyphs struct {
	strikes map[strikeKey]*strike
	faces   map[*text.Font]*font.Face
	bytes   int
}

// face returns the painter's own face of a font.
func (g *glyphs) face(f *text.Font) *font.Face {
	if g.faces == nil {
		g.faces = map[*text.Font]*font.Face{}
	}
	face, ok := g.faces[f]
	if !ok {
		face = f.NewFace()
		g.faces[f] = face
	}
	return face
}

func (g *glyphs) strike(f *text.Font, px float64) *strike {
	k := strikeKey{f, uint16(px*16 + 0.5)}
	s, ok := g.strikes[k]
	if !ok {
		if g.bytes > maxGlyphs {
			clear(g.strikes)
			g.bytes = 0
		}
		s = &strike{face: g.face(f), scale: float64(k.size) / 16 / f.Upem}
		g.strikes[k] = s
	}
	return s
}

// run draws a run from the masks of its glyphs, (x, y) being the left end of
// its line in device pixels.
func (p *Painter) run(r *text.Run, x, y, px float64, fill scene.Color) {
	s := p.glyphs.strike(r.Font, px)
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		gx, gy := x+g.X*px, y+g.Y*px
		if !(math.Abs(gx) <= far && math.Abs(gy) <= far) {
			continue
		}
		quarter, row := quarters(gx), int(math.Floor(gy+0.5))
		layers := r.Font.Layers(g.ID)
		if layers == nil {
			p.mark(s, g.ID, quarter, row, fill)
		}
		for _, l := range layers {
			p.mark(s, l.Glyph, quarter, row, layerColor(l, fill))
		}
	}
}

// mark stamps the mask of a glyph, whose origin is given in quarters of a device
// pixel across and whole ones down.
func (p *Painter) mark(s *strike, id font.GID, quarter, row int, fill scene.Color) {
	col := floorDiv(quarter, 4)
	if m := p.glyph(s, id, quarter-4*col); m.Pix != nil {
		p.stamp(&m.Alpha, col+m.x, row+m.y, fill)
	}
}

// layerColor returns the colour of a layer in a text of the given colour, whose
// opacity it shares.
func layerColor(l text.Layer, fill scene.Color) scene.Color {
	if l.Foreground {
		return fill
	}
	return scene.Color{R: l.Color.R, G: l.Color.G, B: l.Color.B, A: uint8(times(uint32(l.Color.A), uint32(fill.A)))}
}

func (p *Painter) glyph(s *strike, id font.GID, quarter int) *mask {
	n := int(id) / pageGlyphs
	if n >= len(s.pages) {
		s.pages = append(s.pages, make([]*[4 * pageGlyphs]*mask, n+1-len(s.pages))...)
	}
	if s.pages[n] == nil {
		s.pages[n] = new([4 * pageGlyphs]*mask)
	}
	slot := &s.pages[n][int(id)%pageGlyphs*4+quarter]
	if *slot == nil {
		*slot = p.newMask(s, id, quarter)
		p.glyphs.bytes += len((*slot).Pix) + 96
	}
	return *slot
}

// newMask draws the mask of a glyph.
func (p *Painter) newMask(s *strike, id font.GID, quarter int) *mask {
	path := glyphPath(s.face, id)
	if !p.outline.add(path, s.scale, true) {
		return &mask{}
	}
	b := p.outline.box
	shift := float64(quarter) / 4
	r := box{b.x0 + shift, b.y0, b.x1 + shift, b.y1}.pixels()
	if r.Empty() || r.Dx() > 4*maxMask || r.Dy() > 4*maxMask {
		return &mask{}
	}
	m := &mask{image.Alpha{Pix: make([]byte, r.Dx()*r.Dy()), Stride: r.Dx(), Rect: image.Rect(0, 0, r.Dx(), r.Dy())}, r.Min.X, r.Min.Y}
	p.outline.fill(&p.shape, scene.Point{X: shift})
	p.rasterizeInto(&m.Alpha, r.Min)
	return m
}

// outlines draws a run of very large type as paths.
func (p *Painter) outlines(r *text.Run, x, y, px float64, fill scene.Color) {
	face := p.glyphs.face(r.Font)
	k := px / r.Font.Upem
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		at := scene.Point{X: x + g.X*px, Y: math.Floor(y + g.Y*px + 0.5)}
		layers := r.Font.Layers(g.ID)
		if layers == nil {
			p.outlined(glyphPath(face, g.ID), k, at, fill)
		}
		for _, l := range layers {
			p.outlined(glyphPath(face, l.Glyph), k, at, layerColor(l, fill))
		}
	}
}

// outlined fills an outline in font units at a place in device pixels.
func (p *Painter) outlined(path scene.Path, k float64, at scene.Point, fill scene.Color) {
	if !p.outline.add(path, k, true) {
		return
	}
	p.outline.fill(&p.shape, at)
	b := p.outline.box
	if b = (box{b.x0 + at.X, b.y0 + at.Y, b.x1 + at.X, b.y1 + at.Y}); !(b.x0 >= -far && b.y0 >= -far && b.x1 <= far && b.y1 <= far) {
		return
	}
	p.cover(b, fill)
}

// glyphPath returns the outline of a glyph in font units, y downwards.
func glyphPath(face *font.Face, id font.GID) scene.Path {
	o, ok := face.GlyphDataOutline(id)
	if !ok {
		return nil
	}
	path := make(scene.Path, 0, len(o.Segments)+4)
	var pen scene.Point
	at := func(a font.SegmentPoint) scene.Point { return scene.Point{X: float64(a.X), Y: -float64(a.Y)} }
	for i := range o.Segments {
		s := &o.Segments[i]
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			pen = at(s.Args[0])
			path = path.Move(pen.X, pen.Y)
		case opentype.SegmentOpLineTo:
			pen = at(s.Args[0])
			path = path.Line(pen.X, pen.Y)
		case opentype.SegmentOpQuadTo:
			q, e := at(s.Args[0]), at(s.Args[1])
			path = path.Cubic(pen.X+(q.X-pen.X)*2/3, pen.Y+(q.Y-pen.Y)*2/3, e.X+(q.X-e.X)*2/3, e.Y+(q.Y-e.Y)*2/3, e.X, e.Y)
			pen = e
		case opentype.SegmentOpCubeTo:
			c, d, e := at(s.Args[0]), at(s.Args[1]), at(s.Args[2])
			path = path.Cubic(c.X, c.Y, d.X, d.Y, e.X, e.Y)
			pen = e
		}
	}
	return path
}
