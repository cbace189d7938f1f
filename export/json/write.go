package json

import (
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Write writes the map as a document for people, indented by two spaces and with
// a newline at its end. The error is that of w, or says why there can be no
// document: a row the model does not allow, or more than the limits.
func Write(w io.Writer, m *journey.Map) error {
	data, err := encode(m, true)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return phrase.Errorf("write JSON: %w", err)
	}
	return nil
}

// Compact returns the map as a document without white space. Its errors are
// those of Write but for the first.
func Compact(m *journey.Map) ([]byte, error) { return encode(m, false) }

func encode(m *journey.Map, indented bool) ([]byte, error) {
	if err := writable(m); err != nil {
		return nil, err
	}
	e := encoder{indented: indented}
	e.open('{')
	e.key("format")
	e.out = appendText(e.out, Format)
	e.key("version")
	e.out = strconv.AppendInt(e.out, Version, 10)
	e.key("digest")
	e.out = appendText(e.out, journey.Digest(m))
	e.key("map")
	e.row(m.Head)
	rows := rowsOf(m)
	for _, t := range tables {
		if len(rows[t.kind]) == 0 {
			continue
		}
		e.key(t.name)
		e.open('[')
		for _, r := range rows[t.kind] {
			e.item()
			e.row(r)
		}
		e.close(']')
	}
	e.close('}')
	if e.indented {
		e.out = append(e.out, '\n')
	}
	if e.err != nil {
		return nil, phrase.Errorf("write JSON: %w", e.err)
	}
	if len(e.out) > MaxSize {
		return nil, phrase.Errorf("write JSON: the map takes %d MB, more than %d; divide it into several", len(e.out)>>20, MaxSize>>20)
	}
	return e.out, nil
}

// writable says why a map cannot be written so that it can be read again.
func writable(m *journey.Map) error {
	n := 0
	for r := range m.Rows() {
		n++
		if t, ok := r.(journey.Touchpoint); ok {
			n := max(len(t.Actors), len(t.Expected.Evidence.Distribution), len(t.Actual.Evidence.Distribution))
			if n > maxList {
				return fmt.Errorf("write JSON: touchpoint %q: a list of %d is longer than %d", t.ID, n, maxList)
			}
		}
	}
	if n > MaxRows {
		return phrase.Errorf("write JSON: the map has %d rows, more than %d; divide it into several", n, MaxRows)
	}
	for _, p := range m.Validate() {
		if !slight(m, p) {
			return fmt.Errorf("write JSON: the map is not whole: %w", p)
		}
	}
	return nil
}

// slight reports whether a map with the problem can be drawn, saved and opened
// all the same: a key, a colour or initials that do not look as they should.
func slight(m *journey.Map, p journey.FieldError) bool {
	if p.Field != "Order" && p.Field != "Color" && p.Field != "Initials" {
		return false
	}
	r, ok := m.Row(p.Kind, p.ID)
	if !ok {
		return false
	}
	s := reflect.ValueOf(r).FieldByName(p.Field).String()
	return len(s) <= journey.MaxTextLength && utf8.ValidString(s) && !strings.ContainsRune(s, 0)
}

// rowsOf sorts the rows by their tables; touchpoints are in the order of the journey.
func rowsOf(m *journey.Map) map[journey.Kind][]journey.Row {
	out := map[journey.Kind][]journey.Row{}
	for r := range m.Rows() {
		if r.Kind() != journey.KindTouchpoint {
			out[r.Kind()] = append(out[r.Kind()], r)
		}
	}
	for _, t := range m.Journey() {
		out[journey.KindTouchpoint] = append(out[journey.KindTouchpoint], t)
	}
	return out
}

// encoder writes objects and arrays. What they hold goes to out directly.
type encoder struct {
	out      []byte
	indented bool
	depth    int
	err      error
}

func (e *encoder) open(c byte) {
	e.out = append(e.out, c)
	e.depth++
}

func (e *encoder) close(c byte) {
	e.depth--
	if last := e.out[len(e.out)-1]; last != '{' && last != '[' {
		e.line()
	}
	e.out = append(e.out, c)
}

func (e *encoder) line() {
	if !e.indented {
		return
	}
	e.out = append(e.out, '\n')
	for range e.depth {
		e.out = append(e.out, "  "...)
	}
}

// item begins what comes next in an array or object.
func (e *encoder) item() {
	if last := e.out[len(e.out)-1]; last != '{' && last != '[' {
		e.out = append(e.out, ',')
	}
	e.line()
}

func (e *encoder) key(name string) {
	e.item()
	e.out = append(appendText(e.out, name), ':')
	if e.indented {
		e.out = append(e.out, ' ')
	}
}

func (e *encoder) row(r journey.Row) { e.fields(reflect.ValueOf(r)) }

func (e *encoder) fields(v reflect.Value) {
	e.open('{')
	for _, f := range plans[v.Type()] {
		fv := v.Field(f.index)
		if f.known && v.FieldByName("Known").Bool() || !f.known && !fv.IsZero() {
			before := len(e.out)
			e.key(f.name)
			if !e.value(f.form, fv) {
				e.out = e.out[:before]
			}
		}
	}
	e.close('}')
}

// value writes one value, or reports that there is none.
func (e *encoder) value(f form, v reflect.Value) bool {
	switch f {
	case text:
		e.out = appendText(e.out, v.String())
	case flag:
		e.out = strconv.AppendBool(e.out, v.Bool())
	case whole:
		e.out = strconv.AppendInt(e.out, v.Int(), 10)
	case decimal:
		e.out = strconv.AppendFloat(e.out, v.Float()+0, 'g', -1, 64)
	case day:
		e.day(v.Interface().(time.Time))
	case texts, wholes:
		e.list(f, v)
	case quantity:
		e.out = strconv.AppendFloat(e.out, v.Field(1).Float()+0, 'g', -1, 64)
		return v.Field(0).Bool()
	case object:
		before := len(e.out)
		e.fields(v)
		return len(e.out) > before+len("{}")
	}
	return true
}

func (e *encoder) day(t time.Time) {
	if y := t.Year(); y < 0 || y > 9999 {
		e.err = fmt.Errorf("the year %d is not within 0..9999", y)
	}
	e.out = append(t.AppendFormat(append(e.out, '"'), time.DateOnly), '"')
}

// list writes a list on one line.
func (e *encoder) list(f form, v reflect.Value) {
	e.out = append(e.out, '[')
	for i := range v.Len() {
		if i > 0 {
			e.out = append(e.out, ',')
		}
		if f == texts {
			e.out = appendText(e.out, v.Index(i).String())
		} else {
			e.out = strconv.AppendInt(e.out, v.Index(i).Int(), 10)
		}
	}
	e.out = append(e.out, ']')
}

const hexDigits = "0123456789abcdef"

// appendText writes a text of valid UTF-8 as JSON wants it.
func appendText(out []byte, s string) []byte {
	out = append(out, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			out = append(out, '\\', c)
		case c == '\n':
			out = append(out, '\\', 'n')
		case c < 0x20 || c == 0x7f:
			out = append(out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		default:
			out = append(out, c)
		}
	}
	return append(out, '"')
}
