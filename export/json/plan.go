package json

import (
	"reflect"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"touchline.app/journey"
)

// form is how the value of a field looks in JSON.
type form int

const (
	text form = iota
	flag
	whole
	decimal
	day
	texts
	wholes
	object
	quantity // a number, or nothing where it is not known
)

// field is one field of a row, or of what is in a row.
type field struct {
	name  string // in JSON
	index int    // in the struct
	form  form
	known bool     // whether the struct's field Known says if it is there
	words []string // what a text may be besides empty; nil allows any
	typ   reflect.Type
}

// plans are the fields of every struct of a map, in their order.
var plans = map[reflect.Type][]field{}

// tables are the tables of a document, in the order of journey.Kinds.
var tables = []struct {
	name string
	kind journey.Kind
	row  reflect.Type
}{
	{"personas", journey.KindPersona, reflect.TypeFor[journey.Persona]()},
	{"stages", journey.KindStage, reflect.TypeFor[journey.Stage]()},
	{"lanes", journey.KindLane, reflect.TypeFor[journey.Lane]()},
	{"channels", journey.KindChannel, reflect.TypeFor[journey.Channel]()},
	{"touchpoints", journey.KindTouchpoint, reflect.TypeFor[journey.Touchpoint]()},
	{"notes", journey.KindNote, reflect.TypeFor[journey.Note]()},
	{"painPoints", journey.KindPainPoint, reflect.TypeFor[journey.PainPoint]()},
	{"opportunities", journey.KindOpportunity, reflect.TypeFor[journey.Opportunity]()},
	{"metrics", journey.KindMetric, reflect.TypeFor[journey.Metric]()},
	{"readings", journey.KindReading, reflect.TypeFor[journey.Reading]()},
	{"promises", journey.KindPromise, reflect.TypeFor[journey.Promise]()},
	{"waivers", journey.KindWaiver, reflect.TypeFor[journey.Waiver]()},
}

var headType = reflect.TypeFor[journey.Head]()

func init() {
	plan(headType)
	for _, t := range tables {
		plan(t.row)
	}
}

// plan lists the fields of a struct, and of the structs in it.
func plan(t reflect.Type) {
	if _, done := plans[t]; done {
		return
	}
	var fields []field
	_, optional := t.FieldByName("Known")
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Name == "Known" {
			continue
		}
		fields = append(fields, field{
			name: jsonName(t, f.Name), index: i, form: formOf(f.Type), typ: f.Type, words: vocabulary[f.Type],
			known: f.Name == "Valence" && optional,
		})
		if formOf(f.Type) == object {
			plan(f.Type)
		}
	}
	plans[t] = fields
}

// formOf panics on a type no field of the model has had so far, so that whoever
// adds one decides how it is written.
func formOf(t reflect.Type) form {
	switch t {
	case reflect.TypeFor[time.Time]():
		return day
	case reflect.TypeFor[journey.Quantity]():
		return quantity
	case reflect.TypeFor[[]journey.ID]():
		return texts
	case reflect.TypeFor[[]int]():
		return wholes
	}
	switch t.Kind() {
	case reflect.String:
		return text
	case reflect.Bool:
		return flag
	case reflect.Int:
		return whole
	case reflect.Float64:
		return decimal
	case reflect.Struct:
		return object
	default:
		panic("json: a field of the type " + t.String())
	}
}

// jsonName is the name of a field in JSON: SD becomes sd, LeaveAsIs leaveAsIs.
// What a touchpoint's Type holds is called its kind everywhere else.
func jsonName(t reflect.Type, name string) string {
	if name == "Type" && t == reflect.TypeFor[journey.Touchpoint]() {
		return "kind"
	}
	if strings.ToUpper(name) == name {
		return strings.ToLower(name)
	}
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(r)) + name[n:]
}

// vocabulary is the words each type of text may be.
var vocabulary = map[reflect.Type][]string{
	reflect.TypeFor[journey.State]():            {string(journey.CurrentState), string(journey.FutureState)},
	reflect.TypeFor[journey.Direction]():        words(journey.Directions),
	reflect.TypeFor[journey.Phase]():            words(journey.Phases),
	reflect.TypeFor[journey.CustomerStatus]():   words(journey.CustomerStatuses),
	reflect.TypeFor[journey.LaneType]():         words(journey.LaneTypes),
	reflect.TypeFor[journey.Medium]():           words(journey.Media),
	reflect.TypeFor[journey.Ownership]():        words(journey.Ownerships),
	reflect.TypeFor[journey.Interaction]():      words(journey.Interactions),
	reflect.TypeFor[journey.Delivery]():         words(journey.Deliveries),
	reflect.TypeFor[journey.Source]():           words(journey.Sources),
	reflect.TypeFor[journey.OpportunityState](): words(journey.OpportunityStates),
	reflect.TypeFor[journey.Felt]():             words(journey.Felts),
}

func words[T ~string](of []T) []string {
	out := make([]string, len(of))
	for i, w := range of {
		out[i] = string(w)
	}
	return out
}
