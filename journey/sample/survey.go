package sample

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"

	"touchline.app/journey"
)

//go:embed survey/airline.tsv
var airlineTable string

// surveyName names the source of the measured emotions of the flight map.
const surveyName = "Airline passenger satisfaction (Kaggle, teejmahal20)"

// The scale of the survey, and the rating that counts as neutral.
const (
	lowestRating  = 1
	highestRating = 5
	neutralRating = 3
)

// measured returns the actual emotion that the answers to a question of the survey give: the mean
// of the ratings 1..5 minus 3, not rounded, with n, mean, sample standard deviation and
// distribution as its evidence.
func measured(question string) (journey.Emotion, error) {
	counts, err := answers(question)
	if err != nil {
		return journey.Emotion{}, err
	}
	n, sum, squares := 0, 0, 0
	for i, c := range counts {
		rating := lowestRating + i
		n += c
		sum += c * rating
		squares += c * rating * rating
	}
	mean := float64(sum) / float64(n)
	// n²·variance = n·squares - sum² is exact in integers, so nothing cancels out
	deviations := float64(n*squares-sum*sum) / float64(n)
	return journey.Emotion{
		Known:   true,
		Valence: mean - neutralRating,
		Evidence: journey.Evidence{
			Source: journey.Survey, Name: surveyName + ", question “" + question + "”",
			N: n, Mean: mean, SD: math.Sqrt(deviations / float64(n-1)),
			ScaleMin: lowestRating, ScaleMax: highestRating, Distribution: counts,
		},
	}, nil
}

// answers returns how often each rating was given to a question, the lowest rating first.
func answers(question string) ([]int, error) {
	for line := range strings.Lines(airlineTable) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if cells[0] != question || len(cells) != 1+highestRating {
			continue
		}
		counts := make([]int, highestRating)
		for i := range counts {
			n, err := strconv.Atoi(cells[i+1])
			if err != nil {
				return nil, fmt.Errorf("read the answers to %q: %w", question, err)
			}
			counts[i] = n
		}
		return counts, nil
	}
	return nil, fmt.Errorf("the survey has no question %q", question)
}
