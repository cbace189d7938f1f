package app

import (
	"strconv"

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
func (v *planView) paint(b *brush) {
	v.bound()
	for i, list := range v.list {
		c := v.column(i)
		b.box(c, 8, b.theme.Band)
		if v.held.id != "" && !v.held.point && v.held.state == i {
			b.box(c, 8, b.theme.Accent.Alpha(0.1))
			b.ring(c, 8, 1.5, b.theme.Accent, 4, 3)
		}
		for row, o := range list {
			if r := v.card(i, row); r.Bottom() > stateHigh && r.Y < b.size.Y {
				v.drawCard(b, r, o, v.number(i, row))
			}
		}
		b.box(scene.Rect{X: c.X, W: c.W, H: stateHigh - 4}, 8, b.theme.Band)
		head := scene.Rect{X: c.X + 12, W: c.W - 24, H: stateHigh - 2}
		n := b.end(strconv.Itoa(len(list)), planeSmall, head, b.theme.Muted)
		head.W -= n + 6
		b.one(say.Word("state", journey.OpportunityStates[i]), planeHead, head, b.theme.Ink)
	}
	v.drawPlot(b)
	v.drawHeld(b)
}

// drawCard draws an opportunity on the board.
func (v *planView) drawCard(b *brush, r scene.Rect, o journey.Opportunity, number int) {
	if v.held.id == o.ID && !v.held.keys && !v.held.point {
		b.ring(r, 7, 1, b.theme.Hairline, 3, 3)
		return
	}
	over := o.State == journey.Done || o.State == journey.Dismissed
	b.box(scene.Rect{X: r.X - 0.5, Y: r.Y + 1.5, W: r.W + 1, H: r.H + 1}, 7.5, b.theme.Ink.Alpha(0.05))
	b.box(r, 7, b.theme.Hairline)
	b.box(r.Inset(1), 6, b.theme.Card)
	hue := b.theme.Positive
	if over {
		hue = b.theme.Neutral
	}
	b.box(scene.Rect{X: r.X, Y: r.Y + 9, W: 3, H: r.H - 18}, 1.5, hue)
	in := scene.Rect{X: r.X + 12, Y: r.Y + 9, W: r.W - 22, H: r.H - 18}
	b.para(say.OrElse(o.Text, say.Text("unnamed")), planeText, in, 3, b.theme.Ink)
	foot := scene.Rect{X: in.X, Y: in.Bottom() - 15, W: in.W, H: 15}
	w := b.one(strconv.Itoa(number), planeLabel, foot, b.theme.PosText)
	foot.X, foot.W = foot.X+w+8, foot.W-w-8
	rating, brief := v.rating(o)
	if b.Width(rating, planeSmall) > foot.W {
		rating = brief
	}
	b.one(rating, planeSmall, foot, b.theme.Muted)
	by := scene.Rect{X: in.X, Y: foot.Y - 18, W: in.W, H: 15}
	due := b.end(o.Due, planeSmall, scene.Rect{X: by.X + by.W/2, Y: by.Y, W: by.W / 2, H: by.H}, b.theme.Muted)
	by.W -= due + 6
	b.one(v.where(o), planeSmall, by, b.theme.Muted)
	switch {
	case v.at == o.ID && v.focused:
		b.ring(r, 7, 2, b.theme.Accent)
	case v.at == o.ID:
		b.ring(r, 7, 1, b.theme.Muted)
	case v.hover == o.ID:
		b.ring(r, 7, 1, b.theme.Neutral)
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
func (v *planView) drawHeld(b *brush) {
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
	b.ring(r, 7, 2, b.theme.Accent)
}
