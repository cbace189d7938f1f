package exporttest

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"time"

	"touchline.app/journey"
)

// Random returns a valid map made up from a seed: the same seed gives the same
// map. Over some hundred seeds every field of every kind of row is set and left
// out, and the texts are those of [Texts] in many combinations and lengths. A
// map has at most some dozen rows of a kind and may have none.
func Random(seed uint64) *journey.Map {
	var key [32]byte
	binary.LittleEndian.PutUint64(key[:], seed)
	source := rand.NewChaCha8(key)
	b := &maker{r: rand.New(source), ids: journey.NewIDs(source), odd: seed%8 == 7}
	b.m = journey.New(b.id(), "")
	head := reflect.ValueOf(&b.m.Head).Elem()
	b.fields(head)
	if b.m.Head.State == "" {
		b.m.Head.State = journey.CurrentState
	}
	b.table(journey.Persona{}, 3)
	b.table(journey.Stage{}, 6)
	b.table(journey.Lane{}, 9)
	b.table(journey.Channel{}, 4)
	b.table(journey.Touchpoint{}, 14, journey.LaneTouchpoints)
	b.table(journey.Note{}, 6, journey.LaneGoals, journey.LaneThoughts, journey.LaneBackstage, journey.LaneText)
	b.table(journey.PainPoint{}, 6, journey.LanePainPoints)
	b.table(journey.Opportunity{}, 6, journey.LaneOpportunities)
	b.table(journey.Metric{}, 4, journey.LaneMetrics)
	if b.m.Touchpoints.Len() > 1 {
		b.table(journey.Reading{}, 4)
		b.table(journey.Promise{}, 3)
	}
	b.table(journey.Waiver{}, 2)
	return b.m
}

// maker makes up one map.
type maker struct {
	r   *rand.Rand
	ids *journey.IDs
	m   *journey.Map
	odd bool // ids as another program may have chosen them
	n   int  // ids given
}

// table adds up to most rows like the given one. Rows that lie in a lane of one
// of the types get one, made where there is none; without a stage they have no
// place.
func (b *maker) table(like journey.Row, most int, lanes ...journey.LaneType) {
	if len(lanes) > 0 && b.m.Stages.Len() == 0 {
		return
	}
	for _, order := range journey.Spread(b.r.IntN(most + 1)) {
		v := reflect.New(reflect.TypeOf(like)).Elem()
		b.fields(v)
		v.FieldByName("ID").Set(reflect.ValueOf(b.id()))
		v.FieldByName("Order").SetString(order)
		if len(lanes) > 0 {
			v.FieldByName("Lane").Set(reflect.ValueOf(b.lane(lanes[b.r.IntN(len(lanes))])))
		}
		b.m.Put(v.Interface().(journey.Row))
	}
}

// id returns an id no row has.
func (b *maker) id() journey.ID {
	b.n++
	if b.odd {
		return journey.ID(fmt.Sprintf("%d <&\"' ü/%%00", b.n))
	}
	return b.ids.Next()
}

// lane returns a lane of the type, a new one where there is none.
func (b *maker) lane(t journey.LaneType) journey.ID {
	if l, ok := b.m.FirstLane(t); ok {
		return l.ID
	}
	l := journey.Lane{ID: b.id(), Order: "z" + journey.Spread(b.m.Lanes.Len() + 1)[b.m.Lanes.Len()], Type: t, Name: b.text()}
	b.m.Put(l)
	return l.ID
}

// fields sets about two thirds of the fields of a struct.
func (b *maker) fields(v reflect.Value) {
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		if name == "ID" || name == "Order" || name == "Lane" {
			continue
		}
		needed := name == "Stage" || slices.Contains([]string{"From", "To", "Check"}, name) ||
			name == "Touchpoint" && v.Type() == reflect.TypeFor[journey.Reading]() || f.Type() == reflect.TypeFor[journey.LaneType]()
		if needed || b.r.IntN(3) > 0 {
			b.field(f, name)
		}
	}
	b.settle(v)
}

// field gives a field a value it may have.
func (b *maker) field(f reflect.Value, name string) {
	switch {
	case words[f.Type()] != nil:
		w := words[f.Type()]
		f.SetString(w[b.r.IntN(len(w))])
	case f.Type() == reflect.TypeFor[journey.ID]():
		if ids := b.rows(name); len(ids) > 0 {
			f.Set(reflect.ValueOf(ids[b.r.IntN(len(ids))]))
		}
	case f.Type() == reflect.TypeFor[[]journey.ID](): // the actors
		ids := b.rows("Persona")
		f.Set(reflect.ValueOf(slices.Clone(ids[:b.r.IntN(len(ids)+1)])))
	case f.Type() == reflect.TypeFor[time.Time]():
		f.Set(reflect.ValueOf(time.Date(1990+b.r.IntN(60), time.Month(1+b.r.IntN(12)), 1+b.r.IntN(28), 0, 0, 0, 0, time.UTC)))
	case f.Type() == reflect.TypeFor[[]int]():
		n := make([]int, 1+b.r.IntN(11))
		for i := range n {
			n[i] = b.r.IntN(1 << b.r.IntN(20))
		}
		f.Set(reflect.ValueOf(n))
	case f.Kind() == reflect.String:
		f.SetString(b.named(name))
	case f.Kind() == reflect.Bool:
		f.SetBool(true)
	case f.Kind() == reflect.Int:
		f.SetInt(int64(b.r.IntN(6)))
	case f.Kind() == reflect.Float64:
		f.SetFloat(b.number(name))
	case f.Kind() == reflect.Struct:
		b.fields(f)
	default:
		panic("exporttest: nobody has said how a " + f.Type().String() + " is made up")
	}
}

// rows returns the ids of the table whose rows a field names.
func (b *maker) rows(name string) []journey.ID {
	table := strings.TrimPrefix(name, "End")
	if slices.Contains([]string{"From", "To", "Row"}, name) {
		table = "Touchpoint"
	}
	var ids []journey.ID
	for r := range b.m.Rows() {
		if reflect.TypeOf(r).Name() == table {
			ids = append(ids, r.RowID())
		}
	}
	return ids
}

// named makes up the text of a field.
func (b *maker) named(field string) string {
	switch field {
	case "Color":
		return fmt.Sprintf("#%06X", b.r.IntN(1<<24))
	case "Initials":
		t := []rune(b.text())
		return string(t[:min(2, len(t))])
	}
	return b.text()
}

// number makes up a number of the range a field has.
func (b *maker) number(field string) float64 {
	switch field {
	case "Valence":
		if b.r.IntN(4) == 0 {
			return b.r.Float64()*4 - 2
		}
		return journey.RoundValence(b.r.Float64()*4 - 2)
	case "ScaleMin":
		return -float64(b.r.IntN(5))
	case "Width", "Height":
		return float64(b.r.IntN(journey.MaxSize))
	case "SD", "ScaleMax":
		return b.r.Float64() * 10
	}
	edge := []float64{0, 1e-300, 1.7e308, -1.7e308, 0.1, 1.0 / 3, 123456789.125, -42}
	return edge[b.r.IntN(len(edge))]
}

// settle empties what a row may not say together with what it says.
func (b *maker) settle(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *journey.Emotion:
		if !x.Known {
			*x = journey.Emotion{Evidence: x.Evidence}
		}
	case *journey.Quantity:
		if !x.Known {
			*x = journey.Quantity{}
		}
	case *journey.Promise:
		if ids := b.rows("To"); x.From == x.To {
			x.From, x.To = ids[0], ids[1]
		}
	}
}

// text makes up a text: mostly one of Texts, now and then several or a long one.
func (b *maker) text() string {
	switch b.r.IntN(12) {
	case 0:
		return Texts[b.r.IntN(len(Texts))] + " " + Texts[b.r.IntN(len(Texts))] + "\n" + Texts[b.r.IntN(len(Texts))]
	case 1:
		return strings.Repeat(Texts[b.r.IntN(len(Texts))]+" ", 1+b.r.IntN(8))
	}
	return Texts[b.r.IntN(len(Texts))]
}
