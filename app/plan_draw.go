package app

import (
	"strconv"

	"touchline.app/app/plane"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// The sizes of the plan, in units.
const (
	planAir    = 16
	plotEdge   = 30 // left of the plot and under it, for the figures
	plotMost   = 340
	plotLeast  = 220
	stateHigh  = 34 // head of a column
	cardHigh   = 118
	cardGap    = 8
	columnGap  = 10
	leastCard  = 118
	emptyShare = 0.62 // of the width of a column with cards
	spotSize   = 12   // radius of a point
)

// plot is where the points stand; of no size where there is no room beside the board.
func (v *planView) plot() scene.Rect {
	w, h := float64(v.Size().Width), float64(v.Size().Height)
	states := float64(len(journey.OpportunityStates))
	side := min(w-2*planAir-plotEdge-columnGap*2-states*(leastCard+columnGap), h-4*plotEdge, plotMost, w*0.36)
	if side < plotLeast {
		return scene.Rect{}
	}
	return scene.Rect{X: planAir + plotEdge, Y: stateHigh, W: side, H: side}
}

// board is where the cards stand.
func (v *planView) board() scene.Rect {
	x := float64(planAir)
	if p := v.plot(); p.W > 0 {
		x = p.Right() + 2*planAir
	}
	return scene.Rect{X: x, Y: stateHigh, W: float64(v.Size().Width) - x - planAir, H: float64(v.Size().Height) - stateHigh}
}

// column is the place of a state over the whole height. One without cards is
// narrower where the others have need of the room.
func (v *planView) column(i int) scene.Rect {
	b, total, before := v.board(), 0.0, 0.0
	for k, list := range v.list {
		share := 1.0
		if len(list) == 0 {
			share = emptyShare
		}
		if k < i {
			before += share
		}
		total += share
		if k == i {
			b.H = share
		}
	}
	w := (b.W - float64(len(v.list)-1)*columnGap) / total
	return scene.Rect{X: b.X + before*w + float64(i)*columnGap, W: b.H * w, H: float64(v.Size().Height)}
}

// card is where a card lies.
func (v *planView) card(column, row int) scene.Rect {
	c := v.column(column)
	return scene.Rect{X: c.X + 6, Y: stateHigh + float64(row)*(cardHigh+cardGap) - v.off, W: c.W - 12, H: cardHigh}
}

// paint draws the board, what is over it, and the plot.
func (v *planView) paint(b *plane.Brush) {
	v.bound()
	for i, list := range v.list {
		c := v.column(i)
		b.Box(c, 8, b.Theme.Band)
		if v.held.id != "" && !v.held.point && v.held.state == i {
			b.Box(c, 8, b.Theme.Accent.Alpha(0.1))
			b.Ring(c, 8, 1.5, b.Theme.Accent, 4, 3)
		}
		for row, o := range list {
			if r := v.card(i, row); r.Bottom() > stateHigh && r.Y < b.Size.Y {
				v.drawCard(b, r, o, v.number(i, row))
			}
		}
		b.Box(scene.Rect{X: c.X, W: c.W, H: stateHigh - 4}, 8, b.Theme.Band)
		head := scene.Rect{X: c.X + 12, W: c.W - 24, H: stateHigh - 2}
		n := b.WriteEnd(strconv.Itoa(len(list)), plane.Small, head, b.Theme.Muted)
		head.W -= n + 6
		b.Write(say.Word("state", journey.OpportunityStates[i]), plane.Head, head, b.Theme.Ink)
	}
	v.drawPlot(b)
	v.drawHeld(b)
}

// drawCard draws an opportunity on the board.
func (v *planView) drawCard(b *plane.Brush, r scene.Rect, o journey.Opportunity, number int) {
	if v.held.id == o.ID && !v.held.keys && !v.held.point {
		b.Ring(r, 7, 1, b.Theme.Hairline, 3, 3)
		return
	}
	over := o.State == journey.Done || o.State == journey.Dismissed
	b.Box(scene.Rect{X: r.X - 0.5, Y: r.Y + 1.5, W: r.W + 1, H: r.H + 1}, 7.5, b.Theme.Ink.Alpha(0.05))
	b.Box(r, 7, b.Theme.Hairline)
	b.Box(r.Inset(1), 6, b.Theme.Card)
	hue := b.Theme.Positive
	if over {
		hue = b.Theme.Neutral
	}
	b.Box(scene.Rect{X: r.X, Y: r.Y + 9, W: 3, H: r.H - 18}, 1.5, hue)
	in := scene.Rect{X: r.X + 12, Y: r.Y + 9, W: r.W - 22, H: r.H - 18}
	b.Paragraph(say.OrElse(o.Text, say.Text("unnamed")), plane.Plain, in, 3, b.Theme.Ink)
	foot := scene.Rect{X: in.X, Y: in.Bottom() - 15, W: in.W, H: 15}
	w := b.Write(strconv.Itoa(number), plane.Label, foot, b.Theme.PosText)
	foot.X, foot.W = foot.X+w+8, foot.W-w-8
	rating, brief := v.rating(o)
	if b.Width(rating, plane.Small) > foot.W {
		rating = brief
	}
	b.Write(rating, plane.Small, foot, b.Theme.Muted)
	by := scene.Rect{X: in.X, Y: foot.Y - 18, W: in.W, H: 15}
	due := b.WriteEnd(o.Due, plane.Small, scene.Rect{X: by.X + by.W/2, Y: by.Y, W: by.W / 2, H: by.H}, b.Theme.Muted)
	by.W -= due + 6
	b.Write(v.where(o), plane.Small, by, b.Theme.Muted)
	switch {
	case v.at == o.ID && v.focused:
		b.Ring(r, 7, 2, b.Theme.Accent)
	case v.at == o.ID:
		b.Ring(r, 7, 1, b.Theme.Muted)
	case v.hover == o.ID:
		b.Ring(r, 7, 1, b.Theme.Neutral)
	}
}

// rating says impact and effort; brief does with the arrows of the plot.
func (v *planView) rating(o journey.Opportunity) (full, brief string) {
	o = v.now(o)
	figure := func(n int) string {
		if n < 1 {
			return "–"
		}
		return strconv.Itoa(n)
	}
	impact, effort := figure(o.Impact), figure(o.Effort)
	return say.Text("chance.impact") + " " + impact + " · " + say.Text("chance.effort") + " " + effort, "↑ " + impact + "  → " + effort
}

// where says who answers for an opportunity, or else where it belongs.
func (v *planView) where(o journey.Opportunity) string {
	t, _ := v.e.doc.Map().Touchpoints.Get(o.Touchpoint)
	s, _ := v.e.doc.Map().Stages.Get(o.Stage)
	return say.OrElse(o.Owner, say.OrElse(t.Title, s.Name))
}

// drawHeld draws what the pointer carries.
func (v *planView) drawHeld(b *plane.Brush) {
	h := v.held
	column, row, ok := v.place(h.id)
	if !ok || h.keys || h.point {
		return
	}
	o := v.now(v.list[column][row])
	w := v.column(column).W - 12
	r := scene.Rect{X: h.at.X - w/2, Y: h.at.Y - 20, W: w, H: cardHigh}
	v.held.keys = true // it is drawn as a card, not as the gap it left
	v.drawCard(b, r, o, v.number(column, row))
	v.held = h
	b.Ring(r, 7, 2, b.Theme.Accent)
}
