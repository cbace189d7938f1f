package page

import (
	"fmt"
	"math"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey/phrase"
)

const (
	markLength  = 14.0 // of a crop mark, points
	markGap     = 3.0  // from the content to the mark
	leastMargin = 7.0 * millimetre
	stripHeight = 26.0 // below the content of a tile: sketch and number
	leastStep   = 72.0
)

// tiling is how a large sheet is cut. All lengths are whole points, so that the
// pixels of neighbouring tiles fall alike.
type tiling struct {
	paper      scene.Point // of a tile
	whole      scene.Point // the large sheet
	margin     float64
	view       scene.Point // of the large sheet on a tile, overlap included
	step       scene.Point // from tile to tile
	cols, rows int
}

// poster cuts the map, as it would be on a large paper, into tiles.
func (p *setter) poster() error {
	large, err := p.large()
	if err != nil {
		return err
	}
	t, err := p.tiling(large.Size)
	if err != nil {
		return err
	}
	if n := t.cols * t.rows; n > MostSheets {
		return tooMany(n)
	}
	if size := p.smallest() * large.scale(); size < LeastText {
		p.warn("The smallest text is %.1f pt, too small to read on paper; choose a larger paper, or split the map over several pages.", round(size))
	}
	p.hint(large.scale())
	for row := range t.rows {
		for col := range t.cols {
			p.add(p.tile(large, t, col, row), scene.Rect{})
		}
	}
	return nil
}

// large returns the sheet the poster stands for. What the map leaves free on the
// paper beyond a margin is no part of it: nobody glues blank sheets.
func (p *setter) large() (Sheet, error) {
	if p.Paper == Fit {
		scale := p.Scale
		if scale == 0 {
			scale = 1
		}
		return p.fit(scene.Rect{W: p.s.Size.X, H: p.s.Size.Y}, scale), nil
	}
	s, _, err := p.onPaper(p.Paper)
	if err != nil {
		return Sheet{}, err
	}
	k := s.scale()
	return p.fit(p.content.Inset(-p.Margin/k), k), nil
}

// tiling cuts a sheet of a size into as few tiles as the tile's paper allows.
func (p *setter) tiling(whole scene.Point) (tiling, error) {
	var best tiling
	size, _ := p.Tile.Size()
	for _, paper := range Auto.lying(size) {
		t := tiling{paper: paper, whole: whole, margin: math.Ceil(max(p.Margin, leastMargin))}
		overlap := math.Round(p.Overlap)
		t.view = scene.Point{X: math.Floor(paper.X - 2*t.margin), Y: math.Floor(paper.Y - 2*t.margin - stripHeight)}
		t.step = scene.Point{X: t.view.X - overlap, Y: t.view.Y - overlap}
		if t.step.X < leastStep || t.step.Y < leastStep {
			return tiling{}, phrase.Errorf("margins of %.0f mm and an overlap of %.0f mm leave no room on %s; choose smaller ones",
				p.Margin/millimetre, p.Overlap/millimetre, p.Tile.Name())
		}
		t.cols, t.rows = count(whole.X-overlap, t.step.X), count(whole.Y-overlap, t.step.Y)
		if best.cols == 0 || t.cols*t.rows < best.cols*best.rows {
			best = t
		}
	}
	return best, nil
}

// count returns how many steps cover a length.
func count(length, step float64) int { return max(1, int(math.Ceil(length/step-1e-9))) }

// cell returns what of the large sheet shows on a tile, and the part of it that
// remains when it is trimmed: the overlap at the right and at the foot goes
// under the next tile.
func (t tiling) cell(col, row int) (view, trim scene.Rect) {
	x, y := float64(col)*t.step.X, float64(row)*t.step.Y
	view = scene.Rect{X: x, Y: y, W: min(t.view.X, t.whole.X-x), H: min(t.view.Y, t.whole.Y-y)}
	trim = view
	if col < t.cols-1 {
		trim.W = t.step.X
	}
	if row < t.rows-1 {
		trim.H = t.step.Y
	}
	return view, trim
}

// tile makes the sheet of one tile.
func (p *setter) tile(large Sheet, t tiling, col, row int) Sheet {
	view, trim := t.cell(col, row)
	at := scene.Point{X: t.margin, Y: t.margin}
	s := Sheet{Size: t.paper, Paper: large.Paper, Parts: window(large, view, at)}
	pen := scene.NewPen(p.Scene.Fonts)
	p.cropMarks(pen, scene.Rect{X: at.X, Y: at.Y, W: view.W, H: view.H}, trim.W, trim.H)
	number := fmt.Sprintf(p.Scene.Words("page.tile"), row*t.cols+col+1, t.cols*t.rows, row+1, col+1)
	p.sketch(pen, t, col, row, number)
	x0, x1, y0, y1 := at.X, at.X+view.W, at.Y, at.Y+view.H
	for _, r := range []scene.Rect{
		{W: t.paper.X, H: y0},
		{Y: y0, W: x0, H: y1 - y0},
		{X: x1, Y: y0, W: t.paper.X - x1, H: y1 - y0},
		{Y: y1, W: t.paper.X, H: t.paper.Y - y1},
	} {
		s.Parts = append(s.Parts, p.furniture(pen, t.paper, r))
	}
	return s
}

// window returns what a rectangle of a sheet shows, moved to another place.
func window(s Sheet, view scene.Rect, at scene.Point) []Part {
	var out []Part
	for _, part := range s.Parts {
		r := part.Rect()
		x0, y0 := max(r.X, view.X), max(r.Y, view.Y)
		x1, y1 := min(r.Right(), view.Right()), min(r.Bottom(), view.Bottom())
		if x1 <= x0 || y1 <= y0 {
			continue
		}
		k := part.Scale
		part.Window = scene.Rect{X: part.Window.X + (x0-r.X)/k, Y: part.Window.Y + (y0-r.Y)/k, W: (x1 - x0) / k, H: (y1 - y0) / k}
		part.At = scene.Point{X: at.X + x0 - view.X, Y: at.Y + y0 - view.Y}
		out = append(out, part)
	}
	return out
}

// cropMarks draws marks around r at the corners of the trim, which has its upper
// left corner in common with r.
func (p *setter) cropMarks(pen *scene.Pen, r scene.Rect, w, h float64) {
	mark := scene.Stroke{Color: p.Scene.Theme.Ink, Width: 0.5}
	length := min(markLength, r.X-markGap-2)
	for _, x := range []float64{r.X, r.X + w} {
		pen.Stroke(scene.Path(nil).Move(x, r.Y-markGap-length).Line(x, r.Y-markGap), mark)
		pen.Stroke(scene.Path(nil).Move(x, r.Bottom()+markGap).Line(x, r.Bottom()+markGap+length), mark)
	}
	for _, y := range []float64{r.Y, r.Y + h} {
		pen.Stroke(scene.Path(nil).Move(r.X-markGap-length, y).Line(r.X-markGap, y), mark)
		pen.Stroke(scene.Path(nil).Move(r.Right()+markGap, y).Line(r.Right()+markGap+length, y), mark)
	}
}

// sketch draws how the tiles lie together, this one filled, and its number.
func (p *setter) sketch(pen *scene.Pen, t tiling, col, row int, number string) {
	const high, wide = 22.0, 110.0
	k := min(high/t.whole.Y, wide/t.whole.X)
	x := t.margin + markLength
	y := t.paper.Y - t.margin - high + (high-t.whole.Y*k)/2
	theme := p.Scene.Theme
	pen.Rect(scene.Rect{X: x, Y: y, W: t.whole.X * k, H: t.whole.Y * k}, 0, theme.Band)
	_, this := t.cell(col, row)
	pen.Rect(scene.Rect{X: x + this.X*k, Y: y + this.Y*k, W: this.W * k, H: this.H * k}, 0, p.accent())
	line := scene.Stroke{Color: theme.Muted, Width: 0.4}
	for c := range t.cols + 1 {
		at := x + min(float64(c)*t.step.X, t.whole.X)*k
		if c == t.cols {
			at = x + t.whole.X*k
		}
		pen.Stroke(scene.Path(nil).Move(at, y).Line(at, y+t.whole.Y*k), line)
	}
	for r := range t.rows + 1 {
		at := y + min(float64(r)*t.step.Y, t.whole.Y)*k
		if r == t.rows {
			at = y + t.whole.Y*k
		}
		pen.Stroke(scene.Path(nil).Move(x, at).Line(x+t.whole.X*k, at), line)
	}
	size := typeSize(t.paper)
	f, strong := lettering(text.Regular, size), lettering(text.Semibold, size)
	left := x + t.whole.X*k + 10
	room := t.paper.X - t.margin - markLength - left
	top := t.paper.Y - t.margin - high/2
	pen.One(shortened(pen, p.title(), strong, room), strong, left, top-f.Lead, theme.Ink)
	if i := p.imprint(); i != "" {
		number += " · " + i
	}
	pen.One(shortened(pen, number, f, room), f, left, top, theme.Muted)
}

// accent is the colour of what is stressed on the furniture.
func (p *setter) accent() scene.Color {
	if p.Accent.A > 0 {
		return p.Accent
	}
	return p.Scene.Theme.Muted
}
