package app

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"touchline.app/app/plane"
	"touchline.app/app/say"
	"touchline.app/export/survey"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// The questions of a survey in the sheet of the wizard.

// table implements intakeStep.
func (s *surveyStep) table() fyne.CanvasObject {
	number := func(of func(survey.Result) string) func(int) string {
		return func(i int) string {
			if r := &s.rows[i]; r.result.N > 0 {
				return of(r.result)
			}
			return ""
		}
	}
	return s.meanings(func() int { return len(s.rows) }, []intakeColumn{
		{key: "intake.question", width: 205, text: s.question, dress: s.dress},
		{key: "intake.touchpoint", width: 180, text: func(i int) string { return say.Place(s.e.doc.Map(), s.rows[i].touchpoint) }, dress: s.guessed, menu: s.touchpoints},
		{key: "intake.scale", width: 160, text: s.scale, dress: s.doubt, why: s.doubts, menu: s.scales},
		{key: "intake.na", width: 110, text: func(i int) string { return strings.Join(s.rows[i].reading.NotApplicable, ", ") }, write: s.codes},
		{key: "evidence.n", width: 86, end: true, text: number(func(r survey.Result) string { return say.Thousands(r.N) })},
		{key: "evidence.mean", width: 62, end: true, text: number(func(r survey.Result) string { return say.Decimals(r.Mean) })},
		{key: "intake.confidence", width: 108, end: true, text: number(interval)},
		{key: "emotion.actual", width: 92, end: true, text: s.emotion},
		{key: "intake.left_out", width: 142, text: number(leftOut)},
	})
}

// question is the name of a column, with the words of its question where the header
// has them.
func (s *surveyStep) question(i int) string {
	q := s.rows[i].question
	text := q.Name
	if q.Label != "" {
		text += " · " + q.Label
	}
	return toldApart(text)
}

// toldApart puts first what tells a question from others that begin alike.
func toldApart(question string) string {
	if aspect := survey.Aspect(question); aspect != "" {
		return aspect + " · " + question
	}
	return question
}

// dress tells questions about a touchpoint from the others.
func (s *surveyStep) dress(i int, l *plane.Cell) {
	r := s.rows[i]
	l.Strong, l.Quiet = r.touchpoint != "", r.touchpoint == ""
}

// unlike is the likeness below which a person should look whether a proposed
// touchpoint is the right one.
const unlike = 0.7

// guessed says how like a question is to the touchpoint proposed for it, where that is
// not much.
func (s *surveyStep) guessed(i int, l *plane.Cell) {
	if r := s.rows[i]; r.touchpoint != "" && r.likeness > 0 && r.likeness < unlike {
		l.Tag = fmt.Sprintf("%.0f %%", r.likeness*100)
	}
}

// doubt marks a scale that waits for a person.
func (s *surveyStep) doubt(i int, l *plane.Cell) {
	if r := s.rows[i]; r.touchpoint != "" && !r.settled {
		l.Tag, l.Foreign = say.Text("intake.doubt"), true
	}
}

// doubts says why a scale waits for a person.
func (s *surveyStep) doubts(i int) string {
	r := s.rows[i]
	if r.settled || len(r.found.Doubts) == 0 {
		return ""
	}
	return say.Text("intake.doubts", "Doubts", say.Phrase(phrase.Join(r.found.Doubts, "; ")))
}

// settleAll takes the scale proposed for each question that waits for one.
func (s *surveyStep) settleAll() {
	for i := range s.rows {
		if r := &s.rows[i]; r.touchpoint != "" && !r.settled && r.reading.Scale.Valid() {
			r.settled = true
		}
	}
	s.tell()
}

func (s *surveyStep) emotion(i int) string {
	r := s.rows[i]
	if e := r.result.Emotion(r.reading.Scale, "", time.Time{}); r.settled && e.Known {
		return say.Signed(e.Valence)
	}
	return ""
}

// touchpoints are what a question can be about. One that another question is about
// is taken from that one.
func (s *surveyStep) touchpoints(i int) []choice {
	to := func(id journey.ID) func(*editor) {
		return func(*editor) {
			for k := range s.rows {
				if s.rows[k].touchpoint == id && id != "" {
					s.rows[k].touchpoint = ""
				}
			}
			s.rows[i].touchpoint, s.rows[i].likeness = id, 0
			s.tell()
		}
	}
	cs := []choice{{say.Text("choice.none"), to("")}}
	for _, t := range s.e.doc.Map().Journey() {
		cs = append(cs, choice{say.OrElse(t.Title, say.Text("unnamed")), to(t.ID)})
	}
	return cs
}
