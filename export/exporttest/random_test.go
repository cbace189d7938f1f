package exporttest_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"touchline.app/export/exporttest"
	"touchline.app/journey"
)

func TestRandomMapsAreValidAndTheSameAgain(t *testing.T) {
	for seed := range uint64(400) {
		m := exporttest.Random(seed)
		for _, e := range m.Validate() {
			t.Errorf("seed %d: %v", seed, e)
		}
		if !reflect.DeepEqual(m, exporttest.Random(seed)) {
			t.Errorf("seed %d gives two maps", seed)
		}
	}
}

// Every field is set in some map and empty in another.
func TestRandomMapsUseEveryField(t *testing.T) {
	set, empty := map[string]bool{}, map[string]bool{}
	for seed := range uint64(400) {
		for r := range exporttest.Random(seed).Rows() {
			look(reflect.ValueOf(r), reflect.TypeOf(r).Name(), set, empty)
		}
	}
	always := []string{"ID", "Order", "Stage", "Lane", "Type", "State", "Reading.Touchpoint", "From", "To", "Check"}
	for field := range empty {
		if !set[field] {
			t.Errorf("no map has a %s", field)
		}
	}
	for field := range set {
		if !empty[field] && !slices.Contains(always, field) && !slices.Contains(always, field[strings.LastIndex(field, ".")+1:]) {
			t.Errorf("no map is without a %s", field)
		}
	}
}

func look(v reflect.Value, path string, set, empty map[string]bool) {
	for i := range v.NumField() {
		f, name := v.Field(i), path+"."+v.Type().Field(i).Name
		if v.Field(i).IsZero() {
			empty[name] = true
			continue
		}
		set[name] = true
		if e, ok := f.Interface().(journey.Emotion); ok {
			look(reflect.ValueOf(e), name, set, empty)
			look(reflect.ValueOf(e.Evidence), name+".Evidence", set, empty)
		}
	}
}
