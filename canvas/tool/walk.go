package tool

import (
	"math"
	"slices"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// Find returns the place on this scene that is the same as one on another, and
// whether there is one.
func (g *Stops) Find(at Stop) (Stop, bool) {
	for r := range g.rows {
		if g.rows[r].lane != at.Lane {
			continue
		}
		row := g.row(r)
		if i := slices.IndexFunc(row, at.same); i >= 0 {
			return row[i], true
		}
	}
	return Stop{}, false
}

// Of returns where a row is shown first, and whether it is.
func (g *Stops) Of(ref scene.Ref) (Stop, bool) {
	for _, row := range g.all() {
		for _, x := range row {
			if x.Ref == ref {
				return x, true
			}
		}
	}
	return Stop{}, false
}

// First returns the first place of a lane that is a touchpoint's or empty, or else
// the first empty one of all.
func (g *Stops) First() (Stop, bool) {
	first, found := Stop{}, false
	for _, row := range g.all() {
		for _, x := range row {
			if x.Lane != "" && (x.Ref.Kind == journey.KindTouchpoint || x.Empty()) {
				return x, true
			}
			if x.Empty() && !found {
				first, found = x, true
			}
		}
	}
	return first, found
}

// Step returns the place an arrow leads to from another one; wish is the x that
// up and down keep to. At the edge it stays where it is.
func (g *Stops) Step(at Stop, k Key, wish float64) Stop {
	for r, row := range g.all() {
		i := slices.IndexFunc(row, at.same)
		if i < 0 {
			continue
		}
		switch k {
		case KeyLeft, KeyRight:
			if (k == KeyRight) == g.rtl {
				return row[max(i-1, 0)]
			}
			return row[min(i+1, len(row)-1)]
		case KeyUp:
			return g.vertical(r, i, -1, wish)
		case KeyDown:
			return g.vertical(r, i, 1, wish)
		case KeyDrop:
		}
		return row[i]
	}
	return at
}

// End returns the first or last place of the row.
func (g *Stops) End(at Stop, last bool) Stop {
	for _, row := range g.all() {
		if slices.ContainsFunc(row, at.same) {
			if last {
				return row[len(row)-1]
			}
			return row[0]
		}
	}
	return at
}

// vertical goes up or down: within the row where places lie over each other, and
// else to the next row.
func (g *Stops) vertical(r, i, by int, wish float64) Stop {
	from := g.row(r)[i]
	if x, ok := stacked(g.row(r), from, float64(by)); ok {
		return x
	}
	if r+by < 0 || r+by >= len(g.rows) {
		return from
	}
	best, nearest := from, math.Inf(1)
	for _, x := range g.row(r + by) {
		d := max(x.Rect.X-wish, wish-x.Rect.Right(), 0)
		lower := d == nearest && by < 0 && x.Rect.Y > best.Rect.Y
		if d < nearest || lower {
			nearest, best = d, x
		}
	}
	return best
}

// stacked returns the next place of a row that lies over or under another.
func stacked(row []Stop, from Stop, by float64) (Stop, bool) {
	best, found := Stop{}, false
	if from.label {
		return best, false
	}
	for _, x := range row {
		away := (x.Rect.Y - from.Rect.Y) * by
		if x.label || away <= 0.5 || x.Rect.X >= from.Rect.Right() || from.Rect.X >= x.Rect.Right() {
			continue
		}
		if !found || away < (best.Rect.Y-from.Rect.Y)*by {
			best, found = x, true
		}
	}
	return best, found
}

// Near returns the place whose middle is nearest to p, and whether there is one.
func (g *Stops) Near(p scene.Point) (Stop, bool) {
	best, nearest := Stop{}, math.Inf(1)
	for _, row := range g.all() {
		for _, x := range row {
			c := x.Rect.Center()
			if d := math.Hypot(c.X-p.X, c.Y-p.Y); d < nearest {
				best, nearest = x, d
			}
		}
	}
	return best, !math.IsInf(nearest, 1)
}

// At returns the place under p, and whether there is one.
func (g *Stops) At(p scene.Point) (Stop, bool) {
	for r := range g.rows {
		if y := g.rows[r].band; y.H > 0 && (p.Y < y.Y || p.Y > y.Bottom()) {
			continue // not listed for nothing
		}
		for _, x := range g.row(r) {
			if x.Rect.Contains(p) {
				return x, true
			}
		}
	}
	return Stop{}, false
}
