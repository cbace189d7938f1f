package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// Tickbox is a text with a box before it that is ticked or not, or half where
// several things differ.
type Tickbox struct {
	widget.BaseWidget
	Landing
	Text    string
	On      bool
	Partial bool
	changed func(bool)

	hovered, focused bool
}

// NewTickbox returns a box that is not ticked; changed hears what a person makes of it.
func NewTickbox(text string, changed func(bool)) *Tickbox {
	t := &Tickbox{Text: text, changed: changed}
	t.ExtendBaseWidget(t)
	return t
}

// Set ticks the box or not, without telling anybody.
func (t *Tickbox) Set(on, partial bool) {
	if t.On != on || t.Partial != partial {
		t.On, t.Partial = on, partial
		t.Refresh()
	}
}

// Turn is what a person does to the box.
func (t *Tickbox) Turn() {
	t.Set(!t.On || t.Partial, false)
	t.changed(t.On)
}

// Tapped implements fyne.Tappable.
func (t *Tickbox) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	t.Turn()
}

// FocusGained implements fyne.Focusable.
func (t *Tickbox) FocusGained() {
	t.focused = true
	t.Refresh()
	t.arrive(t)
}

// FocusLost implements fyne.Focusable.
func (t *Tickbox) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune implements fyne.Focusable.
func (t *Tickbox) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *Tickbox) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.Turn()
	default:
		passFunctionKey(t, k)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Tickbox) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (t *Tickbox) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *Tickbox) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor implements desktop.Cursorable.
func (t *Tickbox) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (t *Tickbox) CreateRenderer() fyne.WidgetRenderer {
	r := &tickboxRenderer{t: t, back: Rect(6), box: Rect(4), mark: newLettering(), label: newLettering()}
	r.Refresh()
	return r
}

type tickboxRenderer struct {
	t           *Tickbox
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
	x := Across(4, tickSize, s.Width)
	r.box.Move(fyne.NewPos(x, (s.Height-tickSize)/2))
	r.box.Resize(fyne.NewSquareSize(tickSize))
	r.mark.align = fyne.TextAlignCenter
	r.mark.place(x, 0, tickSize, s.Height)
	w := s.Width - tickSize - 18
	r.label.align = Leading()
	r.label.place(Across(tickSize+12, w, s.Width), 0, w, s.Height)
}

func (r *tickboxRenderer) Refresh() {
	t := r.t
	mark := ""
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth = look.Color("inputBackground"), look.Color("inputBorder"), 1.2
	switch {
	case t.Partial:
		mark = "–"
	case t.On:
		mark = "✓"
	}
	if mark != "" {
		r.box.FillColor, r.box.StrokeColor = look.Color("primary"), look.Color("primary")
	}
	r.mark.set(mark, 13, Bold, look.Color("foregroundOnPrimary"))
	r.label.set(t.Text, 13, fyne.TextStyle{}, look.Color("foreground"))
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
