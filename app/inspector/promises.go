package inspector

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/additions"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// Promises: a touchpoint sets an expectation that another one tests.

// promisesOf adds the promises of a touchpoint, and two choices that add another.
func promisesOf(f *Form, id journey.ID) {
	f.heading("inspector.promises")
	for _, r := range Tied(f.doc.Map(), id) {
		if r.Kind() != journey.KindPromise {
			continue
		}
		part := &Form{doc: f.doc, failed: f.failed, list: f.list, within: true, about: id}
		promiseFields(part, r.RowID())
		f.onLoad(part.load)
		f.fields = append(f.fields, part.fields...)
		f.add(kit.NewPlate("inputBackground", look.Hairline, 7, kit.Inset(9, 9, 9, 9, kit.Stack(8, part.Objects...))))
	}
	f.add(f.promiseChoice("promise.add_to", id, func(to journey.ID) edit.Command { return additions.Tie(f.doc, additions.Promise(f.doc, id, to)) }),
		f.promiseChoice("promise.add_from", id, func(from journey.ID) edit.Command { return additions.Tie(f.doc, additions.Promise(f.doc, from, id)) }))
}

// promiseChoice is a choice of another touchpoint that adds a promise.
func (f *Form) promiseChoice(key string, id journey.ID, with func(journey.ID) edit.Command) fyne.CanvasObject {
	var now []kit.Option
	sel := kit.NewSelector(nil)
	sel.Chosen = func(i int) {
		sel.Set(kit.Texts(now), -1, say.Text(key))
		f.do(with(journey.ID(now[i].Value)))
	}
	sel.Wanted = func() {
		now = otherTouchpoints(f.doc.Map(), id)
		sel.Set(kit.Texts(now), -1, say.Text(key))
	}
	f.onLoad(func() {
		if sel.Focused {
			sel.Wanted()
			return
		}
		sel.Set(nil, -1, say.Text(key))
	})
	return sel
}

// otherTouchpoints lists the touchpoints but one in the order of the journey.
func otherTouchpoints(m *journey.Map, but journey.ID) []kit.Option {
	var os []kit.Option
	for _, t := range m.Journey() {
		if t.ID != but {
			os = append(os, kit.Option{Value: string(t.ID), Text: say.OrElse(t.Title, say.Text("unnamed"))})
		}
	}
	return os
}

// promiseFields adds the fields of a promise. Among those of one of its touchpoints
// that one is not asked for.
func promiseFields(f *Form, id journey.ID) {
	s := about[journey.Promise](f, id)
	p, _ := s.now()
	sets, tests := "promise.sets", "promise.tests"
	if f.about == "" {
		sets, tests = "promise.to", "promise.from"
	}
	if f.about == "" || f.about != p.From {
		f.add(promiseEnd(s, tests, func(p *journey.Promise) *journey.ID { return &p.From }, func(p *journey.Promise) journey.ID { return p.To }))
	}
	if f.about == "" || f.about == p.From {
		f.add(promiseEnd(s, sets, func(p *journey.Promise) *journey.ID { return &p.To }, func(p *journey.Promise) journey.ID { return p.From }))
	}
	outcome := kit.NewRemark("", look.Grey)
	f.onLoad(func() {
		if p, ok := s.now(); ok {
			text, color := outcomeText(f.doc.Map(), p)
			outcome.Tint(color)
			outcome.Set(text)
		}
	})
	turn := kit.NewPress(say.Text("promise.turn"), "", func() { s.set(func(p *journey.Promise) { p.From, p.To = p.To, p.From }) })
	f.add(s.para("promise.text", func(p *journey.Promise) *string { return &p.Text }), outcome.Prose,
		kit.Strip(4, turn, kit.NewPress(say.Text("remove.promise"), "", func() {
			p, _ := s.now()
			f.do(edit.RemoveRows{Rows: []edit.Ref{{Kind: journey.KindPromise, ID: id}}, Subject: say.Tie(f.doc.Map(), p)})
		})))
}

// promiseEnd chooses the touchpoint at one end of a promise; that at the other one
// cannot be chosen.
func promiseEnd(s subject[journey.Promise], key string, end func(*journey.Promise) *journey.ID, other func(*journey.Promise) journey.ID) fyne.CanvasObject {
	return s.choose(key, func() []kit.Option {
		p, _ := s.now()
		return otherTouchpoints(s.f.doc.Map(), other(&p))
	}, func(p *journey.Promise) string { return string(*end(p)) },
		func(v string) { s.set(func(p *journey.Promise) { *end(p) = journey.ID(v) }) })
}

// outcomeText says what became of a promise, with the colour it has on the map.
func outcomeText(m *journey.Map, p journey.Promise) (string, fyne.ThemeColorName) {
	t, _ := m.Touchpoints.Get(p.To)
	gap, _ := journey.Gap(t)
	switch journey.OutcomeOf(m, p) {
	case journey.Kept:
		return say.Text("promise.kept", "Gap", say.Signed(gap)), look.Positive
	case journey.Broken:
		return say.Text("promise.broken", "Gap", say.Signed(gap)), look.Negative
	case journey.Untold:
	}
	return say.Text("promise.open"), look.Grey
}
