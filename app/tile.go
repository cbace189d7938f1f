package app

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// tile is one thing of the palette: it is dragged onto the map, or added where
// the selection is by a click, space or return.
type tile struct {
	widget.BaseWidget
	landing
	text, note string      // the note stands at the right: how often it is used
	dot        color.Color // nil draws none
	fill       fyne.ThemeColorName

	add  func()
	over func(abs fyne.Position)
	drop func(abs fyne.Position)
	away func()

	hovered, focused bool
	last             fyne.Position
	dragging         bool
}

func newTile(text, note string) *tile {
	t := &tile{text: text, note: note, fill: "inputBackground"}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped implements fyne.Tappable.
func (t *tile) Tapped(*fyne.PointEvent) { t.add() }

// Dragged implements fyne.Draggable.
func (t *tile) Dragged(e *fyne.DragEvent) {
	t.dragging, t.last = true, e.AbsolutePosition
	t.over(t.last)
}

// DragEnd implements fyne.Draggable. It carries no position, so the last counts.
func (t *tile) DragEnd() {
	if t.dragging {
		t.dragging = false
		t.drop(t.last)
	}
}

// FocusGained implements fyne.Focusable.
func (t *tile) FocusGained() {
	t.focused = true
	t.Refresh()
	t.arrive(t)
}

// FocusLost implements fyne.Focusable: a drag that loses the focus is off.
func (t *tile) FocusLost() {
	t.focused = false
	t.cancel()
	t.Refresh()
}

func (t *tile) cancel() {
	if t.dragging {
		t.dragging = false
		t.away()
	}
}

// TypedRune implements fyne.Focusable.
func (t *tile) TypedRune(r rune) { passRune(t, r) }

// TypedKey implements fyne.Focusable.
func (t *tile) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.add()
	case fyne.KeyEscape:
		t.cancel()
	default:
		passKey(t, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *tile) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (t *tile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *tile) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor implements desktop.Cursorable.
func (t *tile) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{
		t: t, back: rect(7), dot: &canvas.Circle{}, label: newLettering(), note: newLettering(),
	}
	r.Refresh()
	return r
}

type tileRenderer struct {
	t           *tile
	back        *canvas.Rectangle
	dot         *canvas.Circle
	label, note *lettering
}

func (r *tileRenderer) Destroy()           {}
func (r *tileRenderer) MinSize() fyne.Size { return fyne.NewSize(90, 32) }
func (r *tileRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{r.back, r.dot}, r.label.objects(), r.note.objects())
}

func (r *tileRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	x := float32(10)
	if r.t.dot != nil {
		r.dot.Move(fyne.NewPos(across(x, 9, s.Width), s.Height/2-4.5))
		r.dot.Resize(fyne.NewSquareSize(9))
		x += 18
	}
	n := r.note.min().Width
	r.note.place(across(s.Width-10-n, n, s.Width), 0, n, s.Height)
	w := s.Width - x - 16 - n
	r.label.align = leading()
	r.label.place(across(x, w, s.Width), 0, w, s.Height)
}

func (r *tileRenderer) Refresh() {
	t := r.t
	r.label.set(t.text, 13, fyne.TextStyle{}, look.Color("foreground"))
	r.note.set(t.note, 12, fyne.TextStyle{}, look.Color("placeholder"))
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = look.Color(t.fill), look.Color(look.Hairline), 1
	if t.hovered {
		r.back.StrokeColor = look.Color("primary")
	}
	if t.focused {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color("primary"), 2
	}
	r.dot.Hide()
	if t.dot != nil {
		r.dot.FillColor = t.dot
		r.dot.Show()
	}
	r.Layout(t.Size())
	r.back.Refresh()
	r.dot.Refresh()
}
