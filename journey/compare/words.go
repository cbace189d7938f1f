package compare

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"

	"touchline.app/journey"
)

// longest is how many characters of a text a sentence shows.
const longest = 60

// label is the text a row is known by, on one line.
func label(r journey.Row) string { return strings.Join(strings.Fields(r.Label()), " ") }

// name is a row as a sentence names it.
func name(k journey.Kind, label string) string {
	if k == journey.KindHead {
		return "the map"
	}
	if label == "" {
		return string(k) + " without a name"
	}
	return string(k) + " " + quoted(label)
}

// quoted is a text as a sentence shows it: on one line, cut, without characters
// that would change the line.
func quoted(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	for i, c := range r {
		if !unicode.IsGraphic(c) {
			r[i] = unicode.ReplacementChar
		}
	}
	if len(r) > longest {
		r = append(r[:longest-1], '…')
	}
	return `"` + string(r) + `"`
}

// apart is two texts as a sentence shows them; of long ones the part where they
// begin to differ.
func apart(a, b string) (string, string) {
	x, y := []rune(strings.Join(strings.Fields(a), " ")), []rune(strings.Join(strings.Fields(b), " "))
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	if n == len(x) && n == len(y) {
		return quoted(a), quoted(b) + " (spaces)"
	}
	const lead = 20
	if max(len(x), len(y)) <= longest || n <= lead {
		return quoted(a), quoted(b)
	}
	return quoted("…" + string(x[n-lead:])), quoted("…" + string(y[n-lead:]))
}

// sentence says the difference in one line; was is what the row was called.
func (d Difference) sentence(was string) string {
	var parts []string
	for _, f := range d.Fields {
		parts = append(parts, f.Name+" "+f.Before+" -> "+f.After)
	}
	called := d.Label
	if was != "" {
		called = was
	}
	return string(d.Sort) + ": " + name(d.Kind, called) + ": " + strings.Join(parts, "; ")
}

// wordOf is the name of a field in words.
func wordOf(k journey.Kind, field string) string {
	switch {
	case field == "LeaveAsIs":
		return "leave as it is"
	case field == "Type" && k == journey.KindTouchpoint:
		return "kind"
	case field == "Matters":
		return "moment that matters"
	case field == "Mission":
		return "CX mission"
	case field == "Success":
		return "CX success statement"
	case field == "Line":
		return "line about her"
	case field == "EndStage":
		return "reaches to the stage"
	case field == "EndTouchpoint":
		return "reaches to the touchpoint"
	}
	var b strings.Builder
	for i, r := range field {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// word is the value of a field in words.
func (p *placing) word(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case journey.ID:
		return p.called(x)
	case []journey.ID:
		names := make([]string, len(x))
		for i, id := range x {
			names[i] = p.called(id)
		}
		return orNone(strings.Join(names, ", "))
	case journey.Emotion:
		return emotion(x)
	case journey.Quantity:
		if !x.Known {
			return "unknown"
		}
		return number(x.Value)
	case time.Time:
		if x.IsZero() {
			return orNone("")
		}
		return x.Format(time.DateOnly)
	case journey.State:
		if x == "" {
			x = journey.CurrentState
		}
		return string(x)
	case string:
		if x == "" {
			return orNone("")
		}
		return quoted(x)
	}
	return plain(v)
}

// plain is a value of a simple type in words.
func plain(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return "yes"
		}
		return "no"
	case reflect.String:
		return orNone(v.String())
	default:
		return fmt.Sprint(v.Interface())
	}
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// called is the row an id names.
func (p *placing) called(id journey.ID) string {
	switch s, ok := p.at[id]; {
	case id == "":
		return "none"
	case !ok:
		return "one that is not there"
	default:
		return quoted(s)
	}
}

// emotion says an emotion with what it rests on: "-0.6 (survey, n 40)".
func emotion(e journey.Emotion) string {
	s := "unknown"
	if e.Known {
		if s = fmt.Sprintf("%+.1f", e.Valence+0); journey.RoundValence(e.Valence) != e.Valence {
			s = fmt.Sprintf("%+.4g", e.Valence+0) // a measured mean
		}
	}
	if e.Word != "" {
		s += " " + quoted(e.Word)
	}
	if e.Quote != "" {
		s += " " + quoted(e.Quote)
	}
	ev := e.Evidence
	var rest []string
	if ev.Source != "" {
		rest = append(rest, string(ev.Source))
	}
	if ev.Name != "" {
		rest = append(rest, quoted(ev.Name))
	}
	if ev.N > 0 {
		rest = append(rest, "n "+strconv.Itoa(ev.N))
	}
	if ev.N > 0 && (ev.Mean != 0 || ev.SD != 0) {
		rest = append(rest, fmt.Sprintf("mean %s of %s..%s, sd %s", number(ev.Mean), number(ev.ScaleMin), number(ev.ScaleMax), number(ev.SD)))
	}
	if len(ev.Distribution) > 0 {
		rest = append(rest, "counts "+strings.Trim(fmt.Sprint(ev.Distribution), "[]"))
	}
	if !ev.Date.IsZero() {
		rest = append(rest, ev.Date.Format(time.DateOnly))
	}
	if len(rest) > 0 {
		s += " (" + strings.Join(rest, ", ") + ")"
	}
	return s
}

func number(v float64) string { return strconv.FormatFloat(v+0, 'g', 6, 64) }
