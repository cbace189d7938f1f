package edit

import (
	"math"
	"strconv"
	"strings"

	"touchline.app/journey"
)

// Ratings and quantities are numbers that are edited where they stand on the map.

// rated changes a rating of a row by name in a copy of it, and reports whether the
// row has such a rating.
func rated(r journey.Row, field string, change func(*int)) (journey.Row, bool) {
	switch r := r.(type) {
	case journey.PainPoint:
		if field == "Severity" {
			change(&r.Severity)
			return r, true
		}
	case journey.Opportunity:
		switch field {
		case "Impact":
			change(&r.Impact)
			return r, true
		case "Effort":
			change(&r.Effort)
			return r, true
		}
	}
	return r, false
}

// measured is rated for the quantities of a metric, with their unit.
func measured(r journey.Row, field string, change func(q *journey.Quantity, unit *string)) (journey.Row, bool) {
	m, ok := r.(journey.Metric)
	switch {
	case !ok:
		return r, false
	case field == "Actual":
		change(&m.Actual, &m.Unit)
	case field == "Target":
		change(&m.Target, &m.Unit)
	default:
		return r, false
	}
	return m, true
}

// IsFigure reports whether a field of a row is a number: short, and typed anew rather
// than changed.
func IsFigure(r journey.Row, field string) bool {
	_, ok := figure(r, field)
	return ok
}

// figure returns a number of a row as text, and whether the row has it.
func figure(r journey.Row, field string) (string, bool) {
	s := ""
	_, isRated := rated(r, field, func(n *int) {
		if *n > 0 {
			s = strconv.Itoa(*n)
		}
	})
	_, isMeasured := measured(r, field, func(q *journey.Quantity, unit *string) {
		if q.Known {
			s = Figure(q.Value, *unit)
		}
	})
	return s, isRated || isMeasured
}

// withFigure returns a row with a number read from a text, and whether the row has
// it. An empty text takes the number away, one without a number changes nothing.
func withFigure(r journey.Row, field, text string) (journey.Row, bool) {
	text = strings.TrimSpace(text)
	if after, ok := rated(r, field, func(n *int) {
		v, err := strconv.Atoi(text)
		switch {
		case text == "":
			*n = 0
		case err == nil:
			*n = min(max(v, 0), 5)
		}
	}); ok {
		return after, true
	}
	return measured(r, field, func(q *journey.Quantity, unit *string) {
		v, of, ok := ReadFigure(text)
		switch {
		case text == "":
			*q = journey.Quantity{}
		case ok:
			*q = journey.Known(v)
			if of != "" {
				*unit = of
			}
		}
	})
}

// Figure writes a number with its unit as it is typed: 1.5 s, 71%.
func Figure(v float64, unit string) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if size := math.Abs(v); size >= 1e15 || size > 0 && size < 1e-9 {
		s = strconv.FormatFloat(v, 'e', -1, 64)
	}
	if unit == "" || unit == "%" {
		return s + unit
	}
	return s + " " + unit
}

// ReadFigure reads a number and the unit behind it, and whether there is a number.
// A comma parts the decimals, or the thousands where there is a point too.
func ReadFigure(s string) (v float64, unit string, ok bool) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "−", "-"))
	end := 0
	for i, r := range s {
		if !strings.ContainsRune("+-0123456789.,eE", r) || (r == 'e' || r == 'E') && !exponent(s[i+1:]) {
			break
		}
		end = i + 1
	}
	number := s[:end]
	if strings.Contains(number, ".") {
		number = strings.ReplaceAll(number, ",", "")
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", "."), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, "", false
	}
	return v, strings.TrimSpace(s[end:]), true
}

// exponent reports whether what follows an e makes a power of ten of it.
func exponent(s string) bool {
	s = strings.TrimLeft(s, "+-")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}
