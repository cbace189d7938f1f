package app

import (
	"math"
	"strconv"

	"touchline.app/app/plane"
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// The plot of impact upward over effort: what is at the upper left is done first.

// aside is where points of the same rating stand beside each other, in quarters
// of a step. Of more than these the last place says how many.
var aside = [][2]float64{{0, 0}, {-1, -1}, {1, 1}, {1, -1}, {-1, 1}}

// spot is a point of the plot.
type spot struct {
	o     journey.Opportunity
	label string
	at    scene.Point
}

// spots returns the points where they stand, and the numbers of what is not rated.
func (v *planView) spots() (list []spot, loose string) {
	p, alike, all := v.plot(), map[[2]int]int{}, map[[2]int]int{}
	each := func(do func(journey.Opportunity, int)) {
		for column, list := range v.list {
			for row, o := range list {
				do(v.now(o), v.number(column, row))
			}
		}
	}
	each(func(o journey.Opportunity, _ int) { all[[2]int{o.Impact, o.Effort}]++ })
	step := p.W / 5
	each(func(o journey.Opportunity, n int) {
		if o.Impact < 1 || o.Effort < 1 || o.Impact > 5 || o.Effort > 5 {
			loose += " " + strconv.Itoa(n)
			return
		}
		k := [2]int{o.Impact, o.Effort}
		i, label := alike[k], strconv.Itoa(n)
		alike[k]++
		if last := len(aside) - 1; i >= last && all[k] > len(aside) {
			if i+1 < all[k] {
				return
			}
			i, label = last, "+"+strconv.Itoa(all[k]-last)
		}
		list = append(list, spot{o, label, scene.Point{
			X: p.X + (float64(o.Effort)-0.5+aside[i][0]/4)*step,
			Y: p.Bottom() - (float64(o.Impact)-0.5-aside[i][1]/4)*step,
		}})
	})
	return list, loose
}

// spotAt returns the point at a place.
func (v *planView) spotAt(at scene.Point) (journey.ID, bool) {
	list, _ := v.spots()
	for _, s := range list {
		if math.Hypot(at.X-s.at.X, at.Y-s.at.Y) <= spotSize+3 {
			return s.o.ID, true
		}
	}
	return "", false
}

// ratingAt returns the rating of a place of the plot.
func (v *planView) ratingAt(at scene.Point) (impact, effort int) {
	p := v.plot()
	step := p.W / 5
	in := func(x float64) int { return min(max(int(math.Floor(x))+1, 1), 5) }
	return in((p.Bottom() - at.Y) / step), in((at.X - p.X) / step)
}

func (v *planView) drawPlot(b *plane.Brush) {
	p := v.plot()
	if p.W <= 0 {
		return
	}
	v.ground(b, p)
	list, loose := v.spots()
	for _, s := range list {
		v.drawSpot(b, s)
	}
	if loose != "" {
		b.Write(say.Text("quadrant.loose")+":"+loose, plane.Small, scene.Rect{X: p.X, Y: p.Bottom() + plotEdge + 12, W: p.W, H: 15}, b.Theme.Muted)
	}
}

// ground draws the quarters, the best on a tint, and the axes.
func (v *planView) ground(b *plane.Brush, p scene.Rect) {
	half := p.W / 2
	b.Box(p, 8, b.Theme.Band)
	b.Box(scene.Rect{X: p.X, Y: p.Y, W: half, H: half}, 8, scene.Over(b.Theme.Positive.Alpha(0.13), b.Theme.Page))
	b.Box(scene.Rect{X: p.X, Y: p.Y + half - 0.5, W: p.W, H: 1}, 0, b.Theme.Hairline)
	b.Box(scene.Rect{X: p.X + half - 0.5, Y: p.Y, W: 1, H: p.H}, 0, b.Theme.Hairline)
	for i, key := range []string{"quadrant.first", "quadrant.plan", "quadrant.fill", "quadrant.leave"} {
		r := scene.Rect{X: p.X + float64(i%2)*half + 10, Y: p.Y + float64(i/2)*(p.H-28) + 6, W: half - 20, H: 16}
		b.Write(say.Text(key), plane.Label, r, b.Theme.Muted)
	}
	step := p.W / 5
	for i := range 5 {
		n := strconv.Itoa(i + 1)
		b.WriteMiddle(n, plane.Small, scene.Rect{X: p.X - plotEdge, Y: p.Bottom() - float64(i+1)*step, W: plotEdge, H: step}, b.Theme.Muted)
		b.WriteMiddle(n, plane.Small, scene.Rect{X: p.X + float64(i)*step, Y: p.Bottom() + 4, W: step, H: 15}, b.Theme.Muted)
	}
	b.Write("↑ "+say.Text("chance.impact"), plane.Head, scene.Rect{X: p.X, Y: 0, W: p.W, H: stateHigh - 2}, b.Theme.Ink)
	arrow := " →"
	if b.RTL {
		arrow = " ←"
	}
	b.WriteEnd(say.Text("chance.effort")+arrow, plane.Head, scene.Rect{X: p.X, Y: p.Bottom() + 20, W: p.W, H: 18}, b.Theme.Ink)
}

// drawSpot draws a point; what is done or dismissed is grey.
func (v *planView) drawSpot(b *plane.Brush, s spot) {
	at := b.At(scene.Rect{X: s.at.X, Y: s.at.Y})
	c, ink, face := b.Theme.Positive, b.Theme.PosText, b.Theme.Page
	switch {
	case s.o.ID == v.at:
		c, ink, face = b.Theme.Accent, b.Theme.OnStrong, b.Theme.Accent
	case s.o.State == journey.Done || s.o.State == journey.Dismissed:
		c, ink = b.Theme.Neutral, b.Theme.Muted
	}
	b.Fill(scene.Circle(at.X, at.Y, spotSize), face)
	b.Stroke(scene.Circle(at.X, at.Y, spotSize-0.75), scene.Stroke{Color: c, Width: 1.5})
	b.WriteMiddle(s.label, plane.Mark, scene.Rect{X: s.at.X - 14, Y: s.at.Y - 8, W: 28, H: 16}, ink)
}
