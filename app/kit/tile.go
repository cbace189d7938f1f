package kit

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// Tile is one thing of the palette: it is dragged onto the map, or added where
// the selection is by a click, space or return.
type Tile struct {
	widget.BaseWidget
	Landing
	Text, note string      // the note stands at the right: how often it is used
	Dot        color.Color // nil draws none
	Fill       fyne.ThemeColorName

	Add  func()
	Over func(abs fyne.Position)
	Drop func(abs fyne.Position)
	Away func()
	Menu func() []*fyne.MenuItem // what can be done with it

	hovered, Focused bool
	last             fyne.Position
	pull             Pull
}

// NewTile returns a tile that does nothing yet.
func NewTile(text, note string) *Tile {
	t := &Tile{Text: text, note: note, Fill: "inputBackground"}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped implements fyne.Tappable.
func (t *Tile) Tapped(*fyne.PointEvent) { t.Add() }

// TappedSecondary implements fyne.SecondaryTappable.
func (t *Tile) TappedSecondary(at *fyne.PointEvent) { openMenu(t, t.Menu, at.AbsolutePosition) }

// Dragged implements fyne.Draggable.
func (t *Tile) Dragged(e *fyne.DragEvent) {
	if t.pull.Goes(t.Away) {
		t.last = e.AbsolutePosition
		t.Over(t.last)
	}
}

// DragEnd implements fyne.Draggable. It carries no position, so the last counts.
func (t *Tile) DragEnd() {
	if t.pull.Ends() {
		t.Drop(t.last)
	}
}

// FocusGained implements fyne.Focusable.
func (t *Tile) FocusGained() {
	t.Focused = true
	t.Refresh()
	t.arrive(t)
}

// FocusLost implements fyne.Focusable: a drag that loses the focus is off.
func (t *Tile) FocusLost() {
	t.Focused = false
	t.pull.TakeBack()
	t.Refresh()
}

// TypedRune implements fyne.Focusable.
func (t *Tile) TypedRune(r rune) { PassRune(t, r) }

// TypedKey implements fyne.Focusable.
func (t *Tile) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.Add()
	default:
		if !menuKey(t, t.Menu, e) {
			PassKey(t, e)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Tile) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (t *Tile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *Tile) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor implements desktop.Cursorable.
func (t *Tile) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{
		t: t, back: Rect(7), dot: &canvas.Circle{}, label: newLettering(), note: newLettering(),
	}
	r.Refresh()
	return r
}

type tileRenderer struct {
	t           *Tile
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
	if r.t.Dot != nil {
		r.dot.Move(fyne.NewPos(Across(x, 9, s.Width), s.Height/2-4.5))
		r.dot.Resize(fyne.NewSquareSize(9))
		x += 18
	}
	n := r.note.min().Width
	r.note.place(Across(s.Width-10-n, n, s.Width), 0, n, s.Height)
	w := s.Width - x - 16 - n
	r.label.align = Leading()
	r.label.place(Across(x, w, s.Width), 0, w, s.Height)
}

func (r *tileRenderer) Refresh() {
	t := r.t
	r.label.set(t.Text, 13, fyne.TextStyle{}, look.Color("foreground"))
	r.note.set(t.note, 12, fyne.TextStyle{}, look.Color("placeholder"))
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = look.Color(t.Fill), look.Color(look.Hairline), 1
	if t.hovered {
		r.back.StrokeColor = look.Color("primary")
	}
	if t.Focused {
		r.back.StrokeColor, r.back.StrokeWidth = look.Color("primary"), 2
	}
	r.dot.Hide()
	if t.Dot != nil {
		r.dot.FillColor = t.Dot
		r.dot.Show()
	}
	r.Layout(t.Size())
	r.back.Refresh()
	r.dot.Refresh()
}
