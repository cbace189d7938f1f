package app

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// form is a column of fields that show rows of the map and change them.
type form struct {
	doc     *Document
	failed  func(error) // told why a change does not fit
	objects []fyne.CanvasObject
	loads   []func() // each shows a field's value as the map has it now
	first   *field
	loading bool
}

func (f *form) add(os ...fyne.CanvasObject) { f.objects = append(f.objects, os...) }

func (f *form) heading(key string) {
	if len(f.objects) > 0 {
		f.add(gap(6))
	}
	f.add(heading(say(key)))
}

// load shows every value anew, without taking that for an edit.
func (f *form) load() {
	f.loading = true
	for _, l := range f.loads {
		l()
	}
	f.loading = false
}

func (f *form) onLoad(l func()) { f.loads = append(f.loads, l) }

func (f *form) do(cmd edit.Command) {
	if err := f.doc.Do(cmd); err != nil {
		f.failed(err)
	}
}

// subject is the row of type T a group of fields is about.
type subject[T journey.Row] struct {
	f    *form
	kind journey.Kind
	id   journey.ID
}

func about[T journey.Row](f *form, id journey.ID) subject[T] {
	var none T
	return subject[T]{f, none.Kind(), id}
}

// now returns the row as the map has it, and whether it is still there.
func (s subject[T]) now() (T, bool) {
	r, ok := s.f.doc.Map().Row(s.kind, s.id)
	if !ok {
		var none T
		return none, false
	}
	return r.(T), true
}

// set changes the row as one step.
func (s subject[T]) set(change func(*T)) {
	r, ok := s.now()
	if !ok || s.f.loading {
		return
	}
	change(&r)
	s.f.do(edit.Put{Rows: []journey.Row{r}})
}

// typed changes the row as part of a gesture that goes on.
func (s subject[T]) typed(field string, change func(*T)) {
	r, ok := s.now()
	if !ok || s.f.loading {
		return
	}
	change(&r)
	err := s.f.doc.Type(edit.Put{Rows: []journey.Row{r}, Gesture: "field " + field + " " + string(s.id)})
	if err != nil {
		s.f.failed(err)
	}
}

// line adds a field of one line of text.
func (s subject[T]) line(key string, field func(*T) *string) fyne.CanvasObject {
	return s.entry(key, newField(false), field)
}

// para adds a field of several lines of text.
func (s subject[T]) para(key string, field func(*T) *string) fyne.CanvasObject {
	return s.entry(key, newField(true), field)
}

func (s subject[T]) entry(key string, e *field, at func(*T) *string) fyne.CanvasObject {
	e.OnChanged = func(text string) {
		e.grow()
		s.typed(key, func(r *T) { *at(r) = text })
	}
	e.left = s.f.doc.EndGesture
	s.f.onLoad(func() {
		if r, ok := s.now(); ok && e.Text != *at(&r) {
			e.SetText(*at(&r))
		}
	})
	if s.f.first == nil {
		s.f.first = e
	}
	return labelled(key, e)
}

// number adds a field of a number; what is no number stays a text in red and
// changes nothing. An empty text is "none".
func (s subject[T]) number(key string, at func(*T) journey.Quantity, put func(*T, journey.Quantity)) fyne.CanvasObject {
	e := newField(false)
	e.OnChanged = func(text string) {
		q, ok := parseNumber(text)
		e.wrong(!ok)
		if ok {
			s.typed(key, func(r *T) { put(r, q) })
		}
	}
	e.left = s.f.doc.EndGesture
	s.f.onLoad(func() {
		r, ok := s.now()
		if !ok {
			return
		}
		if q, fine := parseNumber(e.Text); !fine || q != at(&r) || e.Text == "" {
			e.SetText(formatNumber(at(&r)))
		}
	})
	return labelled(key, e)
}

func parseNumber(text string) (journey.Quantity, bool) {
	text = strings.NewReplacer("−", "-", ",", ".", " ", "").Replace(text)
	if text == "" {
		return journey.Quantity{}, true
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return journey.Quantity{}, false
	}
	return journey.Known(v), true
}

func formatNumber(q journey.Quantity) string {
	if !q.Known {
		return ""
	}
	return strings.Replace(strconv.FormatFloat(q.Value, 'f', -1, 64), "-", "−", 1)
}

// day adds a field of a date, written 2026-11-22.
func (s subject[T]) day(key string, at func(*T) *time.Time) fyne.CanvasObject {
	e := newField(false)
	e.PlaceHolder = say("field.day.hint")
	e.OnChanged = func(text string) {
		d, ok := parseDay(text)
		e.wrong(!ok)
		if ok {
			s.typed(key, func(r *T) { *at(r) = d })
		}
	}
	e.left = s.f.doc.EndGesture
	s.f.onLoad(func() {
		r, ok := s.now()
		if !ok {
			return
		}
		if d, fine := parseDay(e.Text); !fine || !d.Equal(*at(&r)) {
			e.SetText(formatDay(*at(&r)))
		}
	})
	return labelled(key, e)
}

func parseDay(text string) (time.Time, bool) {
	if strings.TrimSpace(text) == "" {
		return time.Time{}, true
	}
	d, err := time.Parse(time.DateOnly, strings.TrimSpace(text))
	return d, err == nil
}

func formatDay(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

// check adds a yes-or-no field.
func (s subject[T]) check(key string, at func(*T) *bool) fyne.CanvasObject {
	c := widget.NewCheck(say(key), func(on bool) {
		s.set(func(r *T) { *at(r) = on })
	})
	s.f.onLoad(func() {
		if r, ok := s.now(); ok && c.Checked != *at(&r) {
			c.SetChecked(*at(&r))
		}
	})
	return c
}

// option is one entry of a choice.
type option struct{ value, text string }

// choose adds a field with a list of options.
func (s subject[T]) choose(key string, options func() []option, at func(*T) string, put func(string)) fyne.CanvasObject {
	var now []option
	sel := widget.NewSelect(nil, nil)
	sel.PlaceHolder = say("choice.none")
	sel.OnChanged = func(string) {
		if i := sel.SelectedIndex(); i >= 0 && i < len(now) && !s.f.loading {
			put(now[i].value)
		}
	}
	s.f.onLoad(func() {
		r, ok := s.now()
		if !ok {
			return
		}
		if next := options(); !slices.Equal(next, now) {
			now = next
			sel.SetOptions(texts(now))
		}
		i := slices.IndexFunc(now, func(o option) bool { return o.value == at(&r) })
		if i < 0 {
			sel.ClearSelected()
		} else if i != sel.SelectedIndex() {
			sel.SetSelectedIndex(i)
		}
	})
	return labelled(key, outlined(sel))
}

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

// enum adds a choice among words of the model; the first option is none.
func enum[T journey.Row, E ~string](s subject[T], key, group string, values []E, at func(*T) *E) fyne.CanvasObject {
	return enumOr(s, key, "choice.none", group, values, at)
}

// enumOr is enum with a text of its own for none.
func enumOr[T journey.Row, E ~string](s subject[T], key, none, group string, values []E, at func(*T) *E) fyne.CanvasObject {
	os := []option{{"", say(none)}}
	for _, v := range values {
		os = append(os, option{string(v), word(group, v)})
	}
	return s.choose(key, func() []option { return os },
		func(r *T) string { return string(*at(r)) },
		func(v string) { s.set(func(r *T) { *at(r) = E(v) }) })
}

// rating adds a choice of 1 to 5, or none.
func (s subject[T]) rating(key string, at func(*T) *int) fyne.CanvasObject {
	os := []option{{"0", say("rating.none")}}
	for i := 1; i <= 5; i++ {
		os = append(os, option{strconv.Itoa(i), strconv.Itoa(i)})
	}
	return s.choose(key, func() []option { return os },
		func(r *T) string { return strconv.Itoa(*at(r)) },
		func(v string) {
			if n, err := strconv.Atoi(v); err == nil {
				s.set(func(r *T) { *at(r) = n })
			}
		})
}
