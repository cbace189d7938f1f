package kit

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

// Picker is a list of options to choose one from.
type Picker struct {
	Selector
	options []Option
	Chosen  func(value string)
	Seen    func(fyne.CanvasObject) // called when it has the keys
}

// NewPicker returns a list without options; chosen hears the value a person takes.
func NewPicker(chosen func(string)) *Picker {
	p := &Picker{Chosen: chosen}
	p.At, p.whole = -1, p
	p.Selector.Chosen = func(i int) { p.Chosen(p.options[i].Value) }
	p.ExtendBaseWidget(p)
	return p
}

// Set offers the options, with the one of the given value chosen.
func (p *Picker) Set(os []Option, value string) {
	p.options = os
	p.Selector.Set(Texts(os), slices.IndexFunc(os, func(o Option) bool { return o.Value == value }), "")
}

// TypedKey implements fyne.Focusable.
func (p *Picker) TypedKey(k *fyne.KeyEvent) {
	if ofDialog(k.Name) {
		PassKey(p, k)
		return
	}
	p.Selector.TypedKey(k)
}

// FocusGained implements fyne.Focusable.
func (p *Picker) FocusGained() {
	p.Selector.FocusGained()
	tell(p.Seen, p)
}

func tell(seen func(fyne.CanvasObject), o fyne.CanvasObject) {
	if seen != nil {
		seen(o)
	}
}

// Toggle is a box to be ticked.
type Toggle struct {
	widget.Check
	quiet bool                    // a value is being shown, not chosen
	Seen  func(fyne.CanvasObject) // called when it has the keys
}

// NewToggle returns a box that is not ticked; changed hears what a person makes of it.
func NewToggle(text string, changed func(bool)) *Toggle {
	t := &Toggle{}
	t.Text = text
	t.OnChanged = func(on bool) {
		if !t.quiet {
			changed(on)
		}
	}
	t.ExtendBaseWidget(t)
	return t
}

// Set ticks the box or not, without telling anybody.
func (t *Toggle) Set(on bool) {
	t.quiet = true
	t.SetChecked(on)
	t.quiet = false
}

// TypedKey implements fyne.Focusable.
func (t *Toggle) TypedKey(k *fyne.KeyEvent) {
	if ofDialog(k.Name) {
		PassKey(t, k)
	}
}

// FocusGained implements fyne.Focusable.
func (t *Toggle) FocusGained() {
	t.Check.FocusGained()
	tell(t.Seen, t)
}

// Answer is a line to write in.
type Answer struct {
	widget.Entry
	Seen func(fyne.CanvasObject) // called when it has the keys
}

// NewAnswer returns an empty line; hint stands in it until something is written.
func NewAnswer(hint string, changed func(string)) *Answer {
	a := &Answer{}
	a.PlaceHolder = hint
	a.Scroll = fyne.ScrollHorizontalOnly
	a.Wrapping = fyne.TextWrapOff
	a.OnChanged = changed
	a.ExtendBaseWidget(a)
	return a
}

// TypedKey implements fyne.Focusable.
func (a *Answer) TypedKey(k *fyne.KeyEvent) {
	if ofDialog(k.Name) {
		PassKey(a, k)
		return
	}
	a.Entry.TypedKey(k)
}

// FocusGained implements fyne.Focusable.
func (a *Answer) FocusGained() {
	a.Entry.FocusGained()
	tell(a.Seen, a)
}

// Wrong marks the text as one that cannot be understood.
func (a *Answer) Wrong(is bool) {
	var icon fyne.Resource
	if is {
		icon = theme.NewErrorThemedResource(theme.ErrorIcon())
	}
	if (a.Icon != nil) != is {
		a.SetIcon(icon)
	}
}

// Option is one entry of a choice.
type Option struct{ Value, Text string }

// Texts returns the texts of options, each only once, since a list finds its
// entries by text.
func Texts(os []Option) []string {
	seen := map[string]int{}
	out := make([]string, len(os))
	for i, o := range os {
		seen[o.Text]++
		out[i] = o.Text
		if n := seen[o.Text]; n > 1 {
			out[i] += " (" + strconv.Itoa(n) + ")"
		}
	}
	return out
}

// Options makes options of values whose texts have the prefix in their keys.
func Options[T ~string](prefix string, values []T) []Option {
	os := make([]Option, len(values))
	for i, v := range values {
		os[i] = Option{string(v), say.Text(prefix + string(v))}
	}
	return os
}
