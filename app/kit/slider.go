package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
	"touchline.app/journey"
)

// Slider sets a valence from -2 to +2 in steps of 0.1. The knob is hollow and
// dashed on the map for what was expected; here it is hollow.
type Slider struct {
	widget.BaseWidget
	Landing
	Hollow  bool
	Known   bool
	Value   float64
	changed func(float64) // while it moves
	settled func()        // when the gesture ends
	Cleared func()        // the valence is taken away; may be nil

	focused bool
	pull    Pull
}

// NewSlider returns a slider without a valence; changed hears each valence while it moves,
// settled that the gesture has ended.
func NewSlider(hollow bool, changed func(float64), settled func()) *Slider {
	s := &Slider{Hollow: hollow, changed: changed, settled: settled}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows another valence, or that there is none, without telling anybody.
func (s *Slider) Set(v float64, known bool) {
	if s.Value == v && s.Known == known {
		return
	}
	s.Value, s.Known = v, known
	s.Refresh()
}

const knob = 8 // radius of the knob

func (s *Slider) at(x float32) float64 {
	w := s.Size().Width - 2*knob
	if w <= 0 {
		return 0
	}
	return journey.RoundValence(float64((x-knob)/w)*4 - 2)
}

func (s *Slider) move(v float64) {
	v = journey.RoundValence(v)
	if s.Known && v == s.Value {
		return
	}
	s.Set(v, true)
	s.changed(v)
}

// Tapped implements fyne.Tappable.
func (s *Slider) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	s.move(s.at(e.Position.X))
	s.settled()
}

// Dragged implements fyne.Draggable.
func (s *Slider) Dragged(e *fyne.DragEvent) {
	if s.pull.Goes(func() {}) { // what it did is a gesture of the map that goes on
		s.move(s.at(e.Position.X))
	}
}

// DragEnd implements fyne.Draggable.
func (s *Slider) DragEnd() {
	if s.pull.Ends() {
		s.settled()
	}
}

// FocusGained implements fyne.Focusable.
func (s *Slider) FocusGained() {
	s.focused = true
	s.Refresh()
	s.arrive(s)
}

// FocusLost implements fyne.Focusable.
func (s *Slider) FocusLost() { s.focused = false; s.Refresh(); s.settled() }

// TypedRune implements fyne.Focusable: 1 to 5 are the five levels, as on the map.
func (s *Slider) TypedRune(r rune) {
	if r >= '1' && r <= '5' {
		s.move(float64(r - '3'))
		s.settled()
	}
}

// TypedKey implements fyne.Focusable: arrows move by a step, page keys by a
// level, Delete takes the valence away.
func (s *Slider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.move(s.Value - journey.ValenceStep)
	case fyne.KeyRight, fyne.KeyUp:
		s.move(s.Value + journey.ValenceStep)
	case fyne.KeyPageDown:
		s.move(s.Value - 1)
	case fyne.KeyPageUp:
		s.move(s.Value + 1)
	case fyne.KeyHome:
		s.move(journey.MinValence)
	case fyne.KeyEnd:
		s.move(journey.MaxValence)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if s.Cleared != nil {
			s.Cleared()
		}
	default:
		passFunctionKey(s, e)
	}
}

// Cursor implements desktop.Cursorable.
func (s *Slider) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{
		s: s, low: &canvas.LinearGradient{Angle: 270}, high: &canvas.LinearGradient{Angle: 270},
		halo: &canvas.Circle{}, knob: &canvas.Circle{},
	}
	r.Refresh()
	return r
}

type sliderRenderer struct {
	s          *Slider
	low, high  *canvas.LinearGradient
	halo, knob *canvas.Circle
}

func (r *sliderRenderer) Destroy()           {}
func (r *sliderRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 2*knob+6) }
func (r *sliderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.low, r.high, r.halo, r.knob}
}

func (r *sliderRenderer) Layout(size fyne.Size) {
	y, w := size.Height/2, size.Width-2*knob
	r.low.Move(fyne.NewPos(knob, y-2))
	r.low.Resize(fyne.NewSize(w/2, 4))
	r.high.Move(fyne.NewPos(knob+w/2, y-2))
	r.high.Resize(fyne.NewSize(w/2, 4))
	x := knob + w*float32((r.s.Value+2)/4)
	r.halo.Move(fyne.NewPos(x-knob-3, y-knob-3))
	r.halo.Resize(fyne.NewSquareSize(2*knob + 6))
	r.knob.Move(fyne.NewPos(x-knob, y-knob))
	r.knob.Resize(fyne.NewSquareSize(2 * knob))
}

var (
	trackNegative = look.RGBA(0xD1495BFF)
	trackPositive = look.RGBA(0x1F8A70FF)
)

func (r *sliderRenderer) Refresh() {
	s := r.s
	mid := look.Color(look.Hairline)
	r.low.StartColor, r.low.EndColor = trackNegative, mid
	r.high.StartColor, r.high.EndColor = mid, trackPositive
	ink := look.Color("foreground")
	fill := color.Color(look.RGBA(0x8A93A3FF))
	switch {
	case s.Value <= -0.3:
		fill = trackNegative
	case s.Value >= 0.3:
		fill = trackPositive
	}
	if s.Hollow || !s.Known {
		fill = look.Color("inputBackground")
	}
	r.knob.FillColor, r.knob.StrokeColor, r.knob.StrokeWidth = fill, ink, 1.6
	if !s.Known {
		r.knob.StrokeColor = look.Color("disabled")
	}
	r.halo.FillColor = color.Transparent
	if s.focused {
		r.halo.FillColor = look.Color("focus")
	}
	r.Layout(s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
