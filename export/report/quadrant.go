package report

import (
	"strconv"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// The plot of impact over effort, in points.
const (
	plotSide   = 190.0
	plotEdge   = 26.0 // left of it, for the figures
	plotFoot   = 30.0 // under it
	spotRadius = 6.5
)

// aside is where opportunities of the same rating stand beside each other, in
// quarters of a step. Of more than these the last place says how many.
var aside = [][2]float64{{0, 0}, {-1, -1}, {1, 1}, {1, -1}, {-1, 1}}

// quadrant plots impact over effort: what is at the upper left is done first. The
// numbers are those of the list that follows.
func (f *flow) quadrant(list []journey.Opportunity) {
	all := map[[2]int]int{} // by rating
	for _, o := range list {
		if isRated(o) {
			all[[2]int{o.Impact, o.Effort}]++
		}
	}
	if len(all) == 0 || f.Size.X < plotSide+plotEdge || f.left() < plotSide+plotFoot+60 {
		return
	}
	p := f.pen()
	at := scene.Rect{X: plotEdge, Y: f.y + 12, W: plotSide, H: plotSide}
	if f.rtl {
		at = f.place(at)
	}
	f.ground(p, at)
	alike := map[[2]int]int{}
	for i, o := range list {
		if !isRated(o) {
			continue
		}
		r := [2]int{o.Impact, o.Effort}
		if alike[r]++; alike[r] < len(aside) || alike[r] == len(aside) && all[r] == len(aside) {
			x, y := spotAt(at, o, alike[r]-1)
			f.spot(p, x, y, strconv.Itoa(i+1), o)
		} else if alike[r] == all[r] {
			x, y := spotAt(at, o, len(aside)-1)
			f.spot(p, x, y, "+"+strconv.Itoa(all[r]-len(aside)+1), o)
		}
	}
	n := p.Node(scene.RoleParagraph, f.head())
	n.Alt = f.words("report.quadrant")
	f.nodes = append(f.nodes, n)
	x := plotEdge + plotSide + boardGap
	f.board(list, scene.Rect{X: x, Y: f.y + 12, W: f.Size.X - x, H: plotSide})
	f.y += 12 + plotSide + plotFoot
}

// spotAt is where the k-th opportunity of a rating stands.
func spotAt(at scene.Rect, o journey.Opportunity, k int) (x, y float64) {
	step := at.W / 5
	return at.X + (float64(o.Effort)-0.5+aside[k][0]/4)*step, at.Bottom() - (float64(o.Impact)-0.5-aside[k][1]/4)*step
}

func isRated(o journey.Opportunity) bool {
	return o.Impact >= 1 && o.Impact <= 5 && o.Effort >= 1 && o.Effort <= 5
}

// ground draws the quarters, the best on a tint, and the axes.
func (f *flow) ground(p *scene.Pen, at scene.Rect) {
	p.Rect(at, 4, f.theme.Band)
	p.Rect(scene.Rect{X: at.X, Y: at.Y, W: at.W / 2, H: at.H / 2}, 4, mix(f.theme.Page, f.theme.Positive, 0.14))
	p.Rect(scene.Rect{X: at.X, Y: at.Y + at.H/2 - 0.3, W: at.W, H: 0.6}, 0, f.theme.Hairline)
	p.Rect(scene.Rect{X: at.X + at.W/2 - 0.3, Y: at.Y, W: 0.6, H: at.H}, 0, f.theme.Hairline)
	step := at.W / 5
	for i := range 5 {
		n := strconv.Itoa(i + 1)
		w := p.Width(n, smallFont)
		p.One(n, smallFont, at.X-6-w, at.Bottom()-(float64(i)+0.5)*step-smallFont.Lead/2, f.theme.Muted)
		p.One(n, smallFont, at.X+(float64(i)+0.5)*step-w/2, at.Bottom()+3, f.theme.Muted)
	}
	p.One("↑ "+f.words("report.impact"), smallFont, at.X, at.Y-11, f.theme.Ink)
	effort := f.words("report.effort") + " →"
	p.One(effort, smallFont, at.Right()-p.Width(effort, smallFont), at.Bottom()+13, f.theme.Ink)
}

// spot is an opportunity in the plot; one that is done or dismissed is grey.
func (f *flow) spot(p *scene.Pen, x, y float64, label string, o journey.Opportunity) {
	c, ink := f.theme.Positive, f.theme.PosText
	if o.State == journey.Done || o.State == journey.Dismissed {
		c, ink = f.theme.Hairline, f.theme.Muted
	}
	p.Fill(scene.Circle(x, y, spotRadius), f.theme.Page)
	p.Stroke(scene.Circle(x, y, spotRadius), scene.Stroke{Color: c, Width: 1})
	p.One(label, smallFont, x-p.Width(label, smallFont)/2, y-smallFont.Lead/2, ink)
}
