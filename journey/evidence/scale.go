package evidence

import (
	"math"
	"strconv"

	"touchline.app/journey"
)

// Scale is what an answer could be: every number from Min to Max.
type Scale struct {
	Min    float64 `json:"min"`
	Max    float64 `json:"max"`
	Turned bool    `json:"turned,omitempty"` // the lowest answer is the best, as with school grades
}

// Valid reports whether the scale has two ends.
func (s Scale) Valid() bool {
	width := s.Max - s.Min
	return width > 0 && !math.IsInf(width, 0)
}

// Valence maps an answer, or a mean of answers, to the emotion it stands for:
//
//	valence = -2 + 4 · (answer - Min) / (Max - Min)
//
// and the negative of that where the scale is turned. The lowest answer is -2
// (angry), the middle 0, the highest +2 (delighted). An answer outside the scale
// counts as its end; the result is not rounded.
func (s Scale) Valence(answer float64) float64 {
	if !s.Valid() || math.IsNaN(answer) {
		return 0
	}
	at := min(max((answer-s.Min)/(s.Max-s.Min), 0), 1)
	v := journey.MinValence + (journey.MaxValence-journey.MinValence)*at
	if s.Turned {
		v = -v
	}
	return v + 0 // + 0 turns -0 into 0
}

// String says the scale in words: "1 to 5", "6 to 1" when turned.
func (s Scale) String() string {
	low, high := s.Min, s.Max
	if s.Turned {
		low, high = high, low
	}
	return strconv.FormatFloat(low, 'g', -1, 64) + " to " + strconv.FormatFloat(high, 'g', -1, 64)
}

// straight returns an answer as the same scale would say it, were the highest
// the best.
func (s Scale) straight(answer float64) float64 {
	if s.Turned {
		return s.Min + s.Max - answer
	}
	return answer
}
