package journey

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxTextLength is the length in bytes up to which a text of a map is valid.
const MaxTextLength = 100_000

// MaxSize is the width of a stage or height of a lane in points up to which it is valid.
const MaxSize = 20_000

// FieldError says which field of which row is not valid.
type FieldError struct {
	Kind    Kind
	ID      ID
	Field   string // as the model names it: "Title", "Actual.Valence"
	Problem string // completes the sentence that begins with the field: "is 3, outside -2..2"
}

// Error implements error.
func (e FieldError) Error() string {
	return fmt.Sprintf("%s %s: %s %s", e.Kind, strconv.Quote(string(e.ID)), e.Field, e.Problem)
}

// Validate returns what is wrong with the map, row by row in the order of Rows,
// or nothing.
func (m *Map) Validate() []FieldError {
	v := validator{m: m, seen: map[ID]Kind{}}
	for r := range m.Rows() {
		v.row = r
		v.id()
		v.texts()
		v.check(r)
	}
	return v.found
}

type validator struct {
	m     *Map
	row   Row
	seen  map[ID]Kind
	found []FieldError
}

func (v *validator) fail(field, problem string, args ...any) {
	v.found = append(v.found, FieldError{Kind: v.row.Kind(), ID: v.row.RowID(), Field: field, Problem: fmt.Sprintf(problem, args...)})
}

func (v *validator) id() {
	id := v.row.RowID()
	if id == "" {
		v.fail("ID", "is empty")
		return
	}
	if k, ok := v.seen[id]; ok {
		v.fail("ID", "is that of a %s as well", k)
	}
	v.seen[id] = v.row.Kind()
}

// check looks at what the type of the row asks for; texts have been looked at.
func (v *validator) check(r Row) {
	switch r := r.(type) {
	case Head:
		word(v, "State", r.State, []State{CurrentState, FutureState})
		v.count("Events.Customers", r.Events.Customers)
		v.count("Events.Finished", r.Events.Finished)
		v.count("Events.AdHoc", r.Events.AdHoc)
		word(v, "Direction", r.Direction, Directions)
	case Persona:
		v.order(r.Order)
		v.color(r.Color)
		if utf8.RuneCountInString(r.Initials) > 3 {
			v.fail("Initials", "has more than three letters")
		}
	case Stage:
		v.order(r.Order)
		v.color(r.Color)
		word(v, "Phase", r.Phase, Phases)
		word(v, "Status", r.Status, CustomerStatuses)
		v.size("Width", r.Width)
		v.count("Customers", r.Customers)
	case Lane:
		v.order(r.Order)
		if r.Type == "" {
			v.fail("Type", "is empty")
		}
		word(v, "Type", r.Type, LaneTypes)
		v.color(r.Color)
		v.size("Height", r.Height)
	case Channel:
		v.order(r.Order)
		word(v, "Medium", r.Medium, Media)
		word(v, "Ownership", r.Ownership, Ownerships)
	case Touchpoint:
		v.touchpoint(r)
	default:
		v.note(r)
	}
}

func (v *validator) touchpoint(t Touchpoint) {
	v.order(t.Order)
	v.color(t.Color)
	v.refers("Stage", KindStage, t.Stage, true)
	v.lane(t.Lane, LaneTouchpoints)
	v.refers("Channel", KindChannel, t.Channel, false)
	for i, a := range t.Actors {
		v.refers("Actors", KindPersona, a, true)
		if slices.Contains(t.Actors[:i], a) {
			v.fail("Actors", "names persona %q twice", a)
		}
	}
	word(v, "Ownership", t.Ownership, Ownerships)
	word(v, "Type", t.Type, Interactions)
	word(v, "Delivery", t.Delivery, Deliveries)
	word(v, "Status", t.Status, CustomerStatuses)
	v.emotion("Expected", t.Expected)
	v.emotion("Actual", t.Actual)
	v.passage(t.Passage)
}

func (v *validator) order(key string) {
	if key == "" {
		v.fail("Order", "is empty")
	} else if err := validOrder(key); err != nil {
		v.fail("Order", "is no order key: %v", err)
	}
}

// refers looks whether the row a field names is there.
func (v *validator) refers(field string, k Kind, id ID, needed bool) {
	if id == "" {
		if needed {
			v.fail(field, "is empty")
		}
		return
	}
	if _, ok := v.m.Row(k, id); !ok {
		v.fail(field, "names %s %q, which is not there", k, id)
	}
}

func (v *validator) lane(id ID, types ...LaneType) {
	v.refers("Lane", KindLane, id, true)
	if l, ok := v.m.Lanes.Get(id); ok && !slices.Contains(types, l.Type) {
		v.fail("Lane", "names a lane of type %s, where a %s has no place", l.Type, v.row.Kind())
	}
}

func (v *validator) cell(stage, touchpoint, lane ID, t LaneType) {
	v.refers("Stage", KindStage, stage, true)
	v.refers("Touchpoint", KindTouchpoint, touchpoint, false)
	v.lane(lane, t)
}

func (v *validator) level(field string, n int) {
	if n < 0 || n > 5 {
		v.fail(field, "is %d, outside 1..5", n)
	}
}

func (v *validator) quantity(field string, q Quantity) {
	v.number(field, q.Value)
}

func (v *validator) number(field string, x float64) bool {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		v.fail(field, "is no number")
		return false
	}
	return true
}

func (v *validator) emotion(field string, e Emotion) {
	v.valence(field+".Valence", e.Valence)
	v.evidence(field+".Evidence", e.Evidence)
}

func (v *validator) valence(field string, x float64) {
	if v.number(field, x) && (x < MinValence || x > MaxValence) {
		v.fail(field, "is %g, outside -2..2", x)
	}
}

func (v *validator) evidence(field string, ev Evidence) {
	word(v, field+".Source", ev.Source, Sources)
	v.count(field+".N", ev.N)
	if v.number(field+".SD", ev.SD) && ev.SD < 0 {
		v.fail(field+".SD", "is %g, less than 0", ev.SD)
	}
	v.number(field+".Mean", ev.Mean)
	v.number(field+".Median", ev.Median)
	if v.number(field+".ScaleMin", ev.ScaleMin) && v.number(field+".ScaleMax", ev.ScaleMax) && ev.ScaleMin > ev.ScaleMax {
		v.fail(field+".ScaleMin", "is %g, above the end of the scale at %g", ev.ScaleMin, ev.ScaleMax)
	}
	for _, n := range ev.Distribution {
		if n < 0 {
			v.fail(field+".Distribution", "has %d answers for a step, less than 0", n)
		}
	}
	v.count(field+".Blank", ev.Blank)
	v.count(field+".NotApplicable", ev.NotApplicable)
	v.count(field+".Junk", ev.Junk)
}

func (v *validator) color(c string) {
	if c == "" {
		return
	}
	if len(c) == 7 && c[0] == '#' {
		if _, err := strconv.ParseUint(c[1:], 16, 32); err == nil {
			return
		}
	}
	v.fail("Color", "is %.20q, not of the form #RRGGBB", c)
}

// word looks whether a field is empty or one of the words it may hold.
func word[T ~string](v *validator, field string, w T, words []T) {
	if w != "" && !slices.Contains(words, w) {
		v.fail(field, "is %.40q, none of the words it may be", string(w))
	}
}

// texts looks at every text of the row, whatever its type.
func (v *validator) texts() { v.textsOf("", reflect.ValueOf(v.row)) }

func (v *validator) textsOf(prefix string, s reflect.Value) {
	for i := range s.NumField() {
		name, f := prefix+s.Type().Field(i).Name, s.Field(i)
		switch {
		case f.Kind() == reflect.String:
			v.text(name, f.String())
		case f.Kind() == reflect.Struct && f.Type() != reflect.TypeFor[time.Time]():
			v.textsOf(name+".", f)
		}
	}
}

func (v *validator) text(field, s string) {
	switch {
	case len(s) > MaxTextLength:
		v.fail(field, "is %d bytes long, more than %d", len(s), MaxTextLength)
	case !utf8.ValidString(s):
		v.fail(field, "is not valid UTF-8")
	case strings.ContainsRune(s, 0):
		v.fail(field, "has a null character")
	}
}
