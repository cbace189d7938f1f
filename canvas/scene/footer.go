package scene

import (
	"fmt"
	"slices"
	"strings"

	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/journey/evidence"
)

// footer draws the legend, the version and the key figures, and returns the y below.
func (b *builder) footer(y float64) float64 {
	rule := b.pen()
	rule.Rect(Rect{margin, y, b.right() - margin, 1}, 0, b.Theme.Hairline)
	b.add(rule, RoleFooter, journey.KindHead, b.m.Head.ID)
	y = b.legend(y + 18)
	if said := b.keyFigures(); len(said) > 0 {
		y = b.sentences(said, y+8)
	}
	return y
}

// sentences writes one behind the other, each on a line of its own where it does
// not fit into the rest of one, and returns the y below.
func (b *builder) sentences(said []string, y float64) float64 {
	const between = 4.0
	x, below := margin, y
	for _, s := range said {
		p := b.pen()
		w := p.Width(s, strongFont) + 0.01 // it breaks nowhere in that width
		if x > margin && x+w > b.right() {
			x, y = margin, below
		}
		below = max(below, p.Block(s, strongFont, x, y, min(w, b.right()-margin), b.Theme.Ink))
		b.add(p, RoleFooter, journey.KindHead, b.m.Head.ID)
		x += w + between
	}
	return below
}

// legend draws the signs of the map in one row, or more where it is narrow.
func (b *builder) legend(y float64) float64 {
	x := margin
	right := b.right() - b.imprint(y) - 24
	p := b.pen()
	entry := func(key string, sign func(x, y float64)) {
		w := 34 + p.Width(b.Words(key), smallFont)
		if x+w > right && x > margin {
			x, y = margin, y+20
		}
		sign(x, y+smallFont.Lead/2)
		p.One(b.Words(key), smallFont, x+34, y, b.Theme.Muted)
		x += w + 26
	}
	b.signs(p, entry)
	b.add(p, RoleLegend, journey.KindHead, b.m.Head.ID)
	return y + 20
}

// signs draws an entry for each sign that occurs.
func (b *builder) signs(p *Pen, entry func(key string, sign func(x, y float64))) {
	line := func(s Stroke) func(x, y float64) {
		return func(x, y float64) { p.Stroke(Path(nil).Move(x, y).Line(x+26, y), s) }
	}
	patch := func(c Color) func(x, y float64) {
		return func(x, y float64) { p.Rect(Rect{x, y - 6, 26, 12}, 3, mix(b.Theme.Page, c, 0.25)) }
	}
	has := b.signsUsed()
	if has.expected {
		entry("scene.expected", line(Stroke{Color: b.Theme.Muted, Width: 1.7, Dash: []float64{6, 4.5}}))
	}
	if has.actual {
		entry("scene.actual", line(Stroke{Color: b.Theme.Ink, Width: 2.6}))
	}
	if has.interval {
		entry("scene.interval", func(x, y float64) {
			p.Rect(Rect{x, y - 5, 26, 10}, 0, b.veilColor())
			p.Stroke(Path(nil).Move(x, y).Line(x+26, y), Stroke{Color: b.Theme.Ink, Width: 2.6})
		})
	}
	if has.assumed && has.measured {
		entry("scene.assumed", line(Stroke{Color: mix(b.Theme.Page, b.Theme.Ink, 0.55), Width: 2.6}))
	}
	if has.gap {
		entry("scene.below", patch(b.Theme.Negative))
		entry("scene.above", patch(b.Theme.Positive))
	}
	if has.matters {
		entry("scene.matters", func(x, y float64) { p.Fill(star(x+13, y, 8), b.Theme.Matters) })
	}
}

// used says which signs occur on the map; the legend explains no others.
type used struct{ expected, actual, gap, matters, measured, interval, assumed bool }

func (b *builder) signsUsed() used {
	var u used
	for _, t := range b.journey {
		u.add(t)
	}
	shown := map[journey.LaneType]bool{}
	for _, l := range visible(b.m.LanesInOrder()) {
		shown[l.Type] = true
	}
	curves := shown[journey.LaneEmotion]
	return used{
		expected: u.expected && curves, actual: u.actual && curves,
		measured: u.measured && curves, interval: u.interval && curves, assumed: u.assumed && curves,
		gap: u.gap && (curves || shown[journey.LaneGap]), matters: u.matters && shown[journey.LaneTouchpoints],
	}
}

// add notes the signs of a touchpoint.
func (u *used) add(t *journey.Touchpoint) {
	expected, actual := t.Expected.Known, t.Actual.Known
	measured := actual && t.Actual.Evidence.Measured()
	u.expected = u.expected || expected
	u.actual = u.actual || actual
	u.gap = u.gap || expected && actual
	u.matters = u.matters || t.Matters
	u.measured = u.measured || measured
	u.assumed = u.assumed || actual && !measured
	if measured && !u.interval {
		_, _, u.interval = evidence.Band(t.Actual)
	}
}

// imprint draws version and date at the right and returns its width.
func (b *builder) imprint(y float64) float64 {
	version, date, imprint := "", "", b.Imprint
	if imprint == "" {
		imprint = "Touchline"
	}
	if b.m.Head.Version != "" {
		version = b.Words("scene.version") + " " + b.m.Head.Version
	}
	if !b.m.Head.Date.IsZero() {
		date = b.m.Head.Date.Format("2006-01-02")
	}
	p := b.pen()
	line := parts{{field: "Version", text: version}, {text: date}, {text: imprint}}
	s := line.String()
	limit := (b.right() - margin) / 2
	w := min(p.Width(s, smallFont), limit)
	p.parts(line, smallFont, b.right()-w, y, w+0.5, b.Theme.Muted)
	b.add(p, RoleFooter, journey.KindHead, b.m.Head.ID)
	return w
}

// keyFigures says the journey in numbers, a sentence each.
func (b *builder) keyFigures() []string {
	var parts []string
	if t, gap, ok := journey.LargestGap(b.m); ok {
		said := b.signed(gap)
		if title := shortened(t.Title); title != "" {
			said = title + " " + text.Figure(title, "("+said+")")
		}
		parts = append(parts, b.Words("scene.largestGap")+": "+said+".")
	}
	pe, ok := journey.PeakEnd(b.m)
	if mean, known := journey.MeanActual(b.m); ok && known {
		parts = append(parts, fmt.Sprintf(b.Words("scene.peakEnd"), b.said(pe), b.said(mean)))
	}
	if weighted, ok := journey.WeightedActual(b.m); ok && slices.ContainsFunc(b.journey, func(t *journey.Touchpoint) bool { return t.Matters }) {
		parts = append(parts, fmt.Sprintf(b.Words("scene.weighted"), b.said(weighted)))
	}
	if n := b.mayStay(); n > 0 {
		parts = append(parts, fmt.Sprintf(b.Words("scene.stay"), n, len(b.journey)))
	}
	if c := journey.Cover(b.m); c.Measured > 0 {
		parts = append(parts, fmt.Sprintf(b.Words("scene.coverage"), c.Measured, c.Touchpoints, thousands(b.mostAnswers())))
	}
	return parts
}

// mayStay is the number of touchpoints where no change is needed.
func (b *builder) mayStay() int {
	n := 0
	for _, t := range b.journey {
		if (t.LeaveAsIs || t.Actual.Evidence.Measured()) && journey.MayStay(*t) {
			n++
		}
	}
	return n
}

// mostAnswers is the number of answers of the best measured touchpoint.
func (b *builder) mostAnswers() int {
	n := 0
	for _, t := range b.journey {
		if t.Actual.Evidence.Measured() {
			n = max(n, t.Actual.Evidence.N)
		}
	}
	return n
}

// shortened keeps a title in a sentence of the footer readable, in one line.
func shortened(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if rs := []rune(s); len(rs) > 60 {
		return string(rs[:59]) + "…"
	}
	return s
}
