package page

import (
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
)

// leaf is one sheet of a split map on its way.
type leaf struct {
	*setter
	plan
	c      *columns
	under  *scene.Scene // the tints of the lanes
	slices []slice
	strips []strip // of the slice
	slice  int
	strip  int
	texts  func(scene.Rect) bool // whether a text is shown on this sheet
	sheet  Sheet
	y      float64 // the free place from the top down
}

// set makes the sheets of a plan.
func (p *setter) set(pl plan) error {
	c, slices := p.cutUp(pl)
	if len(slices) > MostSheets {
		return tooMany(len(slices))
	}
	if pl.alone {
		p.spread(pl, pl.heading)
	}
	first, rest := p.rooms(pl, c)
	whole := rest + p.repeated(pl, c)
	all, under := texts(c.s), c.tints(pl.frame.body.W/pl.scale)
	for i := range slices {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		room := whole
		if i == 0 {
			room = first
		}
		list := even(c.s.Body.Y, c.s.Body.Bottom(), room, rest, rows(c.s), all)
		for k := range list {
			l := &leaf{setter: p, plan: pl, c: c, under: under, slices: slices, strips: list, slice: i, strip: k}
			l.texts = func(r scene.Rect) bool { return shows(list, k, r) }
			if k > 0 && i > 0 && l.bare() {
				continue
			}
			l.compose()
			if len(p.doc.Sheets) >= MostSheets {
				return tooMany(len(slices) * len(list))
			}
			p.add(l.sheet, pl.frame.foot)
		}
	}
	if pl.after {
		p.spread(pl, pl.legend)
	}
	if n := len(p.doc.Sheets); n > MostSheets {
		return tooMany(n)
	}
	return nil
}

// cutUp lays the map out for the sheets of a plan, and says which stages go together.
func (p *setter) cutUp(pl plan) (*columns, []slice) {
	room := pl.frame.body.W / pl.scale
	c := p.fitting(room - newColumns(p.m, p.s, nil).label.width())
	return p.pieces(c, c.pack(room-c.label.width()))
}

// spread puts a heading or legend that is too tall to stand beside the map on
// sheets of its own.
func (p *setter) spread(pl plan, of *scene.Scene) {
	b := area(of)
	room := pl.frame.body.H / pl.extra
	list := strips(b.Y, b.Bottom(), room, room, nil, texts(of))
	for i, st := range list {
		nodes := make([]scene.Node, 0, len(of.Nodes))
		for k := range of.Nodes {
			if n := &of.Nodes[k]; n.Role != scene.RolePage {
				nodes = append(nodes, filtered(n, func(o *scene.Op) bool { return !isText(o) || shows(list, i, o.TextRect()) }))
			}
		}
		s := p.like(of, nodes)
		w := scene.Rect{X: b.X, Y: st.y0, W: b.W, H: st.y1 - st.y0}
		sheet := Sheet{Size: pl.frame.size, Paper: p.s.Page, Parts: p.rule(pl.frame)}
		sheet.Parts = append(sheet.Parts, Part{Scene: s, Window: w, At: scene.Point{X: pl.frame.body.X, Y: pl.frame.body.Y}, Scale: pl.extra, Kind: Body})
		p.add(sheet, pl.frame.foot)
	}
}

// rule is the head of a sheet of a split map: the accent without the logo.
func (p *setter) rule(f frame) []Part {
	bare := *p
	bare.Logo = nil
	return bare.heads(f)
}

// compose fills the sheet from the top down.
func (l *leaf) compose() {
	f := l.frame
	l.sheet = Sheet{Size: f.size, Paper: l.s.Page, Parts: l.rule(f)}
	l.y = f.body.Y
	if l.slice == 0 && l.strip == 0 && !l.alone {
		l.begin()
	} else {
		l.resume()
	}
	st := l.strips[l.strip]
	if l.strip > 0 && l.repeated(l.plan, l.c) > 0 && st.y0 > l.c.s.Body.Y {
		top := l.c.s.Body.Y
		l.band(strip{top, top + stagesHeight(l.c.s)}, Repeat)
	}
	if st.y1 > st.y0 {
		l.band(st, Body)
	}
	if l.after {
		return
	}
	kind := Repeat
	if len(l.doc.Sheets) == 0 {
		kind = Body
	}
	b := area(l.legend)
	l.part(Part{Scene: l.legend, Window: b, At: scene.Point{X: f.body.X, Y: l.y}, Scale: l.extra, Kind: kind})
}

func (l *leaf) part(p Part) {
	if p.Window.W > 0 && p.Window.H > 0 {
		l.sheet.Parts = append(l.sheet.Parts, p)
	}
}

// begin shows the heading of the map, the logo beside it.
func (l *leaf) begin() {
	f, b := l.frame, area(l.heading)
	logo := l.logo(f.size, logoHeight)
	at := scene.Point{X: f.body.X, Y: l.y}
	mark := scene.Rect{X: f.body.Right() - logo.X, Y: l.y, W: logo.X, H: logo.Y}
	if l.s.RTL {
		at.X = f.body.Right() - b.W*l.extra
		mark.X = f.body.X
	}
	l.part(Part{Scene: l.heading, Window: b, At: at, Scale: l.extra, Kind: Body})
	l.stamp(mark)
	l.y += l.headingHeight(l.plan)
}

// stamp puts the logo into a rectangle.
func (l *leaf) stamp(r scene.Rect) {
	if r.W > 0 && r.H > 0 {
		pen := scene.NewPen(l.Scene.Fonts)
		pen.Image(r, l.Logo)
		l.part(l.furniture(pen, l.frame.size, r))
	}
}

// resume shows the title in one line, with the stages of the sheet and the logo.
func (l *leaf) resume() {
	f := l.frame
	h := l.lineHeight(l.plan)
	logo := l.logo(f.size, smallLogo)
	size := lineSize(l.plan)
	strong, plain := lettering(text.Bold, size), lettering(text.Regular, size)
	r := scene.Rect{X: f.body.X, Y: l.y, W: f.body.W, H: h}
	mark := scene.Rect{X: r.Right() - logo.X, Y: l.y, W: logo.X, H: logo.Y}
	if l.s.RTL {
		mark.X = r.X
		r.X += logo.X
	}
	r.W -= logo.X
	l.stamp(mark)
	pen := scene.NewPen(l.Scene.Fonts)
	y := l.y + (h-plain.Lead)/2
	used := l.across(pen, l.title(), strong, r, y, r.W*0.6, false, l.Scene.Theme.Ink) + size
	rest := r
	rest.W -= used
	if !l.s.RTL {
		rest.X += used
	}
	l.across(pen, l.stages(), plain, rest, y, rest.W, false, l.Scene.Theme.Muted)
	l.part(l.furniture(pen, f.size, r))
	l.y += h + splitGap
}

// stages names the first and the last stage of the sheet.
func (l *leaf) stages() string {
	sl := l.slices[l.slice]
	name := func(i int) string {
		st, _ := l.m.Stages.Get(l.c.original(l.c.s.Stages[i].Stage))
		return st.Name
	}
	a, b := name(sl.first), name(sl.end-1)
	switch {
	case b == "" || a == b:
		return a
	case a == "":
		return b
	}
	return a + " – " + b
}
