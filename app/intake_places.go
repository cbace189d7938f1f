package app

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/plane"
	"touchline.app/app/say"
	figures "touchline.app/export/measure"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// placesStep says which touchpoint or stage each name in a table of figures means.
type placesStep struct {
	*intake
	said  figures.Said
	found *figures.Table // nil: it is still looked at
}

func newPlacesStep(t *intake) *placesStep {
	p := &placesStep{intake: t, said: figures.Said{Columns: map[figures.Role]string{}, Places: map[string]journey.ID{}}}
	if t.chosen {
		p.said.Kind = figures.Kind(t.kind)
	}
	return p
}

// tellsOf is what the table tells of, as it was found out last.
func (p *placesStep) tellsOf() figures.Kind {
	if p.found != nil {
		return p.found.Kind
	}
	return figures.Kind(p.kind)
}

// read looks at the table beside the interface.
func (p *placesStep) read() {
	m := p.e.doc.Map().Clone()
	var found *figures.Table
	p.intake.say(say.Text("intake.counting"), false)
	p.beside(func(ctx context.Context, _ func(done, total int64)) (err error) {
		found, err = figures.Look(ctx, p.src, p.preview.Layout, m, p.said)
		return err
	}, func(err error) {
		p.found = found
		p.kind = tells(p.tellsOf())
		p.intake.second = p
		p.intake.show("intake.meaning", p.choices(), p.table())
		switch {
		case errors.Is(err, figures.ErrDays):
			p.intake.say(say.Text("intake.days_doubt"), true)
		case err != nil:
			p.intake.say(say.Sentence(err), true)
		default:
			p.tell()
		}
		p.next.Enable(err == nil)
	})
}

// tell says what was found.
func (p *placesStep) tell() {
	known := 0
	for _, n := range p.found.Names {
		known += bit(n.Place != "")
	}
	text := say.Text("intake.names", "Known", known, "All", len(p.found.Names)) + " " + say.Text("intake.counts_only")
	if f := faults(p.found.Faults); f != "" {
		text = f + " " + text
	}
	p.intake.say(text, false)
}

// rolesOf lists the columns a kind of table has.
var rolesOf = map[figures.Kind][]figures.Role{
	figures.Events:    {figures.CustomerRole, figures.TouchpointRole, figures.TimeRole},
	figures.Customers: {figures.TouchpointRole, figures.StageRole, figures.CountRole},
	figures.Metrics:   {figures.TouchpointRole, figures.StageRole, figures.MetricRole, figures.ActualRole, figures.TargetRole, figures.UnitRole},
}

// choices implements intakeStep.
func (p *placesStep) choices() []fyne.CanvasObject {
	var os []fyne.CanvasObject
	for _, r := range rolesOf[p.tellsOf()] {
		os = append(os, p.pick("intake.role."+string(r), columnOptions(p.preview.Columns), p.columnOf(r), func(v string) {
			p.said.Columns[r] = v
			p.read()
		}))
	}
	if p.tellsOf() != figures.Events {
		return os
	}
	ends := []kit.Option{{Value: "", Text: say.Text("intake.end.last")}}
	for _, t := range p.e.doc.Map().Journey() {
		ends = append(ends, kit.Option{Value: string(t.ID), Text: say.OrElse(t.Title, say.Text("unnamed"))})
	}
	days := []kit.Option{{Value: "", Text: say.Text("intake.days.found")}, {Value: string(figures.DayFirst), Text: say.Text("intake.days.dmy")}, {Value: string(figures.MonthFirst), Text: say.Text("intake.days.mdy")}}
	return append(os,
		p.pick("intake.end", ends, string(p.said.End), func(v string) { p.said.End = journey.ID(v); p.read() }),
		p.pick("intake.days", days, string(p.said.Days), func(v string) { p.said.Days = figures.Days(v); p.read() }))
}

// columnOf is the column that has a role, as said or as found.
func (p *placesStep) columnOf(r figures.Role) string {
	if name, ok := p.said.Columns[r]; ok {
		return name
	}
	if p.found != nil {
		if i := p.found.Column(r); i >= 0 && i < len(p.preview.Columns) {
			return p.preview.Columns[i].Name
		}
	}
	return ""
}

// table implements intakeStep.
func (p *placesStep) table() fyne.CanvasObject {
	names := func() []figures.Name {
		if p.found == nil {
			return nil
		}
		return p.found.Names
	}
	return p.meanings(func() int { return len(names()) }, []intakeColumn{
		{key: "intake.name", width: 300, text: func(i int) string { return say.OrElse(names()[i].Text, "—") }},
		{key: "intake.rows", width: 90, end: true, text: func(i int) string { return say.Thousands(names()[i].Rows) }},
		{key: "intake.means", width: 280, text: func(i int) string { return say.Place(p.e.doc.Map(), names()[i].Place) }, menu: p.places, dress: p.dress},
	})
}

// dress says how sure a name is found.
func (p *placesStep) dress(i int, l *plane.Cell) {
	if n := p.found.Names[i]; n.Place != "" && n.Likeness < 1 {
		l.Tag = fmt.Sprintf("%.0f %%", n.Likeness*100)
	}
}

// places are what a name can mean.
func (p *placesStep) places(i int) []choice {
	name := p.found.Names[i].Text
	to := func(id journey.ID) func(*editor) {
		return func(*editor) {
			p.said.Places[name] = id
			p.read()
		}
	}
	cs := []choice{{say.Text("choice.none"), to("")}}
	for _, t := range p.e.doc.Map().Journey() {
		cs = append(cs, choice{say.OrElse(t.Title, say.Text("unnamed")), to(t.ID)})
	}
	if p.tellsOf() != figures.Events {
		for _, st := range p.e.doc.Map().StagesInOrder() {
			cs = append(cs, choice{say.OrElse(st.Name, say.Text("unnamed")), to(st.ID)})
		}
	}
	return cs
}

// newRows is how many rows the table may add to the map: a metric for each of its
// rows, and their lane.
func (p *placesStep) newRows() int {
	if p.found.Kind != figures.Metrics {
		return 0
	}
	return p.found.Rows + 1
}

// accept implements intakeStep: the figures are read and taken in, in one step.
func (p *placesStep) accept() {
	if p.found == nil {
		return
	}
	m := p.e.doc.Map().Clone()
	ids := p.e.doc.NewIDs(p.newRows())
	var command edit.Command
	p.beside(func(ctx context.Context, progress func(done, total int64)) (err error) {
		command, err = p.found.Change(ctx, m, ids, progress)
		return err
	}, func(err error) {
		if err == nil {
			err = p.e.doc.Do(edit.All{Verb: "import " + string(p.found.Kind), Subject: p.src.Name(), Commands: []edit.Command{command}})
		}
		if err != nil {
			p.intake.say(say.Sentence(err), true)
			return
		}
		p.close()
		text := say.Text("intake.figures", "Name", p.src.Name(), "Rows", p.found.Rows)
		if f := faults(p.found.Faults); f != "" {
			text += " " + f
		}
		p.e.notice(text)
	})
}
