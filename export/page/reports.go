package page

import (
	"fmt"
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/export/report"
	"touchline.app/journey/phrase"
)

// leastReport is the least room a table needs on a sheet in each direction, points.
const leastReport = 240.0

// reports appends the reports that were asked for.
func (p *setter) reports() error {
	if len(p.Reports) == 0 {
		return nil
	}
	own := *p
	own.logoMost = smallLogo
	f, err := own.reportFrame()
	if err != nil {
		return err
	}
	if f.body.W < leastReport || f.body.H < leastReport {
		return phrase.Errorf("margins of %.0f mm leave no room for a report; choose smaller ones or a larger paper", p.Margin/millimetre)
	}
	for _, k := range p.Reports {
		if !slices.Contains(report.Kinds, k) {
			return fmt.Errorf("there is no report %q; there are %v", k, report.Kinds)
		}
		if err := own.report(k, f, 1); err != nil {
			return phrase.Errorf("%w; leave it out", err)
		}
	}
	return nil
}

// report adds the sheets of a report at a scale.
func (p *setter) report(k report.Kind, f frame, scale float64) error {
	o := report.Options{Scene: p.Scene, Size: scene.Point{X: f.body.W / scale, Y: f.body.H / scale}, Accent: p.Accent, Most: MostSheets}
	pages := report.Pages(p.m, k, o)
	if err := p.ctx.Err(); err != nil {
		return err
	}
	if len(p.doc.Sheets)+len(pages) > MostSheets {
		return phrase.Errorf("the report %s would take more than %d sheets", k, MostSheets)
	}
	for _, s := range pages {
		sheet := Sheet{Size: f.size, Paper: p.s.Page, Parts: p.heads(f)}
		sheet.Parts = append(sheet.Parts, reported(s, scene.Point{X: f.body.X, Y: f.body.Y}, scale))
		p.add(sheet, f.foot)
	}
	return nil
}

// reported is all of a page of a report at a place.
func reported(s *scene.Scene, at scene.Point, scale float64) Part {
	return Part{Scene: s, Window: scene.Rect{W: s.Size.X, H: s.Size.Y}, At: at, Scale: scale, Kind: Report}
}

// reportFrame divides a sheet of a report. Nobody reads text on a sheet larger
// than A3: reports of large maps and of those without a paper are on A4.
func (p *setter) reportFrame() (frame, error) {
	paper := p.Paper
	switch {
	case p.Mode == Poster:
		paper = p.Tile
	case !slices.Contains(Tiles, paper):
		paper = A4
	}
	size, _ := paper.Size()
	if p.Orientation != Portrait {
		size.X, size.Y = size.Y, size.X
	}
	if p.Paper == Fit { // the sheets of a map have no footer then, those of a report have
		with := *p
		with.NoFooter = false
		return with.framed(size)
	}
	return p.framed(size)
}
