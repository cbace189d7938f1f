package inspector

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"touchline.app/app/additions"
	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Form is a column of fields that show rows of the map and change them.
type Form struct {
	doc     *document.Document
	failed  func(error) // told why a change does not fit
	Objects []fyne.CanvasObject
	loads   []func() // each shows a field's value as the map has it now
	First   *kit.Field
	fields  []*kit.Field              // those that are typed in
	Named   map[string]fyne.Focusable // fields by key; of several the last
	loading bool
	list    *proposals // nil: nothing is proposed
	within  bool       // it stands among the fields of a touchpoint
	about   journey.ID // the touchpoint a promise stands among the fields of
}

func (f *Form) add(os ...fyne.CanvasObject) { f.Objects = append(f.Objects, os...) }

func (f *Form) heading(key string) {
	if len(f.Objects) > 0 {
		f.add(kit.Gap(6))
	}
	f.add(kit.Heading(say.Text(key)))
}

// load shows every value anew, without taking that for an edit.
func (f *Form) load() {
	f.loading = true
	for _, l := range f.loads {
		l()
	}
	f.loading = false
}

// name lets a field be found by its key.
func (f *Form) name(key string, o fyne.Focusable) {
	if f.Named == nil {
		f.Named = map[string]fyne.Focusable{}
	}
	f.Named[key] = o
}

func (f *Form) onLoad(l func()) { f.loads = append(f.loads, l) }

func (f *Form) do(cmd edit.Command) {
	if err := f.doc.Do(cmd); err != nil {
		f.failed(err)
	}
}

// choose adds a field with a list of options. None is chosen where the rows differ.
func (s subject[T]) choose(key string, options func() []kit.Option, at func(*T) string, put func(string)) fyne.CanvasObject {
	var now []kit.Option
	sel := kit.NewSelector(func(i int) {
		if !s.f.loading {
			put(now[i].Value)
		}
	})
	s.f.onLoad(func() {
		have, same, there := common(s, at)
		if !there {
			return
		}
		now = options()
		i, hint := slices.IndexFunc(now, func(o kit.Option) bool { return o.Value == have }), say.Text("choice.none")
		if !same {
			i, hint = -1, say.Text("inspector.several")
		}
		sel.Set(kit.Texts(now), i, hint)
	})
	s.f.name(key, sel)
	return kit.Labelled(key, sel)
}

// enum adds a choice among words of the model; the first option is none.
func enum[T journey.Row, E ~string](s subject[T], key, group string, values []E, at func(*T) *E) fyne.CanvasObject {
	return enumOr(s, key, "choice.none", group, values, at)
}

// enumOr is enum with a text of its own for none.
func enumOr[T journey.Row, E ~string](s subject[T], key, none, group string, values []E, at func(*T) *E) fyne.CanvasObject {
	os := []kit.Option{{Value: "", Text: say.Text(none)}}
	for _, v := range values {
		os = append(os, kit.Option{Value: string(v), Text: say.Word(group, v)})
	}
	return s.choose(key, func() []kit.Option { return os },
		func(r *T) string { return string(*at(r)) },
		func(v string) { s.set(func(r *T) { *at(r) = E(v) }) })
}

// rating adds a choice of 1 to 5, or none.
func (s subject[T]) rating(key string, at func(*T) *int) fyne.CanvasObject {
	os := []kit.Option{{Value: "0", Text: say.Text("rating.none")}}
	for i := 1; i <= 5; i++ {
		os = append(os, kit.Option{Value: strconv.Itoa(i), Text: strconv.Itoa(i)})
	}
	return s.choose(key, func() []kit.Option { return os },
		func(r *T) string { return strconv.Itoa(*at(r)) },
		func(v string) {
			if n, err := strconv.Atoi(v); err == nil {
				s.set(func(r *T) { *at(r) = n })
			}
		})
}

func (f *Form) newPainPoint(touchpoint journey.ID) edit.Command {
	return additions.PainPoint(f.doc, f.doc.NewID(), f.stageOf(touchpoint), touchpoint)
}

func (f *Form) newOpportunity(touchpoint journey.ID) edit.Command {
	return additions.Opportunity(f.doc, f.doc.NewID(), f.stageOf(touchpoint), touchpoint)
}

func (f *Form) newMetric(touchpoint journey.ID) edit.Command {
	return additions.Metric(f.doc, f.doc.NewID(), f.stageOf(touchpoint), touchpoint)
}

func (f *Form) stageOf(touchpoint journey.ID) journey.ID {
	t, _ := f.doc.Map().Touchpoints.Get(touchpoint)
	return t.Stage
}
