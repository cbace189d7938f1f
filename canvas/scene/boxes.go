package scene

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"touchline.app/canvas/text"
	"touchline.app/journey"
)

const (
	boxPad     = 11.0
	boxWidth   = 190.0 // a box takes free columns beside its own until it is this wide
	boxMax     = 260.0
	boxSpacing = 8.0
)

// box is a pain point, opportunity or metric on its way to the map.
type box struct {
	kind       journey.Kind
	role       Role
	id         journey.ID
	stage      journey.ID
	touchpoint journey.ID
	text       string
	foot       parts
	tint, ink  Color
	reach      journey.Reach
	reaches    bool // it goes exactly as far as reach says
	first, end int  // columns it spans
}

func (b *builder) painPoints(l journey.Lane, y float64) float64 {
	var list []box
	for _, r := range b.m.PainPointsInOrder() {
		if r.Lane != l.ID {
			continue
		}
		foot := ""
		if r.Severity > 0 {
			foot = fmt.Sprintf("%s %d", b.Words("scene.severity"), r.Severity)
		}
		list = append(list, box{
			kind: journey.KindPainPoint, role: RolePainPoint, id: r.ID, stage: r.Stage, touchpoint: r.Touchpoint,
			text: r.Text, foot: parts{{field: "Severity", text: foot}, {field: "Owner", text: r.Owner}}, tint: b.Theme.Negative, ink: b.Theme.NegText, reach: r.Reach,
		})
	}
	return b.boxes(list, y)
}

func (b *builder) opportunities(l journey.Lane, y float64) float64 {
	var list []box
	for _, r := range b.m.OpportunitiesInOrder() {
		if r.Lane != l.ID {
			continue
		}
		impact, effort := "", ""
		if r.Impact > 0 || r.Effort > 0 {
			impact, effort = b.Words("scene.impact")+" "+rated(r.Impact), b.Words("scene.effort")+" "+rated(r.Effort)
		}
		state := ""
		if r.State != "" && r.State != journey.Open {
			state = b.Words("state." + string(r.State))
		}
		list = append(list, box{
			kind: journey.KindOpportunity, role: RoleOpportunity, id: r.ID, stage: r.Stage, touchpoint: r.Touchpoint,
			text: r.Text, foot: parts{{field: "Owner", text: r.Owner}, {field: "Due", text: r.Due}, {field: "Impact", text: impact}, {field: "Effort", text: effort, close: true}, {text: state}}, tint: b.Theme.Positive, ink: b.Theme.PosText, reach: r.Reach,
		})
	}
	return b.boxes(list, y)
}

func (b *builder) metrics(l journey.Lane, y float64) float64 {
	var list []box
	for _, r := range b.m.MetricsInOrder() {
		if r.Lane != l.ID {
			continue
		}
		foot := parts{{field: "Actual"}, {field: "Target"}}
		if r.Actual.Known {
			foot[0].text = b.amount(r.Actual.Value, r.Unit)
		}
		if r.Target.Known {
			foot[1].text = b.Words("scene.target") + " " + b.amount(r.Target.Value, r.Unit)
		}
		ink := b.Theme.Muted
		if met, known := journey.Met(r); known && met {
			foot[2].text, ink = b.Words("scene.met"), b.Theme.PosText
		} else if known {
			foot[2].text, ink = b.Words("scene.missed"), b.Theme.NegText
		}
		list = append(list, box{
			kind: journey.KindMetric, role: RoleMetric, id: r.ID, stage: r.Stage, touchpoint: r.Touchpoint,
			text: r.Name, foot: foot, tint: b.Theme.Neutral, ink: ink,
		})
	}
	if !b.ribboned {
		b.ribboned = true // a second lane of metrics would show the same ribbon again
		y = b.dropOff(y)
	}
	return b.boxes(list, y)
}

func rated(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

// amount writes a figure with its unit; one of more digits than a person reads is
// written as a power of ten: 1.7e+300.
func (b *builder) amount(v float64, unit string) string {
	form := byte('f')
	if size := math.Abs(v); size >= 1e15 || size > 0 && size < 1e-9 {
		form = 'e'
	}
	s := strings.ReplaceAll(strconv.FormatFloat(v, form, -1, 64), "-", "−")
	s = Pointed(s, b.Words)
	if unit == "" || unit == "%" {
		return s + unit
	}
	return s + " " + unit
}

func dotted(parts ...string) string { return text.Dotted(parts...) }

// boxes places the boxes under their touchpoints, each over as many free columns
// of its stage as it needs or as far as it reaches, and stacks those that share a
// column.
func (b *builder) boxes(list []box, y float64) float64 {
	stageCols := b.stageColumns()
	busy := map[int]int{} // column -> the first one of the boxes that take it
	var placed []box
	for _, x := range list {
		e, ok := b.extent(stageCols, x.stage, x.touchpoint, x.reach)
		if !ok {
			continue // its stage is not on the map
		}
		x.first, x.end, x.reaches = e.first, e.end, e.reaches
		if !x.reaches { // what reaches lies over or under the others
			x.end = x.first + 1
			busy[x.first] = x.first
		}
		placed = append(placed, x)
	}
	depth := map[int]float64{} // column -> y of the free place
	bottom := y
	for _, x := range placed {
		if !x.reaches {
			b.widen(&x, stageCols[b.s.Columns[x.first].Stage], busy)
		}
		top := y + lanePad
		for i := x.first; i < x.end; i++ {
			top = max(top, depth[i])
		}
		below := b.box(x, top)
		for i := x.first; i < x.end; i++ {
			depth[i] = below + boxSpacing
		}
		bottom = max(bottom, below+lanePad)
	}
	return bottom
}

// widen takes free columns to the right, then to the left. Boxes of one column lie
// under each other and take the same ones.
func (b *builder) widen(x *box, cols [2]int, busy map[int]int) {
	own := x.first
	free := func(i int) bool {
		by, taken := busy[i]
		return !taken || by == own
	}
	for b.boxSpan(*x) < boxWidth && x.end < cols[1] && free(x.end) {
		x.end++
	}
	for b.boxSpan(*x) < boxWidth && x.first > cols[0] && free(x.first-1) {
		x.first--
	}
	for i := x.first; i < x.end; i++ {
		busy[i] = own
	}
}

func (b *builder) boxSpan(x box) float64 {
	return b.across(extent{first: x.first, end: x.end}) - columnGap
}

// boxFace is a box in a width, wherever it stands.
type boxFace struct {
	kind      journey.Kind
	text      string
	foot      parts
	tint, ink Color
	width     float64
}

func (b *builder) box(x box, y float64) float64 {
	w := b.boxSpan(x)
	if !x.reaches {
		w = min(w, boxMax)
	}
	f := boxFace{x.kind, x.text, x.foot, x.tint, x.ink, w}
	d := b.known.boxes.of(f, func() *drawing { return b.drawBox(f) })
	at := Point{b.s.Columns[x.first].X + columnGap/2, y}
	b.put(d, at, Node{Ref: Ref{x.kind, x.id}, Role: x.role, Stage: x.stage})
	return y + d.below
}

func (b *builder) drawBox(f boxFace) *drawing {
	p := b.pen()
	inner := f.width - 2*boxPad
	h := p.Height(f.text, bodyFont, inner) + 2*boxPad
	if foot := f.foot.String(); foot != "" {
		h += 5 + p.Height(foot, labelFont, inner)
	}
	p.Framed(Rect{0, 0, f.width, h}, 7, mix(b.Theme.Page, f.tint, 0.1), mix(b.Theme.Page, f.tint, 0.36))
	name := "Text"
	if f.kind == journey.KindMetric {
		name = "Name"
	}
	y := p.Field(name, f.text, bodyFont, boxPad, boxPad, inner, b.Theme.Ink)
	p.parts(f.foot, labelFont, boxPad, y+5, inner, f.ink)
	d := b.drawn(p)
	d.below = h
	return d
}

// measureBoxes notes for each touchpoint how wide a box below it must be so that
// no word of it is broken.
func (b *builder) measureBoxes() {
	b.boxWords = map[journey.ID]float64{}
	note := func(touchpoint journey.ID, s string) {
		if touchpoint != "" {
			b.boxWords[touchpoint] = max(b.boxWords[touchpoint], b.Fonts.Widest(s, bodyFont.Style)*bodyFont.Size+2*boxPad)
		}
	}
	for r := range b.m.PainPoints.All() {
		note(r.Touchpoint, r.Text)
	}
	for r := range b.m.Opportunities.All() {
		note(r.Touchpoint, r.Text)
	}
	for r := range b.m.Metrics.All() {
		note(r.Touchpoint, r.Name)
	}
}
