package page

import (
	"fmt"
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/export/report"
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
		return fmt.Errorf("margins of %.0f mm leave no room for a report; choose smaller ones or a larger paper", p.Margin/millimetre)
	}
	for _, k := range p.Reports {
		if !slices.Contains(report.Kinds, k) {
			return fmt.Errorf("there is no report %q; there are %v", k, report.Kinds)
		}
		o := report.Options{Scene: p.Scene, Size: scene.Point{X: f.body.W, Y: f.body.H}, Accent: p.Accent, Most: MostSheets}
		for _, s := range report.Pages(p.m, k, o) {
			if len(p.doc.Sheets) >= MostSheets {
				return fmt.Errorf("the report %s would take more than %d sheets; leave it out", k, MostSheets)
			}
			sheet := Sheet{Size: f.size, Paper: p.s.Page, Parts: own.heads(f)}
			sheet.Parts = append(sheet.Parts, Part{
				Scene: s, Window: scene.Rect{W: s.Size.X, H: s.Size.Y}, At: scene.Point{X: f.body.X, Y: f.body.Y}, Scale: 1, Kind: Report,
			})
			p.add(sheet, f.foot)
		}
	}
	return nil
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
