package kit

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

// Selector shows one of several texts and lets a person choose another: out of
// the list that opens, by the arrows, or by typing its first letters.
type Selector struct {
	widget.BaseWidget
	Landing
	texts  []string
	At     int       // index of the text shown; -1: none
	hint   string    // stands for none
	Chosen func(int) // a person chose the text of an index
	Wanted func()    // the keys come: a long list may be set only now; may be nil
	whole  focusable // what stands in the window: the selector, or what is built on it

	typed   typeAhead
	Open    *Roll // nil: the list is closed
	Focused bool
	hovered bool
}

// NewSelector returns a selector without texts; chosen hears the index a person takes.
func NewSelector(chosen func(int)) *Selector {
	s := &Selector{At: -1, Chosen: chosen}
	s.whole = s
	s.ExtendBaseWidget(s)
	return s
}

// Set shows other texts, or another one of them, without telling anybody.
func (s *Selector) Set(texts []string, at int, hint string) {
	if at < 0 || at >= len(texts) {
		at = -1
	}
	if s.At == at && s.hint == hint && slices.Equal(s.texts, texts) {
		return
	}
	s.texts, s.At, s.hint = slices.Clone(texts), at, hint
	s.Refresh()
}

// Text returns the text that is shown, empty where none is chosen.
func (s *Selector) Text() string {
	if s.At < 0 {
		return ""
	}
	return s.texts[s.At]
}

// choose is what a person does to the text of an index.
func (s *Selector) choose(i int) {
	if i < 0 || i >= len(s.texts) || i == s.At {
		return
	}
	s.At = i
	s.Refresh()
	s.Chosen(i)
}

// Unroll opens the list under the selector.
func (s *Selector) Unroll() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.whole)
	if c == nil || len(s.texts) == 0 {
		return
	}
	s.typed.forget()
	s.Open = newRoll(s, c)
}

// Tapped implements fyne.Tappable.
func (s *Selector) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.whole); c != nil {
		c.Focus(s.whole)
	}
	s.Unroll()
}

// FocusGained implements fyne.Focusable.
func (s *Selector) FocusGained() {
	s.Focused = true
	if s.Wanted != nil {
		s.Wanted()
	}
	s.Refresh()
	s.arrive(s.whole)
}

// FocusLost implements fyne.Focusable.
func (s *Selector) FocusLost() {
	s.Focused = false
	s.typed.forget()
	s.Refresh()
}

// TypedRune implements fyne.Focusable: letters choose the text they begin.
func (s *Selector) TypedRune(r rune) { s.choose(s.typed.next(s.texts, s.At, r)) }

// TypedKey implements fyne.Focusable.
func (s *Selector) TypedKey(k *fyne.KeyEvent) {
	step := 1
	if mirrored() {
		step = -1
	}
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyUp, fyne.KeyDown:
		s.Unroll()
	case fyne.KeyRight:
		s.choose(s.At + step)
	case fyne.KeyLeft:
		s.choose(s.At - step)
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
func (s *Selector) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *Selector) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Selector) MouseOut() { s.hovered = false; s.Refresh() }

// Cursor implements desktop.Cursorable.
func (s *Selector) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (s *Selector) CreateRenderer() fyne.WidgetRenderer {
	r := &selectorRenderer{s: s, back: Rect(6), label: newLettering(), arrow: &canvas.Image{Resource: theme.MenuDropDownIcon()}}
	r.Refresh()
	return r
}

type selectorRenderer struct {
	s     *Selector
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
	r.arrow.Move(fyne.NewPos(Across(s.Width-selectorArrow-5, selectorArrow, s.Width), (s.Height-selectorArrow)/2))
	r.arrow.Resize(fyne.NewSquareSize(selectorArrow))
	w := s.Width - selectorPad - selectorArrow - 6
	r.label.align = Leading()
	r.label.place(Across(selectorPad, w, s.Width), 0, w, s.Height)
}

func (r *selectorRenderer) Refresh() {
	s := r.s
	text, ink := s.Text(), look.Color("foreground")
	if s.At < 0 {
		text, ink = s.hint, look.Color("placeholder")
	}
	r.label.set(text, 13, fyne.TextStyle{}, ink)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = look.Color("inputBackground"), look.Color("inputBorder"), 1
	if s.hovered {
		r.back.StrokeColor = look.Color("primary")
	}
	if s.Focused {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color("primary"), 2
	}
	r.Layout(s.Size())
	r.back.Refresh()
	r.arrow.Refresh()
}
