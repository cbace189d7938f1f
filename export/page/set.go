package page

import (
	"context"
	"fmt"
	"math"
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/export/report"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// MostSheets is the largest number of sheets of a document.
const MostSheets = 2000

// setter carries what the sheets of one document share.
type setter struct {
	Options
	ctx     context.Context // ends the work early
	m       *journey.Map
	s       *scene.Scene // the map as it is shown on one sheet
	content scene.Rect   // where s has marks
	doc     *Document
	feet    map[int]scene.Rect // sheet -> the place of its footer

	logoMost float64 // height of the logo in the head of a sheet
}

// Set lays a map out and sets it on sheets. The same map and options give the
// same document; the map must not be changed while the document is in use. An
// error says which option cannot be, that there would be too many sheets, or is
// that of ctx, with which the work ends early.
func Set(ctx context.Context, m *journey.Map, o Options) (*Document, error) {
	o = o.defaults()
	if err := o.check(); err != nil {
		return nil, err
	}
	o.Scene.Stop = func() bool { return ctx.Err() != nil }
	p := &setter{Options: o, ctx: ctx, m: m, feet: map[int]scene.Rect{}, logoMost: logoHeight}
	p.doc = &Document{Map: m, Title: m.Head.Title, Subject: m.Head.Scenario, Lang: o.Lang, Date: m.Head.Date}
	if o.View != "" {
		p.s = bare(m, o.Scene.Theme)
	} else if err := p.layOut(m, o.Scene); err != nil {
		return nil, err
	}
	p.content = marked(p.s)
	if err := p.sheets(); err != nil {
		return nil, err
	}
	if err := p.reports(); err != nil {
		return nil, err
	}
	p.footers()
	return p.doc, ctx.Err()
}

// layOut lays a map out as what is shown on one sheet.
func (p *setter) layOut(m *journey.Map, o scene.Options) error {
	s := scene.Build(m, o)
	if err := p.ctx.Err(); err != nil {
		return err
	}
	p.s = s
	return nil
}

// bare stands for the map where none of it is shown: its paper and direction.
func bare(m *journey.Map, theme scene.Theme) *scene.Scene {
	s := scene.New(scene.Point{X: 1, Y: 1}, theme, nil)
	s.RTL = m.RightToLeft()
	return s
}

// check says which option cannot be.
func (o Options) check() error {
	switch {
	case !slices.Contains(Modes, o.Mode):
		return fmt.Errorf("there is no way %q to set a map; there are %v", o.Mode, Modes)
	case !slices.Contains(Papers, o.Paper):
		return fmt.Errorf("there is no paper %q; there are %v", o.Paper, Papers)
	case !slices.Contains(Orientations, o.Orientation):
		return fmt.Errorf("there is no orientation %q; there are %v", o.Orientation, Orientations)
	case !slices.Contains(Tiles, o.Tile):
		return fmt.Errorf("a poster cannot be printed on %q; choose among %v", o.Tile, Tiles)
	case !(o.Margin <= MostSide) || !(o.Overlap <= MostSide):
		return fmt.Errorf("margin and overlap are lengths in millimetres, unlike %g and %g", o.Margin/millimetre, o.Overlap/millimetre)
	case o.View != "" && !slices.Contains(report.Kinds, o.View):
		return fmt.Errorf("there is no view %q; there are %v", o.View, report.Kinds)
	case o.Scale != 0 && !(o.Scale >= 0.01 && o.Scale <= 100):
		return fmt.Errorf("a scale of %g is not between 0.01 and 100", o.Scale)
	}
	return nil
}

func (p *setter) sheets() error {
	switch {
	case p.View != "":
		return p.view()
	case p.Mode == Poster:
		return p.poster()
	case p.Mode == Split:
		return p.split()
	default:
		if p.Paper == Fit {
			p.whole()
			return nil
		}
		return p.single()
	}
}

// add appends a sheet; the rectangle is the place of its footer.
func (p *setter) add(s Sheet, foot scene.Rect) {
	if foot.H > 0 {
		p.feet[len(p.doc.Sheets)] = foot
	}
	p.doc.Sheets = append(p.doc.Sheets, s)
}

// warn adds a warning in the language of the document.
func (p *setter) warn(text string, facts ...any) {
	p.doc.Warnings = append(p.doc.Warnings, phrase.Of(text, facts...))
}

// marked returns the smallest rectangle around the marks of a map.
func marked(s *scene.Scene) scene.Rect {
	var r scene.Rect
	for i := range s.Nodes {
		if s.Nodes[i].Role != scene.RolePage {
			r = r.Union(s.Nodes[i].Bounds)
		}
	}
	if !(r.W > 0 && r.H > 0) || math.IsInf(r.W, 0) || math.IsInf(r.H, 0) {
		return scene.Rect{W: s.Size.X, H: s.Size.Y}
	}
	return r
}

// tooMany is the error for a document without end.
func tooMany(sheets int) error {
	return phrase.Errorf("the map would take %d sheets, more than %d; choose a larger paper", sheets, MostSheets)
}
