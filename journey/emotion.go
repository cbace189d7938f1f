package journey

import (
	"math"
	"time"
)

// The range of a valence and the size of its steps.
const (
	MinValence  = -2.0
	MaxValence  = 2.0
	ValenceStep = 0.1
)

// Emotion is how something felt or was expected to feel.
type Emotion struct {
	Known    bool    // false: nobody has said; the other fields but Evidence are then empty
	Valence  float64 // -2 (angry) .. 0 (neutral) .. +2 (delighted), in steps of 0.1 unless measured
	Word     string  // the customer's word for it, optional
	Quote    string  // what she said, optional
	Evidence Evidence
}

// Feel returns a known emotion of the given valence, brought into range and to
// the nearest step.
func Feel(valence float64) Emotion {
	return Emotion{Known: true, Valence: RoundValence(valence)}
}

// RoundValence brings v into -2..+2 and to the nearest step of 0.1. A value
// that is no number becomes 0.
func RoundValence(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	v = math.Round(v*10) / 10
	return min(max(v, MinValence), MaxValence) + 0 // + 0 turns -0 into 0
}

// Feeling is one of the five named levels of a valence.
type Feeling int

// The named levels, from the worst to the best.
const (
	Angry Feeling = iota - 2
	Frustrated
	Neutral
	Pleased
	Delighted
)

// Feeling returns the named level nearest to the valence.
func (e Emotion) Feeling() Feeling {
	return Feeling(math.Round(min(max(e.Valence, MinValence), MaxValence)))
}

// Source says where an emotion comes from.
type Source string

// The sources of evidence.
const (
	Assumed  Source = "assumed"  // an opinion
	Workshop Source = "workshop" // scores from a room
	Survey   Source = "survey"   // responses of customers
)

// Sources lists the sources of evidence.
var Sources = []Source{Assumed, Workshop, Survey}

// Evidence says where an emotion comes from and how firm it is.
type Evidence struct {
	Source       Source    // empty counts as assumed
	Name         string    // the survey or workshop, in words
	N            int       // number of answers counted, 0 when assumed
	Mean         float64   // mean on the scale of the source
	SD           float64   // sample standard deviation (n-1) on the scale of the source
	ScaleMin     float64   // lowest answer of the scale
	ScaleMax     float64   // highest answer of the scale
	Distribution []int     // answers for each step of the scale, lowest first; may be empty
	Date         time.Time // day of collection; zero when unknown

	Median        float64 // on the scale of the source; only with a distribution
	Question      string  // the column or question of the file
	Filter        string  // which answers were counted: "Class = Economy"; empty: all
	Inverted      bool    // the lowest answer is the best
	Blank         int     // answers left out because they say nothing
	NotApplicable int     // answers left out because the question did not apply
	Junk          int     // answers left out because they are not on the scale
	File          string  // name of the file, without its folder
	FileDigest    string  // SHA-256 of the file, in hexadecimal
}

// Measured reports whether the emotion rests on answers, not on an opinion.
func (e Evidence) Measured() bool {
	return e.N > 0 && (e.Source == Workshop || e.Source == Survey)
}
