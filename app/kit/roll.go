package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/look"
)

// Roll is the open list of a selector, over everything else.
type Roll struct {
	widget.BaseWidget
	of     *Selector
	at     int // the entry the keys are at
	typed  typeAhead
	lines  []*rollLine
	scroll *container.Scroll
	Popup  *widget.PopUp
}

// mostWide is the width a list has at most, in units.
const mostWide = 420

func newRoll(of *Selector, c fyne.Canvas) *Roll {
	r := &Roll{of: of, at: max(of.At, 0)}
	column := Stack(0)
	width := of.Size().Width
	for i, text := range of.texts {
		line := &rollLine{roll: r, at: i}
		line.ExtendBaseWidget(line)
		r.lines = append(r.lines, line)
		column.Add(line)
		width = max(width, min(measure(text, 13, fyne.TextStyle{}).Width+2*rollPad+rollTick, mostWide))
	}
	r.scroll = container.NewVScroll(column)
	r.ExtendBaseWidget(r)
	r.Popup = widget.NewPopUp(r, c)
	r.Popup.ShowAtPosition(r.lie(c, fyne.NewSize(width, column.MinSize().Height)))
	c.Focus(r)
	r.to(r.at)
	return r
}

// lie takes the room the list has and returns where it begins: under the
// selector, or over it where there is more room.
func (r *Roll) lie(c fyne.Canvas, want fyne.Size) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.of.whole)
	below := c.Size().Height - at.Y - r.of.Size().Height - 8
	pad := r.Popup.MinSize().Height - r.MinSize().Height
	height := min(want.Height, max(below, at.Y-8)-pad)
	r.Popup.Resize(fyne.NewSize(want.Width, height+pad))
	x := Across(at.X, want.Width, 2*at.X+r.of.Size().Width)
	x = min(max(x, 0), max(c.Size().Width-want.Width, 0))
	if height+pad <= below {
		return fyne.NewPos(x, at.Y+r.of.Size().Height+1)
	}
	return fyne.NewPos(x, max(at.Y-height-pad-1, 0))
}

// to moves the keys to an entry and brings it into view.
func (r *Roll) to(i int) {
	i = min(max(i, 0), len(r.lines)-1)
	was := r.at
	r.at = i
	r.lines[was].Refresh()
	r.lines[i].Refresh()
	top, high := r.lines[i].Position().Y, r.lines[i].Size().Height
	if off := r.scroll.Offset.Y; top < off || top+high > off+r.scroll.Size().Height {
		r.scroll.ScrollToOffset(fyne.NewPos(0, max(top-r.scroll.Size().Height/2, 0)))
	}
}

// take chooses an entry and closes the list.
func (r *Roll) take(i int) {
	r.Shut()
	r.of.choose(i)
}

// Shut closes the list; nothing is chosen.
func (r *Roll) Shut() {
	r.Popup.Hide()
	r.of.Open = nil
}

// FocusGained implements fyne.Focusable.
func (r *Roll) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (r *Roll) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (r *Roll) TypedRune(c rune) {
	if c != ' ' || r.typed.text != "" {
		r.to(r.typed.next(r.of.texts, r.at, c))
	}
}

// rollPage is how many entries a page key goes.
const rollPage = 8

// TypedKey implements fyne.Focusable.
func (r *Roll) TypedKey(k *fyne.KeyEvent) {
	next := r.at
	switch k.Name {
	case fyne.KeyUp:
		next--
	case fyne.KeyDown:
		next++
	case fyne.KeyPageUp:
		next -= rollPage
	case fyne.KeyPageDown:
		next += rollPage
	case fyne.KeyHome:
		next = 0
	case fyne.KeyEnd:
		next = len(r.lines) - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		r.take(r.at)
		return
	case fyne.KeySpace:
		if r.typed.text == "" {
			r.take(r.at)
		}
		return
	case fyne.KeyEscape, fyne.KeyTab:
		r.Shut()
		return
	default:
		return
	}
	r.typed.forget()
	r.to(next)
}

// AcceptsTab implements fyne.Tabbable: the list keeps the keys.
func (r *Roll) AcceptsTab() bool { return true }

// CreateRenderer implements fyne.Widget.
func (r *Roll) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.scroll) }

// rollLine is an entry of the list.
type rollLine struct {
	widget.BaseWidget
	roll *Roll
	at   int
}

// Tapped implements fyne.Tappable.
func (l *rollLine) Tapped(*fyne.PointEvent) { l.roll.take(l.at) }

// MouseIn implements desktop.Hoverable.
func (l *rollLine) MouseIn(*desktop.MouseEvent) {
	was := l.roll.at
	l.roll.at = l.at
	l.roll.lines[was].Refresh()
	l.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (l *rollLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *rollLine) MouseOut() {}

const (
	rollPad  = 8
	rollTick = 16
)

// CreateRenderer implements fyne.Widget. The chosen entry has a tick.
func (l *rollLine) CreateRenderer() fyne.WidgetRenderer {
	r := &rollLineRenderer{l: l, back: Rect(4), label: newLettering(), tick: newLettering()}
	r.Refresh()
	return r
}

type rollLineRenderer struct {
	l           *rollLine
	back        *canvas.Rectangle
	label, tick *lettering
}

func (r *rollLineRenderer) Destroy() {}
func (r *rollLineRenderer) Objects() []fyne.CanvasObject {
	return slices.Concat([]fyne.CanvasObject{r.back}, r.label.objects(), r.tick.objects())
}

func (r *rollLineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, measure("x", 13, fyne.TextStyle{}).Height+9)
}

func (r *rollLineRenderer) Layout(s fyne.Size) {
	r.back.Resize(s)
	r.tick.place(Across(rollPad-3, rollTick, s.Width), 0, rollTick, s.Height)
	w := s.Width - rollPad - rollTick - 4
	r.label.align = Leading()
	r.label.place(Across(rollPad+rollTick-4, w, s.Width), 0, w, s.Height)
}

func (r *rollLineRenderer) Refresh() {
	l := r.l
	tick := ""
	if l.at == l.roll.of.At {
		tick = "✓"
	}
	r.tick.set(tick, 12, Bold, look.Color("primary"))
	r.label.set(l.roll.of.texts[l.at], 13, fyne.TextStyle{}, look.Color("foreground"))
	r.back.FillColor = look.Color("overlayBackground")
	if l.at == l.roll.at {
		r.back.FillColor = look.Color(look.Tint)
	}
	r.Layout(l.Size())
	r.back.Refresh()
}
