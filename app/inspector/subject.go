package inspector

import (
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// subject is the row of type T a group of fields is about, or several of them:
// a field then shows what they have in common and changes them all.
type subject[T journey.Row] struct {
	f    *Form
	kind journey.Kind
	id   journey.ID   // of the first
	ids  []journey.ID // of all
}

func about[T journey.Row](f *Form, ids ...journey.ID) subject[T] {
	var none T
	s := subject[T]{f: f, kind: none.Kind(), ids: ids}
	if len(ids) > 0 {
		s.id = ids[0]
	}
	return s
}

// rows returns those of the rows that are still there, as the map has them.
func (s subject[T]) rows() []T {
	out := make([]T, 0, len(s.ids))
	for _, id := range s.ids {
		if r, ok := s.f.doc.Map().Row(s.kind, id); ok {
			out = append(out, r.(T))
		}
	}
	return out
}

// now returns the first of the rows, and whether there is one.
func (s subject[T]) now() (T, bool) {
	if rows := s.rows(); len(rows) > 0 {
		return rows[0], true
	}
	var none T
	return none, false
}

// common returns the value the rows have, and whether it is the same in all.
func common[T journey.Row, V comparable](s subject[T], at func(*T) V) (v V, same, there bool) {
	for i, r := range s.rows() {
		if one := at(&r); i == 0 {
			v, same, there = one, true, true
		} else if one != v {
			same = false
		}
	}
	return v, same, there
}

// set changes the rows as one step.
func (s subject[T]) set(change func(*T)) {
	if s.f.loading {
		return
	}
	put := edit.Put{Rows: s.changed(change)}
	if len(put.Rows) > 1 {
		s.f.do(edit.All{Verb: "edit", Subject: say.Count("subject.things", len(put.Rows)), Commands: []edit.Command{put}})
		return
	}
	s.f.do(put)
}

func (s subject[T]) changed(change func(*T)) []journey.Row {
	var out []journey.Row
	for _, r := range s.rows() {
		change(&r)
		out = append(out, r)
	}
	return out
}

// typed changes the rows as part of a gesture that goes on.
func (s subject[T]) typed(field string, change func(*T)) {
	if s.f.loading {
		return
	}
	err := s.f.doc.Type(edit.Put{Rows: s.changed(change), Gesture: "field " + field + " " + string(s.id)})
	if err != nil {
		s.f.failed(err)
	}
}

// line adds a field of one line of text.
func (s subject[T]) line(key string, field func(*T) *string) fyne.CanvasObject {
	return s.entry(key, kit.NewField(false), field)
}

// name adds a field of a name as it stands on the map, which may have breaks.
func (s subject[T]) name(key string, field func(*T) *string) fyne.CanvasObject {
	return s.entry(key, kit.NewBriefField(), field)
}

// known adds a field of one line that proposes what the map has already.
func (s subject[T]) known(key string, field func(*T) *string, values func(*journey.Map) []string) fyne.CanvasObject {
	e := kit.NewField(false)
	o := s.entry(key, e, field)
	s.f.propose(e, func(text string) []string { return proposed(values(s.f.doc.Map()), text) })
	return o
}

// para adds a field of several lines of text.
func (s subject[T]) para(key string, field func(*T) *string) fyne.CanvasObject {
	return s.entry(key, kit.NewField(true), field)
}

func (s subject[T]) entry(key string, e *kit.Field, at func(*T) *string) fyne.CanvasObject {
	e.OnChanged = func(text string) {
		e.Grow()
		s.typed(key, func(r *T) { *at(r) = text })
	}
	s.f.fields = append(s.f.fields, e)
	s.f.name(key, e)
	e.Left = s.f.doc.EndGesture
	hint := e.PlaceHolder
	s.f.onLoad(func() {
		text, same, there := common(s, func(r *T) string { return *at(r) })
		if there {
			e.Put(text, same, hint)
		}
	})
	if s.f.First == nil {
		s.f.First = e
	}
	return kit.Labelled(key, e)
}

// number adds a field of a number; what is no number stays a text in red and
// changes nothing. An empty text is "none".
func (s subject[T]) number(key string, at func(*T) journey.Quantity, put func(*T, journey.Quantity)) fyne.CanvasObject {
	return s.figure(key, "", at, put)
}

// points adds a field of a length in points; none is as the content asks.
func (s subject[T]) points(key string, at func(*T) *float64) fyne.CanvasObject {
	return s.figure(key, say.Text("size.hint"), func(r *T) journey.Quantity { return positive(*at(r)) },
		func(r *T, q journey.Quantity) { *at(r) = min(max(q.Value, 0), journey.MaxSize) })
}

// figure is number with a text that stands for none.
func (s subject[T]) figure(key, hint string, at func(*T) journey.Quantity, put func(*T, journey.Quantity)) fyne.CanvasObject {
	e := kit.NewField(false)
	e.PlaceHolder = hint
	e.OnChanged = func(text string) {
		q, ok := say.ParseNumber(text)
		e.Wrong(!ok)
		if ok {
			s.typed(key, func(r *T) { put(r, q) })
		}
	}
	s.f.fields = append(s.f.fields, e)
	e.Left = s.f.doc.EndGesture
	s.f.onLoad(func() {
		have, same, there := common(s, at)
		if !there {
			return
		}
		if q, fine := say.ParseNumber(e.Text); !fine && e.Focused {
			return // it is being typed
		} else if !fine || !same || say.Number(q) != say.Number(have) || e.Text == "" {
			e.Put(say.Number(have), same, hint)
		}
	})
	return kit.Labelled(key, e)
}

// day adds a field of a date, written 2026-11-22.
func (s subject[T]) day(key string, at func(*T) *time.Time) fyne.CanvasObject {
	e := kit.NewField(false)
	hint := say.Text("field.day.hint")
	e.PlaceHolder = hint
	e.OnChanged = func(text string) {
		d, ok := say.ParseDay(text)
		e.Wrong(!ok)
		if ok {
			s.typed(key, func(r *T) { *at(r) = d })
		}
	}
	s.f.fields = append(s.f.fields, e)
	e.Left = s.f.doc.EndGesture
	s.f.onLoad(func() {
		have, same, there := common(s, func(r *T) string { return say.Day(*at(r)) })
		if !there {
			return
		}
		if d, fine := say.ParseDay(e.Text); !fine && e.Focused {
			return // it is being typed
		} else if !fine || !same || say.Day(d) != have {
			e.Put(have, same, hint)
		}
	})
	return kit.Labelled(key, e)
}

// check adds a yes-or-no field. It is half ticked where the rows differ.
func (s subject[T]) check(key string, at func(*T) *bool) fyne.CanvasObject {
	return s.tick(say.Text(key), func(r *T) bool { return *at(r) }, func(r *T, on bool) { *at(r) = on })
}

func (s subject[T]) tick(text string, at func(*T) bool, put func(*T, bool)) fyne.CanvasObject {
	c := kit.NewTickbox(text, func(on bool) {
		s.set(func(r *T) { put(r, on) })
	})
	s.f.onLoad(func() {
		if on, same, there := common(s, at); there {
			c.Set(on && same, !same)
		}
	})
	return c
}
