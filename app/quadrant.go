package app

import (
	"fmt"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
)

// quadrant plots impact upward over effort: what is at the top left is done
// first. What is not rated stands under it in words.
type quadrant struct {
	widget.BaseWidget
	spots []spot
	pick  func(int) // a click on a point
	at    []fyne.Position
}

// spot is a point of the quadrant.
type spot struct {
	ref            scene.Ref
	label          string
	impact, effort int // 1..5, 0 when not rated
	chosen, over   bool
}

func newQuadrant() *quadrant {
	q := &quadrant{}
	q.ExtendBaseWidget(q)
	return q
}

// Tapped implements fyne.Tappable.
func (q *quadrant) Tapped(e *fyne.PointEvent) {
	for i, p := range q.at {
		if p.X >= 0 && math.Hypot(float64(e.Position.X-p.X), float64(e.Position.Y-p.Y)) <= spotRadius+3 {
			q.pick(i)
			return
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (q *quadrant) CreateRenderer() fyne.WidgetRenderer { return &quadrantRenderer{q: q} }

type quadrantRenderer struct {
	q  *quadrant
	os []fyne.CanvasObject
}

func (r *quadrantRenderer) Destroy()                     {}
func (r *quadrantRenderer) MinSize() fyne.Size           { return fyne.NewSize(300, 300) }
func (r *quadrantRenderer) Objects() []fyne.CanvasObject { return r.os }
func (r *quadrantRenderer) Refresh()                     { r.Layout(r.q.Size()) }

const (
	spotRadius = 12
	plotEdge   = 30 // room for the names of the axes
)

// Layout draws the plot anew.
func (r *quadrantRenderer) Layout(s fyne.Size) {
	r.os = nil
	side := min(s.Width-plotEdge, s.Height-3*plotEdge)
	if side < 60 {
		return
	}
	area := fyne.NewPos(plotEdge, plotEdge-6)
	r.ground(area, side)
	r.names(area, side)
	r.q.at = make([]fyne.Position, len(r.q.spots))
	taken := map[[2]int]int{}
	var loose string
	for i, p := range r.q.spots {
		r.q.at[i] = fyne.NewPos(-1, -1)
		if p.impact < 1 || p.effort < 1 {
			loose += " " + p.label
			continue
		}
		k := taken[[2]int{p.impact, p.effort}]
		taken[[2]int{p.impact, p.effort}]++
		step := side / 5
		c := area.AddXY((float32(p.effort)-0.5)*step, side-(float32(p.impact)-0.5)*step)
		k = min(k, len(aside)-1)
		c = c.AddXY(aside[k].X*step/4, aside[k].Y*step/4)
		r.q.at[i] = c
		r.spot(p, c)
	}
	if loose != "" {
		r.text(fmt.Sprint(say("quadrant.loose"), ":", loose), area.AddXY(0, side+plotEdge+10), 12, colorGrey)
	}
	canvas.Refresh(r.q)
}

// aside is where points of the same rating stand beside each other, in quarters
// of a step. Further ones lie on the last place.
var aside = []fyne.Position{{}, {X: -1, Y: -1}, {X: 1, Y: 1}, {X: 1, Y: -1}, {X: -1, Y: 1}}

// ground draws the four quarters; the best has a tint.
func (r *quadrantRenderer) ground(at fyne.Position, side float32) {
	frame := rect(6)
	frame.FillColor, frame.StrokeColor, frame.StrokeWidth = themed(colorPanel), themed(colorHairline), 1
	frame.Move(at)
	frame.Resize(fyne.NewSquareSize(side))
	best := rect(6)
	best.FillColor = themed(colorChance)
	best.Move(at)
	best.Resize(fyne.NewSquareSize(side / 2))
	r.os = append(r.os, frame, best)
	for _, l := range [][4]float32{{0, side / 2, side, side / 2}, {side / 2, 0, side / 2, side}} {
		line := canvas.NewLine(themed(colorHairline))
		line.Position1, line.Position2 = at.AddXY(l[0], l[1]), at.AddXY(l[2], l[3])
		r.os = append(r.os, line)
	}
	for i, key := range []string{"quadrant.first", "quadrant.plan", "quadrant.fill", "quadrant.leave"} {
		x, y := float32(i%2)*side/2+8, float32(i/2)*(side-26)+6
		r.text(say(key), at.AddXY(x, y), 11, colorGrey)
	}
}

// names writes the axes.
func (r *quadrantRenderer) names(at fyne.Position, side float32) {
	effort := say("chance.effort") + " →"
	r.text(effort, at.AddXY(side-fyne.MeasureText(effort, 12, fyne.TextStyle{}).Width, side+20), 12, "foreground")
	r.text("↑ "+say("chance.impact"), fyne.NewPos(0, 0), 12, "foreground")
	for i := range 5 {
		step := side / 5
		r.text(fmt.Sprint(i+1), fyne.NewPos(at.X-16, at.Y+side-(float32(i)+0.5)*step-8), 11, colorGrey)
		r.text(fmt.Sprint(i+1), at.AddXY((float32(i)+0.5)*step-4, side+4), 11, colorGrey)
	}
}

func (r *quadrantRenderer) text(s string, at fyne.Position, size float32, name fyne.ThemeColorName) {
	t := canvas.NewText(s, themed(name))
	t.TextSize = size
	t.Move(at)
	t.Resize(t.MinSize())
	r.os = append(r.os, t)
}

// spot draws a point with its number.
func (r *quadrantRenderer) spot(p spot, at fyne.Position) {
	c := canvas.NewCircle(themed("inputBackground"))
	c.StrokeColor, c.StrokeWidth = themed(colorPositive), 1.5
	ink := themed(colorPositive)
	switch {
	case p.chosen:
		c.FillColor, c.StrokeColor, ink = themed("primary"), themed("primary"), themed("foregroundOnPrimary")
	case p.over:
		c.StrokeColor, ink = themed("placeholder"), color.Color(themed("placeholder"))
	}
	c.Move(at.SubtractXY(spotRadius, spotRadius))
	c.Resize(fyne.NewSquareSize(2 * spotRadius))
	t := canvas.NewText(p.label, ink)
	t.TextSize, t.TextStyle = 12, bold
	m := t.MinSize()
	t.Move(at.SubtractXY(m.Width/2, m.Height/2))
	t.Resize(m)
	r.os = append(r.os, c, t)
}
