package page

import (
	"fmt"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

func (p *setter) head() scene.Ref { return scene.Ref{Kind: journey.KindHead, ID: p.m.Head.ID} }

// footers adds to each sheet that has room for it title, version, date and page,
// now that the number of sheets is known.
func (p *setter) footers() {
	n := len(p.doc.Sheets)
	for i := range p.doc.Sheets {
		r, ok := p.feet[i]
		if !ok {
			continue
		}
		s := &p.doc.Sheets[i]
		pen := scene.NewPen(p.Scene.Fonts)
		p.footer(pen, r, typeSize(s.Size), fmt.Sprintf(p.Scene.Words("page.number"), i+1, n))
		s.Parts = append(s.Parts, p.furniture(pen, s.Size, r))
	}
}

// footer draws the line at the foot of a sheet into r.
func (p *setter) footer(pen *scene.Pen, r scene.Rect, size float64, number string) {
	strong, plain := lettering(text.Semibold, size), lettering(text.Regular, size)
	y := r.Bottom() - plain.Lead
	pen.Rect(scene.Rect{X: r.X, Y: y - size*0.45, W: r.W, H: 0.5}, 0, p.Scene.Theme.Hairline)
	room := r.W - pen.Width(number, plain) - 2*size
	p.across(pen, number, plain, r, y, r.W, true, p.Scene.Theme.Muted)
	title := p.title()
	imprint := shortened(pen, p.imprint(), plain, room*0.6)
	most := room
	if imprint != "" {
		most = max(room-pen.Width(imprint, plain)-1.5*size, room*0.5)
	}
	used := p.across(pen, title, strong, r, y, most, false, p.Scene.Theme.Ink) + 1.5*size
	rest := scene.Rect{X: r.X + used, Y: r.Y, W: r.W - used, H: r.H}
	if p.s.RTL {
		rest.X = r.X
	}
	if room-used > 4*size {
		p.across(pen, imprint, plain, rest, y, room-used, false, p.Scene.Theme.Muted)
	}
}

// across draws s at the beginning or end of r in the direction of the map,
// shortened to a width, and returns its width.
func (p *setter) across(pen *scene.Pen, s string, f scene.Font, r scene.Rect, y, most float64, end bool, c scene.Color) float64 {
	s = shortened(pen, s, f, most)
	w := pen.Width(s, f)
	x := r.X
	if end != p.s.RTL {
		x = r.Right() - w
	}
	if w > 0 {
		pen.One(s, f, x, y, c)
	}
	return w
}

// title is the title of the map, or the words for one without.
func (p *setter) title() string {
	if t := strings.Join(strings.Fields(p.m.Head.Title), " "); t != "" {
		return t
	}
	return p.Scene.Words("scene.untitled")
}

// imprint is version and date.
func (p *setter) imprint() string {
	var parts []string
	if v := strings.TrimSpace(p.m.Head.Version); v != "" {
		parts = append(parts, p.Scene.Words("scene.version")+" "+v)
	}
	if d := p.m.Head.Date; !d.IsZero() {
		parts = append(parts, d.Format("2006-01-02"))
	}
	return text.Dotted(parts...)
}

// lettering is a style at a size with the usual distance of lines.
func lettering(s text.Style, size float64) scene.Font {
	return scene.Font{Style: s, Size: size, Lead: size * 1.3}
}

// shortened cuts s so that it fits a width, with an ellipsis at its end.
func shortened(pen *scene.Pen, s string, f scene.Font, most float64) string {
	if s == "" || most <= 0 {
		return ""
	}
	const enough = 400 // runes no footer has room for
	rs := []rune(s)
	if len(rs) > enough {
		rs = rs[:enough]
	} else if pen.Width(s, f) <= most {
		return s
	}
	lo, hi := 0, len(rs) // lo runes fit
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if pen.Width(cut(rs, mid), f) <= most {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	if lo == 0 {
		return ""
	}
	return cut(rs, lo)
}

func cut(rs []rune, n int) string { return strings.TrimRight(string(rs[:n]), " ") + "…" }
