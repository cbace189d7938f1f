package storage

import (
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// vocabulary gives a legal word for each type that takes no other.
var vocabulary = map[reflect.Type]string{
	reflect.TypeFor[journey.State]():            string(journey.FutureState),
	reflect.TypeFor[journey.Direction]():        string(journey.RightToLeft),
	reflect.TypeFor[journey.Phase]():            string(journey.During),
	reflect.TypeFor[journey.CustomerStatus]():   string(journey.StatusLead),
	reflect.TypeFor[journey.LaneType]():         string(journey.LaneGap),
	reflect.TypeFor[journey.Medium]():           string(journey.Analog),
	reflect.TypeFor[journey.Ownership]():        string(journey.ThirdParty),
	reflect.TypeFor[journey.Interaction]():      string(journey.Indirect),
	reflect.TypeFor[journey.Delivery]():         string(journey.AI),
	reflect.TypeFor[journey.Source]():           string(journey.Survey),
	reflect.TypeFor[journey.OpportunityState](): string(journey.Doing),
	reflect.TypeFor[journey.Felt]():             string(journey.FeltExpected),
}

// references are the fields that hold the id of another row; rows of full have
// the name of their type as id.
var references = map[string]journey.ID{
	"Stage": "Stage", "Lane": "Lane", "Channel": "Channel", "Touchpoint": "Touchpoint",
	"EndStage": "Stage", "EndTouchpoint": "Touchpoint", "From": "Touchpoint", "To": "Touchpoint", "Row": "Touchpoint",
}

// setAll gives every field of v, however deep, a value that is not zero.
func setAll(t *testing.T, v reflect.Value, name string, n *int) {
	t.Helper()
	*n++
	switch {
	case v.Type() == reflect.TypeFor[time.Time]():
		v.Set(reflect.ValueOf(time.Date(2026, 3, *n%28+1, 0, 0, 0, 0, time.UTC)))
	case vocabulary[v.Type()] != "":
		v.SetString(vocabulary[v.Type()])
	case v.Type() == reflect.TypeFor[journey.ID]() && references[name] != "":
		v.SetString(string(references[name]))
	case v.Kind() == reflect.String:
		v.SetString(fmt.Sprintf("%s %d", name, *n))
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Int:
		v.SetInt(int64(*n%5 + 1))
	case v.Kind() == reflect.Float64:
		v.SetFloat(float64(*n%19+1) / 10)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		setAll(t, v.Index(0), name, n)
		setAll(t, v.Index(1), name, n)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			setAll(t, v.Field(i), v.Type().Field(i).Name, n)
		}
	default:
		t.Fatalf("field %s: nobody has said how a %s is stored", name, v.Type())
	}
}

// full returns a map with one row of every kind and every field of it set.
func full(t *testing.T) *journey.Map {
	t.Helper()
	m, n := journey.New("", ""), 0
	for _, row := range []journey.Row{
		journey.Head{},
		journey.Persona{},
		journey.Stage{},
		journey.Lane{},
		journey.Channel{},
		journey.Touchpoint{},
		journey.Note{},
		journey.PainPoint{},
		journey.Opportunity{},
		journey.Metric{},
		journey.Reading{},
		journey.Promise{},
		journey.Waiver{},
	} {
		v := reflect.New(reflect.TypeOf(row)).Elem()
		setAll(t, v, v.Type().Name(), &n)
		v.FieldByName("ID").SetString(v.Type().Name())
		m.Put(v.Interface().(journey.Row))
	}
	return m
}

// large returns a map of n touchpoints in ten stages and six lanes, with a pain
// point for every fourth.
func large(n int) *journey.Map {
	m := journey.New("map", "A large map")
	keys := journey.Spread(n + 10)
	id := func(kind string, i int) journey.ID { return journey.ID(fmt.Sprintf("%s%06d", kind, i)) }
	for i := range 10 {
		m.Put(journey.Stage{ID: id("s", i), Order: keys[i], Name: fmt.Sprintf("Stage %d", i)})
	}
	for i := range 6 {
		m.Put(journey.Lane{ID: id("l", i), Order: keys[i], Type: journey.LaneTouchpoints, Name: fmt.Sprintf("Lane %d", i)})
	}
	m.Put(journey.Channel{ID: "web", Name: "website", Medium: journey.Digital, Ownership: journey.Owned})
	m.Put(journey.Persona{ID: "ines", Name: "Ines"})
	for i := range n {
		t := journey.Touchpoint{
			ID: id("t", i), Stage: id("s", i%10), Lane: id("l", i%6), Order: keys[i], Channel: "web", Actors: []journey.ID{"ines"},
			Title: fmt.Sprintf("Touchpoint %d", i), Details: "what happens here, in a sentence or two of plain words",
			Expected: journey.Feel(1), Actual: journey.Feel(math.Sin(float64(i)) * 2), Owner: "service",
		}
		t.Actual.Word, t.Actual.Evidence = "hurried", journey.Evidence{Source: journey.Survey, N: 40, Mean: 3.2, SD: 0.8, ScaleMin: 1, ScaleMax: 5}
		m.Put(t)
		if i%4 == 0 {
			m.Put(journey.PainPoint{ID: id("p", i), Stage: t.Stage, Touchpoint: t.ID, Lane: t.Lane, Order: keys[i], Text: "it takes too long", Severity: 3})
		}
	}
	return m
}

// created makes a file of m in a fresh folder and closes it with the test.
func created(t testing.TB, m *journey.Map) *File {
	t.Helper()
	f, err := Create(filepath.Join(t.TempDir(), "map.journey"), m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// sameMap fails unless both maps have the same rows.
func sameMap(t testing.TB, got, want *journey.Map) {
	t.Helper()
	for _, c := range edit.Diff(want, got).Changes {
		t.Errorf("row differs\n was %+v\n now %+v", c.Before, c.After)
	}
}
