package inventory

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"touchline.app/export/grid"
	"touchline.app/export/survey"
	"touchline.app/journey"
)

// outOf finds "3/5", "3.5/5" and "2-4/5".
var outOf = regexp.MustCompile(`(\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(\d+(?:[.,]\d+)?))?\s*/\s*(5|7|10)\b`)

// scored are the emotions of a row or column that are numbers, with the scale they
// are on: from the least one below zero to its opposite, 0 to 100 above 10, 1 to 10
// above 5, else 1 to 5.
type scored struct{ low, high float64 }

// highest are the scales that go below zero, and up to 100, by their highest number.
var highest = []float64{2, 3, 5, 10, 100}

func scale(cells []string) scored {
	least, most, zero, share := 1.0, 1.0, false, false
	for _, c := range cells {
		v, ok := grid.Number(c)
		if by, signed := signs(c); signed && !ok {
			v, ok = min(by, -2), true // a zero among "++" and "--" is the middle
		}
		if !ok {
			continue
		}
		least, most, zero = min(least, v), max(most, v), zero || v == 0
		share = share || strings.Contains(c, "%")
	}
	switch {
	case least < 0:
		for _, end := range highest {
			if -least <= end && most <= end {
				return scored{-end, end}
			}
		}
	case share || most > 10:
		return scored{0, 100}
	}
	s := scored{1, 5}
	if most > 5 {
		s.high = 10
	}
	if zero {
		s.low = 0
	}
	return s
}

// together returns the scales of two columns that are told on one: the wider where both
// go below zero or both end at 10 or before, else each its own.
func together(a, b scored) (_, _ scored) {
	if (a.low < 0) != (b.low < 0) || a.low >= 0 && max(a.high, b.high) > 10 {
		return a, b
	}
	s := scored{min(a.low, b.low), max(a.high, b.high)}
	return s, s
}

// emotion reads a cell: a number on the scale, "3/5", words and faces. The word
// of an emotion is what the cell says. Nothing is known of a cell without any of
// these, and said is false.
func emotion(cell string, s scored) (e journey.Emotion, said bool) {
	cell = grid.Clean(cell, 200)
	if v, ok := grid.Number(cell); ok {
		if v < s.low || v > s.high {
			return e, false
		}
		return assumed(-2+4*(v-s.low)/(s.high-s.low), ""), true
	}
	if m := outOf.FindStringSubmatch(cell); m != nil {
		from, to, most := decimal(m[1]), decimal(m[1]), decimal(m[3])
		if m[2] != "" {
			to = decimal(m[2])
		}
		if at := (from + to) / 2; at >= 0 && at <= most {
			word := strings.Trim(strings.Replace(cell, m[0], "", 1), " ()（）,;:-")
			return assumed(-2+4*(max(at, 1)-1)/(most-1), word), true
		}
	}
	if v, ok := signs(cell); ok {
		return assumed(v, ""), true
	}
	if v, ok := meant(strings.ToLower(cell)); ok {
		return assumed(v, cell), true
	}
	if v, ok := survey.Feels(cell); ok {
		return assumed(v, cell), true
	}
	return e, false
}

// signs reads "++", "-" and stars.
func signs(cell string) (float64, bool) {
	c := strings.NewReplacer(" ", "", "−", "-", "–", "-", "⭐", "★", "\ufe0f", "").Replace(cell)
	n := float64(utf8.RuneCountInString(c))
	switch {
	case c == "":
		return 0, false
	case strings.Trim(c, "+") == "":
		return min(n, 2), true
	case strings.Trim(c, "-") == "":
		return max(-n, -2), true
	case strings.Trim(c, "★☆") == "" && n <= 5:
		return -2 + 4*(float64(strings.Count(c, "★"))-1)/4, strings.Contains(c, "★")
	}
	return 0, false
}

func decimal(s string) float64 {
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
	if err != nil {
		return 0
	}
	return v
}

func assumed(valence float64, word string) journey.Emotion {
	e := journey.Feel(valence)
	e.Word = short(word)
	e.Evidence = journey.Evidence{Source: journey.Assumed}
	return e
}

// maxWord is the length in letters of the longest word of an emotion.
const maxWord = 60

// short keeps of a long explanation what stands before it.
func short(word string) string {
	if len([]rune(word)) <= maxWord/2 {
		return word
	}
	plain, _ := bracketed(word)
	plain, _, _ = strings.Cut(plain, " — ")
	return grid.Clean(plain, maxWord)
}

// meant is the mean of the emotions a text names. What stands in brackets only
// explains, so it counts where nothing else says anything.
func meant(text string) (float64, bool) {
	plain, explained := bracketed(text)
	if v, ok := named(plain); ok {
		return v, true
	}
	return named(explained)
}

// bracketed parts a text into what stands outside brackets and within.
func bracketed(text string) (outside, within string) {
	var out, in strings.Builder
	depth := 0
	for _, r := range text {
		switch r {
		case '(', '（', '「':
			depth++
			in.WriteByte(' ')
			continue
		case ')', '）', '」':
			depth = max(depth-1, 0)
			out.WriteByte(' ')
			continue
		}
		if depth > 0 {
			in.WriteRune(r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String(), in.String()
}

func named(text string) (float64, bool) {
	sum, n := 0.0, 0
	start := true // of a word
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if start || r >= 0x250 {
			if f, length := longest(text); length > 0 {
				sum += f.valence
				n++
				text, start = text[length:], false
				continue
			}
		}
		start = !(r >= 'a' && r <= 'z' || r >= 0xc0 && r < 0x250)
		text = text[size:]
	}
	if n == 0 {
		return 0, false
	}
	return sum / float64(n), true
}
