package compare

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
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

// shown is quoted as a phrase.
func shown(s string) phrase.Phrase { return phrase.Of("%s", quoted(s)) }

// apart is two texts as a sentence shows them; of long ones the part where they
// begin to differ.
func apart(a, b string) (before, after phrase.Phrase) {
	x, y := []rune(strings.Join(strings.Fields(a), " ")), []rune(strings.Join(strings.Fields(b), " "))
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	if n == len(x) && n == len(y) {
		return shown(a), phrase.Of("%s (spaces)", quoted(b))
	}
	const lead = 20
	if max(len(x), len(y)) <= longest || n <= lead {
		return shown(a), shown(b)
	}
	return shown("…" + string(x[n-lead:])), shown("…" + string(y[n-lead:]))
}

// sentence says the difference in one line; was is what the row was called.
func (d Difference) sentence(was string) string {
	var parts []string
	for _, f := range d.Fields {
		parts = append(parts, f.Name+" "+f.Before.String()+" -> "+f.After.String())
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
func (p *placing) word(v reflect.Value) phrase.Phrase {
	switch x := v.Interface().(type) {
	case journey.ID:
		return p.called(x)
	case []journey.ID:
		names := make([]phrase.Phrase, len(x))
		for i, id := range x {
			names[i] = p.called(id)
		}
		if len(names) == 0 {
			return none
		}
		return phrase.Join(names, ", ")
	case journey.Emotion:
		return emotion(x)
	case journey.Quantity:
		if !x.Known {
			return unknown
		}
		return phrase.Of("%s", number(x.Value))
	case time.Time:
		if x.IsZero() {
			return none
		}
		return phrase.Of("%s", x.Format(time.DateOnly))
	case journey.State:
		if x == "" {
			x = journey.CurrentState
		}
		return ofModel(string(x))
	case string:
		if x == "" {
			return none
		}
		return shown(x)
	}
	return plain(v)
}

// plain is a value of a simple type in words.
func plain(v reflect.Value) phrase.Phrase {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return phrase.Of("yes")
		}
		return phrase.Of("no")
	case reflect.String:
		return ofModel(v.String())
	default:
		return phrase.Of("%v", v.Interface())
	}
}

// Values that have no words of their own.
var (
	none    = phrase.Of("none")
	unknown = phrase.Of("unknown")
)

// ofModel says one of the words of the model, such as "third party".
func ofModel(word string) phrase.Phrase {
	if word == "" {
		return none
	}
	return phrase.Of(strings.ReplaceAll(word, "%", "%%"))
}

// called is the row an id names.
func (p *placing) called(id journey.ID) phrase.Phrase {
	switch s, ok := p.at[id]; {
	case id == "":
		return none
	case !ok:
		return phrase.Of("one that is not there")
	default:
		return shown(s)
	}
}

// emotion says an emotion with what it rests on: "-0.6 (survey, n 40)".
func emotion(e journey.Emotion) phrase.Phrase {
	said := unknown
	if e.Known {
		form := "%+.1f"
		if journey.RoundValence(e.Valence) != e.Valence {
			form = "%+.4g" // a measured mean
		}
		said = phrase.Of(form, e.Valence+0)
	}
	for _, text := range []string{e.Word, e.Quote} {
		if text != "" {
			said = phrase.Of("%s %s", said, quoted(text))
		}
	}
	if rest := rests(e.Evidence); len(rest) > 0 {
		said = phrase.Of("%s (%s)", said, phrase.Join(rest, ", "))
	}
	return said
}

// rests says what an emotion rests on.
func rests(ev journey.Evidence) []phrase.Phrase {
	var out []phrase.Phrase
	if ev.Source != "" {
		out = append(out, ofModel(string(ev.Source)))
	}
	if ev.Name != "" {
		out = append(out, shown(ev.Name))
	}
	if ev.N > 0 {
		out = append(out, phrase.Of("n %d", ev.N))
	}
	if ev.N > 0 && (ev.Mean != 0 || ev.SD != 0) {
		out = append(out, phrase.Of("mean %s of %s..%s, sd %s", number(ev.Mean), number(ev.ScaleMin), number(ev.ScaleMax), number(ev.SD)))
	}
	if len(ev.Distribution) > 0 {
		out = append(out, phrase.Of("counts %s", strings.Trim(fmt.Sprint(ev.Distribution), "[]")))
	}
	if !ev.Date.IsZero() {
		out = append(out, phrase.Of("%s", ev.Date.Format(time.DateOnly)))
	}
	return out
}

func number(v float64) string { return strconv.FormatFloat(v+0, 'g', 6, 64) }
