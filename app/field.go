package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// field is an entry that tells when it is left and lets function keys through.
type field struct {
	widget.Entry
	left func()
}

func newField(multiline bool) *field {
	e := &field{}
	e.ExtendBaseWidget(e)
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multiline {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
		e.Scroll = container.ScrollVerticalOnly
		e.SetMinRowsVisible(2)
	}
	return e
}

// FocusLost implements fyne.Focusable.
func (e *field) FocusLost() {
	e.Entry.FocusLost()
	if e.left != nil {
		e.left()
	}
}

// TypedKey implements fyne.Focusable. Escape gives the keys back to the map.
func (e *field) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF6, fyne.KeyEscape:
		passKey(e, k)
	default:
		e.Entry.TypedKey(k)
	}
}

// wrong marks the text as one that cannot be understood.
func (e *field) wrong(is bool) {
	var icon fyne.Resource
	if is {
		icon = theme.NewErrorThemedResource(theme.ErrorIcon())
	}
	if (e.Icon != nil) != is {
		e.SetIcon(icon)
	}
}

// labelled puts the name of a field over it.
func labelled(key string, o fyne.CanvasObject) fyne.CanvasObject {
	return stack(3, caption(say(key)), o)
}

// pair puts two fields side by side in equal widths.
func pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&evenly{gap: 8}, a, b)
}

// trio puts three fields side by side in equal widths.
func trio(a, b, c fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&evenly{gap: 8}, a, b, c)
}

// evenly gives its objects equal widths, whatever they ask for.
type evenly struct{ gap float32 }

// Layout implements fyne.Layout.
func (l *evenly) Layout(os []fyne.CanvasObject, s fyne.Size) {
	n := float32(len(os))
	w := (s.Width - l.gap*(n-1)) / n
	for i, o := range os {
		o.Move(fyne.NewPos(float32(i)*(w+l.gap), 0))
		o.Resize(fyne.NewSize(w, s.Height))
	}
}

// MinSize implements fyne.Layout.
func (l *evenly) MinSize(os []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range os {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(60*float32(len(os)), h)
}

// gap is an empty space of the given height.
func gap(h float32) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(h, 0, 0, 0))
}
