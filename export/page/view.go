package page

import (
	"touchline.app/canvas/scene"
	"touchline.app/export/report"
	"touchline.app/journey/phrase"
)

// view sets a view of the map alone: on one sheet as large as it is, or on as
// many of a paper as it takes.
func (p *setter) view() error {
	p.logoMost = smallLogo
	if p.Paper == Fit && p.Mode == Single {
		done, err := p.viewWhole()
		if done || err != nil {
			return err
		}
	}
	f, scale, err := p.viewFrame()
	if err != nil {
		return err
	}
	if f.body.W < leastReport*scale || f.body.H < leastReport*scale {
		return noRoom(p.Margin)
	}
	if err := p.report(p.View, f, scale); err != nil {
		return phrase.Errorf("%w; leave out some of the stages", err)
	}
	return nil
}

// viewWhole sets the view on a sheet of its own size, and reports whether it
// fits on one.
func (p *setter) viewWhole() (bool, error) {
	size := scene.Point{X: report.Width(p.m, p.View) + 2*p.Margin, Y: MostSide}
	bare := *p
	bare.NoFooter = true
	f, err := bare.framed(size)
	if err != nil {
		return false, err
	}
	pages := report.Pages(p.m, p.View, report.Options{
		Scene: p.Scene, Size: scene.Point{X: f.body.W, Y: f.body.H}, Accent: p.Accent, Most: 1, Short: true,
	})
	if err := p.ctx.Err(); err != nil || len(pages) != 1 {
		return false, err
	}
	at := scene.Point{X: f.body.X, Y: f.body.Y}
	s := Sheet{Size: scene.Point{X: size.X, Y: at.Y + pages[0].Size.Y + p.Margin}, Paper: p.s.Page}
	s.Parts = append(bare.heads(frame{size: s.Size, head: f.head, body: f.body}), reported(pages[0], at, 1))
	p.add(s, scene.Rect{})
	return true, nil
}

// viewFrame divides a sheet of the paper. What is larger than A3 shows the same
// as that, larger: nobody reads small text on a large sheet.
func (p *setter) viewFrame() (frame, float64, error) {
	paper := p.Paper
	if paper == Fit {
		paper = A4
	}
	size, _ := paper.Size()
	if p.Orientation != Portrait {
		size.X, size.Y = size.Y, size.X
	}
	most, _ := A3.Size()
	f, err := p.framed(size)
	return f, max(1, max(size.X, size.Y)/most.Y), err
}
