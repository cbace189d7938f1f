package app

import (
	"slices"
	"strings"

	"touchline.app/app/say"
	"touchline.app/export/survey"
	"touchline.app/journey"
	"touchline.app/journey/evidence"
)

// usualScales are offered beside those that were found.
var usualScales = []evidence.Scale{
	{Min: 1, Max: 5},
	{Min: 1, Max: 5, Turned: true},
	{Min: 0, Max: 5},
	{Min: 1, Max: 7},
	{Min: 0, Max: 10},
	{Min: 1, Max: 10},
	{Min: -2, Max: 2},
	{Min: 0, Max: 1},
	{Min: 1, Max: 6, Turned: true},
	{Min: 0, Max: 100},
}

// scales are how the answers to a question can be understood; those found first.
func (s *surveyStep) scales(i int) []choice {
	to := func(r survey.Reading) func(*editor) {
		return func(*editor) {
			row := &s.rows[i]
			row.reading, row.settled = r, true
			row.result = row.question.Apply(r)
			s.tell()
		}
	}
	var cs []choice
	offered := map[evidence.Scale]bool{}
	for _, r := range s.rows[i].found.Readings {
		text := scaleText(r)
		if len(r.NotApplicable) > 0 {
			text += " · " + say.Text("intake.na") + " " + strings.Join(r.NotApplicable, ", ")
		}
		cs, offered[r.Scale] = append(cs, choice{text, to(r)}), true
		if back := r; r.Words != nil { // words may stand for the opposite
			back.Scale.Turned = !r.Scale.Turned
			if !slices.ContainsFunc(s.rows[i].found.Readings, func(o survey.Reading) bool { return o.Scale == back.Scale }) {
				cs = append(cs, choice{scaleText(back), to(back)})
			}
		}
	}
	for _, sc := range usualScales {
		if !offered[sc] {
			r := survey.Reading{Scale: sc, NotApplicable: s.rows[i].reading.NotApplicable}
			cs = append(cs, choice{scaleText(r), to(r)})
		}
	}
	return cs
}

func (s *surveyStep) scale(i int) string {
	return scaleText(s.rows[i].reading)
}

// scaleText writes a scale from its worst to its best answer.
func scaleText(r survey.Reading) string {
	if !r.Scale.Valid() {
		return "—"
	}
	worst, best := r.Scale.Min, r.Scale.Max
	if r.Scale.Turned {
		worst, best = best, worst
	}
	text := say.Number(journey.Known(worst)) + " – " + say.Number(journey.Known(best))
	if r.Words != nil {
		text = say.Text("intake.words") + " " + text
	}
	return text
}

// codes takes the answers that mean "not applicable".
func (s *surveyStep) codes(i int, text string) bool {
	row := &s.rows[i]
	row.reading.NotApplicable = nil
	for c := range strings.SplitSeq(text, ",") {
		if c = strings.TrimSpace(c); c != "" {
			row.reading.NotApplicable = append(row.reading.NotApplicable, c)
		}
	}
	row.settled = true
	row.result = row.question.Apply(row.reading)
	s.tell()
	return true
}

func interval(r survey.Result) string {
	low, high, ok := r.Interval()
	if !ok {
		return ""
	}
	return say.Decimals(low) + " … " + say.Decimals(high)
}

// leftOut says how many answers do not count.
func leftOut(r survey.Result) string {
	na, junk := 0, r.Beyond
	for _, n := range r.NotApplicable {
		na += n
	}
	for _, n := range r.Junk {
		junk += n
	}
	return say.LeftOut(r.Blank, na, junk)
}
