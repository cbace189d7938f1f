package journey

import (
	"reflect"
	"testing"
	"time"
)

func TestDigestKnowsContentNotIDs(t *testing.T) {
	a, b := fullMap(1), fullMap(2)
	if a.Head.ID == b.Head.ID {
		t.Fatal("the fixture gave the same ids twice")
	}
	if Digest(a) != Digest(b) {
		t.Error("maps of the same content but other ids differ")
	}
	if Digest(New("a", "x")) == Digest(New("a", "y")) {
		t.Error("maps of another title are the same")
	}
}

func TestDigestKnowsOrderNotKeys(t *testing.T) {
	a, b := fullMap(1), fullMap(1)
	for s := range a.Stages.All() {
		s.Order = "a" + s.Order
		b.Put(s)
	}
	if Digest(a) != Digest(b) {
		t.Error("order keys spelled otherwise change the digest")
	}
	stages := a.StagesInOrder()
	stages[0].Order, stages[1].Order = stages[1].Order, stages[0].Order
	b.Put(stages[0])
	b.Put(stages[1])
	if Digest(a) == Digest(b) {
		t.Error("stages exchanged leave the digest as it is")
	}
}

func TestDigestCountsDefaultsAsTheirValue(t *testing.T) {
	a, b := fullMap(1), fullMap(1)
	a.Head.State, b.Head.State = "", CurrentState
	tp := a.Journey()[1]
	tp.Actual.Evidence.Source = Assumed
	a.Put(tp)
	tp.Actual.Evidence.Source = ""
	b.Put(tp)
	if Digest(a) != Digest(b) {
		t.Error("an empty word and the one it stands for differ")
	}
}

// TestDigestChangesWithEveryField walks every field of every row, so that a
// field added to the model is part of the digest or fails here.
func TestDigestChangesWithEveryField(t *testing.T) {
	base := Digest(fullMap(1))
	for _, k := range Kinds {
		row := reflect.ValueOf(firstOf(fullMap(1), k))
		for _, path := range leaves(row.Type(), nil) {
			name := row.Type().FieldByIndex(path).Name
			if name == "ID" || name == "Order" {
				continue
			}
			m := fullMap(1)
			changed := reflect.New(row.Type()).Elem()
			changed.Set(row)
			alter(changed.FieldByIndex(path))
			m.Put(changed.Interface().(Row))
			if Digest(m) == base {
				t.Errorf("%s: field %s is no part of the digest", k, name)
			}
		}
	}
}

func leaves(s reflect.Type, path []int) [][]int {
	var out [][]int
	for i := range s.NumField() {
		here := append(append([]int(nil), path...), i)
		if f := s.Field(i).Type; f.Kind() == reflect.Struct && f != reflect.TypeFor[time.Time]() {
			out = append(out, leaves(f, here)...)
			continue
		}
		out = append(out, here)
	}
	return out
}

func alter(f reflect.Value) {
	switch f.Kind() {
	case reflect.String:
		f.SetString(f.String() + "x")
	case reflect.Bool:
		f.SetBool(!f.Bool())
	case reflect.Int:
		f.SetInt(f.Int() + 1)
	case reflect.Float64:
		f.SetFloat(f.Float() + 0.1)
	case reflect.Slice:
		f.Set(f.Slice(0, f.Len()-1))
	default:
		f.Set(reflect.ValueOf(f.Interface().(time.Time).AddDate(0, 0, 1)))
	}
}
