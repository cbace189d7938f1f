package page

import (
	"math"

	"touchline.app/canvas/scene"
)

const (
	aimText    = 7.0   // the smallest text of a split map has at least this size, points, where one column allows it
	splitGap   = 8.0   // between heading, map and legend on a sheet
	goodWide   = 760.0 // heading and legend are laid out so wide where that leaves them readable, in points of the map
	leastWide  = 600.0 // and never narrower
	leastSplit = 160.0 // a sheet lower than this is refused, points

	// The share of a sheet up to which these are shown together with the map;
	// what is taller has sheets of its own, or is not repeated.
	mostHeading = 0.45
	mostLegend  = 0.25
	mostRepeat  = 0.3
)

// plan is how a map is split at a scale.
type plan struct {
	frame   frame
	scale   float64 // of the map
	extra   float64 // of heading and legend
	heading *scene.Scene
	legend  *scene.Scene
	alone   bool // the heading has sheets of its own
	after   bool // the legend has sheets of its own
	sheets  int  // estimated until the map is laid out
	tall    bool // the map goes over several pages from the top down
}

// split sets the map on many sheets, at a scale at which it can be read.
func (p *setter) split() error {
	if len(p.s.Stages) == 0 {
		return p.single()
	}
	p.unsized()
	best, err := p.best()
	if err != nil {
		return err
	}
	if best.sheets > 4*MostSheets {
		return tooMany(best.sheets)
	}
	if t := p.smallest() * min(best.scale, best.extra); t < LeastText-1e-6 {
		p.warn("The smallest text is %.1f pt, too small to read on paper; choose a larger paper, or split the map over several pages.", round(t))
	}
	p.hint(best.scale)
	return p.set(best)
}

// best is the plan of the fewest sheets, of both ways the paper may lie.
func (p *setter) best() (plan, error) {
	size, _ := p.Paper.Size()
	var best plan
	for _, lying := range p.Orientation.lying(size) {
		f, err := p.splitFrame(lying)
		if err != nil {
			return plan{}, err
		}
		pl := p.choose(f)
		if best.sheets == 0 || pl.sheets < best.sheets || pl.sheets == best.sheets && pl.scale > best.scale {
			best = pl
		}
	}
	return best, nil
}

// unsized lays the map out without the sizes that stages and lanes were given on the
// screen: a stage wider than a page cannot be split.
func (p *setter) unsized() {
	m := p.m.Clone()
	sized := settle(m)
	for _, st := range m.StagesInOrder() {
		if st.Width > 0 {
			st.Width, sized = 0, true
			m.Put(st)
		}
	}
	for _, l := range m.LanesInOrder() {
		if l.Height > 0 {
			l.Height, sized = 0, true
			m.Put(l)
		}
	}
	if sized {
		p.m, p.s = m, scene.Build(m, p.Scene)
	}
}

// splitFrame divides a sheet; the logo stands beside the heading and so has no
// room of its own.
func (p *setter) splitFrame(size scene.Point) (frame, error) {
	bare := *p
	bare.Logo = nil
	f, err := bare.framed(size)
	if err == nil && f.body.H < leastSplit {
		err = noRoom(p.Margin)
	}
	return f, err
}

// choose looks for the largest scale that takes no more sheets than the smallest
// good one. Under that it goes where the map else would be too tall for a page.
func (p *setter) choose(f frame) plan {
	base := newColumns(p.m, p.s, nil)
	least, good := LeastText/p.smallest(), aimText/p.smallest()
	most := max(1, good)
	if fits := f.body.W / (base.label.width() + p.widest()); fits < most {
		most = fits // a column is as wide as the page
	}
	least, good = min(least, most), min(good, most)
	at := p.plan(base, f, good)
	if at.tall {
		if lower := p.plan(base, f, least); !lower.tall {
			return p.between(base, lower, good, func(pl plan) bool { return !pl.tall })
		}
	}
	return p.between(base, at, most, func(pl plan) bool { return pl.sheets <= at.sheets && (at.tall || !pl.tall) })
}

// between looks for the largest scale from that of a plan up to another that
// still does.
func (p *setter) between(c *columns, best plan, most float64, does func(plan) bool) plan {
	const steps = 7
	lo, hi := best.scale, most
	for range steps {
		mid := (lo + hi) / 2
		if pl := p.plan(c, best.frame, mid); does(pl) {
			best, lo = pl, mid
		} else {
			hi = mid
		}
	}
	return best
}

// widest is the width of the widest column.
func (p *setter) widest() float64 {
	w := 1.0
	for _, c := range p.s.Columns {
		w = max(w, c.W)
	}
	return w
}

// plan divides a frame at a scale and counts the sheets.
func (p *setter) plan(c *columns, f frame, k float64) plan {
	pl := plan{frame: f, scale: k, extra: min(k, max(f.body.W/goodWide, min(LeastText/p.smallest(), f.body.W/leastWide)))}
	width := f.body.W/pl.extra - 1 // lines may go beyond it by half a point
	pl.heading = scene.Heading(p.m, p.Scene, width-p.logo(f.size, logoHeight).X/pl.extra-p.logoGap()/pl.extra)
	pl.legend = scene.Legend(p.m, p.Scene, width)
	pl.alone = p.headingHeight(pl) > f.body.H*mostHeading
	pl.after = area(pl.legend).H*pl.extra > f.body.H*mostLegend
	pages := 0
	room, used := f.body.W/k-c.label.width(), math.Inf(1)
	for _, r := range c.reach {
		w := r.width()
		if n := math.Ceil(w / room); n > 1 {
			pages += int(n)
			used = w/n*1.02 + room/8
		} else if used+w > room {
			pages++
			used = w
		} else {
			used += w
		}
	}
	first, rest := p.rooms(pl, c)
	down := len(strips(c.s.Body.Y, c.s.Body.Bottom(), first, rest, rows(c.s), nil))
	later := len(strips(c.s.Body.Y, c.s.Body.Bottom(), rest+p.repeated(pl, c), rest, rows(c.s), nil))
	pl.sheets, pl.tall = down+(pages-1)*later, down > 1 || later > 1
	if pl.alone {
		pl.sheets++
	}
	return pl
}

// area is what there is to see of a heading or legend, at its full width.
func area(s *scene.Scene) scene.Rect { return s.Body.Union(marked(s)) }

// logoGap is the distance from the heading to the logo beside it.
func (p *setter) logoGap() float64 {
	if p.Logo == nil {
		return 0
	}
	return 2 * splitGap
}

// headingHeight is what the heading takes on the first sheet, in its points.
func (p *setter) headingHeight(pl plan) float64 {
	return max(area(pl.heading).H*pl.extra, p.logo(pl.frame.size, logoHeight).Y)
}

// rooms returns how much of the height of the map goes on the first sheet and on
// one on which the stages are repeated, in points of the map.
func (p *setter) rooms(pl plan, c *columns) (first, rest float64) {
	room := pl.frame.body.H - splitGap
	if !pl.after {
		room -= area(pl.legend).H * pl.extra
	}
	line := p.lineHeight(pl) + splitGap
	rest = (room-line)/pl.scale - p.repeated(pl, c)
	if pl.alone {
		return (room - line) / pl.scale, rest
	}
	return (room - p.headingHeight(pl)) / pl.scale, rest
}

// repeated is the height of the stages where they are repeated, in points of the map.
func (p *setter) repeated(pl plan, c *columns) float64 {
	if h := stagesHeight(c.s); h*pl.scale <= pl.frame.body.H*mostRepeat {
		return h
	}
	return 0
}

// stagesHeight is the height of the stages above the lanes.
func stagesHeight(s *scene.Scene) float64 {
	if len(s.Bands) == 0 {
		return s.Body.H
	}
	return s.Bands[0].Rect.Y - s.Body.Y
}

// rows returns the upper edges of the lanes.
func rows(s *scene.Scene) []float64 {
	var out []float64
	for _, b := range s.Bands {
		out = append(out, b.Rect.Y)
	}
	return out
}

// lineHeight is the height of the line that stands for the heading on further
// sheets.
func (p *setter) lineHeight(pl plan) float64 {
	return max(lineSize(pl)*1.3, p.logo(pl.frame.size, smallLogo).Y)
}

const smallLogo = 20.0 // height of the logo on further sheets

func lineSize(pl plan) float64 { return typeSize(pl.frame.size) + 2 }
