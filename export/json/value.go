package json

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"touchline.app/export"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// maxWarnings is how many warnings a document may give rise to.
const maxWarnings = 100

// reader turns what the scanner finds into rows. The first error ends the work.
type reader struct {
	*scanner
	name     string // of the file
	path     []step
	warnings []export.Warning
	lists    int // entries of lists so far
	err      error
}

// step is a field or an item on the way to what is read.
type step struct {
	name string // empty for an item
	item int
}

// where is the path of what is read: touchpoints[3].actual.valence.
func (r *reader) where() string {
	var out []byte
	for _, s := range r.path {
		switch {
		case s.name == "":
			out = append(strconv.AppendInt(append(out, '['), int64(s.item), 10), ']')
		case len(out) > 0:
			out = append(append(out, '.'), shorten(s.name)...)
		default:
			out = append(out, shorten(s.name)...)
		}
	}
	return string(out)
}

// fail keeps the first error, with the line and the path of the field.
func (r *reader) fail(problem string, args ...any) {
	if r.err == nil {
		r.err = r.problem(r.at, r.where(), fmt.Errorf(problem, args...))
	}
}

func (r *reader) problem(at int, path string, problem error) error {
	return phrase.Errorf("%s: line %d: %s: %w", r.name, line(r.data, at), path, problem)
}

func (r *reader) warn(at int, path string, text phrase.Phrase) {
	switch n := len(r.warnings); {
	case n < maxWarnings:
		r.warnings = append(r.warnings, export.Warning{
			Line: line(r.data, at), Text: phrase.Of("%s: %s", path, text),
		})
	case n == maxWarnings:
		r.warnings = append(r.warnings, export.Warn("there is more of this kind"))
	}
}

// object calls each for every field of the object that comes next, with its
// value ahead. A field that stands twice is an error.
func (r *reader) object(each func(name string)) {
	if r.peek() != '{' {
		r.fail("is %s, not an object", r.found())
		return
	}
	r.at++
	var seen []string
	for r.err == nil && r.next() {
		name := r.key()
		r.path = append(r.path, step{name: name})
		if slices.Contains(seen, name) {
			r.fail("stands twice")
		} else if len(seen) < maxFields {
			seen = append(seen, name)
		}
		if r.err == nil {
			each(name)
		}
		r.path = r.path[:len(r.path)-1]
	}
}

// maxFields is how many names of an object are remembered to find one that
// stands twice: more than any object of a map has.
const maxFields = 64

// array calls each for every item of the list that comes next.
func (r *reader) array(each func(i int)) {
	if r.peek() != '[' {
		r.fail("is %s, not a list", r.found())
		return
	}
	r.at++
	for i := 0; r.err == nil && r.next(); i++ {
		r.path = append(r.path, step{item: i})
		each(i)
		r.path = r.path[:len(r.path)-1]
	}
}

// unknown passes over a field the format does not have.
func (r *reader) unknown() {
	r.warn(r.at, r.where(), phrase.Of("there is no such field in a map: left out"))
	at := r.at
	if !r.skip() {
		r.at = at
		r.fail("is nested more than %d deep", depth)
	}
}

// fields fills a struct from the object that comes next.
func (r *reader) fields(v reflect.Value) {
	plan := plans[v.Type()]
	r.object(func(name string) {
		i := slices.IndexFunc(plan, func(f field) bool { return f.name == name })
		if i < 0 {
			r.unknown()
			return
		}
		if r.peek() == 'n' { // null counts as left out
			r.word()
			return
		}
		r.value(plan[i], v.Field(plan[i].index))
		if plan[i].known {
			v.FieldByName("Known").SetBool(true)
		}
	})
}

func (r *reader) value(f field, v reflect.Value) {
	switch f.form {
	case text:
		v.SetString(r.textOf(f))
	case flag:
		if c := r.peek(); c != 't' && c != 'f' {
			r.fail("is %s, not true or false", r.found())
			return
		}
		v.SetBool(r.word() == "true")
	case whole:
		v.SetInt(int64(r.wholeOf()))
	case decimal:
		v.SetFloat(r.decimalOf())
	case day:
		v.Set(reflect.ValueOf(r.dayOf()))
	case quantity:
		v.Set(reflect.ValueOf(journey.Known(r.decimalOf())))
	case object:
		r.fields(v)
	case texts:
		v.Set(reflect.ValueOf([]journey.ID{}))
		r.list(func() { v.Set(reflect.Append(v, reflect.ValueOf(journey.ID(r.textOf(field{}))))) })
	case wholes:
		v.Set(reflect.ValueOf([]int{}))
		r.list(func() { v.Set(reflect.Append(v, reflect.ValueOf(r.wholeOf()))) })
	}
}

func (r *reader) list(each func()) {
	r.array(func(i int) {
		if r.lists++; i >= maxList || r.lists > MaxRows*4 {
			r.fail("is a list of more than %d", maxList)
			return
		}
		each()
	})
}

func (r *reader) textOf(f field) string {
	if r.peek() != '"' {
		r.fail("is %s, not a text", r.found())
		return ""
	}
	at := r.at
	s := r.text()
	if i := slices.Index(f.words, s); i >= 0 {
		return f.words[i] // shares the text of the constant
	}
	if f.words != nil && s != "" {
		r.at = at
		r.fail("is %q: it may be %s", shorten(s), strings.Join(f.words, ", "))
	}
	return s
}

func (r *reader) decimalOf() float64 {
	if c := r.peek(); c != '-' && (c < '0' || c > '9') {
		r.fail("is %s, not a number", r.found())
		return 0
	}
	at := r.at
	x := r.number()
	if math.IsInf(x, 0) {
		r.at = at
		r.fail("is too large a number")
	}
	return x + 0
}

func (r *reader) wholeOf() int {
	at := r.at
	x := r.decimalOf()
	if r.err == nil && (x != math.Trunc(x) || math.Abs(x) > math.MaxInt32) {
		r.at = at
		r.fail("is %v, not a whole number up to %d", x, math.MaxInt32)
		return 0
	}
	return int(x)
}

func (r *reader) dayOf() time.Time {
	at := r.at
	s := r.textOf(field{})
	if s == "" || r.err != nil {
		return time.Time{}
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		r.at = at
		r.fail("is %q, not a date like 2006-01-02", shorten(s))
	}
	return t
}

// shorten keeps what a file says from filling a message.
func shorten(s string) string {
	const most = 40
	if n := 0; len(s) > most {
		for i := range s {
			if n++; n == most {
				return s[:i] + "…"
			}
		}
	}
	return s
}
