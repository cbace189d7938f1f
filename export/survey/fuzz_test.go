package survey

import (
	"testing"

	"touchline.app/export/grid"
)

// FuzzAnswers reads any text as an answer and as the text of a question.
func FuzzAnswers(f *testing.F) {
	for _, s := range []string{"4/5", "★★★½☆", "(5) very good", "satisfied (4)", "1 = best, 5 = worst (0 = n/a)", "from 1 to 10", "（1：とても満足、5：とても不満）", "Satisfecho/a", "غير راضٍ", "-2 .. +2", "1..5", "=\"3\"", "A1"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, answer, question string) {
		rated(answer)
		saysNothing(answer)
		Feels(answer)
		Aspect(question)
		statedIn(foldedText(question, maxQuestion))
		r := Responses{Questions: []Question{{Name: question, Label: answer, tally: newTally(1), column: question}}}
		for _, a := range []string{answer, question, "1", "2", "5", answer + "2"} {
			r.Questions[0].tally.add([]byte(grid.Clean(a, 100)), true)
		}
		for _, finding := range Find(&r) {
			for _, reading := range finding.Readings {
				if got := r.Questions[0].Apply(reading); !reading.Scale.Valid() || got.N > 6 {
					t.Errorf("%v counts %d", reading, got.N)
				}
			}
		}
	})
}
