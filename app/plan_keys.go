package app

import (
	"strconv"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// What keys and pointer do with the plan.

// step is a way to go, in columns and rows.
type step = widget.TableCellID

// FocusGained implements fyne.Focusable.
func (v *planView) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost implements fyne.Focusable: what is carried goes back.
func (v *planView) FocusLost() {
	v.focused, v.held = false, hold{}
	v.Refresh()
}

// TypedRune implements fyne.Focusable: Space picks a card up and puts it down, a
// figure is its impact or, with Shift, its effort, another letter begins its text.
func (v *planView) TypedRune(r rune) {
	switch {
	case v.at == "" || unicode.IsDigit(r) || kit.Modifiers()&fyne.KeyModifierShift != 0 && !unicode.IsLetter(r):
	case r == ' ' && v.held.id != "":
		v.put()
	case r == ' ':
		v.take(v.at, true, false, scene.Point{})
	case unicode.IsGraphic(r) && v.held.id == "":
		v.write(string(r), true)
	}
}

// TypedKey implements fyne.Focusable.
func (v *planView) TypedKey(k *fyne.KeyEvent) {
	on := 1
	if v.RTL() {
		on = -1
	}
	if n, err := strconv.Atoi(string(k.Name)); err == nil && n >= 1 && n <= 5 && v.held.id == "" {
		v.rate(n)
		return
	}
	switch k.Name {
	case fyne.KeyLeft:
		v.walk(-on, 0)
	case fyne.KeyRight:
		v.walk(on, 0)
	case fyne.KeyUp:
		v.walk(0, -1)
	case fyne.KeyDown:
		v.walk(0, 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		if v.held.id != "" {
			v.put()
		} else {
			v.write("", false)
		}
	case fyne.KeyEscape:
		v.escape()
	default:
		kit.PassKey(v, k)
	}
}

func (v *planView) escape() {
	switch {
	case kit.TakeBack():
	case v.held.id == "":
		v.e.views.to(viewMap)
	default:
		v.letGo()
	}
}

// letGo puts what is carried back.
func (v *planView) letGo() {
	v.held = hold{}
	v.Refresh()
}

// rate sets the impact of the card the cursor is at, with Shift its effort.
func (v *planView) rate(n int) {
	if _, _, ok := v.place(v.at); !ok {
		return
	}
	effort := kit.Modifiers()&fyne.KeyModifierShift != 0
	v.change(v.at, func(o *journey.Opportunity) {
		if effort {
			o.Effort = n
		} else {
			o.Impact = n
		}
	})
}

// walk goes on to the next card, or brings what the keys carry to the next state.
func (v *planView) walk(columns, rows int) {
	column, row, ok := v.place(v.at)
	if !ok {
		return
	}
	if v.held.keys {
		v.held.state = min(max(v.held.state+columns, 0), len(v.list)-1)
		v.Refresh()
		return
	}
	row = min(max(row+rows, 0), len(v.list[column])-1)
	for to := column + columns; columns != 0 && to >= 0 && to < len(v.list); to += columns {
		if n := len(v.list[to]); n > 0 {
			column, row = to, min(row, n-1)
			break
		}
	}
	v.to(column, row)
}

// hit returns the opportunity at a place, and whether it is its point.
func (v *planView) hit(at scene.Point) (id journey.ID, point bool) {
	if id, ok := v.spotAt(at); ok && v.plot().W > 0 {
		return id, true
	}
	for column, list := range v.list {
		for row, o := range list {
			if v.card(column, row).Contains(at) && at.Y > stateHigh {
				return o.ID, false
			}
		}
	}
	return "", false
}

// Tapped implements fyne.Tappable: a click selects, another one writes.
func (v *planView) Tapped(e *fyne.PointEvent) {
	id, point := v.hit(v.Logical(e.Position))
	again := v.focused && id == v.at && !point
	v.e.win.Canvas().Focus(v)
	column, row, ok := v.place(id)
	switch {
	case !ok:
	case again:
		v.write("", false)
	default:
		v.to(column, row)
	}
}

// MouseIn implements desktop.Hoverable.
func (v *planView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (v *planView) MouseMoved(e *desktop.MouseEvent) {
	if id, _ := v.hit(v.Logical(e.Position)); id != v.hover {
		v.hover = id
		v.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (v *planView) MouseOut() { v.hover = ""; v.Refresh() }

// Scrolled implements fyne.Scrollable.
func (v *planView) Scrolled(e *fyne.ScrollEvent) {
	if v.entry != nil {
		return
	}
	v.off -= float64(e.Scrolled.DY)
	v.bound()
	v.Refresh()
}

// Dragged implements fyne.Draggable: a card goes to another state, a point to
// another rating.
func (v *planView) Dragged(e *fyne.DragEvent) {
	at := v.Logical(e.Position)
	if !v.pull.Goes(v.letGo) {
		return
	}
	if v.held.id == "" {
		from := e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
		id, point := v.hit(v.Logical(from))
		if id == "" {
			return
		}
		if column, row, ok := v.place(id); ok {
			v.to(column, row)
		}
		v.take(id, false, point, at)
	}
	v.held.at = at
	if v.held.point {
		v.held.impact, v.held.effort = v.ratingAt(at)
	} else {
		for i := range v.list {
			if c := v.column(i); at.X >= c.X-columnGap/2 && at.X <= c.Right()+columnGap/2 {
				v.held.state = i
			}
		}
	}
	v.Refresh()
}

// DragEnd implements fyne.Draggable.
func (v *planView) DragEnd() {
	if v.pull.Ends() && v.held.id != "" && !v.held.keys {
		v.put()
	}
}
