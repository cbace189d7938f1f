package scene

import (
	"fmt"
	"strconv"

	"touchline.app/journey"
)

const (
	ribbonHeight = 40.0 // where everybody is still there
	ribbonTop    = 22.0 // room above for the numbers
)

// left is how many customers are left at a column: who came there or to a later
// one.
type left struct {
	customers int
	share     float64 // of those at the first
	column    Column
}

// ribbon is the stretch of the ribbon from one column to the next; heights are
// shares of the whole.
type ribbon struct{ width, from, to float64 }

// dropOff draws how many customers are left along the journey as a ribbon, its
// width who is still there, and below it the path of those who finished. It
// returns the y below; where nobody counted that is y.
func (b *builder) dropOff(y float64) float64 {
	all := b.leftAt()
	if len(all) == 0 {
		return y
	}
	p := b.pen()
	p.Block(b.traffic(), labelFont, b.left()+columnGap/2, y+lanePad-2, b.right()-b.left()-columnGap, b.Theme.Ink)
	below := p.Bounds().Bottom()
	b.add(p, RoleDropOff, journey.KindHead, b.m.Head.ID)
	top := below + ribbonTop
	b.ribbon(all, top+ribbonHeight/2)
	for i := range all {
		b.leftNumber(all, i, top-16)
	}
	return b.path(top+ribbonHeight+10) + 4
}

// traffic says how many finished.
func (b *builder) traffic() string {
	e := b.m.Head.Events
	if e.Customers == 0 {
		return b.Words("scene.dropoff")
	}
	s := b.Words("scene.dropoff") + ": " + fmt.Sprintf(b.Words("scene.finished"), thousands(e.Finished), thousands(e.Customers))
	if e.AdHoc > 0 {
		s += ", " + fmt.Sprintf(b.Words("scene.ad_hoc"), thousands(e.AdHoc))
	}
	return s
}

// leftAt returns the columns at which customers were counted: those of touchpoints,
// or the first of a stage of which only the stage was counted.
func (b *builder) leftAt() []left {
	var out []left
	stage := map[journey.ID]int{}
	counted := map[journey.ID]bool{}
	for _, s := range b.stages {
		stage[s.ID] = s.Customers
	}
	byColumn := map[journey.ID]*journey.Touchpoint{}
	for i := range b.journey {
		t := b.journey[i]
		byColumn[t.ID] = t
		counted[t.Stage] = counted[t.Stage] || t.Passage.Customers > 0
	}
	for _, c := range b.s.Columns {
		n, ok := 0, false
		switch t := byColumn[c.Touchpoint]; {
		case t != nil && t.Passage != journey.Passage{}:
			n, ok = t.Passage.Customers, true
		case stage[c.Stage] > 0 && !counted[c.Stage]:
			n, ok = stage[c.Stage], true
			counted[c.Stage] = true // once for all its columns
		}
		if ok {
			out = append(out, left{customers: n, column: c})
		}
	}
	for i := len(out) - 2; i >= 0; i-- { // who came later was not gone
		out[i].customers = max(out[i].customers, out[i+1].customers)
	}
	if len(out) == 0 || out[0].customers == 0 {
		return nil
	}
	for i := range out {
		out[i].share = float64(out[i].customers) / float64(out[0].customers)
	}
	return out
}

// ribbon draws the ribbon around the line y.
func (b *builder) ribbon(all []left, y float64) {
	const over = 0.8 // a piece goes on under the next, or a seam shows there
	piece := func(x float64, r ribbon) {
		d := b.known.ribbons.of(r, func() *drawing {
			p := b.pen()
			h0, h1 := max(r.from*ribbonHeight, 1)/2, max(r.to*ribbonHeight, 1)/2
			up, down := bend{y0: -h0, y1: -h1}, bend{y0: h1, y1: h0}
			path := up.along(Path(nil).Move(0, -h0), 0, r.width).Line(r.width+over, -h1).Line(r.width+over, h1)
			p.Fill(down.along(path.Line(r.width, h1), r.width, 0).Close(), mix(b.Theme.Page, b.Theme.Accent, 0.3))
			return b.drawn(p)
		})
		b.put(d, Point{x, y}, Node{Ref: Ref{journey.KindHead, b.m.Head.ID}, Role: RoleDropOff})
	}
	for i, l := range all {
		x := l.column.middle()
		if i == 0 {
			piece(x-18, ribbon{18, l.share, l.share})
		}
		if i+1 == len(all) {
			piece(x, ribbon{18, l.share, l.share})
			break
		}
		next := all[i+1].column.middle()
		piece(x, ribbon{next - x, l.share, all[i+1].share})
	}
}

// leftNumber writes how many are left at a column, and the share that dropped off
// since the one before.
func (b *builder) leftNumber(all []left, i int, y float64) {
	l := all[i]
	s, lost := thousands(l.customers), 0.0
	if i > 0 && all[i-1].customers > l.customers {
		lost = 1 - float64(l.customers)/float64(all[i-1].customers)
		s += " −" + strconv.FormatFloat(lost*100, 'f', 0, 64) + " %"
	}
	f := stepFace{text: s, loss: lost >= 0.25, width: max(l.column.W-4, 40)}
	b.put(b.step(f), Point{l.column.middle() - f.width/2, y}, b.stepNode(l.column))
}

func (b *builder) stepNode(c Column) Node {
	if c.Touchpoint == "" {
		return Node{Ref: Ref{journey.KindStage, c.Stage}, Role: RoleDropOff, Stage: c.Stage}
	}
	return Node{Ref: Ref{journey.KindTouchpoint, c.Touchpoint}, Role: RoleDropOff, Stage: c.Stage}
}

// stepFace is a text in the middle of a column, or a step of the path.
type stepFace struct {
	text    string
	width   float64
	loss    bool // many dropped off here
	path    bool // it has a point of the path
	optimal bool
	next    float64 // how far to the next point of the optimal path; 0: there is none
}

// step draws a text in the middle of its width, with a point of the path over it.
func (b *builder) step(f stepFace) *drawing {
	return b.known.steps.of(f, func() *drawing {
		p := b.pen()
		y, ink := 0.0, b.Theme.Muted
		if f.loss {
			ink = b.Theme.NegText
		}
		if f.path {
			b.pathPoint(p, f)
			y = 12
		}
		for i, l := range p.Wrap(f.text, smallFont, f.width) {
			w := l.W * smallFont.Size
			p.Line(l, smallFont, (f.width-w)/2, y, ink)
			p.ops[len(p.ops)-1].Continues = i > 0
			y += smallFont.Lead
		}
		d := b.drawn(p)
		d.below = y
		return d
	})
}

// pathPoint draws a full point on the optimal path, and a ring beside it.
func (b *builder) pathPoint(p *Pen, f stepFace) {
	x := f.width / 2
	if f.next > 0 {
		p.Rect(Rect{x, 4, f.next, 2}, 0, b.Theme.Accent)
	}
	if f.optimal {
		p.Fill(Circle(x, 5, 5), b.Theme.Accent)
		return
	}
	p.Fill(Circle(x, 5, 5), b.Theme.Neutral)
	p.Fill(Circle(x, 5, 3.5), b.Theme.Page)
}

// path draws the touchpoints that most who finished went through as full points
// of one line, the others as rings, and how customers left that path. It returns
// the y below.
func (b *builder) path(y float64) float64 {
	if b.m.Head.Events.Finished == 0 {
		return y
	}
	bottom := y
	p := b.pen()
	label := p.Block(b.Words("scene.path"), labelFont, b.left()+columnGap/2, y, b.right()-b.left()-columnGap, b.Theme.Ink)
	b.add(p, RoleDropOff, journey.KindHead, b.m.Head.ID)
	y = label + 6
	for i := range b.journey {
		t := b.journey[i]
		c := b.s.Columns[b.at[i]]
		f := stepFace{text: b.strayed(t), width: c.W - 4, path: true, optimal: t.Passage.Optimal}
		if f.optimal {
			f.next = b.nextOptimal(i) - c.middle()
		}
		d := b.step(f)
		b.put(d, Point{c.middle() - f.width/2, y}, b.stepNode(c))
		bottom = max(bottom, y+d.below)
	}
	return bottom
}

// nextOptimal returns where the next point of the optimal path stands, or where
// touchpoint i does when it is the last.
func (b *builder) nextOptimal(i int) float64 {
	for k := i + 1; k < len(b.journey); k++ {
		if b.journey[k].Passage.Optimal {
			return b.s.Columns[b.at[k]].middle()
		}
	}
	return b.s.Columns[b.at[i]].middle()
}

// strayed says how those who finished left the path at a touchpoint.
func (b *builder) strayed(t *journey.Touchpoint) string {
	p := t.Passage
	var parts []string
	say := func(key string, n int) {
		if n > 0 {
			parts = append(parts, b.Words(key)+" "+thousands(n))
		}
	}
	if p.Optimal {
		say("scene.skipped", p.Skipped)
	} else {
		say("scene.ad_hoc_here", p.Finished)
	}
	say("scene.repeated", p.Repeated)
	say("scene.out_of_order", p.OutOfOrder)
	return dotted(parts...)
}
