package scene

import (
	"touchline.app/journey"
)

const (
	chevronPad = 28.0
	chevronTip = 14.0
)

// chevrons draws the stages from y and returns the y below.
func (b *builder) chevrons(y float64) float64 {
	if len(b.stages) == 0 {
		return y
	}
	h := 54.0
	p := &Pen{fonts: b.Fonts}
	for _, st := range b.stages {
		w := b.span[st.ID].W - 2*chevronPad
		h = max(h, p.Height(st.Name, stageFont, w)+p.Height(b.phase(st), smallFont, w)+18)
	}
	for i, st := range b.stages {
		b.chevron(st, i, y, h)
	}
	return y + h + 14
}

func (b *builder) chevron(st journey.Stage, i int, y, h float64) {
	sp := b.span[st.ID]
	x0, x1 := sp.X, sp.X+sp.W-6
	tip := chevronTip
	last := i == len(b.stages)-1
	if last {
		x1, tip = sp.X+sp.W, 0
	}
	path := Path(nil).Move(x0, y).Line(x1, y).Line(x1+tip, y+h/2).Line(x1, y+h).Line(x0, y+h)
	if i > 0 {
		path = path.Line(x0+chevronTip, y+h/2)
	}
	path = path.Close()
	p := b.pen()
	hue := b.hue[st.ID]
	ground := mix(b.Theme.Page, hue, 0.13)
	p.Fill(path, ground)
	p.Stroke(path, Stroke{Color: mix(b.Theme.Page, hue, 0.5), Width: 1.1})
	w := sp.W - 2*chevronPad
	x := x0 + 16
	if i > 0 {
		x = x0 + chevronPad
	}
	ty := y + (h-p.Height(st.Name, stageFont, w)-p.Height(b.phase(st), smallFont, w))/2
	ty = p.Field("Name", st.Name, stageFont, x, ty, w, b.Theme.Ink)
	p.Field("PhaseNote", b.phase(st), smallFont, x, ty, w, legible(b.Theme.Muted, ground, b.Theme.Ink))
	b.add(p, RoleStage, journey.KindStage, st.ID)
}

func (b *builder) phase(st journey.Stage) string {
	if st.PhaseNote != "" || st.Phase == "" {
		return st.PhaseNote
	}
	return b.Words("phase." + string(st.Phase))
}
