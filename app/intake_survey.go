package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/export/grid"
	"touchline.app/export/survey"
	"touchline.app/journey"
)

// surveyStep says what the questions of a survey are about and how their answers
// are understood.
type surveyStep struct {
	*intake
	responses *survey.Responses
	rows      []surveyRow
	source    string
	day       time.Time
	filter    survey.Condition
	saved     survey.Mapping // a mapping that was opened; Format 0: none was
	others    int            // columns that hold no answers on a scale
}

// surveyRow is a question.
type surveyRow struct {
	question   survey.Question
	found      survey.Finding
	touchpoint journey.ID
	likeness   float64 // of the proposed touchpoint; 0: a person chose it
	reading    survey.Reading
	settled    bool // the reading is sure, or a person chose it
	result     survey.Result
}

func newSurveyStep(t *intake) *surveyStep {
	return &surveyStep{intake: t, source: strings.TrimSuffix(t.src.Name(), ".csv")}
}

// count counts the answers and shows what they may mean.
func (s *surveyStep) count() {
	o := survey.Options{}
	if s.saved.Format != 0 {
		o.Long = s.saved.Long
	} else {
		o.Long = survey.ProposeLong(s.preview)
	}
	if s.filter.Column != "" && s.filter.Value != "" {
		o.Filter = []survey.Condition{s.filter}
	}
	m := s.e.doc.Map().Clone()
	var r *survey.Responses
	var ps []survey.Proposal
	s.say(say.Text("intake.counting"), false)
	s.beside(func(ctx context.Context, progress func(done, total int64)) (err error) {
		o.Progress = progress
		if r, err = survey.Count(ctx, s.src, s.preview.Layout, o); err != nil {
			return err
		}
		ps = survey.Propose(m, r)
		return nil
	}, func(err error) {
		if err != nil {
			s.intake.say(say.Sentence(err), true)
			return
		}
		s.take(r, ps)
	})
}

// take shows what was counted. What a person settled before stays.
func (s *surveyStep) take(r *survey.Responses, ps []survey.Proposal) {
	before := map[string]surveyRow{}
	for _, row := range s.rows {
		before[row.question.Name] = row
	}
	s.responses, s.rows, s.others = r, nil, 0
	for i, p := range ps {
		row := surveyRow{question: r.Questions[i], found: p.Finding, touchpoint: p.Touchpoint, likeness: p.Likeness, settled: p.Finding.Sure()}
		if len(p.Finding.Readings) > 0 {
			row.reading = p.Finding.Readings[0]
		} else if s.others++; s.others > mostOthers {
			continue
		}
		if old, ok := before[row.question.Name]; ok {
			row.touchpoint, row.likeness, row.reading, row.settled = old.touchpoint, old.likeness, old.reading, old.settled
		}
		s.mapped(&row)
		row.result = row.question.Apply(row.reading)
		s.rows = append(s.rows, row)
	}
	slices.SortStableFunc(s.rows, func(a, b surveyRow) int { return b.rank() - a.rank() })
	s.intake.second = s
	s.intake.show("intake.meaning", s.choices(), s.table())
	s.tell()
	s.e.trace.line(map[string]any{"intake": len(s.rows)})
}

// mostOthers is how many columns without a scale are shown, for a person to say that
// they have one.
const mostOthers = 100

// rank sorts questions about a touchpoint before others, and columns without a scale
// to the end.
func (r surveyRow) rank() int { return 2*bit(r.touchpoint != "") + bit(r.reading.Scale.Valid()) }

// mapped takes over what an opened mapping says of a question.
func (s *surveyStep) mapped(row *surveyRow) {
	if s.saved.Format == 0 {
		return
	}
	row.touchpoint, row.likeness = "", 0
	for _, item := range s.saved.Items {
		if item.Question != row.question.Name {
			continue
		}
		row.reading, row.settled = item.Reading, true
		if t, ok := s.e.doc.Map().Touchpoints.Get(item.Touchpoint); ok {
			row.touchpoint = t.ID
		} else if t, ok := survey.Titled(s.e.doc.Map(), item.Title); ok {
			row.touchpoint = t.ID
		}
	}
}

// tell says at the foot what will be taken in, and what waits to be settled.
func (s *surveyStep) tell() {
	ready, open := 0, 0
	for _, r := range s.rows {
		switch {
		case r.touchpoint == "":
		case r.settled && r.result.N > 0:
			ready++
		default:
			open++
		}
	}
	s.intake.say(s.outlook(ready, open), len(s.rows) == s.others)
	kit.Show(s.settle, open > 0)
	s.next.Enable(ready > 0)
	s.object.Refresh()
}

// outlook says how many touchpoints will be drawn and how many wait.
func (s *surveyStep) outlook(ready, open int) string {
	if ready+open == 0 && !slices.ContainsFunc(s.rows, func(r surveyRow) bool { return r.reading.Scale.Valid() }) {
		return say.Text("intake.no_scale")
	}
	text := say.Count("intake.ready", ready)
	if ready+open == 0 {
		text = say.Text("intake.no_touchpoint")
	}
	if open > 0 {
		text += " " + say.Count("intake.open", open)
		if i := slices.IndexFunc(s.rows, func(r surveyRow) bool { return r.touchpoint != "" && !r.settled && len(r.found.Doubts) > 0 }); i >= 0 {
			text += " " + toldApart(s.rows[i].question.Name) + ": " + s.doubts(i)
		}
	}
	if s.others > 0 {
		text += " " + say.Count("intake.others", s.others)
	}
	return text + " " + say.Text("intake.privacy")
}

// choices implements intakeStep.
func (s *surveyStep) choices() []fyne.CanvasObject {
	source, _ := s.fill("intake.source", "", s.source, func(text string) { s.source = text })
	day, field := s.fill("evidence.date", say.Text("field.day.hint"), say.Day(s.day), nil)
	field.OnChanged = func(text string) {
		at, ok := say.ParseDay(text)
		field.Wrong(!ok)
		if ok {
			s.day = at
		}
	}
	columns := s.pick("intake.filter", columnOptions(s.responses.Columns), s.filter.Column, func(v string) {
		s.filter = survey.Condition{Column: v}
		if v == "" {
			s.count()
			return
		}
		s.intake.show("intake.meaning", s.choices(), s.table())
	})
	os := []fyne.CanvasObject{source, day, columns}
	if s.filter.Column != "" {
		os = append(os, s.pick("intake.value", s.values(), s.filter.Value, func(v string) {
			s.filter.Value = v
			s.count()
		}))
	}
	mapping := kit.Strip(8, kit.NewPress(say.Text("intake.mapping.open"), "", s.openMapping), kit.NewPress(say.Text("intake.mapping.save"), "", s.saveMapping))
	return append(os, mapping, kit.NewRemark(say.Text("intake.formula"), look.Grey).Prose, kit.NewRemark(say.Text("intake.interval"), look.Grey).Prose)
}

// mostValues is how many values of a column are offered to filter by.
const mostValues = 40

func (s *surveyStep) values() []kit.Option {
	var os []kit.Option
	vs := s.responses.Values(s.filter.Column)
	for _, v := range vs[:min(len(vs), mostValues)] {
		os = append(os, kit.Option{Value: v.Text, Text: fmt.Sprintf("%s (%d)", say.OrElse(grid.Clean(v.Text, 40), "—"), v.Count)})
	}
	return os
}
