package page

import (
	"fmt"

	"touchline.app/canvas/scene"
)

// fit sets a window of the map on a sheet of its size times a scale, below the
// head where there is one.
func (p *setter) fit(w scene.Rect, scale float64) Sheet {
	if top := p.content.Y - headGap - w.Y; top > 0 && p.headHeight(scene.Point{X: w.W, Y: w.H}) > 0 {
		w.Y, w.H = w.Y+top, w.H-top // the head is air enough
	}
	left, width := max(p.content.X, w.X)-w.X, min(p.content.W, w.W)
	inner := frame{size: scene.Point{X: w.W, Y: w.H}, head: scene.Rect{X: left, Y: 2 * headGap, W: width}}
	head := 0.0
	if inner.head.H = p.headHeight(inner.size); inner.head.H > 0 {
		head = inner.head.Bottom()
		inner.size.Y += head
	}
	s := Sheet{Size: scene.Point{X: inner.size.X * scale, Y: inner.size.Y * scale}, Paper: p.s.Page}
	for _, part := range p.heads(inner) {
		part.At, part.Scale = scene.Point{X: part.At.X * scale, Y: part.At.Y * scale}, scale
		s.Parts = append(s.Parts, part)
	}
	s.Parts = append(s.Parts, Part{Scene: p.s, Window: w, At: scene.Point{Y: head * scale}, Scale: scale, Kind: Body})
	return s
}

// whole sets the map on a sheet as large as the map, or as a page can be.
func (p *setter) whole() {
	all := scene.Rect{W: p.s.Size.X, H: p.s.Size.Y}
	s := p.fit(all, 1)
	if k := MostSide / max(s.Size.X, s.Size.Y); k < 1 {
		s = p.fit(all, k)
		s.Size.X, s.Size.Y = min(s.Size.X, MostSide), min(s.Size.Y, MostSide) // not a rounding error more
		p.warn("The map is larger than a page can be; it is shown at %.1f %% of its size.", round(k*100))
	}
	if t := p.smallest() * s.scale(); t < LeastText {
		p.warn("The smallest text is %.1f pt, too small to read on paper; choose a larger paper, or split the map over several pages.", round(t))
	}
	p.add(s, scene.Rect{})
}

// single sets the map on one sheet of the paper, as large as it goes.
func (p *setter) single() error {
	s, f, err := p.besideLogo()
	if err != nil {
		return err
	}
	if t := p.smallest() * s.scale(); t < LeastText {
		p.advise(t)
	}
	p.hint(s.scale())
	p.add(s, f.foot)
	return nil
}

// besideLogo sets the map on the paper under a logo that is as high as leaves
// the texts readable.
func (p *setter) besideLogo() (Sheet, frame, error) {
	for _, high := range []float64{logoHeight, 11 * millimetre, 8 * millimetre} {
		p.logoMost = high
		s, f, err := p.onPaper(p.Paper)
		if err != nil || p.Logo == nil || p.smallest()*s.scale() >= LeastText {
			return s, f, err
		}
	}
	p.logoMost = logoHeight
	return p.onPaper(p.Paper)
}

// onPaper sets the whole map on a sheet of a paper, lying so that it is largest.
func (p *setter) onPaper(paper Paper) (Sheet, frame, error) {
	size, ok := paper.Size()
	if !ok {
		return Sheet{}, frame{}, fmt.Errorf("the paper %q has no size of its own", paper)
	}
	var best frame
	scale := 0.0
	for _, lying := range p.Orientation.lying(size) {
		f, err := p.framed(lying)
		if err != nil {
			return Sheet{}, frame{}, err
		}
		if k := min(f.body.W/p.content.W, f.body.H/p.content.H); k > scale {
			best, scale = f, k
		}
	}
	if err := p.widen(best.body); err != nil {
		return Sheet{}, frame{}, err
	}
	scale = min(best.body.W/p.content.W, best.body.H/p.content.H)
	at := scene.Point{
		X: best.body.X + (best.body.W-p.content.W*scale)/2,
		Y: best.body.Y + (best.body.H-p.content.H*scale)/2,
	}
	s := Sheet{Size: best.size, Paper: p.s.Page, Parts: p.heads(best)}
	s.Parts = append(s.Parts, Part{Scene: p.s, Window: p.content, At: at, Scale: scale, Kind: Body})
	return s, best, nil
}

// scale returns the scale of the first part of the map on the sheet.
func (s Sheet) scale() float64 {
	for _, part := range s.Parts {
		if part.Kind == Body {
			return part.Scale
		}
	}
	return 1
}
