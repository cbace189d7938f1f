package app

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/say"
)

// ofDialog reports whether a key belongs to the dialog around a field, not to
// the field: what closes, confirms, or turns pages.
func ofDialog(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyPageUp, fyne.KeyPageDown:
		return true
	}
	return false
}

// picker is a list of options to choose one from.
type picker struct {
	selector
	options []option
	chosen  func(value string)
	seen    func(fyne.CanvasObject) // called when it has the keys
}

func newPicker(chosen func(string)) *picker {
	p := &picker{chosen: chosen}
	p.at, p.whole = -1, p
	p.selector.chosen = func(i int) { p.chosen(p.options[i].value) }
	p.ExtendBaseWidget(p)
	return p
}

// set offers the options, with the one of the given value chosen.
func (p *picker) set(os []option, value string) {
	p.options = os
	p.selector.set(texts(os), slices.IndexFunc(os, func(o option) bool { return o.value == value }), "")
}

// TypedKey implements fyne.Focusable.
func (p *picker) TypedKey(k *fyne.KeyEvent) {
	if ofDialog(k.Name) {
		passKey(p, k)
		return
	}
	p.selector.TypedKey(k)
}

// FocusGained implements fyne.Focusable.
func (p *picker) FocusGained() {
	p.selector.FocusGained()
	tell(p.seen, p)
}

func tell(seen func(fyne.CanvasObject), o fyne.CanvasObject) {
	if seen != nil {
		seen(o)
	}
}

// toggle is a box to be ticked.
type toggle struct {
	widget.Check
	quiet bool                    // a value is being shown, not chosen
	seen  func(fyne.CanvasObject) // called when it has the keys
}

func newToggle(text string, changed func(bool)) *toggle {
	t := &toggle{}
	t.Text = text
	t.OnChanged = func(on bool) {
		if !t.quiet {
			changed(on)
		}
	}
	t.ExtendBaseWidget(t)
	return t
}

// set ticks the box or not, without telling anybody.
func (t *toggle) set(on bool) {
	t.quiet = true
	t.SetChecked(on)
	t.quiet = false
}

// TypedKey implements fyne.Focusable.
func (t *toggle) TypedKey(k *fyne.KeyEvent) {
	if ofDialog(k.Name) {
		passKey(t, k)
	}
}

// FocusGained implements fyne.Focusable.
func (t *toggle) FocusGained() {
	t.Check.FocusGained()
	tell(t.seen, t)
}

// answer is a line to write in.
type answer struct {
	widget.Entry
	seen func(fyne.CanvasObject) // called when it has the keys
}

func newAnswer(hint string, changed func(string)) *answer {
	a := &answer{}
	a.PlaceHolder = hint
	a.Scroll = fyne.ScrollHorizontalOnly
	a.Wrapping = fyne.TextWrapOff
	a.OnChanged = changed
	a.ExtendBaseWidget(a)
	return a
}

// TypedKey implements fyne.Focusable.
func (a *answer) TypedKey(k *fyne.KeyEvent) {
	if ofDialog(k.Name) {
		passKey(a, k)
		return
	}
	a.Entry.TypedKey(k)
}

// FocusGained implements fyne.Focusable.
func (a *answer) FocusGained() {
	a.Entry.FocusGained()
	tell(a.seen, a)
}

// wrong marks the text as one that cannot be understood.
func (a *answer) wrong(is bool) {
	var icon fyne.Resource
	if is {
		icon = theme.NewErrorThemedResource(theme.ErrorIcon())
	}
	if (a.Icon != nil) != is {
		a.SetIcon(icon)
	}
}

// option is one entry of a choice.
type option struct{ value, text string }

// texts returns the texts of options, each only once, since a list finds its
// entries by text.
func texts(os []option) []string {
	seen := map[string]int{}
	out := make([]string, len(os))
	for i, o := range os {
		seen[o.text]++
		out[i] = o.text
		if n := seen[o.text]; n > 1 {
			out[i] += " (" + strconv.Itoa(n) + ")"
		}
	}
	return out
}

// offered makes options of values whose texts have the prefix in their keys.
func offered[T ~string](prefix string, values []T) []option {
	os := make([]option, len(values))
	for i, v := range values {
		os[i] = option{string(v), say.Text(prefix + string(v))}
	}
	return os
}
