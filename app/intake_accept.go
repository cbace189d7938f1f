package app

import (
	"touchline.app/app/chooser"
	"touchline.app/app/say"
	"touchline.app/export"
	"touchline.app/export/grid"
	"touchline.app/export/survey"
	"touchline.app/journey/edit"
)

// mapping is what was settled of the survey.
func (s *surveyStep) mapping() survey.Mapping {
	k := survey.Mapping{Source: s.source, Table: s.preview.Layout.Keep(), Long: s.responses.Long, Filter: s.responses.Filter}
	for _, r := range s.rows {
		if t, ok := s.e.doc.Map().Touchpoints.Get(r.touchpoint); ok && r.settled {
			k.Items = append(k.Items, survey.Item{Question: r.question.Name, Touchpoint: t.ID, Title: t.Title, Reading: r.reading})
		}
	}
	return k
}

// accept implements intakeStep: the emotions change in one step.
func (s *surveyStep) accept() {
	command, applied, err := survey.Evidence(s.e.doc.Map(), s.responses, s.mapping(), s.day, s.e.doc.NewID)
	if err != nil {
		s.intake.say(say.Sentence(err), true)
		return
	}
	done := 0
	for _, a := range applied {
		done += bit(a.Problem.Blank())
	}
	if err := s.e.doc.Do(edit.All{Verb: "import evidence", Subject: s.responses.Name, Commands: []edit.Command{command}}); err != nil {
		s.intake.say(say.Sentence(err), true)
		return
	}
	s.close()
	s.e.notice(say.Count("intake.done", done, "Name", s.responses.Name, "Rows", s.responses.Kept))
}

// saveMapping keeps what was settled in a file, for the next responses.
func (s *surveyStep) saveMapping() {
	k := s.mapping()
	s.e.askPlace(say.Text("intake.mapping.save"), say.Text("intake.mapping"), fileName(s.source), ".json", func(path string) {
		if err := export.WriteFile(path, k.Save); err != nil {
			s.intake.say(say.Sentence(err), true)
			return
		}
		s.intake.say(say.Text("intake.mapping.saved", "Path", path), false)
	})
}

// openMapping uses what was settled for earlier responses.
func (s *surveyStep) openMapping() {
	s.e.askFile(chooser.Question{
		Title:   say.Text("intake.mapping.open"),
		Filters: []chooser.Filter{{Name: say.Text("intake.mapping"), Extensions: []string{".json"}}, {Name: say.Text("chooser.all")}},
	}, func(paths []string) {
		k, err := loadMapping(paths[0])
		if err != nil {
			s.intake.say(say.Sentence(err), true)
			return
		}
		s.saved, s.rows = k, nil
		s.source = say.OrElse(k.Source, s.source)
		if len(k.Filter) > 0 {
			s.filter = k.Filter[0]
		}
		s.count()
	})
}

func loadMapping(path string) (survey.Mapping, error) {
	f, err := grid.File(path).Open()
	if err != nil {
		return survey.Mapping{}, err
	}
	defer func() { _ = f.Close() }() // only read from
	return survey.Load(f)
}
