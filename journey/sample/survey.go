package sample

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/evidence"
)

//go:embed survey/airline.tsv
var airlineTable string

// surveyName names the source of the measured emotions of the flight map.
const surveyName = "Airline passenger satisfaction (Kaggle, teejmahal20)"

// The file the answers stood in.
const (
	surveyFile   = "airline_test.csv"
	surveyDigest = "2b58518af6e6c94334bf0f69160e29c5a5a082e340cf30f517473ede2bb1d898"
)

// measured returns the actual emotion that the answers to a question of the survey give: the mean
// of the ratings 1..5 minus 3, not rounded, with the figures as its evidence.
func measured(question string) (journey.Emotion, error) {
	counts, err := answers(question)
	if err != nil {
		return journey.Emotion{}, err
	}
	left := counts[0]
	delete(counts, 0)
	e := evidence.Of(counts).Emotion(evidence.Scale{Min: 1, Max: 5}, surveyName+", question “"+question+"”", time.Time{})
	e.Evidence.Question, e.Evidence.NotApplicable = question, left
	e.Evidence.File, e.Evidence.FileDigest = surveyFile, surveyDigest
	return e, nil
}

// answers returns how often each rating was given to a question; 0 means not applicable.
func answers(question string) (map[float64]int, error) {
	const ratings = 6
	for line := range strings.Lines(airlineTable) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if cells[0] != question || len(cells) != 1+ratings {
			continue
		}
		counts := map[float64]int{}
		for rating := range ratings {
			n, err := strconv.Atoi(cells[rating+1])
			if err != nil {
				return nil, fmt.Errorf("read the answers to %q: %w", question, err)
			}
			counts[float64(rating)] = n
		}
		return counts, nil
	}
	return nil, fmt.Errorf("the survey has no question %q", question)
}
