package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// tickbox is a text with a box before it that is ticked or not, or half where
// several things differ.
type tickbox struct {
	widget.BaseWidget
	landing
	text    string
	on      bool
	partial bool
	changed func(bool)

	hovered, focused bool
}

func newTickbox(text string, changed func(bool)) *tickbox {
	t := &tickbox{text: text, changed: changed}
	t.ExtendBaseWidget(t)
	return t
}

// set ticks the box or not, without telling anybody.
func (t *tickbox) set(on, partial bool) {
	if t.on != on || t.partial != partial {
		t.on, t.partial = on, partial
		t.Refresh()
	}
}

// turn is what a person does to the box.
func (t *tickbox) turn() {
	t.set(!t.on || t.partial, false)
	t.changed(t.on)
}

// Tapped implements fyne.Tappable.
func (t *tickbox) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	t.turn()
}

// FocusGained implements fyne.Focusable.
func (t *tickbox) FocusGained() {
	t.focused = true
	t.Refresh()
	t.arrive(t)
}

// FocusLost implements fyne.Focusable.
func (t *tickbox) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune implements fyne.Focusable.
func (t *tickbox) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *tickbox) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.turn()
	default:
		passFunctionKey(t, k)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *tickbox) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (t *tickbox) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *tickbox) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor implements desktop.Cursorable.
func (t *tickbox) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (t *tickbox) CreateRenderer() fyne.WidgetRenderer {
	r := &tickboxRenderer{t: t, back: rect(6), box: rect(4), mark: newLettering(), label: newLettering()}
	r.Refresh()
	return r
}

type tickboxRenderer struct {
	t           *tickbox
	back, box   *canvas.Rectangle
	mark, label *lettering
}

const tickSize = 17

func (r *tickboxRenderer) Destroy() {}
func (r *tickboxRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{r.back, r.box}, r.mark.objects(), r.label.objects())
}

func (r *tickboxRenderer) MinSize() fyne.Size { return fyne.NewSize(60, 26) }

func (r *tickboxRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	x := across(4, tickSize, s.Width)
	r.box.Move(fyne.NewPos(x, (s.Height-tickSize)/2))
	r.box.Resize(fyne.NewSquareSize(tickSize))
	r.mark.align = fyne.TextAlignCenter
	r.mark.place(x, 0, tickSize, s.Height)
	w := s.Width - tickSize - 18
	r.label.align = leading()
	r.label.place(across(tickSize+12, w, s.Width), 0, w, s.Height)
}

func (r *tickboxRenderer) Refresh() {
	t := r.t
	mark := ""
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth = look.Color("inputBackground"), look.Color("inputBorder"), 1.2
	switch {
	case t.partial:
		mark = "–"
	case t.on:
		mark = "✓"
	}
	if mark != "" {
		r.box.FillColor, r.box.StrokeColor = look.Color("primary"), look.Color("primary")
	}
	r.mark.set(mark, 13, bold, look.Color("foregroundOnPrimary"))
	r.label.set(t.text, 13, fyne.TextStyle{}, look.Color("foreground"))
	r.back.StrokeWidth = 0
	if t.hovered {
		r.box.StrokeColor = look.Color("primary")
	}
	if t.focused {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color("primary"), 2
	}
	r.Layout(t.Size())
	r.back.Refresh()
	r.box.Refresh()
}
