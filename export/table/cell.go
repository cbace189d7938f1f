package table

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

func text(name string, of func(*record) *string, also ...string) column {
	return column{
		name: name, also: also, blank: true,
		get: func(r *record) string { return *of(r) },
		set: func(r *record, s string) error { *of(r) = s; return nil },
	}
}

func word[T ~string](name string, of func(*record) *T, words []T, also ...string) column {
	return column{
		name: name, also: also,
		get: func(r *record) string { return string(*of(r)) },
		set: func(r *record, s string) error {
			for _, w := range words {
				if spelled(string(w)) == spelled(s) {
					*of(r) = w
					return nil
				}
			}
			return notOneOf(s, words)
		},
	}
}

func flag(name string, of func(*record) *bool, also ...string) column {
	return column{
		name: name, also: also,
		get: func(r *record) string {
			if *of(r) {
				return "yes"
			}
			return ""
		},
		set: func(r *record, s string) error {
			switch spelled(s) {
			case "yes", "y", "true", "1", "x", "ja", "sí", "si", "oui", "✓", "✔":
				*of(r) = true
			case "no", "n", "false", "0", "nein", "non":
			default:
				return phrase.Errorf("is %q, neither yes nor no", shorten(s))
			}
			return nil
		},
	}
}

func number(name string, of func(*record) *float64) column {
	return column{
		name: name,
		get:  func(r *record) string { return quantity(*of(r) != 0, *of(r)) },
		set: func(r *record, s string) error {
			v, err := between(s, -math.MaxFloat64, math.MaxFloat64)
			if err == nil {
				*of(r) = v
			}
			return err
		},
	}
}

func whole(name string, of func(*record) *int) column {
	return column{
		name: name,
		get:  func(r *record) string { return quantity(*of(r) != 0, float64(*of(r))) },
		set:  func(r *record, s string) error { return setWhole(of(r), s, math.MaxInt32) },
	}
}

func setWhole(to *int, s string, most float64) error {
	v, err := between(s, 0, most)
	if err == nil && v != math.Trunc(v) {
		err = phrase.Errorf("is %q, not a whole number", shorten(s))
	}
	if err == nil {
		*to = int(v)
	}
	return err
}

func date(name string, of func(*record) *journey.Evidence) column {
	return column{
		name: name,
		get: func(r *record) string {
			if of(r).Date.IsZero() {
				return ""
			}
			return of(r).Date.Format(time.DateOnly)
		},
		set: func(r *record, s string) error {
			d, err := time.Parse(time.DateOnly, strings.TrimSpace(s))
			if err != nil {
				return phrase.Errorf("is %q, not a date like 2006-01-02", shorten(s))
			}
			of(r).Date = d
			return nil
		},
	}
}

// counts are whole numbers with spaces between them.
func counts(name string, of func(*record) *[]int) column {
	return column{
		name: name,
		get:  func(r *record) string { return strings.Trim(fmt.Sprint(*of(r)), "[]") },
		set: func(r *record, s string) error {
			var out []int
			for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '/' }) {
				n := 0
				if err := setWhole(&n, w, math.MaxInt32); err != nil || len(out) == maxItems {
					return phrase.Errorf("is %q, not a row of counts", shorten(s))
				}
				out = append(out, n)
			}
			*of(r) = out
			return nil
		},
	}
}

// items is a list of texts in one cell.
func items(name string, of func(*record) *[]string, also ...string) column {
	return column{
		name: name, also: also,
		get: func(r *record) string { return joined(*of(r)) },
		set: func(r *record, s string) error {
			*of(r) = separate(s)
			return nil
		},
	}
}

// each is a column whose nth item belongs to the nth row of a list.
func each[T any](name string, of func(*record) *[]T, cell func(*T) column, also ...string) column {
	return column{
		name: name, also: also,
		get: func(r *record) string {
			var out []string
			some := false
			for i := range *of(r) {
				s := cell(&(*of(r))[i]).get(nil)
				some = some || s != ""
				out = append(out, s)
			}
			if !some && len(also) == 0 {
				return "" // only the first column of a list says how many there are
			}
			return joined(out)
		},
		set: func(r *record, s string) error {
			list := of(r)
			var wrong error
			for i, w := range separate(s) {
				if i == len(*list) {
					*list = append(*list, *new(T))
				}
				if w == "" {
					continue
				}
				if err := cell(&(*list)[i]).set(nil, w); err != nil && wrong == nil {
					wrong = err
				}
			}
			return wrong
		},
	}
}

// item, level and amount are the cells of a list: a text, a number from 1 to 5,
// a quantity.
func item(of *string) column { return text("", func(*record) *string { return of }) }

func level(of *int) column {
	return column{
		get: func(*record) string { return quantity(*of != 0, float64(*of)) },
		set: func(_ *record, s string) error { return setWhole(of, s, 5) },
	}
}

func amount(of *journey.Quantity) column {
	return column{
		get: func(*record) string { return quantity(of.Known, of.Value) },
		set: func(_ *record, s string) error {
			v, err := between(s, -math.MaxFloat64, math.MaxFloat64)
			if err == nil {
				*of = journey.Known(v)
			}
			return err
		},
	}
}

func quantity(known bool, v float64) string {
	if !known {
		return ""
	}
	return strconv.FormatFloat(v+0, 'g', -1, 64)
}

// between reads a number as people write it, with a comma or a true minus too.
func between(s string, least, most float64) (float64, error) {
	plain := strings.NewReplacer("−", "-", "\u00a0", "", "\u202f", "").Replace(strings.TrimSpace(s))
	if strings.Count(plain, ",") == 1 && !strings.Contains(plain, ".") {
		plain = strings.Replace(plain, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || strings.ContainsAny(plain, "xX_pP") {
		return 0, phrase.Errorf("is %q, not a number", shorten(s))
	}
	if v < least || v > most {
		return 0, phrase.Errorf("is %s, outside %g to %g", shorten(s), least, most)
	}
	return v + 0, nil
}

// A list in one cell has a semicolon and a space between its items. In an item a
// backslash stands before a semicolon or a backslash; one that is empty is
// written none.
const (
	empty    = "none"
	maxItems = 500
)

func joined(list []string) string {
	escape := strings.NewReplacer(`\`, `\\`, ";", `\;`)
	var out strings.Builder
	for i, s := range list {
		if i > 0 {
			out.WriteString("; ")
		}
		switch s {
		case "":
			out.WriteString(empty)
		case empty:
			out.WriteString(`\` + empty)
		default:
			out.WriteString(escape.Replace(s))
		}
	}
	return out.String()
}

func separate(s string) []string {
	var out []string
	var item strings.Builder
	from := 0 // where the item begins
	end := func(at int) {
		text := strings.TrimPrefix(item.String(), " ")
		if from == 0 {
			text = item.String()
		}
		if written := s[from:at]; written == empty || from > 0 && written == " "+empty {
			text = ""
		}
		out = append(out, text)
		item.Reset()
	}
	for i := 0; i < len(s) && len(out) < maxItems; i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			item.WriteByte(s[i])
		case s[i] == ';':
			end(i)
			from = i + 1
		default:
			item.WriteByte(s[i])
		}
	}
	if s != "" && len(out) < maxItems {
		end(len(s))
	}
	return out
}

// shorten keeps what a file says from filling a message.
func shorten(s string) string {
	if r := []rune(s[:min(len(s), 400)]); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

var errNoTitles = phrase.Errorf("has no column with the touchpoints: call one %s or title", titleColumn)
