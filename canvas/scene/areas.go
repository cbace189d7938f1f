package scene

// pane is what lies between both curves from one touchpoint to the next.
type pane struct {
	width            float64
	expected, actual bend
	over             float64 // how far it goes on beyond its end, or a seam shows there
	overE, overA     float64 // heights of the curves at that place
}

// seam is how far two neighbouring panes lie over each other, points.
const seam = 2.0

// areas tints what lies between the curves, a node for each pair of neighbouring
// touchpoints.
func (b *builder) areas(feels []feel, expected, actual curve) {
	e, a := &walk{curve: expected}, &walk{curve: actual}
	var last pane // the one before, still to be drawn
	x, open := 0.0, false
	flush := func() {
		if open {
			b.pane(x, last)
		}
		open = false
	}
	for i := 1; i < len(feels); i++ {
		x0, x1 := feels[i-1].x, feels[i].x
		ve, ok := e.over(x0, x1)
		va, both := a.over(x0, x1)
		if !ok || !both {
			flush()
			continue
		}
		now := pane{width: x1 - x0, expected: ve, actual: va}
		last.over = min(seam, now.width)
		last.overE, _ = ve.at(last.over, now.width)
		last.overA, _ = va.at(last.over, now.width)
		flush()
		last, x, open = now, x0, true
	}
	flush()
}

func (b *builder) pane(x float64, v pane) {
	d := b.known.panes.of(v, func() *drawing {
		p := b.pen()
		cuts := append(v.crossings(), v.width)
		from := 0.0
		for _, to := range cuts {
			v.fill(b, p, from, to)
			from = to
		}
		return b.drawn(p)
	})
	if len(d.ops) > 0 {
		b.put(d, b.onPlot(x, 0), b.curveNode())
	}
}

// gap returns how far the actual curve lies above the expected one at x, points.
func (v pane) gap(x float64) float64 {
	e, _ := v.expected.at(x, v.width)
	a, _ := v.actual.at(x, v.width)
	return e - a
}

// crossings returns where the curves meet within the pane, from the left.
func (v pane) crossings() []float64 {
	const steps = 16
	var out []float64
	before := sgn(v.gap(v.width / steps / 4)) // at a touchpoint they may meet and part again
	for i := 1; i <= steps; i++ {
		lo, hi := v.width*float64(i-1)/steps, v.width*float64(i)/steps
		now := sgn(v.gap(hi))
		if i == steps {
			now = sgn(v.gap(hi - v.width/steps/4))
		}
		if before*now < 0 {
			out = append(out, v.crossing(lo, hi, before))
		}
		if now != 0 {
			before = now
		}
	}
	return out
}

// crossing halves lo..hi, at whose begin the gap has the sign, down to a hundredth
// of a point.
func (v pane) crossing(lo, hi float64, sign int) float64 {
	for hi-lo > 0.01 {
		if mid := (lo + hi) / 2; sgn(v.gap(mid)) == sign {
			lo = mid
		} else {
			hi = mid
		}
	}
	return (lo + hi) / 2
}

// fill tints the pane from x0 to x1, between which the curves do not meet.
func (v pane) fill(b *builder, p *Pen, x0, x1 float64) {
	sign := sgn(v.gap((x0 + x1) / 2))
	if sign == 0 {
		return
	}
	e, a := v.expected.part(x0, x1, v.width), v.actual.part(x0, x1, v.width)
	path := e.along(Path(nil).Move(x0, e.y0), x0, x1)
	if x1 == v.width && v.over > 0 {
		path = path.Line(x1+v.over, v.overE).Line(x1+v.over, v.overA)
	}
	path = a.turned().along(path.Line(x1, a.y1), x1, x0)
	c := b.Theme.Negative
	if sign > 0 {
		c = b.Theme.Positive
	}
	p.Fill(path.Close(), mix(b.Theme.Page, c, 0.17))
}

func sgn(v float64) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}
