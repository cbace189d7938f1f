package say

import (
	"math"
	"strconv"
	"strings"
	"time"

	"touchline.app/journey"
)

// Decimals writes a number with two decimals.
func Decimals(v float64) string {
	return Pointed(strings.Replace(strconv.FormatFloat(math.Round(v*100)/100, 'f', 2, 64), "-", "−", 1))
}

// ParseNumber reads a number as people write it; an empty text is one that is not known.
func ParseNumber(text string) (journey.Quantity, bool) {
	text = strings.NewReplacer("−", "-", ",", ".", " ", "", "\u202f", "", "\u200e", "").Replace(text)
	if text == "" {
		return journey.Quantity{}, true
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return journey.Quantity{}, false
	}
	return journey.Known(v), true
}

// Number writes a number as it is read: four decimals tell enough.
func Number(q journey.Quantity) string {
	if !q.Known {
		return ""
	}
	v := math.Round(q.Value*1e4) / 1e4
	if v == 0 && q.Value != 0 {
		v = q.Value
	}
	return Pointed(strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), "-", "−", 1))
}

// ParseDay reads a day such as 2026-01-31; an empty text is none.
func ParseDay(text string) (time.Time, bool) {
	if strings.TrimSpace(text) == "" {
		return time.Time{}, true
	}
	d, err := time.Parse(time.DateOnly, strings.TrimSpace(text))
	return d, err == nil
}

// Day writes a day as it is read.
func Day(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}
