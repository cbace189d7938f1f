package scene

import (
	"math"

	"touchline.app/journey"
)

// columns gives each touchpoint a column as wide as its texts ask for, and each
// stage without touchpoints an empty one. Narrow maps are stretched to minBody.
func (b *builder) columns() {
	b.measureBoxes()
	b.at, b.written = make([]int, len(b.journey)), make([]*card, len(b.journey))
	b.s.Columns = make([]Column, 0, len(b.journey)+len(b.stages))
	byStage := b.byStage()
	total := 0.0
	for _, st := range b.stages {
		first := len(b.s.Columns)
		width := 0.0
		for _, i := range byStage[st.ID] {
			width += b.addColumn(i)
		}
		if len(byStage[st.ID]) == 0 {
			b.s.Columns = append(b.s.Columns, Column{Stage: st.ID})
		}
		if need := b.stageWidth(st); width < need {
			n := float64(len(b.s.Columns) - first)
			for i := first; i < len(b.s.Columns); i++ {
				b.s.Columns[i].W += (need - width) / n
			}
			width = need
		}
		total += width
	}
	b.stretch(max(0, max(minBody, b.Width-b.left()-margin)-total))
	b.placeColumns()
}

// byStage lists the touchpoints of each stage by their place in the journey.
func (b *builder) byStage() map[journey.ID][]int {
	by := make(map[journey.ID][]int, len(b.stages))
	for i := range b.journey {
		st := b.journey[i].Stage
		by[st] = append(by[st], i)
	}
	return by
}

// addColumn adds the column of a touchpoint and returns its width.
func (b *builder) addColumn(i int) float64 {
	t := b.journey[i]
	b.at[i], b.written[i] = len(b.s.Columns), b.cardOf(t)
	inner := max(b.written[i].inner, b.boxWords[t.ID]-2*cardPad)
	w := min(max(math.Ceil(inner)+2*cardPad+columnGap, minColumn), maxColumn)
	b.s.Columns = append(b.s.Columns, Column{Stage: t.Stage, Touchpoint: t.ID, W: w, card: w - columnGap})
	return w
}

// columnOf returns the column of a touchpoint, and whether it has one.
func (b *builder) columnOf(touchpoint journey.ID) (int, bool) {
	if touchpoint == "" {
		return 0, false
	}
	if b.column == nil {
		b.column = make(map[journey.ID]int, len(b.journey))
		for i, t := range b.journey {
			b.column[t.ID] = b.at[i]
		}
	}
	i, ok := b.column[touchpoint]
	return i, ok
}

// grain is the distance that places of columns are multiples of, points. With it
// sums of widths are exact, and what did not change is as wide wherever it lies.
const grain = 1.0 / 64

// placeColumns puts the columns side by side and says where the stages lie.
func (b *builder) placeColumns() {
	x := b.left()
	at := x
	for i := range b.s.Columns {
		c := &b.s.Columns[i]
		x += c.W
		end := math.Round(x/grain) * grain
		c.X, c.W = at, end-at
		at = end
		sp, ok := b.span[c.Stage]
		if !ok {
			sp = StageSpan{Stage: c.Stage, X: c.X}
		}
		sp.W = end - sp.X
		b.span[c.Stage] = sp
	}
	for _, st := range b.stages {
		b.s.Stages = append(b.s.Stages, b.span[st.ID])
	}
}

// balanced returns the width at which s fills a block about two thirds as tall
// as it is wide.
func balanced(p *Pen, s string, f Font) float64 {
	return math.Sqrt(1.5 * p.fonts.About(s, f.Style) * f.Size * f.Lead)
}

// stageWidth is what the name of the stage and its texts ask for.
func (b *builder) stageWidth(st journey.Stage) float64 {
	p := &Pen{fonts: b.Fonts}
	w := b.Fonts.Widest(st.Name, stageFont.Style)*stageFont.Size + 2*chevronPad + grain // placing may take as much
	w = max(w, balanced(p, st.Goal, bodyFont)+20, balanced(p, st.Expectation, bodyFont)+20)
	return max(min(max(w, minStage), 420), min(st.Width, journey.MaxSize))
}
