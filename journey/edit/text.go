package edit

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"touchline.app/journey"
)

// texts lists the texts of each kind of row that are written on the map, under
// the name the model gives the field.
var texts = map[journey.Kind][]string{
	journey.KindHead:        {"Title", "Scenario", "Mission", "Success", "Expectation", "Version"},
	journey.KindPersona:     {"Name", "Line", "Quote", "Goals"},
	journey.KindStage:       {"Name", "PhaseNote", "Goal", "Expectation"},
	journey.KindLane:        {"Name", "Subtitle"},
	journey.KindChannel:     {"Name", "Purpose"},
	journey.KindTouchpoint:  {"Title", "Details", "Expectation", "Reason", "Owner", "Actual.Word", "Actual.Quote", "Expected.Word", "Expected.Quote"},
	journey.KindNote:        {"Text"},
	journey.KindPainPoint:   {"Text", "Owner"},
	journey.KindOpportunity: {"Text", "Owner", "Due"},
	journey.KindMetric:      {"Name", "Unit"},
}

// Text returns a text of a row by the name of its field ("Title",
// "Actual.Quote"), and whether there is such a text. Figures that stand on the map
// are texts too: "Severity", "Target".
func Text(r journey.Row, field string) (string, bool) {
	if s, ok := figure(r, field); ok {
		return s, true
	}
	_, f, ok := textField(r, field)
	if !ok {
		return "", false
	}
	return f.String(), true
}

// TextIn is Text, and of a touchpoint the name of its "Channel" too.
func TextIn(m *journey.Map, r journey.Row, field string) (string, bool) {
	if t, ok := r.(journey.Touchpoint); ok && field == "Channel" {
		c, _ := m.Channels.Get(t.Channel)
		return c.Name, true
	}
	return Text(r, field)
}

// textField returns a copy of the row that can be changed, and the field in it.
func textField(r journey.Row, field string) (row, f reflect.Value, ok bool) {
	known := false
	if r != nil {
		for _, name := range texts[r.Kind()] {
			known = known || name == field
		}
	}
	if !known {
		return row, f, false
	}
	row = reflect.New(reflect.TypeOf(r)).Elem()
	row.Set(reflect.ValueOf(r))
	f = row
	for name := range strings.SplitSeq(field, ".") {
		f = f.FieldByName(name)
	}
	return row, f, true
}

// SetText changes one text of a row, as it is typed on the map.
type SetText struct {
	Row     Ref
	Field   string // see Text
	Text    string // what no text may hold is left out; what is no figure leaves a figure as it is
	Gesture string // see Put
}

// Plan implements Command.
func (c SetText) Plan(m *journey.Map) (Patch, error) {
	r, ok := m.Row(c.Row.Kind, c.Row.ID)
	if !ok {
		return Patch{}, fmt.Errorf("%s %q is not on the map", c.Row.Kind, c.Row.ID)
	}
	if after, ok := withFigure(r, c.Field, Clean(c.Text)); ok {
		p := Patch{Verb: "edit", Subject: r.Label(), Gesture: c.Gesture}
		p.put(m, after)
		return p, nil
	}
	row, f, ok := textField(r, c.Field)
	if !ok {
		return Patch{}, fmt.Errorf("a %s has no text %q", c.Row.Kind, c.Field)
	}
	f.SetString(Clean(c.Text))
	after, _ := row.Interface().(journey.Row)
	p := Patch{Verb: "edit", Subject: after.Label(), Gesture: c.Gesture}
	p.put(m, after)
	return p, nil
}

// Clean returns s without what a text of a map may not hold, and cut where it is
// too long.
func Clean(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if len(s) <= journey.MaxTextLength {
		return s
	}
	s = s[:journey.MaxTextLength]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s
}
