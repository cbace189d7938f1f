package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
)

// The size of the bars of a distribution, in units.
const (
	barsHigh    = 34
	barsLetters = 12
	barGap      = 3
)

// bars shows how often each answer of a scale was given: a bar for each, the lowest
// answer first.
type bars struct {
	widget.BaseWidget
	counts []int
	low    string // under the first
	high   string // under the last
}

func newBars() *bars {
	b := &bars{}
	b.ExtendBaseWidget(b)
	return b
}

// set shows other counts; with fewer than two the bars are hidden.
func (b *bars) set(counts []int, low, high string) {
	kit.Show(b, len(counts) > 1)
	if !slices.Equal(b.counts, counts) || b.low != low || b.high != high {
		b.counts, b.low, b.high = slices.Clone(counts), low, high
		b.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (b *bars) CreateRenderer() fyne.WidgetRenderer {
	r := &barsRenderer{b: b, low: kit.NewInk("", 10, fyne.TextStyle{}, look.Grey), high: kit.NewInk("", 10, fyne.TextStyle{}, look.Grey)}
	r.Refresh()
	return r
}

type barsRenderer struct {
	b         *bars
	rects     []*canvas.Rectangle
	low, high *kit.Ink
}

func (r *barsRenderer) Destroy()           {}
func (r *barsRenderer) MinSize() fyne.Size { return fyne.NewSize(60, barsHigh+barsLetters+2) }

func (r *barsRenderer) Objects() []fyne.CanvasObject {
	os := []fyne.CanvasObject{r.low, r.high}
	for _, o := range r.rects {
		os = append(os, o)
	}
	return os
}

func (r *barsRenderer) Layout(s fyne.Size) {
	if len(r.rects) == 0 {
		return
	}
	most := float32(max(slices.Max(r.b.counts), 1))
	width := (s.Width - barGap*float32(len(r.rects)-1)) / float32(len(r.rects))
	for i, o := range r.rects {
		h := max(barsHigh*float32(r.b.counts[i])/most, 1)
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(kit.Across(float32(i)*(width+barGap), width, s.Width), barsHigh-h))
	}
	for i, l := range []*kit.Ink{r.low, r.high} {
		size := l.MinSize()
		l.Resize(size)
		l.Move(fyne.NewPos(kit.Across(float32(i)*(s.Width-size.Width), size.Width, s.Width), barsHigh+2))
	}
}

func (r *barsRenderer) Refresh() {
	for len(r.rects) < len(r.b.counts) {
		r.rects = append(r.rects, kit.Rect(1.5))
	}
	r.rects = r.rects[:len(r.b.counts)]
	for i, o := range r.rects {
		o.FillColor = look.Color(barColor(2*i - len(r.rects) + 1))
		o.Refresh()
	}
	r.low.Set(r.b.low, look.Grey)
	r.high.Set(r.b.high, look.Grey)
	r.Layout(r.b.Size())
}

// barColor is the colour of an answer that lies above the middle of the scale, below
// it, or there.
func barColor(above int) fyne.ThemeColorName {
	switch {
	case above < 0:
		return look.Negative
	case above > 0:
		return look.Positive
	}
	return look.Grey
}
