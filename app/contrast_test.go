//go:build ci

package app

import (
	"errors"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// reader walks over what is drawn and holds each text against its ground.
type reader struct {
	t       *testing.T
	name    string
	grounds []ground
	pale    color.Color // of what cannot be used at the moment
	least   float64     // contrast
	texts   int
}

// ground is an area of one colour.
type ground struct {
	at   fyne.Position
	size fyne.Size
	fill color.Color
}

func (r *reader) look(o fyne.CanvasObject, origin fyne.Position) {
	if o == nil || !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	switch o := o.(type) {
	case *canvas.Rectangle:
		if o.FillColor != nil {
			r.grounds = append(r.grounds, ground{at, o.Size(), o.FillColor})
		}
	case *canvas.Text:
		r.read(o, at)
	case *fyne.Container:
		for _, c := range o.Objects {
			r.look(c, at)
		}
	case *kit.Slider, *kit.Face: // no text
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			r.look(c, at)
		}
	}
}

// read holds a text against the areas under its middle.
func (r *reader) read(o *canvas.Text, at fyne.Position) {
	if strings.TrimSpace(o.Text) == "" || look.SceneColor(o.Color) == look.SceneColor(r.pale) {
		return
	}
	r.texts++
	x, y := at.X+min(o.MinSize().Width, o.Size().Width)/2, at.Y+o.Size().Height/2
	under := look.SceneColor(look.Color(look.Panel))
	for _, g := range r.grounds {
		if x >= g.at.X && x <= g.at.X+g.size.Width && y >= g.at.Y && y <= g.at.Y+g.size.Height {
			under = scene.Over(look.SceneColor(g.fill), under)
		}
	}
	if got := scene.Contrast(look.SceneColor(o.Color), under); got < r.least {
		r.t.Errorf("%s: %q in %v on %v has a contrast of %.2f", r.name, o.Text, look.SceneColor(o.Color), under, got)
	}
}

func hoverAll(os []fyne.CanvasObject) {
	for _, o := range os {
		if h, ok := o.(desktop.Hoverable); ok {
			h.MouseIn(&desktop.MouseEvent{})
		}
	}
}

// TestEveryTextThatIsShownCanBeRead looks at the window as it is in many states
// and holds each text to what WCAG 2.2 asks of small ones (1.4.3, level AA).
func TestEveryTextThatIsShownCanBeRead(t *testing.T) {
	e, _, _ := opening(t)
	e.win.Resize(fyne.NewSize(1500, 2400))
	e.desk.own = &library{
		groups: []ownGroup{{title: "Own", pieces: []piece{{kind: journey.KindTouchpoint, title: "a", through: "Phone"}, {kind: journey.KindNote, title: "b", through: "c"}, {kind: journey.KindPainPoint, title: "d", through: "c"}, {kind: journey.KindOpportunity, title: "e", through: "c"}}}},
		broken: []brokenFile{{"x.palette", errors.New("there is nothing in it")}},
	}
	m := e.doc.Map()
	states := map[string]func(){
		"map":         func() { e.selectNone() },
		"touchpoint":  func() { e.selected(refTo(e, 2)); hoverAll(e.palette.box.Objects) },
		"several":     func() { e.selected(append(refTo(e, 1), refTo(e, 4)...)) },
		"stage":       func() { e.selected([]scene.Ref{{Kind: journey.KindStage, ID: m.StagesInOrder()[1].ID}}) },
		"lane":        func() { e.selected([]scene.Ref{{Kind: journey.KindLane, ID: m.LanesInOrder()[1].ID}}) },
		"channel":     func() { e.selected([]scene.Ref{{Kind: journey.KindChannel, ID: m.ChannelsInOrder()[0].ID}}) },
		"good banner": func() { e.notice("a notice") },
		"bad banner":  func() { e.failed(errors.New("it does not fit")) },
		"search":      func() { e.palette.search.SetText("mail") },
		"buttons":     func() { hoverAll(e.toolbar.left.Objects) },
	}
	for _, choice := range []string{look.Light, look.Dark, look.Clear} {
		e.setLook(choice)
		e.relook()
		least := 4.5
		if choice == look.Clear { // level AAA (1.4.6)
			least = 7
		}
		for name, enter := range states {
			enter()
			r := &reader{t: t, name: choice + ", " + name, pale: look.Color("disabled"), least: least}
			r.look(e.sides, fyne.Position{})
			if r.texts < 40 {
				t.Errorf("%s: only %d texts are found: the search is wrong", r.name, r.texts)
			}
		}
		e.selected(refTo(e, 2))
		sel, _ := find(e.inspector.Object, func(*kit.Selector) bool { return true })
		sel.Unroll()
		r := &reader{t: t, name: choice + ", list", pale: look.Color("disabled"), least: least}
		r.look(sel.Open.Popup, fyne.Position{})
		sel.Open.Shut()
		e.launch()
		for _, o := range e.win.Canvas().Overlays().List() {
			if p, ok := o.(*widget.PopUp); ok {
				r.look(p.Content, fyne.Position{})
				p.Hide()
			}
		}
		if r.texts < 10 {
			t.Errorf("%s: the lists have %d texts", choice, r.texts)
		}
	}
}
