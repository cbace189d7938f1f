package app

import (
	"image/color"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

type dayOf = time.Time

// swatch is a colour to be chosen by a click.
type swatch struct {
	widget.BaseWidget
	landing
	hex     string
	chosen  bool // it is the colour of the row
	focused bool
	run     func()
}

func newSwatch(hex string, run func()) *swatch {
	s := &swatch{hex: hex, run: run}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (s *swatch) Tapped(*fyne.PointEvent) { s.run() }

// choose says whether it is the colour of the row.
func (s *swatch) choose(is bool) {
	if s.chosen != is {
		s.chosen = is
		s.Refresh()
	}
}

// FocusGained implements fyne.Focusable.
func (s *swatch) FocusGained() {
	s.focused = true
	s.Refresh()
	s.arrive(s)
}

// FocusLost implements fyne.Focusable.
func (s *swatch) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *swatch) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *swatch) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.run()
	default:
		passFunctionKey(s, k)
	}
}

const swatchSize = 26

// CreateRenderer implements fyne.Widget. The swatch without a colour is hollow.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{s: s, ring: rect(7), back: rect(5)}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	s          *swatch
	ring, back *canvas.Rectangle
}

func (r *swatchRenderer) Destroy()           {}
func (r *swatchRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(swatchSize) }
func (r *swatchRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.back}
}

func (r *swatchRenderer) Layout(s fyne.Size) {
	r.ring.Resize(s)
	r.back.Move(fyne.NewPos(3, 3))
	r.back.Resize(s.SubtractWidthHeight(6, 6))
}

func (r *swatchRenderer) Refresh() {
	c, _ := parseHex(r.s.hex)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = c, themed("inputBorder"), 1
	r.ring.FillColor, r.ring.StrokeWidth = color.Transparent, 0
	if r.s.chosen {
		r.ring.StrokeColor, r.ring.StrokeWidth = themed("foreground"), 1.4
	}
	if r.s.focused {
		r.ring.StrokeColor, r.ring.StrokeWidth = themed("primary"), 2.4
	}
	r.back.Refresh()
	r.ring.Refresh()
}

// parseHex reads #RRGGBB. Nothing is a colour that cannot be seen.
func parseHex(text string) (color.Color, bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return color.Transparent, true
	}
	v, err := strconv.ParseUint(strings.TrimPrefix(text, "#"), 16, 32)
	if err != nil || len(text) != 7 || text[0] != '#' {
		return color.Transparent, false
	}
	return hex(uint32(v)<<8 | 0xFF), true
}

func nrgba(c scene.Color) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A} }

// tiedFields adds the pain points, opportunities and metrics of a touchpoint and
// the buttons that add one.
func tiedFields(f *form, id journey.ID) {
	rows := tied(f.doc.Map(), id)
	tiedGroup(f, rows, journey.KindPainPoint, "inspector.pains", "add.pain", func() edit.Command { return f.newPainPoint(id) })
	tiedGroup(f, rows, journey.KindOpportunity, "inspector.chances", "add.chance", func() edit.Command { return f.newOpportunity(id) })
	tiedGroup(f, rows, journey.KindMetric, "inspector.metrics", "add.metric", func() edit.Command { return f.newMetric(id) })
}

func tiedGroup(f *form, rows []journey.Row, kind journey.Kind, heading, add string, command func() edit.Command) {
	f.heading(heading)
	for _, r := range rows {
		if r.Kind() != kind {
			continue
		}
		part := &form{doc: f.doc, failed: f.failed, list: f.list, within: true}
		fill := fyne.ThemeColorName("inputBackground")
		switch kind {
		case journey.KindPainPoint:
			fill = colorPain
			painPointFields(part, r.RowID())
		case journey.KindOpportunity:
			fill = colorChance
			opportunityFields(part, r.RowID())
		default:
			metricFields(part, r.RowID())
		}
		f.onLoad(part.load)
		f.add(newPlate(fill, colorHairline, 7, inset(9, 9, 9, 9, stack(8, part.objects...))))
	}
	f.add(more(add, func() { f.do(command()) }))
}

// removal is the button that deletes a row.
func removal(f *form, kind journey.Kind, id journey.ID, key string) fyne.CanvasObject {
	return strip(4, newPress(say(key), "", func() { f.do(edit.Remove{Kind: kind, ID: id}) }))
}

// earlierLater is a pair of buttons that move something by one place.
func earlierLater(earlier, later string, by func(int)) fyne.CanvasObject {
	return strip(4, newPress(say(earlier), "", func() { by(-1) }), newPress(say(later), "", func() { by(1) }))
}

func (f *form) moveStage(id journey.ID, by int) {
	for i, s := range f.doc.Map().StagesInOrder() {
		if s.ID == id {
			f.do(edit.MoveStage{ID: id, Index: placeBeside(i, by)})
			return
		}
	}
}

func (f *form) moveLane(id journey.ID, by int) {
	for i, l := range f.doc.Map().LanesInOrder() {
		if l.ID == id {
			f.do(edit.MoveLane{ID: id, Index: placeBeside(i, by)})
			return
		}
	}
}

// placeBeside returns the index to move to before, one place up or down from i.
func placeBeside(i, by int) int {
	if by < 0 {
		return max(i-1, 0)
	}
	return i + 2
}
