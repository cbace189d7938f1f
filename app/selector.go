package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// focusable is an object of the window that takes the keys.
type focusable interface {
	fyne.CanvasObject
	fyne.Focusable
}

// selector shows one of several texts and lets a person choose another: out of
// the list that opens, by the arrows, or by typing its first letters.
type selector struct {
	widget.BaseWidget
	landing
	texts  []string
	at     int       // index of the text shown; -1: none
	hint   string    // stands for none
	chosen func(int) // a person chose the text of an index
	wanted func()    // the keys come: a long list may be set only now; may be nil
	whole  focusable // what stands in the window: the selector, or what is built on it

	typed   typeAhead
	open    *roll // nil: the list is closed
	focused bool
	hovered bool
}

func newSelector(chosen func(int)) *selector {
	s := &selector{at: -1, chosen: chosen}
	s.whole = s
	s.ExtendBaseWidget(s)
	return s
}

// set shows other texts, or another one of them, without telling anybody.
func (s *selector) set(texts []string, at int, hint string) {
	if at < 0 || at >= len(texts) {
		at = -1
	}
	if s.at == at && s.hint == hint && slices.Equal(s.texts, texts) {
		return
	}
	s.texts, s.at, s.hint = slices.Clone(texts), at, hint
	s.Refresh()
}

// text returns the text that is shown, empty where none is chosen.
func (s *selector) text() string {
	if s.at < 0 {
		return ""
	}
	return s.texts[s.at]
}

// choose is what a person does to the text of an index.
func (s *selector) choose(i int) {
	if i < 0 || i >= len(s.texts) || i == s.at {
		return
	}
	s.at = i
	s.Refresh()
	s.chosen(i)
}

// unroll opens the list under the selector.
func (s *selector) unroll() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.whole)
	if c == nil || len(s.texts) == 0 {
		return
	}
	s.typed.forget()
	s.open = newRoll(s, c)
}

// Tapped implements fyne.Tappable.
func (s *selector) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.whole); c != nil {
		c.Focus(s.whole)
	}
	s.unroll()
}

// FocusGained implements fyne.Focusable.
func (s *selector) FocusGained() {
	s.focused = true
	if s.wanted != nil {
		s.wanted()
	}
	s.Refresh()
	s.arrive(s.whole)
}

// FocusLost implements fyne.Focusable.
func (s *selector) FocusLost() {
	s.focused = false
	s.typed.forget()
	s.Refresh()
}

// TypedRune implements fyne.Focusable: letters choose the text they begin.
func (s *selector) TypedRune(r rune) { s.choose(s.typed.next(s.texts, s.at, r)) }

// TypedKey implements fyne.Focusable.
func (s *selector) TypedKey(k *fyne.KeyEvent) {
	step := 1
	if mirrored() {
		step = -1
	}
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyUp, fyne.KeyDown:
		s.unroll()
	case fyne.KeyRight:
		s.choose(s.at + step)
	case fyne.KeyLeft:
		s.choose(s.at - step)
	case fyne.KeyHome:
		s.choose(0)
	case fyne.KeyEnd:
		s.choose(len(s.texts) - 1)
	case fyne.KeyBackspace:
		s.typed.forget()
	default:
		passFunctionKey(s.whole, k)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *selector) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *selector) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *selector) MouseOut() { s.hovered = false; s.Refresh() }

// Cursor implements desktop.Cursorable.
func (s *selector) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (s *selector) CreateRenderer() fyne.WidgetRenderer {
	r := &selectorRenderer{s: s, back: rect(6), label: newLettering(), arrow: &canvas.Image{Resource: theme.MenuDropDownIcon()}}
	r.Refresh()
	return r
}

type selectorRenderer struct {
	s     *selector
	back  *canvas.Rectangle
	label *lettering
	arrow *canvas.Image
}

const (
	selectorPad   = 7
	selectorArrow = 17
)

func (r *selectorRenderer) Destroy() {}
func (r *selectorRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{r.back, r.arrow}, r.label.objects())
}

func (r *selectorRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, measure("x", 13, fyne.TextStyle{}).Height+2*selectorPad-2)
}

func (r *selectorRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.arrow.Move(fyne.NewPos(across(s.Width-selectorArrow-5, selectorArrow, s.Width), (s.Height-selectorArrow)/2))
	r.arrow.Resize(fyne.NewSquareSize(selectorArrow))
	w := s.Width - selectorPad - selectorArrow - 6
	r.label.align = leading()
	r.label.place(across(selectorPad, w, s.Width), 0, w, s.Height)
}

func (r *selectorRenderer) Refresh() {
	s := r.s
	text, ink := s.text(), look.Color("foreground")
	if s.at < 0 {
		text, ink = s.hint, look.Color("placeholder")
	}
	r.label.set(text, 13, fyne.TextStyle{}, ink)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = look.Color("inputBackground"), look.Color("inputBorder"), 1
	if s.hovered {
		r.back.StrokeColor = look.Color("primary")
	}
	if s.focused {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color("primary"), 2
	}
	r.Layout(s.Size())
	r.back.Refresh()
	r.arrow.Refresh()
}
