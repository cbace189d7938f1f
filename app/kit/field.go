package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/say"
)

// Field is an entry that tells when it is left and lets function keys through.
type Field struct {
	widget.Entry
	Landing
	Left  func()
	Came  func()                  // when it has the keys; may be nil
	Keys  func(fyne.KeyName) bool // takes a key before the field does; may be nil
	rows  int                     // visible lines of a field of several
	brief bool                    // Return leaves it although it shows several lines

	// Several says that it stands for several values: until it is left, also while one
	// text is written over them.
	Several bool

	Focused bool
}

// NewField returns a field of one line, or of as many as its text has.
func NewField(multiline bool) *Field {
	e := &Field{}
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multiline {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
		e.Scroll = container.ScrollVerticalOnly
		e.SetMinRowsVisible(1)
	}
	return e
}

// NewBriefField is for names: text that is short, yet may have several lines on
// the map. Return leaves it, with Shift it begins a line.
func NewBriefField() *Field {
	e := NewField(true)
	e.brief = true
	return e
}

// mostRows is how high a field of several lines grows before it scrolls.
const mostRows = 8

// Resize implements fyne.CanvasObject. A field of several lines is as high as
// its text.
func (e *Field) Resize(s fyne.Size) {
	e.Entry.Resize(s)
	e.Grow()
}

// SetText implements what fyne.Entry does, and grows.
func (e *Field) SetText(text string) {
	e.Entry.SetText(text)
	e.Grow()
}

// Grow makes a field of several lines as high as its text, up to eight lines.
func (e *Field) Grow() {
	if !e.MultiLine || e.Size().Width <= 0 {
		return
	}
	room := e.Size().Width - 2*theme.InnerPadding() - 2
	rows := min(max(wrappedRows(e.Text, room), 1), mostRows)
	if rows != e.rows {
		e.rows = rows
		e.SetMinRowsVisible(rows)
	}
}

// wrappedRows counts the lines of a text that is wrapped at words.
func wrappedRows(text string, width float32) int {
	rows := 0
	for par := range strings.SplitSeq(text, "\n") {
		rows++
		x := float32(0)
		for _, w := range strings.SplitAfter(par, " ") {
			n := measure(w, theme.TextSize(), fyne.TextStyle{}).Width
			if x > 0 && x+n > width {
				rows++
				x = 0
			}
			rows += int(n / max(width, 1))
			x += n
		}
	}
	return rows
}

// Put puts a value into the field, or says that there are several.
func (e *Field) Put(text string, same bool, hint string) {
	if !same {
		text, hint = "", say.Text("inspector.several")
	}
	e.Several = !same || e.Several && e.Focused
	if e.PlaceHolder != hint {
		e.SetPlaceHolder(hint)
	}
	if e.Text != text {
		e.SetText(text)
	}
}

// FocusGained implements fyne.Focusable.
func (e *Field) FocusGained() {
	e.Focused = true
	e.Entry.FocusGained()
	e.arrive(e)
	if e.Came != nil {
		e.Came()
	}
}

// FocusLost implements fyne.Focusable.
func (e *Field) FocusLost() {
	e.Focused = false
	e.Entry.FocusLost()
	if e.Left != nil {
		e.Left()
	}
}

// TypedKey implements fyne.Focusable. Escape gives the keys back to the map.
func (e *Field) TypedKey(k *fyne.KeyEvent) {
	if e.Keys != nil && e.Keys(k.Name) {
		return
	}
	switch k.Name {
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyEscape:
		PassKey(e, k)
	case fyne.KeyReturn, fyne.KeyEnter:
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && e.brief && !Shifted() {
			c.FocusNext()
			return
		}
		e.Entry.TypedKey(k)
	default:
		e.Entry.TypedKey(k)
	}
}

// AcceptsTab implements fyne.Tabbable: a tab goes to the next field, also from
// one of several lines.
func (e *Field) AcceptsTab() bool { return false }

// Wrong marks the text as one that cannot be understood.
func (e *Field) Wrong(is bool) {
	var icon fyne.Resource
	if is {
		icon = theme.NewErrorThemedResource(theme.ErrorIcon())
	}
	if (e.Icon != nil) != is {
		e.SetIcon(icon)
	}
}

// Labelled puts the name of a field over it.
func Labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return Stack(3, Caption(say.Text(key)), o)
}

// Pair puts two fields side by side in equal widths.
func Pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&Evenly{Gap: 8}, a, b)
}

// Trio puts three fields side by side in equal widths.
func Trio(a, b, c fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&Evenly{Gap: 8}, a, b, c)
}

// Evenly gives its objects equal widths, whatever they ask for; where first is
// not 0 the first one has that share.
type Evenly struct{ Gap, First float32 }

// Layout implements fyne.Layout.
func (l *Evenly) Layout(os []fyne.CanvasObject, s fyne.Size) {
	n := float32(len(os))
	room := s.Width - l.Gap*(n-1)
	x := float32(0)
	for i, o := range os {
		w := room / n
		switch {
		case l.First > 0 && i == 0:
			w = room * l.First
		case l.First > 0:
			w = room * (1 - l.First) / (n - 1)
		}
		o.Move(fyne.NewPos(Across(x, w, s.Width), 0))
		o.Resize(fyne.NewSize(w, s.Height))
		x += w + l.Gap
	}
}

// MinSize implements fyne.Layout.
func (l *Evenly) MinSize(os []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range os {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(60*float32(len(os)), h)
}

// Gap is an empty space of the given height.
func Gap(h float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(h, 0, 0, 0))
}
